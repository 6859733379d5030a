"""Parent and child: linked by the word of both; shown one thing at a time; ended at once."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.guidance.hours import awake
from bot.heard import Heard
from bot.rooms.family import intents as kin
from bot.rooms.family.letters import PAGES, read, write_weekly
from bot.rooms.missions.intents import BeginMission, OpenTried
from bot.turn import Turn
from db import child_codes, family, gaps, interests, letters, people, weekly
from db.interests import Attempt
from tests.chat import Chat
from tests.sitters import METAL
from tests.test_conversations.sitting import sits
from tests.wire import NOON, PARENT, PUPIL, House

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True),
]


@pytest_asyncio.fixture(loop_scope="session")
async def hour(house: House) -> AsyncIterator[Callable[[datetime], None]]:
    """Sets the clock; afterwards it runs on as it did."""
    before = house.conversation.clock

    def set_to(moment: datetime) -> None:
        house.conversation.clock = lambda: moment

    yield set_to
    house.conversation.clock = before


async def codes(child: Chat) -> str:
    """The child makes a code; gives it."""
    await child.taps_data(kin.OpenLinks().pack())
    await child.taps_data(kin.MakeCode().pack())
    found = re.search(r"start=f_(\w{8})", child.text)
    assert found, child.text
    return found[1]


async def asks(parent: Chat, sign: str) -> None:
    """The parent opens the link, reads what it is, and agrees."""
    await parent.starts(f"f_{sign}")
    await parent.taps_data(kin.AskChild(sign).pack())


async def links(house: House, child: Chat, parent: Chat) -> int:
    """Link the two; gives the link's number."""
    await asks(parent, await codes(child))
    number = await newest(house)
    await child.taps_data(kin.AgreeToLink(number).pack())
    return number


async def newest(house: House) -> int:
    """The number of the newest link."""
    found = await house.store.do(lambda session: session.scalar(select(func.max(family.Link.id))))
    assert found
    return int(found)


def said_to(house: House, person: int) -> str:
    """All that was ever sent to somebody, words and buttons."""
    calls = house.playground.calls.find(chat=person)
    kept = ("text", "caption", "reply_markup")
    return " ".join(str(each["params"].get(name)) for each in calls for name in kept)


async def rows(house: House, table: type) -> int:
    """How many rows a table has."""
    counted = select(func.count()).select_from(table)
    return await house.store.do(lambda session: session.scalar(counted) or 0)


async def written(house: House, person: int) -> list[tuple[str, int]]:
    """What somebody is to be told unasked."""
    theirs = select(letters.Letter.kind, letters.Letter.about, letters.Letter.state)
    mine = theirs.where(letters.Letter.person_id == person).order_by(letters.Letter.id)
    found = await house.store.do(lambda session: session.execute(mine).all())
    return [(kind, about) for kind, about, state in found if state == "waiting"]


# --- linked ---


