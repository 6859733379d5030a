"""The same talk by polling, and what happens when a turn breaks."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.doors import ROUTER
from bot.rooms.home.intents import OpenHelp
from bot.turn import Turn
from bot.ui import Screen
from db.base import Store
from tests.chat import Chat
from tests.wire import PARENT, PUPIL, House, opened

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def polled(store: Store) -> AsyncIterator[House]:
    """A house that asks for its updates."""
    async with opened(store, polling=True) as house:
        await house.empty()
        yield house


async def test_a_walk_by_polling(polled: House) -> None:
    pupil = Chat(polled, PUPIL)
    await pupil.starts()
    await pupil.taps("🔎 Мамандықтар")
    await pupil.taps("⚙️ Техника және инженерия")
    await pupil.taps("Дәнекерлеуші")
    await pupil.taps("☆ Сақтау")
    assert pupil.toast == "Сақталды"
    assert "★ Сақталған" in pupil.buttons
    assert len(pupil.told) == 1


def _breaks(intent: OpenHelp, turn: Turn) -> Screen:
    """A door behind which something is broken, and that quotes what was said."""
    raise LookupError(turn.words)


@pytest_asyncio.fixture(loop_scope="session")
async def fragile(store: Store) -> AsyncIterator[House]:
    """A house whose help page is broken."""
    router = replace(ROUTER, doors={**ROUTER.doors, OpenHelp: _breaks})
    async with opened(store, router=router) as house:
        await house.empty()
        yield house


async def test_a_turn_that_breaks_is_kept_aside_and_apologised_for(fragile: House) -> None:
    parent = Chat(fragile, PARENT)
    await parent.says("/help my hidden words")
    assert parent.title.startswith("Простите, у нас что-то сломалось")
    assert (await fragile.kept())["aside"] == 1
    assert "hidden" not in await fragile.memory()
    await parent.says("/start")
    assert parent.title == "Карманный гид по рабочим профессиям"


async def test_an_apology_has_a_way_out_too(fragile: House) -> None:
    parent = Chat(fragile, PARENT)
    await parent.taps_data("help")
    assert "/start" in parent.text
