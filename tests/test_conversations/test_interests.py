"""The interest test, walked: begun, laid aside, gone on with, answered otherwise, and read."""

import pytest

from bot.rooms.interests.intents import AskAgain, BeginYoung, OpenHistory, OpenValues, PickValue
from bot.ui import Intent
from tests.chat import Chat
from tests.sitters import EVENLY, METAL, PEOPLE, UNSURE
from tests.test_conversations.sitting import answers, begins, offered, opens, sits
from tests.wire import PARENT, House, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_somebody_who_likes_metal_gets_trades_with_reasons(parent: Chat) -> None:
    """P16: one hint among many, the three answers that mattered, and a person to ask."""
    await parent.starts()
    await parent.taps("🧩 Мои интересы")
    await parent.taps("▶️ Начать")
    assert parent.text.startswith("1 из 20")
    await answers(parent, METAL)
    assert parent.title == "Профессии, на которые стоит взглянуть"
    assert "делать руками, техника" in parent.text
    assert "Не диагноз и не приговор" in parent.text
    assert "%" not in parent.text
    await parent.taps("💡 Почему")
    assert "Почему именно они" in parent.text
    told = parent.text.partition("Какие ответы повлияли больше всего:")[2].partition("\n\n")[0]
    assert told.count("\n• ") == 3
    assert "✍️ Спросить профориентатора" in parent.buttons
    assert len(parent.told) == 1


async def test_somebody_who_loves_people_gets_other_trades(parent: Chat, reader: Chat) -> None:
    await sits(parent, METAL)
    await sits(reader, PEOPLE)
    assert "helping people" in reader.text
    assert not set(_trades(reader)) & set(_trades(parent))


@pytest.mark.parametrize("sitter", [EVENLY, UNSURE])
async def test_answers_that_tell_nothing_are_not_guessed_from(parent: Chat, sitter: object) -> None:
    await sits(parent, sitter)  # type: ignore[arg-type]
    assert parent.title == "Широкий профиль"
    assert {"➕ Больше вопросов", "🔎 Профессии", "🗂 Иначе"} <= set(parent.buttons)


async def test_grades_five_to_seven_choose_of_twenty_pairs(pupil: Chat) -> None:
    await pupil.starts()
    await pupil.taps("🧩 Қызығушылық")
    await pupil.taps("🎒 5–7-сыныпқа")
    assert pupil.text.startswith("1 / 20")
    assert pupil.rows[:2] == [["1️⃣ Біріншісін"], ["2️⃣ Екіншісін"]]
    await answers(pupil, METAL, 19)
    assert pupil.text.startswith("20 / 20")
    await answers(pupil, METAL)
    assert "Көбірек тартатыны: техника мен материал." in pupil.text
    await pupil.taps("🎲 Ойнап көру")
    assert "шаммен жанатын тізбек" in pupil.text


async def test_a_young_pupil_changes_the_choice_before(pupil: Chat) -> None:
    await begins(pupil, BeginYoung())
    await pupil.taps("1️⃣ Біріншісін")
    await pupil.taps("← Алдыңғысы")
    assert pupil.text.startswith("1 / 20")
    assert "✅ Біріншісін" in pupil.buttons
    await pupil.taps("2️⃣ Екіншісін")
    assert pupil.text.startswith("2 / 20")


async def test_an_earlier_answer_is_shown_and_can_be_changed(parent: Chat) -> None:
    attempt = await begins(parent)
    await parent.taps("🤩 Очень нравится")
    await parent.taps("🙂 Нравится")
    await parent.taps_data(AskAgain(attempt, 1).pack())
    assert "✅ Очень нравится" in parent.buttons
    await parent.taps("😖 Совсем не нравится")
    assert parent.text.startswith("3 из 20")
    await parent.taps_data(AskAgain(attempt, 1).pack())
    assert "✅ Совсем не нравится" in parent.buttons


async def test_the_card_that_draws_most_can_be_picked_anew(parent: Chat) -> None:
    await begins(parent)
    while "Что из этого ближе всего?" not in parent.text:
        await answers(parent, METAL, 1)
    cards = parent.text
    await answers(parent, METAL, 1)
    await parent.taps("← Прошлый")
    assert parent.text == cards


