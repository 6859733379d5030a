"""Durable work where something fails: what a lane left is gone on with, and a database may go."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from bot import depot, durable
from bot.durable import LANES, Durable
from db.announcements import Announcement
from db.base import Away, Store, Work
from tests.databases import furnished, stocked
from tests.test_sending.stand import NOON, Hour, Stand, announced

T = TypeVar("T")


@dataclass
class Breaking:
    """A carrier whose lane three breaks once, as no code should."""

    carried: list[int] = field(default_factory=list)
    rested: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, number: int, run: int) -> bool:
        """It may go out."""
        return True

    async def carry(self, number: int, run: int, lane: int) -> str:
        """Nothing is left in any lane, but for the one that breaks."""
        self.carried.append(lane)
        if lane == 3 and self.carried.count(3) == 1:
            raise ZeroDivisionError
        return "over"

    async def rest(self, number: int, run: int) -> float:
        """Over once every lane was served."""
        self.rested += 1
        if self.rested == 2:
            self.over.set()
        return 0.0 if self.rested == 1 else -1.0


async def test_a_lane_that_breaks_does_not_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "AGAIN", 0.1)
    carrier = Breaking()
    work = Durable(furnished("sqlite", tmp_path), "here", carrier)
    await work.launch()
    await work.begin(1, 1)
    async with asyncio.timeout(30):
        await carrier.over.wait()
    await work.end()
    assert sorted(carrier.carried) == sorted([*range(LANES), *range(LANES)])


@dataclass
class Coming:
    """A store that is away every other time."""

    store: Store
    times: int = 0

    async def do(self, work: Work[T]) -> T:
        """Run it, or be away."""
        self.times += 1
        if self.times % 2:
            raise Away("for a moment")
        return await self.store.do(work)

    async def close(self) -> None:
        """Nothing: the test closes it."""


async def test_a_database_that_comes_and_goes_ends_no_run(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F10: neither while it is opened, nor while its author is shown how far it is, nor after."""
    monkeypatch.setattr(depot, "LOST", 0.0)
    number = await store.do(lambda session: announced(session, 3))
    here = Stand(Coming(store), await stocked(store), hour=Hour(NOON))
    dispatch = here.dispatch()
    assert await dispatch.open(number, 1)
    assert await dispatch.carry(number, 1, 0) == "over"
    assert await dispatch.rest(number, 1) == -1.0
    assert await store.do(lambda session: session.get_one(Announcement, number).stage) == "done"
