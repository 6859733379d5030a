"""Polling: asking Telegram for updates, and confirming only what was heard and committed.

Answers go out beside the next question. Of two pollers one stands by, and looks whether updates
are left lying before it asks again, so that two of them never take turns in cutting each other off.
"""

import asyncio
import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import TooFast
from bot.edges.telegram.reading import Arrival, number_of, read
from bot.edges.telegram.turns import Turns
from db.base import Away

log = structlog.get_logger()

MOST_UNDER_WAY = 1_000  # answers on their way; beyond it the next question waits


@dataclass(frozen=True)
class Rhythm:
    """How long to wait for updates, after trouble, and while another polls; in seconds."""

    wait: float = 50
    shortest_rest: float = 1
    longest_rest: float = 60
    stand_by: float = 5


class Poller:
    """Asks, hears, confirms; until told to stop."""

    def __init__(self, caller: Caller, turns: Turns, rhythm: Rhythm | None = None) -> None:
        self._caller, self._turns = caller, turns
        self._rhythm = rhythm or Rhythm()
        self._rest = 0.0
        self._standing_by = False
        self._left_lying = 0
        self._heard: set[int] = set()
        self._asked_from = 0
        self.offset = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set; raises InvalidToken when Telegram does not know the bot."""
        ending = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._hear(await self._unless(ending))
        finally:
            ending.cancel()
        await self._turns.finish()
        await self._confirm()

    async def _unless(self, ending: "asyncio.Task[bool]") -> list[object]:
        """The next batch; an empty one as soon as we are to end."""
        asking = asyncio.create_task(self._ask())
        await asyncio.wait({asking, ending}, return_when=asyncio.FIRST_COMPLETED)
        if asking.done():
            return asking.result()
        asking.cancel()
        await asyncio.wait({asking})
        return []

    async def _ask(self) -> list[object]:
        await asyncio.sleep(self._rest)
        try:
            return await self._look() if self._standing_by else await self._updates()
        except InvalidToken:
            log.error("Telegram does not know the bot's token; polling ends")
            raise
        except Conflict:
            self._stand_by()
        except TelegramError as error:
            self._trouble(error)
        return []

    async def _updates(self) -> list[object]:
        self._asked_from = self.offset
        batch = await self._caller.updates(self.offset, self._rhythm.wait)
        self._rest = 0.0
        return batch

    def _stand_by(self) -> None:
        if not self._standing_by:
            log.warning("another poller or a webhook hears the updates; standing by")
        self._standing_by, self._left_lying = True, 0
        self._rest = self._rhythm.stand_by * random.uniform(0.75, 1.25)

    async def _look(self) -> list[object]:
        """Whether updates are left lying twice in a row, which nobody else then hears."""
        waiting = await self._caller.call("getWebhookInfo")
        left = 0 if waiting.get("url") else waiting.get("pending_update_count", 0)
        if left and self._left_lying:
            log.warning("nobody else hears the updates; taking over")
            self._standing_by = False
        self._left_lying = left
        return []

    def _trouble(self, error: TelegramError) -> None:
        """Rest twice as long as last time, or as long as Telegram says."""
        longer = max(self._rhythm.shortest_rest, 2 * self._rest)
        asked = error.seconds if isinstance(error, TooFast) else 0
        self._rest = min(max(longer, asked), self._rhythm.longest_rest) * random.uniform(0.75, 1)
        log.warning("no updates to be had", error=str(error), rest=round(self._rest, 1))

    async def _hear(self, batch: list[object]) -> None:
        """Hear everybody at once and each in order; then move on, past what was committed."""
        if not batch:
            return
        away = await asyncio.gather(
            *(self._in_order(each) for each in _by_person(self._read(batch)))
        )
        if any(away):
            self._rest = min(max(self._rhythm.shortest_rest, 2 * self._rest), 10)
            log.warning("the database is away; the updates stay with Telegram", rest=self._rest)
            return
        self.offset = max((number_of(raw) for raw in batch), default=0) + 1
        self._heard.clear()
        await self._keep_up()

    def _read(self, batch: list[object]) -> list[Arrival]:
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
        if self.offset == self._asked_from:
            return
        try:
            await self._caller.updates(self.offset, 0, limit=1)
        except TelegramError as error:
            log.warning("the last updates are not confirmed", error=str(error))


def _by_person(arrivals: list[Arrival]) -> list[list[Arrival]]:
    key = lambda arrival: arrival.heard.person  # noqa: E731
    return [list(each) for _, each in groupby(sorted(arrivals, key=key), key)]
