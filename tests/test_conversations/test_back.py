"""The way back: it shortens the way, and never leads round in a circle."""

import pytest

from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _goes_back(somebody: Chat, label: str) -> list[str]:
    """The titles they come by, tapping back until it is no longer there."""
    titles = []
    while label in somebody.buttons:
        await somebody.taps(label)
        titles.append(somebody.title)
        assert len(titles) < 20, titles
    return titles


async def test_a_card_read_to_its_end_is_left_by_two_taps(pupil: Chat) -> None:
    await pupil.says("/professions")
    await pupil.taps("⚙️ Техника және инженерия")
    await pupil.taps("Дәнекерлеуші")
    await pupil.taps("🕗 Бір күні")
    for part in ("🧰 Құралдары", "📚 Мектепте", "🧗 Несі қиын", "🛤 Қалай оқимын", "🤖 Робот па?"):
        await pupil.taps(part)
    await pupil.taps("← Артқа")
    assert pupil.title == "Дәнекерлеуші"
    await pupil.taps("← Артқа")
    assert pupil.title == "Техника және инженерия"
