"""Killing: the bot dies in the middle of its work, or is told everything several times at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from bot.playground import Playground
from tests.chaos.verdict import Size, Verdict
from tests.chaos.witness import judge, watch
from tests.databases import BOTH, furnished
from tests.postgres import free_port
from tests.running import running
from tests.test_faults.taps import Crowd, spread
from tests.test_processes.conftest import Telegram

IN_TIME = 120.0  # seconds
PEOPLE = 40


async def ingest(size: Size) -> AsyncIterator[Verdict]:
    """`kill -9` again and again, by both ways of hearing, on both databases."""
    for kind in BOTH:
        for hearing in ("polling", "webhook"):
            lost, twice = await _hounded(kind, hearing, size)
            detail = f"{size.updates} updates, {size.kills} kills: lost {lost}, acted twice {twice}"
            yield Verdict(f"ingest-{hearing}-{kind}", lost + twice, detail=detail)


async def redeliver(size: Size) -> AsyncIterator[Verdict]:
    """Each update told one to five times at the same moment has one effect."""
    for kind in BOTH:
        wrong = [await _told(kind, times, size) for times in range(1, 6)]
        detail = f"{size.updates} updates told 1 to 5 times"
        yield Verdict(f"redeliver-{kind}", sum(wrong), detail=detail)


async def _hounded(kind: str, hearing: str, size: Size) -> tuple[int, int]:
    address = furnished(kind, size.folder)
    await watch(address)
    async with telegram() as place:
        crowd = Crowd(place.playground, PEOPLE, max(1, size.updates // PEOPLE))
        settings = heard_by(place, hearing, address)
        crowd.tap()
        for answers in spread(len(crowd.updates), size.kills):
            with running("bot web", size.folder, **settings) as web:
                await place.playground.until(partial(crowd.has_answered, answers), IN_TIME)
                web.kill()
        with running("bot web", size.folder, **settings):
            await place.playground.until(lambda: not crowd.untold, IN_TIME)
        return await judge(address, crowd)


async def _told(kind: str, times: int, size: Size) -> int:
    address = furnished(kind, size.folder)
    await watch(address)
    async with telegram() as place:
        crowd = Crowd(place.playground, PEOPLE, max(1, size.updates // 5 // PEOPLE))
        place.playground.knobs.turn(duplicates=times)
        crowd.tap()
        with running("bot web", size.folder, **heard_by(place, "webhook", address)):
            await place.playground.until(lambda: not crowd.untold, IN_TIME)
        return sum(await judge(address, crowd))


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """A Telegram without limits, where the waits between retries are short."""
    playground = Playground(limits=False, time_scale=0.02)
    async with playground.open() as address:
        yield Telegram(playground, address)


def heard_by(place: Telegram, hearing: str, address: str) -> dict[str, Any]:
    """The settings of a bot that hears this way, and keeps in this database."""
    port = free_port()
    public = {"public_url": f"http://127.0.0.1:{port}"} if hearing == "webhook" else {}
    return place.settings(database_url=address, port=port, **public)
