"""Every button of every screen in every language is tapped, through the real edge.

Left out: of two figures put side by side, the same two the other way round.
"""

import random

import pytest

from bot.doors import COMMANDS
from bot.ui import Intent
from bot.ui.voice import labels
from content.kinds import Language
from tests import rules
from tests.chat import Chat
from tests.walker import Walker
from tests.wire import PARENT, PUPIL, READER, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPEAKERS: dict[Language, int] = {"kk": PUPIL, "ru": PARENT, "en": READER}
ROOMS = {type(intent) for intent in COMMANDS.values()}  # from these, back and home are the same


@pytest.mark.parametrize("language", SPEAKERS)
async def test_every_button_leads_to_a_screen_that_keeps_the_rules(
    house: House, language: Language
) -> None:
    walker = Walker(Chat(house, SPEAKERS[language]), language)
    await walker.walk()
    screens = list(walker.seen.values())
    assert len(screens) > 4_000
    assert walker.refused == []
    assert [line for seen in screens for line in rules.broken(seen)] == []
    assert _lost(screens) == []


def _lost(screens: list[rules.Seen]) -> list[str]:
    """Screens one cannot leave, and those that say that something went wrong."""
    sorry = {labels()[word][screens[0].language] for word in ("old-button", "gone", "closed")}
    inside = [seen for seen in screens if seen.asked != "home"]
    lines = [rules.home(seen) for seen in inside]
    lines += [rules.back(seen) for seen in inside if type(Intent.unpack(seen.asked)) not in ROOMS]
    lines += [f"{seen.asked}: apologises" for seen in inside if seen.text.startswith(tuple(sorry))]
    return [line for line in lines if line]


@pytest.mark.parametrize("seed", range(12))
async def test_back_leads_home_from_anywhere(house: House, seed: int) -> None:
    wanderer, chance = Chat(house, PARENT), random.Random(seed)
    await wanderer.says("/start")
    for _ in range(40):
        ways = [label for label in wanderer.buttons if label not in STAYING]
        await wanderer.taps(chance.choice(ways or ["🏠 Главная"]))
    for _ in range(15):
        if "← Назад" in wanderer.buttons:
            await wanderer.taps("← Назад")
    assert "← Назад" not in wanderer.buttons


STAYING = {"🏠 Главная", "← Назад", "Қазақша", "Русский", "English", "🔗 Оригинал"}
