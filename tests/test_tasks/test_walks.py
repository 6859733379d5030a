"""Tasks through the real edge: tried, laid aside, gone on with, tapped twice, forged."""

import asyncio

import pytest
from sqlalchemy.orm import Session

from bot.guidance.tasks import FAMILIES, Family, make, right
from bot.guidance.tasks.staircase import MOST
from bot.playground.keyboards import buttons
from bot.rooms.interests.intents import OpenResult
from bot.rooms.tasks.intents import (
    BeginTasks,
    NextTask,
    OpenLevels,
    OpenSolved,
    ReadTask,
    SolveTask,
)
from bot.ui import Intent
from db import tasks as memory
from db.tasks import TaskRun, TaskStep
from tests.chat import Chat
from tests.sitters import METAL
from tests.test_conversations.sitting import opens, sits
from tests.wire import PARENT, House, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _offered(chat: Chat) -> list[SolveTask]:
    return [one for one in _asks(chat) if isinstance(one, SolveTask)]


def _asks(chat: Chat) -> list[Intent]:
    rows = buttons(chat.newest.get("reply_markup"))
    return [Intent.unpack(one["callback_data"]) for row in rows for one in row]


async def _steps(house: House, run: int) -> list[TaskStep]:
    def look(session: Session) -> list[TaskStep]:
        found = session.get(TaskRun, run)
        assert found
        return list(memory.steps(session, found))

    return await house.store.do(look)


async def _begins(chat: Chat, family: Family = "gears") -> int:
    await chat.taps_data(BeginTasks(family).pack())
    return _offered(chat)[0].run


async def _right(house: House, chat: Chat, family: Family) -> SolveTask:
    """The button with the right answer, of the task on the screen."""
    run = _offered(chat)[0].run
    open_ = (await _steps(house, run))[-1]
    return SolveTask(run, open_.number, right(make(family, open_.rung, open_.seed)) + 1)


async def _solves(house: House, chat: Chat, family: Family, most: int = MOST) -> None:
    """Solve so many tasks, all of them right, and look at the next."""
    for _ in range(most):
        await chat.taps_data((await _right(house, chat, family)).pack())
        assert "✅" in chat.text
        await chat.taps(chat.buttons[0])


@pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
async def test_a_parent_tries_gears_and_sees_what_is_solved(house: House, parent: Chat) -> None:
    await parent.starts()
    await parent.taps("📐 Задачи")
    assert "Это не экзамен" in parent.text
    await parent.taps("⚙️ Шестерни")
    await parent.taps("▶️ Начать")
    assert "photo" in parent.newest
    assert parent.text.startswith("1 из 12")
    await _solves(house, parent, "gears")
    assert parent.title == "Шестерни: что получилось"
    assert "посчитать передачу" in parent.text
    await parent.taps("🛠 Где это нужно")
    await parent.taps("Станочник")
    assert parent.title == "Станочник"


async def test_a_pupil_who_says_i_do_not_know_is_shown_the_way(pupil: Chat) -> None:
    await _begins(pupil, "levers")
    await pupil.taps("🤷 Білмеймін")
    assert pupil.title == "🔎 Бірге талдайық"
    assert "салмақ × қашықтық" in pupil.text
    await pupil.taps("▶️ Келесі тапсырма")
    assert pupil.text.startswith("2 / 12")


@pytest.mark.parametrize("family", FAMILIES)
async def test_every_family_is_walked_to_its_end(
    house: House, reader: Chat, family: Family
) -> None:
    run = await _begins(reader, family)
    for number in range(1, MOST + 1):
        assert reader.text.startswith(f"{number} of 12")
        tapped = _offered(reader)[number % 3]
        await reader.taps_data(tapped.pack())
        assert reader.title in ("✅ Right", "🔎 Not quite. Let us see why", "🔎 Let us work it out")
        await reader.taps(reader.buttons[0])
    assert "This is a step for today, not a mark" in reader.text
    given = [(one.rung, one.seed) for one in await _steps(house, run)]
    assert len({make(family, *one).given for one in given}) == MOST, "the same task came twice"


async def test_the_words_below_the_picture_tell_the_task_too(reader: Chat) -> None:
    await _begins(reader, "circuits")
    kinds = {one["type"] for one in reader.newest["caption_entities"]}
    assert {"expandable_blockquote", "spoiler"} <= kinds  # told to whoever asks for it
    assert "The picture in words: The current passes" in reader.text


# --- taps that come late, twice, or from elsewhere ---


async def test_a_double_tap_answers_once(house: House, parent: Chat) -> None:
    run = await _begins(parent)
    first, other = _offered(parent)[:2]
    await parent.taps_data(first.pack())
    told = parent.text
    await parent.taps_data(other.pack())
    assert parent.text == told
    assert [one.picked for one in await _steps(house, run)] == [first.pick]


async def test_two_taps_at_once_are_one_answer(house: House, parent: Chat) -> None:
    run = await _begins(parent)
    await asyncio.gather(*(parent.taps_data(one.pack()) for one in _offered(parent)[:2]))
    (step,) = await _steps(house, run)
    assert step.picked in (1, 2)
    await parent.taps_data(ReadTask(run, 1).pack())
    assert parent.buttons[0] == "▶️ Следующая задача"


async def test_two_telephones_solve_one_run(house: House, parent: Chat) -> None:
    """What was answered on one is shown as answered on the other; the task is the same on both."""
    run = await _begins(parent)
    old, asked = parent.newest, parent.text
    await parent.taps_data(NextTask(run).pack())
    assert parent.text == asked
    await parent.taps(parent.buttons[0])
    verdict = parent.text
    await parent.taps_old(_second(old), old)
    assert parent.text == verdict
    assert len(await _steps(house, run)) == 1


