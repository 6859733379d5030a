"""Polling: asking for updates, and confirming only what was heard and committed.

Answers go out beside the next question.
"""

import asyncio
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.edges.telegram.arrival import Arrival, number_of
from bot.edges.telegram.asking import Asker, Rhythm
from bot.edges.telegram.caller import Caller
from bot.edges.telegram.reading import read
from bot.edges.telegram.turns import Turns
from db.base import Away

log = structlog.get_logger()

MOST_UNDER_WAY = 1_000  # answers on their way; beyond it the next question waits
LONGEST_AWAY = 10.0  # seconds between two looks whether the database is back


class Poller:
    """Asks, hears, confirms; until told to stop."""

    def __init__(self, caller: Caller, turns: Turns, rhythm: Rhythm | None = None) -> None:
        self._caller, self._turns = caller, turns
        self._asker = Asker(caller, rhythm or Rhythm())
        self._heard: set[int] = set()
        self._offset = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; raises InvalidToken when Telegram does not know the bot."""
        ending = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._hear(await self._next(ending))
        finally:
            ending.cancel()
        await self._turns.finish()
        await self._confirm()

    async def _next(self, ending: "asyncio.Task[bool]") -> list[Any]:
        """The next batch; an empty one as soon as we are to end."""
        asking = asyncio.create_task(self._asker.ask(self._offset))
        await asyncio.wait({asking, ending}, return_when=asyncio.FIRST_COMPLETED)
        if asking.done():
            return asking.result()
        asking.cancel()
        await asyncio.wait({asking})
        return []

    async def _hear(self, batch: list[Any]) -> None:
        """Hear everybody at once and each in order; then move on, past what was committed."""
        if not batch:
            return
        people = _by_person(self._read(batch))
        if any(await asyncio.gather(*(self._in_order(arrivals) for arrivals in people))):
            self._asker.rest("the database is away", longest=LONGEST_AWAY)
            return
        self._offset = max(number_of(raw) for raw in batch) + 1
        self._heard.clear()
        await self._keep_up()

    def _read(self, batch: list[Any]) -> list[Arrival]:
        fresh = (raw for raw in batch if number_of(raw) not in self._heard)
        return [read(raw, self._caller.name_known) for raw in fresh]

    async def _in_order(self, arrivals: Iterable[Arrival]) -> bool:
        """Hear one person's updates; stops, and says so, when the database is away."""
        for arrival in arrivals:
            try:
                await self._turns.take(arrival)
            except Away:
                return True
            self._heard.add(arrival.heard.update)
        return False

    async def _keep_up(self) -> None:
        while len(under_way := self._turns.under_way) > MOST_UNDER_WAY:
            await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)

    async def _confirm(self) -> None:
        """Tell Telegram the last offset, which else the next question would have told."""
        if self._offset == self._asker.asked_from:
            return
        try:
            await self._caller.updates(self._offset, 0, limit=1)
        except TelegramError as error:
            log.warning("the last updates are not confirmed", error=str(error))


def _by_person(arrivals: list[Arrival]) -> list[list[Arrival]]:
    """Each person's arrivals, in the order they came."""
    ordered = sorted(arrivals, key=_person)
    return [list(each) for _, each in groupby(ordered, _person)]


def _person(arrival: Arrival) -> int:
    return arrival.heard.person
