"""Sharing, as people do it: a link copied, a picture sent, a code shown, a map looked at."""

import re
from typing import Any

import pytest

from bot.playground.keyboards import buttons
from bot.ui.picture.qr import SIDE
from tests.chat import Chat
from tests.wire import House

pytestmark = pytest.mark.asyncio(loop_scope="session")


def key(chat: Chat, label: str) -> dict[str, Any]:
    """The button with this label, as Telegram got it."""
    rows = buttons(chat.newest["reply_markup"])
    return next(one for row in rows for one in row if one["text"] == label)


def uploads(chat: Chat) -> list[bool]:
    """Of the pictures sent, the oldest first, which were uploaded and not named."""
    sent = chat.playground.calls.find(method="sendPhoto")
    return [not str(each["params"].get("photo", "attach")).startswith("BQAC") for each in sent]


async def test_a_pupil_sends_a_profession_to_a_friend(pupil: Chat, house: House) -> None:
    await pupil.starts("p_welder")
    await pupil.taps("📤 Бөлісу")
    link = f"https://t.me/{house.conversation.bot}?start=p_welder"
    assert link in pupil.text
    assert key(pupil, "📋 Сілтемені көшіру")["copy_text"] == {"text": link}
    assert key(pupil, "💬 Чатқа жіберу")["switch_inline_query"] == "Дәнекерлеуші kk"
    await pupil.taps("← Артқа")
    assert pupil.title == "Дәнекерлеуші"


@pytest.mark.parametrize(
    ("payload", "ways"),
    [
        ("p_welder", ["🖼 Картинка", "🔳 QR-код"]),
        ("k_adilet", ["🗺 Показать на карте"]),
        ("w_kazzinc", ["🗺 Показать на карте"]),
        ("w_vosca", ["🔳 QR-код"]),
        ("g_dual-training", ["🔳 QR-код"]),
    ],
)
async def test_everything_can_be_shared(parent: Chat, payload: str, ways: list[str]) -> None:
    await parent.starts(payload)
    assert len(parent.rows) <= 8
    await parent.taps("📤 Поделиться")
    assert parent.rows[2] == ways
    assert f"?start={payload}" in parent.text
    await parent.taps("🔳 QR-код")
    assert parent.newest["photo"][-1]["width"] == SIDE
    assert f"?start={payload}" in parent.text
    await parent.taps("← Назад")
    assert parent.rows[2] == ways


async def test_the_words_below_a_picture_say_what_is_on_it(reader: Chat) -> None:
    await reader.starts("p_welder")
    await reader.taps("📤 Share")
    await reader.taps("🖼 Picture")
    photo = reader.newest["photo"][-1]
    assert (photo["width"], photo["height"]) == (1080, 1350)
    assert photo["file_size"] <= 200_000
    for words in ("Welder", "Melts the edges", "welding machine", "Physics", "13:30", "p_welder"):
        assert words in reader.text


async def test_a_picture_is_uploaded_once_and_then_named(pupil: Chat, parent: Chat) -> None:
    await pupil.taps_data("pic-cook")
    await pupil.taps_data("pic-cook")
    await parent.taps_data("pic-cook")
    other = parent.newest["photo"][-1]["file_id"]
    assert uploads(pupil) == [True, False, True]
    await pupil.taps_data("pic-cook")
    assert pupil.newest["photo"][-1]["file_id"] != other


async def test_a_map_names_towns_and_who_is_there(parent: Chat) -> None:
    await parent.starts("p_welder")
    await parent.taps("🎓 Колледжи")
    await parent.taps("🗺 Показать на карте")
    assert parent.newest["photo"][-1]["width"] == 1080
    assert re.search(r"Усть-Каменогорск\n🎓 .+\n🏭 .*Казцинк", parent.text)
    assert "около 5 км" in parent.text
    await parent.taps("← Назад")
    assert parent.title == "Сварщик: колледжи"
    await parent.starts("p_welder")
    await parent.taps("🏭 Где нужны")
    await parent.taps("🗺 Показать на карте")
    await parent.taps("← Назад")
    assert parent.title == "Сварщик: кому нужны"


@pytest.mark.parametrize(
    ("payload", "region"), [("k_adilet", "Алматы"), ("w_kazzinc", "Восточно-Казахстанская")]
)
async def test_a_college_or_an_employer_is_a_dot_on_a_map_and_words_below(
    parent: Chat, payload: str, region: str
) -> None:
    await parent.starts(payload)
    name = parent.title
    await parent.taps("📤 Поделиться")
    await parent.taps("🗺 Показать на карте")
    assert parent.newest["photo"][-1]["width"] == 1080
    assert parent.title == name
    assert f"Регион: {region}" in parent.text.replace("город ", "")
    await parent.taps("← Назад")
    assert parent.title == f"{name}: поделиться"


async def test_an_employer_without_a_town_has_words_and_no_map(parent: Chat) -> None:
    await parent.taps_data("town-employers_vosca")
    assert "photo" not in parent.newest
    assert "не назван" in parent.text


async def test_a_trade_with_no_town_has_words_and_no_map(parent: Chat) -> None:
    await parent.taps_data("map-rolling-mill-operator")
    assert "photo" not in parent.newest
    assert "не названы" in parent.text


async def test_a_sticker_on_a_picture_shows_the_picture_again(pupil: Chat) -> None:
    await pupil.taps_data("pic-nurse")
    await pupil.sends("sticker")
    assert "photo" in pupil.newest
    assert pupil.title.startswith("Мен мәтін мен батырмаларды")
    assert uploads(pupil)[-1] is False


@pytest.mark.parametrize("data", ["pic-lamplighter", "map-lamplighter", "town-colleges_nowhere"])
async def test_what_is_gone_cannot_be_shared(pupil: Chat, data: str) -> None:
    await pupil.taps_data(data)
    assert "🔎 Мамандықтар" in pupil.buttons


@pytest.mark.parametrize("data", ["qr-figures_x", "share-terms_x", "share-professions", "map-Ж"])
async def test_a_forged_button_leads_home(pupil: Chat, data: str) -> None:
    await pupil.taps_data(data)
    assert "🔎 Мамандықтар" in pupil.buttons