def _second(message: dict[str, object]) -> str:
    """The second answer of an older message."""
    rows = buttons(message["reply_markup"])  # type: ignore[arg-type]
    return str([one["text"] for row in rows for one in row][1])


async def test_an_old_task_tells_its_way_again_and_changes_nothing(
    house: House, parent: Chat
) -> None:
    run = await _begins(parent)
    first = _offered(parent)
    await parent.taps_data(first[0].pack())
    told = parent.text
    await parent.taps("▶️ Следующая задача")
    await parent.taps_data(first[1].pack())
    assert parent.text == told
    assert [one.picked for one in await _steps(house, run)] == [first[0].pick, None]
    await parent.taps("▶️ Следующая задача")
    assert parent.text.startswith("2 из 12")
    await parent.taps("← Прошлый")
    assert parent.text == told


@pytest.mark.parametrize("step", [0, 2, 13, 999])
async def test_a_task_that_was_never_asked_is_not_answered(
    house: House, parent: Chat, step: int
) -> None:
    run = await _begins(parent)
    asked = parent.text
    for forged in (SolveTask(run, step, 1), ReadTask(run, step), OpenSolved(run)):
        await parent.taps_data(forged.pack())
        assert parent.text == asked
    assert [one.picked for one in await _steps(house, run)] == [None]


@pytest.mark.parametrize("pick", [5, 99, 999_999_999])
async def test_an_answer_that_is_not_offered_is_none(house: House, parent: Chat, pick: int) -> None:
    run = await _begins(parent)
    asked = parent.text
    assert len(_offered(parent)) == 5  # four numbers, and "I don't know"
    await parent.taps_data(SolveTask(run, 1, pick).pack())
    assert parent.text == asked
    assert [one.picked for one in await _steps(house, run)] == [None]


@pytest.mark.parametrize("forged", [NextTask, OpenSolved, lambda run: SolveTask(run, 1, 1),
                                    lambda run: ReadTask(run, 1)])  # fmt: skip
async def test_somebody_elses_run_is_gone(
    house: House, parent: Chat, reader: Chat, forged: type[NextTask]
) -> None:
    run = await _begins(parent)
    for number in (run, 999_999):
        await reader.taps_data(forged(number).pack())
        assert reader.text.startswith("That page is not in the catalogue any more.")
    assert [one.picked for one in await _steps(house, run)] == [None]


async def test_a_button_of_no_family_leads_home(parent: Chat) -> None:
    await parent.taps_data("family-poems")
    assert parent.text.startswith("Эта кнопка устарела")


# --- laid aside, gone on with, kept ---


async def test_after_a_restart_it_goes_on_with_the_same_task(house: House) -> None:
    before = Chat(house, PARENT)
    await _begins(before, "faults")
    await _solves(house, before, "faults", 3)
    asked = before.text
    await before.taps("⏸ Позже")
    async with opened(house.store) as restarted:  # another process, another chat, one database
        later = Chat(restarted, PARENT)
        await later.says("/tasks")
        await later.taps("🕵️ Поиск неисправности")
        assert "Попытка уже начата" in later.text
        await later.taps("▶️ Продолжить")
        assert later.text == asked


async def test_begun_twice_it_is_one_run_and_after_its_end_a_new_one(
    house: House, parent: Chat
) -> None:
    run = await _begins(parent)
    assert await _begins(parent) == run
    await _solves(house, parent, "gears")
    await parent.taps("🔁 Начать снова")
    assert _offered(parent)[0].run != run
    await parent.taps_data(OpenLevels().pack())
    assert "посчитать передачу" in parent.text, "the level stays while a new run goes on"


async def test_after_the_result_nothing_changes_any_more(house: House, parent: Chat) -> None:
    run = await _begins(parent, "measuring")
    await _solves(house, parent, "measuring")
    result, steps = parent.text, [one.picked for one in await _steps(house, run)]
    await parent.taps_data(NextTask(run).pack())
    assert parent.text == result
    await parent.taps_data(SolveTask(run, 3, 0).pack())
    assert parent.buttons[0] == "🏁 Что получилось"
    assert [one.picked for one in await _steps(house, run)] == steps


async def test_words_and_stickers_in_mid_task_lose_nothing(house: House, parent: Chat) -> None:
    run = await _begins(parent)
    asked = parent.text
    await parent.sends("sticker")
    assert parent.text.endswith(asked)
    await parent.says("сварщик")
    await parent.taps_data(NextTask(run).pack())
    assert parent.text == asked


async def test_tasks_change_nothing_in_what_interests_lead_to(house: House, parent: Chat) -> None:
    attempt = await sits(parent, METAL)
    before = [await opens(parent, attempt), *parent.buttons]
    await _begins(parent, "circuits")
    await _solves(house, parent, "circuits")
    await parent.taps_data(OpenResult(attempt).pack())
    assert [parent.text, *parent.buttons] == before


async def test_nothing_is_called_a_lack(house: House, parent: Chat) -> None:
    await _begins(parent, "projections")
    for _ in range(MOST):
        await parent.taps("🤷 Не знаю")
        await parent.taps(parent.buttons[0])
    assert "Первые шаги сделаны" in parent.text
    assert "Дальше: узнать вид сверху, спереди и справа." in parent.text
    assert not any(word in parent.text.lower() for word in ("не дано", "слаб", "низк", "балл", "%"))