async def test_a_child_and_a_parent_are_linked_by_a_code_and_both_agree(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await pupil.says("/settings")
    await pupil.taps("👪 Отбасы")
    assert "ешкіммен байланысқан жоқсыз" in pupil.text
    await pupil.taps("🔑 Ата-анаға код")
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", pupil.text)
    assert code

    await parent.says("/settings")
    await parent.taps("👪 Семья")
    await parent.taps("⌨️ Ввести код ребёнка")
    await parent.says(code[0].lower())
    assert "вы увидите только то, что он покажет сам" in parent.text
    await parent.taps("✅ Да, соглашаюсь")
    assert parent.title == "Ребёнок 1: ждём ответа"
    assert await written(house, PUPIL) == [("link", await newest(house))]

    await pupil.taps_data(kin.OpenLinks().pack())
    assert "23.11.2026 бері жауабыңызды күтіп тұр" in pupil.text
    await pupil.taps("👪 Ата-ана 1")
    assert "тест жауаптарын, күнделікті, жазбалар мен сұрақтарды ешқашан көрмейді" in pupil.text
    await pupil.taps("✅ Иә, келісемін")
    assert "Қазір көретіні: ештеңе." in pupil.text

    await parent.taps_data(kin.OpenLink(await newest(house)).pack())
    assert "Связаны с 23.11.2026" in parent.text
    assert "Ребёнок пока ничего не показывает" in parent.text
    assert not re.search("Марат|Сериков|1002", said_to(house, PUPIL))
    assert not re.search("Айым|aiym|1001", said_to(house, PARENT))


async def test_the_code_is_kept_nowhere(house: House, pupil: Chat, parent: Chat) -> None:
    sign = await codes(pupil)
    await parent.starts(f"f_{sign}")
    assert parent.title == "Связаться с ребёнком"
    assert sign not in await house.memory()


async def test_a_code_serves_once(house: House, pupil: Chat, parent: Chat, reader: Chat) -> None:
    sign = await codes(pupil)
    await reader.starts(f"f_{sign}")
    await asks(parent, sign)
    await reader.taps_data(kin.AskChild(sign).pack())
    assert "This code is not good" in reader.text
    assert await rows(house, family.Link) == 1


async def test_a_code_is_good_for_a_day_and_a_new_one_ends_the_old(
    house: House, pupil: Chat, parent: Chat, hour: Callable[[datetime], None]
) -> None:
    old = await codes(pupil)
    new = await codes(pupil)
    await parent.starts(f"f_{old}")
    assert "Этот код не подходит" in parent.text
    hour(NOON + timedelta(days=2))
    await parent.starts(f"f_{new}")
    assert "Этот код не подходит" in parent.text
    await parent.taps_data(kin.AskChild(new).pack())
    assert await rows(house, family.Link) == 0


async def test_a_code_that_was_dropped_is_good_no_more(
    house: House, pupil: Chat, parent: Chat
) -> None:
    sign = await codes(pupil)
    await pupil.taps("🗑 Кодты жою")
    assert pupil.toast == "Код енді жарамайды"
    await parent.starts(f"f_{sign}")
    assert "Этот код не подходит" in parent.text


async def test_nobody_is_linked_to_themselves_and_the_code_stays_good(
    house: House, pupil: Chat, parent: Chat
) -> None:
    sign = await codes(pupil)
    await asks(pupil, sign)
    assert "Бұл өзіңіздің кодыңыз" in pupil.text
    await asks(parent, sign)
    assert parent.title == "Ребёнок 1: ждём ответа"


async def test_two_are_linked_once_and_not_the_other_way_round(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await links(house, pupil, parent)
    await asks(parent, await codes(pupil))
    assert "уже связаны" in parent.text
    await asks(pupil, await codes(parent))
    assert "байланысып қойғансыз" in pupil.text
    assert await rows(house, family.Link) == 1


async def test_a_parent_may_be_somebodys_child(
    house: House, pupil: Chat, parent: Chat, reader: Chat
) -> None:
    await links(house, pupil, parent)
    await links(house, parent, reader)
    await parent.taps_data(kin.OpenLinks().pack())
    assert "Родитель 1, с 23.11.2026" in parent.text
    assert "Ребёнок 1, с 23.11.2026" in parent.text


async def test_a_child_has_three_parents_at_most(house: House, pupil: Chat) -> None:
    for number in (3001, 3002, 3003):
        sign = await codes(pupil)
        await house.conversation.hear(
            Heard(number, "tap", person=number, tapped=kin.AskChild(sign).pack())
        )
    await pupil.taps_data(kin.OpenLinks().pack())
    assert "🔑 Ата-анаға код" not in pupil.buttons
    await pupil.taps_data(kin.MakeCode().pack())
    assert pupil.title == "Отбасы"
    assert await rows(house, child_codes.ChildCode) == 0


async def test_a_child_says_no_and_the_parent_gets_a_word_that_blames_nobody(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await asks(parent, await codes(pupil))
    number = await newest(house)
    await pupil.taps_data(kin.OpenLink(number).pack())
    await pupil.taps("✋ Жоқ, келіспеймін")
    assert await rows(house, family.Link) == 0
    assert [kind for kind, _ in await written(house, PARENT)] == ["over"]
    await parent.taps_data(kin.OpenLink(number).pack())
    assert "🔎 Профессии" in parent.buttons


async def test_the_parent_cannot_agree_for_the_child(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await asks(parent, await codes(pupil))
    number = await newest(house)
    await parent.taps_data(kin.AgreeToLink(number).pack())
    assert parent.title == "Ребёнок 1: ждём ответа"
    await parent.taps_data(kin.SeeThing(number, "tried").pack())
    assert "🔎 Профессии" in parent.buttons  # led home: there is no such page


@pytest.mark.parametrize("who", ["child", "parent"])
async def test_either_ends_it_at_once_and_ending_it_twice_changes_nothing(
    house: House, pupil: Chat, parent: Chat, who: str
) -> None:
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowThing(number, "tried").pack())
    await parent.taps_data(kin.SeeThing(number, "tried").pack())
    assert parent.title == "Ребёнок 1: что он пробует"
    first, other, told = (pupil, parent, PARENT) if who == "child" else (parent, pupil, PUPIL)
    await first.taps_data(kin.EndLink(number).pack())
    await parent.taps_data(kin.SeeThing(number, "tried").pack())
    assert "🔎 Профессии" in parent.buttons
    assert ("over" in [kind for kind, _ in await written(house, told)]) is True
    for chat in (other, first):
        await chat.taps_data(kin.EndLink(number).pack())
        assert chat.toast in ("Мұндай байланыс енді жоқ", "Этой связи больше нет")
    mine = PUPIL if who == "child" else PARENT
    assert "over" not in [kind for kind, _ in await written(house, mine)]
    assert await rows(house, family.Shown) == 0


async def test_a_stranger_opens_nothing_of_a_link(
    house: House, pupil: Chat, parent: Chat, reader: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowResult(number, 0).pack())
    await pupil.taps_data(kin.BeginGap(number).pack())
    before = await house.memory()
    for intent in (
        kin.OpenLink(number),
        kin.AgreeToLink(number),
        kin.SeeThing(number, "result"),
        kin.ShowThing(number, "tried"),
        kin.HideThing(number, "result"),
        kin.OpenGap(number),
        kin.DropGap(number),
        kin.MakeGuess(1, "lamp", 5),
        kin.GuessAgain(1, 1),
        kin.AllowGiving(number),
    ):
        await reader.taps_data(intent.pack())
        assert "🔎 Professions" in reader.buttons, intent
    await reader.taps_data(kin.EndLink(number).pack())
    assert await rows(house, family.Link) == 1
    assert await rows(house, gaps.Gap) == 1
    assert len(before) > 0


# --- shown ---


async def test_a_parent_sees_one_thing_at_a_time_and_never_answers_notes_or_the_journal(
    house: House, pupil: Chat, parent: Chat
) -> None:
    attempt = await sits(pupil, METAL)
    await pupil.taps_data(BeginMission("substation-night").pack())
    await pupil.taps_data("save-welder")
    await pupil.taps_data("note-professions_welder")
    await pupil.says("мұны ешкім көрмейді")
    number = await links(house, pupil, parent)

    for what in ("result", "tried", "saved"):
        await parent.taps_data(f"kinsee-{number}_{what}")
        assert "🔎 Профессии" in parent.buttons, what
    await pupil.taps_data(kin.OpenLink(number).pack())
    await pupil.taps("🧩 Нәтижені көрсету")
    assert "Қазір көретіні: тест нәтижесі." in pupil.text
    await parent.taps_data(kin.OpenLink(number).pack())
    assert parent.doors[:1] == ["🧩 Результат теста"]
    await parent.taps("🧩 Результат теста")
    assert "Больше всего тянет: делать руками, техника" in parent.text
    await parent.taps_data(kin.SeeThing(number, "saved").pack())
    assert "🔎 Профессии" in parent.buttons

    await pupil.taps_data(kin.ShowThing(number, "saved").pack())
    await parent.taps_data(kin.SeeThing(number, "saved").pack())
    assert "Сварщик." in parent.text
    assert "көрмейді" not in parent.text
    await pupil.taps_data(kin.HideThing(number, "result").pack())
    await parent.taps_data(kin.SeeThing(number, "result").pack())
    assert "🔎 Профессии" in parent.buttons

    for door in (
        f"result-{attempt}",
        f"because-{attempt}_why",
        f"radar-{attempt}",
        f"tell-{attempt}",
    ):
        await parent.taps_data(door)
        assert "🔎 Профессии" in parent.buttons, door


async def test_a_result_shown_is_that_very_result(house: House, pupil: Chat, parent: Chat) -> None:
    first = await sits(pupil, METAL)
    second = await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowResult(number, first).pack())
    shown = select(family.Shown.attempt_id)
    assert await house.store.do(lambda s: s.scalars(shown).all()) == [first]
    await pupil.taps_data(kin.ShowResult(number, second).pack())
    assert await house.store.do(lambda s: s.scalars(shown).all()) == [second]
    await pupil.taps_data(kin.OpenGiving(second).pack())
    assert "Ата-ана 1: көреді" in pupil.text
    await pupil.taps_data(kin.OpenGiving(first).pack())
    assert "Ата-ана 1: көрмейді" in pupil.text


async def test_a_child_without_a_result_is_led_to_the_test(
    house: House, pupil: Chat, parent: Chat
) -> None:
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowResult(number, 0).pack())
    assert "▶️ Бастау" in pupil.buttons
    assert await rows(house, family.Shown) == 0


# --- guessed ---


async def guesses(parent: Chat, value: int) -> None:
    """Guess the same until nothing more is asked."""
    while "❔ Не знаю" in parent.buttons:
        await parent.taps(
            ["❔ Не знаю", "😖 Совсем не нравится", "", "", "", "🤩 Очень нравится"][value]
        )


async def test_a_parent_guesses_and_both_see_the_topics_and_no_answer(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await parent.taps_data(kin.OpenGap(number).pack())
    assert "🔎 Профессии" in parent.buttons  # nothing to guess before the child agrees
    await parent.taps_data(kin.BeginGap(number).pack())
    assert await rows(house, gaps.Gap) == 0

    await pupil.taps_data(kin.OpenGap(number).pack())
    assert "12 сұрағына" in pupil.text
    await pupil.taps("✅ Иә, тауып көрсін")
    assert pupil.title == "Ата-ана 1 тауып жатыр"
    assert ("gap", number) in await written(house, PARENT)

    await parent.taps_data(kin.OpenGap(number).pack())
    assert parent.title.startswith("1 из 12")
    await guesses(parent, 1)
    assert parent.title == "Ребёнок 1: о чём поговорить"
    assert "По-разному вы видите: делать руками, техника" in parent.text
    assert await rows(house, gaps.Guess) == 0
    assert ("gap", number) in await written(house, PUPIL)
    await pupil.taps_data(kin.OpenGap(number).pack())
    assert "Көзқарастарыңыз бөлек: қолмен істеу, техника" in pupil.text
    for chat in (pupil, parent):
        assert not re.search(r"[1-5] (из|of) 5|[0-9]", chat.text.replace("1", "", 1))


async def test_a_guess_is_changed_and_old_buttons_change_nothing_after_the_end(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.BeginGap(number).pack())
    await parent.taps_data(kin.OpenGap(number).pack())
    await parent.taps("🙂 Нравится")
    await parent.taps("← Прошлый")
    assert "✅ Нравится" in parent.buttons
    first = parent.newest
    await parent.taps("🙁 Не очень нравится")
    values = await house.store.do(lambda s: list(s.scalars(select(gaps.Guess.value))))
    assert values == [2]
    await guesses(parent, 5)
    before = await house.store.do(lambda s: s.scalars(select(gaps.Gap.topics)).one())
    assert first["message_id"]
    number_of_round = await house.store.do(lambda s: s.scalars(select(gaps.Gap.id)).one())
    await parent.taps_data(kin.MakeGuess(number_of_round, "lamp", 1).pack())
    await parent.taps_data(kin.GuessAgain(number_of_round, 1).pack())
    assert parent.title == "Ребёнок 1: о чём поговорить"
    after = await house.store.do(lambda s: s.scalars(select(gaps.Gap.topics)).one())
    assert (before, await rows(house, gaps.Guess)) == (after, 0)


async def test_a_child_lets_it_be_in_the_middle_and_nothing_is_kept(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.BeginGap(number).pack())
    await parent.taps_data(kin.OpenGap(number).pack())
    await parent.taps("🙂 Нравится")
    await pupil.taps_data(kin.DropGap(number).pack())
    assert (await rows(house, gaps.Gap), await rows(house, gaps.Guess)) == (0, 0)
    await parent.taps("🤩 Очень нравится")
    assert "🔎 Профессии" in parent.buttons


async def test_a_parent_guesses_again_after_four_weeks_and_not_before(
    house: House, pupil: Chat, parent: Chat, hour: Callable[[datetime], None]
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.BeginGap(number).pack())
    await parent.taps_data(kin.OpenGap(number).pack())
    await guesses(parent, 0)
    assert "Вы смотрите похоже" in parent.text
    await pupil.taps_data(kin.BeginGap(number).pack())
    assert await rows(house, gaps.Gap) == 1
    hour(NOON + timedelta(days=29))
    await pupil.taps_data(kin.OpenGap(number).pack())
    await pupil.taps("🔁 Тағы тауып көрсін")
    assert await rows(house, gaps.Gap) == 2


async def test_without_a_finished_test_there_is_nothing_to_guess(
    house: House, pupil: Chat, parent: Chat
) -> None:
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.OpenGap(number).pack())
    assert pupil.title == "Табатын ештеңе жоқ әзірге"
    await pupil.taps_data(kin.BeginGap(number).pack())
    assert await rows(house, gaps.Gap) == 0


async def test_questions_we_no_longer_ask_are_passed_over(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.BeginGap(number).pack())

    def all_gone(session) -> None:  # type: ignore[no-untyped-def]
        session.scalars(select(gaps.Gap)).one().items = "gone-one gone-two"

    await house.store.do(all_gone)
    await parent.taps_data(kin.OpenGap(number).pack())
    assert "Вы смотрите похоже" in parent.text


# --- forgotten, weekly, tried ---


async def test_a_child_who_is_forgotten_leaves_nothing_behind(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowResult(number, 0).pack())
    await pupil.taps_data(kin.BeginGap(number).pack())
    await house.store.do(
        lambda s: s.execute(delete(people.Person).where(people.Person.id == PUPIL)) and None
    )
    for table in (family.Link, family.Shown, gaps.Gap, interests.Attempt, child_codes.ChildCode):
        assert await rows(house, table) == 0
    await parent.taps_data(kin.OpenLink(number).pack())
    assert "🔎 Профессии" in parent.buttons
    await parent.taps_data(kin.OpenLinks().pack())
    assert "Пока вы ни с кем не связаны" in parent.text


async def test_a_result_that_is_gone_is_shown_no_longer(
    house: House, pupil: Chat, parent: Chat
) -> None:
    attempt = await sits(pupil, METAL)
    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.ShowResult(number, attempt).pack())
    await house.store.do(lambda s: s.execute(delete(Attempt).where(Attempt.id == attempt)) and None)
    await parent.taps_data(kin.SeeThing(number, "result").pack())
    assert "🔎 Профессии" in parent.buttons


