"""Matters: counted without names, answered once with a source, told once each through any crash."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.posting import Fate
from bot.tempo import Tempo
from db import audit, contributions, matters, people
from db.base import Store, open_store
from db.letters import LEASE, Letter
from db.questions import Subject
from tests.databases import stocked
from tests.test_relay.cast import ADMIN, HERE, NOON, PARENT, PUPIL, THERE, Town, key, town
from tests.test_staff.test_rights import CLOSED, GONE

DORMITORY = Subject("dormitory", "colleges/adilet")
MANY = 23


def _asked(session: Session) -> None:
    """Nineteen parents and four pupils asked about a dormitory; one of them twice."""
    for number in range(MANY):
        people.meet(session, 8001 + number, "ru", 0, NOON)
        role = "pupil" if number < 4 else "parent"
        matters.wonder(session, 8001 + number, DORMITORY, role, NOON)
    matters.wonder(session, 8001, DORMITORY, "pupil", NOON)


async def _writes(here: Town, store: Store) -> str:
    """A counselor writes the answer, its source and its last day; what publishes it."""
    await store.do(_asked)
    await here.taps(HERE, "matterans-1")
    for part, words in (
        ("words", "It has one; places are given in August."),
        ("source", "Rules of the dormitory of 12.03.2026"),
        ("ends", "01.06.2027"),
    ):
        await here.taps(HERE, f"mwrite-1_{part}")
        written = await here.says(HERE, words)
    return key(written, "mpublish")


async def _letters(store: Store) -> list[Any]:
    """Who is told, how it stands, and whether perhaps twice."""
    told = select(Letter.person_id, Letter.state, Letter.twice).where(Letter.kind == "told")
    return await store.do(lambda session: list(session.execute(told.order_by(Letter.person_id))))


async def test_a_group_is_counted_without_names_and_a_small_one_is_a_few(store: Store) -> None:
    here = await town(store)
    await store.do(_asked)
    shown = await here.taps(HERE, "matters")
    assert "19 parents" in shown.text
    assert "a few pupils" in shown.text
    assert "8001" not in shown.text
    assert (await here.taps(PUPIL, "matters")).text.startswith(CLOSED)


async def test_one_answer_reaches_all_who_asked_once_each_and_stays(store: Store) -> None:
    here = await town(store)
    publish = await _writes(here, store)
    for _ in range(3):
        await here.taps(HERE, publish)
    told = await here.brings()
    assert sorted(to for to, _ in told) == [8001 + number for number in range(MANY)]
    assert "places are given in August" in told[0][1].text
    assert "Rules of the dormitory" in told[0][1].text
    assert await here.brings() == []
    found = await store.do(lambda s: contributions.contributed(s, DORMITORY, here.hour))
    assert found is not None
    assert "places are given in August" in (await here.taps(PUPIL, f"contrib-{found.id}")).text
    other = Subject("dormitory", "colleges/iba-college")
    assert await store.do(lambda s: contributions.contributed(s, other, here.hour)) is None
    acts = await store.do(lambda s: [(one.act, one.reach) for one in audit.newest(s, 9)])
    assert acts == [("contribution-published", MANY)]


async def test_after_its_last_day_it_is_shown_no_more(store: Store) -> None:
    here = await town(store)
    await here.taps(HERE, await _writes(here, store))
    here.later(timedelta(days=400))
    assert "shown no more" in (await here.taps(PUPIL, "contrib-1")).text
    assert await store.do(lambda s: contributions.contributed(s, DORMITORY, here.hour)) is None
    assert await here.brings() == []  # nobody is told what is true no longer


@pytest.mark.parametrize("dies", range(0, MANY, 6))
async def test_killed_between_two_letters_nobody_is_left_out_and_nobody_told_twice(
    store: Store, address: str, dies: int
) -> None:
    """The process dies after so many letters, one of which is claimed and has not left."""
    here = await town(store)
    await here.taps(HERE, await _writes(here, store))
    calls = iter(range(MANY))

    def killed(person: int) -> Fate | None:
        if next(calls) == dies:
            raise KeyboardInterrupt
        return None

    here.post.fails = killed
    with pytest.raises(KeyboardInterrupt):
        await here.brings()
    assert len(here.post.sent) == dies
    again = open_store(address)  # another process
    after = await _reborn(again, here)
    assert await after.brings() != [] or dies == MANY - 1
    after.later(LEASE + timedelta(seconds=1))
    await after.brings()
    every = [to for to, _ in (*here.post.sent, *after.post.sent)]
    assert sorted(every) == [8001 + number for number in range(MANY)]
    told = await _letters(store)
    assert {state for _, state, _ in told} == {"sent"}
    assert sum(twice for _, _, twice in told) == 1  # the one that was claimed when it died
    await again.close()


async def _reborn(store: Store, before: Town) -> Town:
    """The same town in another process: nothing of the old one is left but the database."""
    from bot.postman import Postman
    from tests.test_relay.cast import Brought

    shelf, post = await stocked(store), Brought()
    after = Town(store, before.talk, post, before.postman, before.hour)
    after.postman = Postman(
        store,
        shelf,
        post,
        keys=before.talk.keys,
        owner="another",
        tempo=Tempo(0),
        clock=lambda: after.hour,
    )
    return after


async def test_what_nobody_knows_to_have_arrived_is_brought_once_more_and_listed(
    store: Store,
) -> None:
    here = await town(store)
    await here.taps(HERE, await _writes(here, store))
    lost = [Fate("unknown")]
    here.post.fails = lambda person: lost.pop() if lost and person == 8003 else None
    await here.brings()
    here.later(timedelta(minutes=1))
    await here.brings()
    assert [to for to, _ in here.post.sent].count(8003) == 1
    assert [who for who, _, twice in await _letters(store) if twice] == [8003]


async def test_to_very_many_only_a_second_person_lets_it_go(store: Store) -> None:
    """S28"""
    here = await town(store)
    here.talk.second_over = MANY - 1
    assert "second person" in (await here.taps(HERE, await _writes(here, store))).text
    await here.taps(HERE, "mconfirm-1")
    assert await here.brings() == []
    await here.taps(THERE, "mconfirm-1")
    assert len(await here.brings()) == MANY


async def test_a_source_is_a_document_or_a_link_of_the_list(store: Store) -> None:
    here = await town(store)
    await _writes(here, store)
    for words, good in (("t.me/joinchat", False), ("evil.com/egov.kz", False),
                        ("https://egov.kz/cms", True)):  # fmt: skip
        await here.taps(HERE, "mwrite-1_source")
        said = await here.says(HERE, words)
        assert ("not on our list" in said.text) != good


@pytest.mark.parametrize("data", ["mdraft-1", "mwrite-1_words", "mpublish-1", "mback-1"])
async def test_nobody_else_touches_a_draft(store: Store, data: str) -> None:
    """S09"""
    here = await town(store)
    await _writes(here, store)
    for person in (THERE, ADMIN):
        assert (await here.taps(person, data)).text.startswith(GONE)
    assert (await here.taps(PUPIL, data)).text.startswith(CLOSED)


async def test_an_answer_of_a_mentor_becomes_a_voice_with_that_answer_as_its_source(
    store: Store,
) -> None:
    here = await town(store)
    await here.asks(PUPIL, "What is a shift like?")
    await here.brings()
    await here.says(HERE, "Our electricians begin at eight.", answers=1)
    choose = await here.taps(HERE, "mvoice-1")
    written = await here.taps(HERE, key(choose, "mvoiced"))
    assert "Our electricians begin at eight." in written.text
    for part, words in (("speaker", "electrician at the plant"), ("ends", "01.06.2027")):
        await here.taps(HERE, f"mwrite-1_{part}")
        written = await here.says(HERE, words)
    await here.taps(HERE, key(written, "mpublish"))
    voices = await here.taps(PUPIL, "voices")
    card = await here.taps(PUPIL, key(voices, "contrib"))
    assert "Our electricians begin at eight." in card.text
    assert "the enterprise’s own answer" in card.text


ASKED = "Әділет колледжінде жатақхана бар ма?"
FATHER, MOTHER = 9001, 9002  # their apps speak Kazakh


async def _writes_in_kazakh(here: Town) -> str:
    """A counselor opens what nobody could answer, and writes; what publishes it."""
    listed = await here.taps(HERE, "matters")
    opened = await here.taps(HERE, key(listed, "matterone"))
    await here.taps(HERE, key(opened, "matterans"))
    for part, words in (
        ("words", "Жатақхана бар, орын тамызда беріледі."),
        ("source", "Жатақхана ережесі, 12.03.2026"),
        ("ends", "01.06.2027"),
    ):
        await here.taps(HERE, f"mwrite-1_{part}")
        written = await here.says(HERE, words)
    return key(written, "mpublish")


async def test_a_reply_becomes_the_answer_for_all_who_ask(store: Store) -> None:
    """The next one is answered by the bot itself, with its author's role, source and last day."""
    here = await town(store)
    refused = await here.says(PUPIL, "Does Ridder College have a dormitory?")
    draft = await here.taps(PUPIL, key(refused, "qdraft"))
    await here.taps(PUPIL, key(draft, "qsend"))
    await here.brings()
    await here.says(HERE, "It has one, says 87011234567.", answers=1)
    assert (await here.taps(THERE, "matterall-1")).text.startswith(GONE)
    assert (await here.taps(PARENT, "matterall-1")).text.startswith(CLOSED)
    thread = await here.taps(HERE, "inone-1")
    written = await here.taps(HERE, key(thread, "matterall"))
    assert "It has one, says" in written.text
    assert "87011234567" not in written.text
    for part, words in (("source", "Rules of 12.03.2026"), ("ends", "01.06.2027")):
        await here.taps(HERE, f"mwrite-1_{part}")
        written = await here.says(HERE, words)
    await here.taps(HERE, key(written, "mpublish"))
    assert [to for to, _ in await here.brings()] == [PUPIL, PUPIL]  # the reply, and the answer
    told = await here.says(PARENT, "does ridder college have a dormitory")
    for part in ("It has one", "Added by a counselor", "Rules of 12.03.2026", "01.06.2027"):
        assert part in told.text


async def test_what_was_refused_and_answered_since_is_answered_at_once(store: Store) -> None:
    here = await town(store)
    refused = await here.says(FATHER, ASKED)
    assert "Дереккөздеріміз мұны айтпайды" in refused.text
    assert "Бағдар беруші жауабын тапса" in refused.text
    await here.taps(HERE, await _writes_in_kazakh(here))
    assert [to for to, _ in await here.brings()] == [FATHER]

    told = await here.says(MOTHER, "әділет колледжінің жатақханасы бар ма")
    for part in ("орын тамызда беріледі", "Жатақхана ережесі, 12.03.2026", "Қосқан бағдар беруші"):
        assert part in told.text
    assert (
        "Дереккөздеріміз мұны айтпайды"
        in (await here.says(MOTHER, "Бұқар жырау колледжінде жатақхана бар ма?")).text
    )  # of another college nobody said anything

    here.later(timedelta(days=400))
    assert "Дереккөздеріміз мұны айтпайды" in (await here.says(MOTHER, ASKED)).text
    assert await store.do(lambda session: matters.counts(session, 1)) == {"": 1}
