"""Privacy: what is kept is told, taken along and forgotten, as people do it in the chat."""

import orjson
import pytest

from bot.playground import Person
from tests.chat import Chat
from tests.test_conversations.test_staff import COUNSELOR, accepts, admin, counselor, invites, makes
from tests.wire import ADMIN, PARENT, PUPIL, House

__all__ = ["admin", "counselor"]

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True),
]
CANARY = "канарейка Айым 87011234567"


async def _notes(pupil: Chat) -> None:
    """Keep a card with a note on it."""
    await pupil.taps_data("save-welder")
    await pupil.taps_data("note-professions_welder")
    await pupil.says(CANARY)


async def test_what_telegram_tells_of_somebody_is_not_kept(house: House, parent: Chat) -> None:
    """P01: their name and username end at the edge."""
    await parent.says("/start")
    await parent.sends("contact")
    memory = await house.memory()
    assert str(PARENT) in memory
    assert not [word for word in ("Марат", "Сериков") if word in memory]


async def test_a_pupil_reads_what_is_kept_and_why(pupil: Chat) -> None:
    """P02, P12: no consent is asked for what only they see; all of it is told in plain words."""
    await pupil.says("/privacy")
    assert "Жарнама жоқ" in pupil.text
    await pupil.taps("🗂 Не сақталады")
    await pupil.taps("Ауысымдар")
    assert [word in pupil.text for word in ("Не үшін", "Қанша уақыт", "Кім көреді")]
    await pupil.says("/privacy")
    await pupil.taps("✍️ Келісімдер")
    assert "Әзірге ештеңеге келісім бермедіңіз" in pupil.text


async def test_a_pupil_gets_all_of_it_as_a_file(house: House, pupil: Chat) -> None:
    """P10: JSON and plain words; the note is opened for them, and nobody keeps the file."""
    await _notes(pupil)
    await pupil.says("/mydata")
    assert "сақталған карточкалар: 1" in pupil.text
    await pupil.taps("📄 Бәрін файлмен жіберу")
    sent = pupil.newest["document"]
    assert sent["file_name"] == "mydata.json"
    told = orjson.loads(house.playground.files.find(sent["file_id"]).content)["tables"]
    assert told["saved"][0]["note"] == CANARY
    assert told["people"][0]["id"] == PUPIL
    assert "grade" in told["people"][0]
    assert CANARY not in (await house.memory()).replace(str(sent), "")


async def test_a_pupil_is_forgotten_with_the_second_tap(house: House, pupil: Chat) -> None:
    """P10: the first tap asks; after the second nothing holds their number or their words."""
    await _notes(pupil)
    await pupil.says("/forget")
    assert (await house.kept())["people"] == 1
    await pupil.taps("🗑 Иә, бәрін өшір")
    assert pupil.title == "Бот сізді ұмытты"
    assert (await house.kept()) | {"heard": 0} == {"saved": 0, "people": 0, "heard": 0, "aside": 0}
    assert str(PUPIL) not in (await house.memory()).split()


async def test_who_closes_the_chat_after_being_forgotten_is_not_met_again(
    house: House, pupil: Chat
) -> None:
    """P10: Telegram tells that they blocked the bot, and nobody keeps it."""
    await pupil.says("/forget")
    await pupil.taps("🗑 Иә, бәрін өшір")
    await pupil.blocks()
    assert (await house.kept())["people"] == 0


async def test_whoever_writes_again_begins_anew(house: House, pupil: Chat) -> None:
    await _notes(pupil)
    await pupil.says("/forget")
    await pupil.taps("🗑 Иә, бәрін өшір")
    await pupil.taps("🏠 Басты бет")
    await pupil.says("/saved")
    assert CANARY not in pupil.text
    assert await house.kept() | {"heard": 0} == {"saved": 0, "people": 1, "heard": 0, "aside": 0}


async def test_a_consent_has_a_receipt_and_is_taken_back_in_two_taps(
    house: House, admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    """P03: which words, when, taken back when; and what was agreed to ends with it."""
    await accepts(counselor, await invites(admin))
    code = await makes(counselor)
    await pupil.starts(f"c_{code}")
    words = pupil.text.split("\n")[3]
    await pupil.taps("🎒 Оқушымын")
    await pupil.says("/privacy")
    await pupil.taps("✍️ Келісімдер")
    await pupil.taps("1")
    assert words in pupil.text
    assert "Мәтін нұсқасы: 2" in pupil.text
    assert "Күшінде" in pupil.text
    await pupil.taps("↩️ Келісімді қайтарып алу")
    assert "Қайтарып алдыңыз: 23.11.2026" in pupil.text
    assert "↩️ Келісімді қайтарып алу" not in pupil.buttons
    await pupil.taps_data("joined")
    assert "9 <b>A" not in pupil.text


async def test_a_counselor_who_is_forgotten_leads_nothing_any_more(
    house: House, admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    """P17, P11: the role and the classes end; the trail shows a pseudonym."""
    await accepts(counselor, await invites(admin))
    code = await makes(counselor)
    await pupil.starts(f"c_{code}")
    await pupil.taps("🎒 Оқушымын")
    await counselor.says("/forget")
    assert "your classes are closed" in counselor.text
    await counselor.taps("🗑 Yes, delete everything")
    await pupil.taps_data("joined")
    assert "9 <b>A" not in pupil.text
    await counselor.says("/classes")
    assert "➕ New class" not in counselor.buttons
    await admin.says("/staff")
    await admin.taps("📜 Audit trail")
    assert "made a class" in admin.text
    assert str(COUNSELOR) not in admin.text.replace("classes/", "").split()


async def test_an_admin_of_the_settings_can_be_forgotten_too(house: House, admin: Chat) -> None:
    await invites(admin)
    await admin.says("/forget")
    await admin.taps("🗑 Yes, delete everything")
    assert str(ADMIN) not in await house.memory()
    assert house.playground.people[ADMIN] == Person(ADMIN, "Сауле", "en", started=True)