async def test_a_question_a_week_is_off_until_somebody_wants_it(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await links(house, pupil, parent)
    assert await rows(house, weekly.Weekly) == 0
    await parent.taps_data(kin.OpenLinks().pack())
    await parent.taps("🔔 Вопрос раз в неделю")
    assert parent.title == "Вопрос ребёнку"
    await parent.taps("🔕 Без вопроса недели")
    await parent.taps("🔔 Вопрос раз в неделю")
    wanted = await house.store.do(lambda s: weekly.wants(s, PARENT))
    assert wanted


async def test_one_page_tells_all_one_has_tried_and_leads_on(house: House, pupil: Chat) -> None:
    await sits(pupil, METAL)
    await pupil.says("/settings")
    await pupil.taps("🥾 Байқағаным")
    assert "Қызығушылық: қолмен істеу, техника" in pupil.text
    await pupil.taps("👥 Нәтижені көрсету")
    assert pupil.title == "Нәтижені кімге көрсетемін"
    await pupil.taps_data(OpenTried().pack())
    assert {"🎬 Ауысымдар", "📓 Күнделік", "🪜 Баспалдағым", "🧩 Тесттер"} <= set(pupil.buttons)


# --- letters ---


async def reads(house: House, person: int) -> list[str]:
    """The templates of what somebody is told unasked, as it stands now."""

    def work(session: Session) -> list[str]:
        mine = select(letters.Letter).where(letters.Letter.person_id == person)
        known = people.Known(person, "ru", "", "", False)
        turn = Turn(session, known, "ru", NOON, house.shelf.catalogue)
        found = session.scalars(mine.order_by(letters.Letter.id)).all()
        screens = [read(one.kind, one.about, turn) for one in found if one.kind in PAGES]
        return [screen.template for screen in screens if screen]

    return await house.store.do(work)


async def test_a_letter_says_what_is_true_when_it_is_read(
    house: House, pupil: Chat, parent: Chat
) -> None:
    await asks(parent, await codes(pupil))
    number = await newest(house)
    assert await reads(house, PUPIL) == ["family/asked"]
    await pupil.taps_data(kin.AgreeToLink(number).pack())
    assert await reads(house, PUPIL) == ["family/parent"]
    assert await reads(house, PARENT) == ["family/child"]
    await pupil.taps_data(kin.EndLink(number).pack())
    assert await reads(house, PUPIL) == []
    assert await reads(house, PARENT) == ["family/ended"]


@pytest.mark.parametrize("night", [False, True])
async def test_a_question_comes_once_a_week_at_most_and_never_at_night(
    house: House, pupil: Chat, parent: Chat, night: bool
) -> None:
    number = await links(house, pupil, parent)
    await parent.taps_data(kin.WantWeekly().pack())

    async def at(days: float) -> int:
        moment = NOON + timedelta(days=days, hours=10 if night else 0, minutes=30)
        before = len([kind for kind, _ in await written(house, PARENT) if kind == "talk"])
        await house.store.do(lambda s: write_weekly(s, moment, awake(moment)))
        return len([k for k, _ in await written(house, PARENT) if k == "talk"]) - before

    told = [await at(days) for days in (1, 6, 8, 8.01, 9, 14, 15.1, 16)]
    assert told == ([0] * 8 if night else [0, 0, 1, 0, 0, 0, 1, 0])
    await pupil.taps_data(kin.EndLink(number).pack())
    assert await at(40) == 0
    assert await house.store.do(lambda s: weekly.wants(s, PARENT)) is night