# --- laid aside, and gone on with ---


async def test_after_days_and_a_restart_it_goes_on_at_the_same_question(house: House) -> None:
    before = Chat(house, PARENT)
    await begins(before)
    await answers(before, METAL, 7)
    question = before.text
    await before.taps("⏸ Позже")
    async with opened(house.store) as restarted:  # another process, another chat, the same database
        later = Chat(restarted, PARENT)
        await later.says("/start")
        await later.taps("▶️ Продолжить")
        assert later.text == question
        await answers(later, METAL)
        assert later.title == "Профессии, на которые стоит взглянуть"


@pytest.mark.parametrize("command", ["/start", "/test"])
async def test_coming_back_in_mid_test_one_may_go_on_or_begin_anew(
    parent: Chat, command: str
) -> None:
    await begins(parent)
    await answers(parent, METAL, 3)
    question = parent.text
    await parent.says(command)
    assert {"▶️ Продолжить", "🔁 Начать снова"} <= set(parent.buttons)
    await parent.taps("▶️ Продолжить")
    assert parent.text == question
    await parent.says(command)
    await parent.taps("🔁 Начать снова")
    assert parent.text.startswith("1 из 20")


async def test_whoever_is_done_is_not_asked_to_go_on(parent: Chat) -> None:
    await begins(parent)  # left after one question
    await answers(parent, METAL, 1)
    await sits(parent, METAL)
    await parent.says("/start")
    assert "▶️ Продолжить" not in parent.buttons


# --- what is kept, and what matters ---


async def test_what_moved_is_told_as_growth(parent: Chat) -> None:
    await sits(parent, METAL)
    await sits(parent, PEOPLE)
    await sits(parent, PEOPLE)
    await parent.taps_data(OpenHistory().pack())
    newest, second, first = parent.text.split("\n\n")[1:4]
    assert "Впереди то же, что и раньше." in newest
    assert "Вперёд вышло: помогать людям; начинать дело и вести за собой." in second
    assert "вышло" not in first
    assert "Перемены — это рост" in parent.text


async def test_what_matters_brings_questions_and_changes_no_suggestion(parent: Chat) -> None:
    attempt = await sits(parent, METAL)
    before = [await opens(parent, attempt), *_doors(parent)]
    await parent.taps("⚖️ Что важно")
    await parent.taps("Заработок")
    assert "Сколько платят в начале" in parent.text
    await parent.taps("Поездки")
    assert [await opens(parent, attempt), *_doors(parent)] == before
    await parent.taps_data(OpenValues(attempt).pack())
    await parent.taps("✅ Заработок")
    assert "Сколько платят" not in parent.text


def _doors(chat: Chat) -> list[Intent]:
    return list(offered(chat))


async def test_a_fifth_value_is_one_too_many(parent: Chat) -> None:
    attempt = await sits(parent, METAL)
    for value in ("money", "travel", "helping", "stability", "independence"):
        await parent.taps_data(PickValue(attempt, value).pack())
    assert parent.toast == "Четырёх достаточно: сначала снимите одну отметку"
    assert sum(label.startswith("✅") for label in parent.buttons) == 4


async def test_a_result_is_sent_on_in_a_message_of_its_own_without_a_name(parent: Chat) -> None:
    await sits(parent, METAL)
    await parent.taps("🖼 Картинка")
    told = len(parent.told)
    await parent.taps("📤 Поделиться")
    assert len(parent.told) == told + 1
    assert "делать руками, техника" in parent.text
    assert "Марат" not in parent.text
    assert str(PARENT) not in parent.text


async def test_more_questions_begin_with_what_was_answered(parent: Chat) -> None:
    await sits(parent, EVENLY)
    await parent.taps("➕ Больше вопросов")
    asked = int(parent.text.split()[0])
    assert asked > 12
    assert parent.text.startswith(f"{asked} из 54")


async def test_kazakh_and_russian_answers_alike_give_the_same(pupil: Chat, parent: Chat) -> None:
    await sits(pupil, METAL)
    await sits(parent, METAL)
    assert _trades(pupil) == _trades(parent)


def _trades(chat: Chat) -> list[str]:
    """The professions a result leads to, on its first page."""
    return [one.pack() for one in offered(chat) if one.code == "prof"]
