"""The first minute: which language, what there is, and how the language is changed."""

import pytest

from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from tests.chat import Chat
from tests.wire import House

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOMES = {
    "kk": "Жұмысшы мамандықтарының қалта нұсқаулығы",
    "ru": "Карманный гид по рабочим профессиям",
    "en": "A pocket guide to working professions",
}


@pytest.mark.parametrize(
    ("app_language", "speaks"),
    [
        ("kk", "kk"),
        ("ru", "ru"),
        ("en", "en"),
        ("en-GB", "en"),
        ("RU", "ru"),
        ("de", "kk"),
        ("", "kk"),
    ],
)
async def test_the_bot_begins_in_the_language_of_the_telephone(
    house: House, pupil: Chat, app_language: str, speaks: str
) -> None:
    house.playground.change(pupil.number, language_code=app_language)
    await pupil.starts()
    assert pupil.title == HOMES[speaks]


async def test_a_pupil_reaches_a_list_of_professions_in_two_taps(pupil: Chat) -> None:
    await pupil.starts()
    await pupil.taps("🔎 Мамандықтар")
    await pupil.taps("⚙️ Техника және инженерия")
    assert "Дәнекерлеуші" in pupil.buttons
    assert len(pupil.told) == 1


@pytest.mark.parametrize("room", ["help", "answers"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_counselor_is_asked_one_screen_from_home(
    house: House, pupil: Chat, language: Language, room: str
) -> None:
    house.playground.change(pupil.number, language_code=language)
    await pupil.starts()
    for label in (room, "ask-counselor"):
        await pupil.taps(labels()[label][language])
    await pupil.says("12?")
    assert labels()["send-question"][language] in pupil.buttons


async def test_the_language_is_changed_from_home_and_stays(pupil: Chat) -> None:
    await pupil.starts()
    await pupil.taps("Русский")
    assert pupil.toast == "Теперь говорим по-русски"
    assert pupil.title == HOMES["ru"]
    await pupil.taps("🔎 Профессии")
    assert pupil.title == "Профессии"
    await pupil.says("/start")
    await pupil.taps("English")
    assert pupil.title == HOMES["en"]


async def test_the_settings_say_what_is_kept(parent: Chat) -> None:
    await parent.says("/settings")
    assert "имени, фото и телефона бот не знает" in parent.text
    await parent.taps("Қазақша")
    assert parent.title == HOMES["kk"]


@pytest.mark.parametrize(
    "command",
    ["missions", "professions", "colleges", "employers", "programmes", "figures", "saved",
     "questions", "glossary", "sources", "settings", "help"],
)  # fmt: skip
async def test_every_command_opens_its_room(reader: Chat, command: str) -> None:
    await reader.says(f"/{command}")
    assert "🏠 Home" in reader.buttons
    assert reader.title != HOMES["en"]


async def test_a_command_nobody_knows_leads_home_with_a_word(parent: Chat) -> None:
    await parent.says("/abracadabra")
    assert parent.title == "Эта кнопка устарела или ссылка повреждена. Продолжим с главной."
    assert "🔎 Профессии" in parent.buttons
