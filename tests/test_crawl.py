"""Every button of every screen in every language is tapped, through the real edge.

Left out is what only repeats. Any figure or profession can be put beside any other, thousands of
pairs: walked are those offered first, and the same two only once. The steps of a way into a trade
are the same for each but for its name, and pictures are drawn by the same hand: walked are those of
a few. To a question of the test one answer is given, after a first test that was answered in
earnest and has a result. The languages are walked side by side, each in a process and a house of
its own.
"""

import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from bot.doors import COMMANDS
from bot.rooms.share.intents import ShowMap
from bot.ui import Intent
from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from tests import rules
from tests.chat import Chat
from tests.databases import furnished
from tests.walker import SPEAKERS, Walked, walk
from tests.wire import House

ROOMS = {type(intent) for intent in COMMANDS.values()}  # from these, back and home are the same
STAYING = {"🏠 Главная", "← Назад", "Қазақша", "Русский", "English"}


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Walked]:
    """What was seen in each language."""
    folder: Path = tmp_path_factory.mktemp("walks")
    addresses = [furnished("sqlite", folder) for _ in LANGUAGES]
    with ProcessPoolExecutor(3, multiprocessing.get_context("spawn")) as pool:
        return dict(zip(LANGUAGES, pool.map(walk, LANGUAGES, addresses), strict=True))


@pytest.fixture(params=LANGUAGES)
def walked(request: pytest.FixtureRequest, walks: dict[Language, Walked]) -> Walked:
    """What was seen in one language."""
    return walks[request.param]


def test_there_is_much_to_see(walks: dict[Language, Walked]) -> None:
    kk, ru, en = (set(walks[language].seen) for language in LANGUAGES)
    assert len(kk) > 3_000
    assert kk == ru == en


def test_telegram_takes_every_screen(walked: Walked) -> None:
    assert walked.refused == []


def test_every_screen_keeps_the_rules(walked: Walked) -> None:
    broken = [rules.broken(seen, long=_means_to_be(seen)) for seen in walked.seen.values()]
    assert [line for lines in broken for line in lines] == []


def _means_to_be(seen: rules.Seen) -> bool:
    """Whether it says of itself that it is long: below a map stands who is in each of its towns."""
    return isinstance(Intent.unpack(seen.asked), ShowMap)


def test_every_screen_leads_home_and_back(walked: Walked) -> None:
    inside = [seen for asked, seen in walked.seen.items() if asked != "home"]
    assert [line for seen in inside if (line := rules.home(seen))] == []
    below = [seen for seen in inside if type(Intent.unpack(seen.asked)) not in ROOMS]
    assert [line for seen in below if (line := rules.back(seen))] == []


def test_no_button_leads_to_an_apology(walked: Walked) -> None:
    words = [labels()[word] for word in ("old-button", "gone", "closed")]
    sorry = tuple(words[at][language] for at in range(3) for language in LANGUAGES)
    assert [asked for asked, seen in walked.seen.items() if seen.text.startswith(sorry)] == []


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.asyncio(loop_scope="session")
async def test_back_leads_home_from_anywhere(house: House, seed: int) -> None:
    wanderer, chance = Chat(house, SPEAKERS["ru"]), random.Random(seed)
    await wanderer.says("/start")
    for _ in range(40):
        ways = [label for label in wanderer.doors if label not in STAYING]
        await wanderer.taps(chance.choice(ways or ["🏠 Главная"]))
    for _ in range(15):
        if "← Назад" in wanderer.buttons:
            await wanderer.taps("← Назад")
    assert "← Назад" not in wanderer.buttons
