"""Threads: from a question to an answer, who may see them, and what the clock makes due."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.rooms.counsel import intents as inbox
from bot.ui.voice import labels
from db import audit, people, questions, threads
from db.base import Store
from db.questions import Question
from tests.test_relay.cast import ADMIN, HERE, NOON, PARENT, PUPIL, THERE, key, town
from tests.test_staff.test_rights import CLOSED, GONE
from tests.wire import _everything

FIRST = 1


async def _stage(store: Store, number: int = FIRST) -> str:
    return await store.do(lambda session: session.get_one(Question, number).stage)


async def test_a_question_goes_to_the_counselor_of_the_class_and_the_answer_comes_back(
    store: Store,
) -> None:
    """P05, P06: the counselor knows the question, language and grade, and nothing else."""
    here = await town(store)
    told = await here.asks(PUPIL, "Is there a dormitory?")
    assert told.toast == "Your question is sent"
    assert "Expected by 25.11.2026" in told.text
    ((to, letter),) = await here.brings()
    assert to == HERE
    assert "Is there a dormitory?" in letter.text
    assert letter.text.startswith("<b>Pupil")
    assert "grade 9, in English" in letter.text
    assert str(PUPIL) not in letter.text
    await here.says(HERE, "Ask the college in spring.", answers=1)  # a reply in the chat
    ((back, answer),) = await here.brings()
    assert back == PUPIL
    assert answer.text.startswith("<b>The counselor of “1” answers")
    assert "Ask the college in spring." in answer.text
    thread = await here.taps(PUPIL, "qthread-1")
    assert thread.text.startswith("<b>Answered")
    acts = await store.do(lambda session: [one.act for one in audit.newest(session, 9)])
    assert acts == ["question-answered"]


async def test_the_asker_sees_that_it_was_read_and_writes_on_by_replying(store: Store) -> None:
    here = await town(store)
    await here.asks(PUPIL, "One?")
    await here.brings()
    await here.taps(HERE, "inone-1")
    assert (await here.taps(PUPIL, "qthread-1")).text.startswith("<b>Read")
    await here.taps(HERE, "inwrite-1")
    await here.says(HERE, "Two.")
    await here.brings()
    await here.says(PUPIL, "And three?", answers=2)
    assert await _stage(store) == "sent"
    ((to, letter),) = await here.brings()
    assert to == HERE
    assert "And three?" in letter.text


async def test_sent_twice_it_is_one_question(store: Store) -> None:
    here = await town(store)
    await here.taps(PUPIL, "qask")
    draft = await here.says(PUPIL, "One?")
    for _ in range(3):
        await here.taps(PUPIL, key(draft, "qsend"))
    assert len(await here.brings()) == 1


async def test_after_five_questions_a_day_one_waits_until_tomorrow(store: Store) -> None:
    """S27"""
    here = await town(store)
    for number in range(5):
        assert (await here.asks(PUPIL, f"Question {number}?")).toast
    refused = await here.asks(PUPIL, "A sixth?")
    assert "You have written five times today" in refused.text
    assert len(await here.brings()) == 5
    here.later(timedelta(hours=24, seconds=1))
    assert (await here.asks(PUPIL, "A sixth?")).toast


async def test_a_call_for_help_shows_the_card_and_may_still_be_sent_at_any_hour(
    store: Store,
) -> None:
    """P09: at once to a counselor; it says by when, at night in the morning."""
    here = await town(store)
    for number in range(5):
        await here.asks(PUPIL, f"Question {number}?")
    await here.brings()
    here.later(timedelta(hours=12))  # midnight
    await here.taps(PUPIL, "qask")
    card = await here.says(PUPIL, "I want to die")
    assert "111" in card.text
    draft = await here.taps(PUPIL, key(card, "qdraft"))
    sent = await here.taps(PUPIL, key(draft, "qsend"))
    assert "24.11.2026 09:15" in sent.text
    ((to, letter),) = await here.brings()
    assert to == HERE
    assert "call for help" in letter.text


async def test_at_night_nobody_is_written_to(store: Store) -> None:
    here = await town(store)
    here.later(timedelta(hours=10))  # ten in the evening
    await here.asks(PUPIL, "One?")
    assert await here.brings() == []
    here.later(timedelta(hours=11))  # nine in the morning
    assert len(await here.brings()) == 1


async def test_after_a_day_the_counselor_is_reminded_once_and_after_three_it_is_in_the_pool(
    store: Store,
) -> None:
    here = await town(store)
    await here.asks(PUPIL, "One?")
    await here.brings()
    here.later(timedelta(hours=23))
    assert await here.brings() == []
    here.later(timedelta(hours=1))
    ((to, reminder),) = await here.brings()
    assert to == HERE
    assert "Still without an answer" in reminder.text
    here.later(timedelta(hours=24))
    assert await here.brings() == []
    here.later(timedelta(hours=24))
    told = {to for to, _ in await here.brings()}
    assert told == {HERE, THERE}
    assert (await here.taps(THERE, "intake-1")).text.startswith("<b>Pupil")
    assert (await here.taps(HERE, "intake-1")).toast == "A colleague has taken this question"


async def test_what_a_counselor_passes_on_they_see_no_more(store: Store) -> None:
    here = await town(store)
    await here.asks(PUPIL, "One?")
    await here.brings()
    shown = await here.taps(HERE, "inpass-1")
    await here.taps(HERE, key(shown, "inpassto"))
    assert (await here.taps(HERE, "inone-1")).text.startswith(GONE)
    ((to, _),) = await here.brings()
    assert to == THERE
    assert "One?" in (await here.taps(THERE, "inone-1")).text


OF_A_QUESTION = (
    inbox.OpenQuestion, inbox.WriteReply, inbox.SayReply, inbox.ChooseReady, inbox.ReleaseQuestion,
    inbox.ChooseColleague, inbox.ChooseLabel, inbox.AskSilence,
)  # fmt: skip


@pytest.mark.parametrize("intent", OF_A_QUESTION)
async def test_a_counselor_neither_sees_nor_touches_a_question_of_another_school(
    store: Store, intent: type[inbox.OpenQuestion]
) -> None:
    """S09"""
    here = await town(store)
    await here.asks(PUPIL, "One?")
    for person in (THERE, ADMIN):
        assert (await here.taps(person, intent(FIRST).pack())).text.startswith(GONE)
    assert (await here.taps(PARENT, intent(FIRST).pack())).text.startswith(CLOSED)
    assert await _stage(store) == "sent"
    assert not (await here.taps(HERE, intent(FIRST).pack())).text.startswith(GONE + CLOSED)


@pytest.mark.parametrize(
    "data", ["qthread-1", "qdraft-1", "qmore-1", "qreport-1", "qreported-1_rude"]
)
async def test_nobody_opens_the_question_of_another_by_its_number(store: Store, data: str) -> None:
    """S09"""
    here = await town(store)
    await here.asks(PUPIL, "One?")
    await here.says(HERE, "/inbox")
    await here.taps(HERE, "inwrite-1")
    await here.says(HERE, "Two.")
    assert (await here.taps(PARENT, data)).text.startswith(GONE)


async def test_replying_to_a_letter_of_the_staff_answers_only_for_the_staff(store: Store) -> None:
    """S08, S29: whoever was of the staff and is no more answers nobody."""
    here = await town(store)
    await here.asks(PUPIL, "One?")
    await here.brings()
    await here.taps(ADMIN, f"endmember-{HERE}")
    await here.says(HERE, "An answer.", answers=1)
    assert await _stage(store) == "sent"
    assert await store.do(lambda session: threads.pooled(session, FIRST) is not None)


async def test_an_answer_that_was_reported_goes_to_admins_and_nothing_is_deleted(
    store: Store,
) -> None:
    """P07"""
    here = await town(store)
    await store.do(_met_admin)
    await here.asks(PUPIL, "One?")
    await here.brings()
    await here.says(HERE, "A rude answer.", answers=1)
    ((_, answer),) = await here.brings()
    await here.taps(PUPIL, key(answer, "qreport"))
    await here.taps(PUPIL, "qreported-2_rude")
    told = await here.brings()
    assert [to for to, _ in told] == [ADMIN]
    assert await here.brings() == []
    review = await here.taps(ADMIN, key(told[0][1], "review"))
    assert "One?" in review.text
    assert "A rude answer." in review.text
    assert (await here.taps(HERE, "review-1")).text.startswith(CLOSED)
    await here.taps(ADMIN, "reviewed-1")
    assert "Nothing was reported" in (await here.taps(ADMIN, "reports")).text
    assert len(await store.do(lambda session: questions.lines(session, FIRST))) == 2
    acts = await store.do(lambda session: [one.act for one in audit.newest(session, 9)])
    assert acts == ["report-reviewed", "question-reviewed", "question-answered"]


def _met_admin(session: Session) -> None:
    people.meet(session, ADMIN, "en", 0, NOON)


async def test_who_is_silenced_is_told_until_when_and_the_trail_has_it_without_words(
    store: Store,
) -> None:
    here = await town(store)
    await here.asks(PUPIL, "Stupid words")
    await here.taps(HERE, "inquiets-1_insults_7")
    told = [message for to, message in await here.brings() if to == PUPIL]
    assert "Until 30.11.2026" in told[0].text
    assert "Until 30.11.2026" in (await here.asks(PUPIL, "One?")).text
    (act,) = await store.do(lambda session: audit.newest(session, 9))
    assert (act.act, act.what) == ("silenced", "questions/1 insults 7")
    assert (await here.taps(HERE, "unquiet-1")).text.startswith(CLOSED)
    await here.taps(ADMIN, "unquiet-1")
    assert (await here.asks(PUPIL, "One?")).toast


@pytest.mark.parametrize("sort", ["voice", "photo", "contact", "forward", ""])
async def test_what_is_not_words_is_answered_kindly_and_nothing_is_sent(
    store: Store, sort: str
) -> None:
    """P08: no media from pupils."""
    here = await town(store)
    await here.taps(PUPIL, "qask")
    said = await here.sends(PUPIL, sort)
    notice = labels()[f"no-{sort}" if sort else "buttons-please"].en
    assert said.text.startswith(f"<i>{notice}</i>")
    assert "Ask a counselor" in said.text
    assert (await here.says(PUPIL, "One?")).text.startswith("<b>The counselor will see this")


@pytest.mark.parametrize(("words", "told"), [("…", "no words"), ("x" * 4096, "too long")])
async def test_what_cannot_be_asked_is_told_and_may_be_written_again(
    store: Store, words: str, told: str
) -> None:
    here = await town(store)
    await here.taps(PUPIL, "qask")
    assert told in (await here.says(PUPIL, words)).text
    assert "The counselor will see this" in (await here.says(PUPIL, "One?")).text


async def test_nothing_of_what_is_written_stands_open_in_the_database(store: Store) -> None:
    """P14, and logs and the trail hold no words."""
    here = await town(store)
    await here.asks(PUPIL, "Zhasyryn suraq?")
    await here.brings()
    await here.says(HERE, "Zhasyryn zhauap.", answers=1)
    await here.brings()
    assert "Zhasyryn" not in await store.do(_everything)
