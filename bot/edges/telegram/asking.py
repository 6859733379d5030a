"""Asking: the next updates, whatever is between us and Telegram.

Of two pollers one stands by, and looks whether updates are left lying before it asks again, so that
two of them never take turns in cutting each other off.
"""

import asyncio
import random
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import TooFast

log = structlog.get_logger()


@dataclass(frozen=True)
class Rhythm:
    """How long to wait for updates, after trouble, and while another polls; in seconds."""

    wait: float = 50
    shortest_rest: float = 1
    longest_rest: float = 60
    stand_by: float = 5


class Asker:
    """Asks Telegram, with rests between where that is needed."""

    def __init__(self, caller: Caller, rhythm: Rhythm) -> None:
        self._caller, self._rhythm = caller, rhythm
        self._standing_by = False
        self._left_lying = 0
        self._rest = 0.0
        self.asked_from = 0

    async def ask(self, offset: int) -> list[Any]:
        """The next batch, or an empty one; raises InvalidToken when the bot is not known."""
        await asyncio.sleep(self._rest)
        try:
            return await self._look() if self._standing_by else await self._updates(offset)
        except InvalidToken:
            log.error("Telegram does not know the bot's token; polling ends")
            raise
        except Conflict:
            self._stand_by()
        except TelegramError as error:
            self.rest(str(error), error.seconds if isinstance(error, TooFast) else 0)
        return []

    def rest(self, why: str, asked: float = 0, longest: float | None = None) -> None:
        """Before the next question, rest twice as long as last time, or as long as is asked."""
        longer = max(self._rhythm.shortest_rest, 2 * self._rest, asked)
        most = min(longest or self._rhythm.longest_rest, self._rhythm.longest_rest)
        self._rest = min(longer, most) * random.uniform(0.75, 1)
        log.warning("resting before asking again", why=why, seconds=round(self._rest, 1))

    async def _updates(self, offset: int) -> list[Any]:
        self.asked_from = offset
        batch = await self._caller.updates(offset, self._rhythm.wait)
        self._rest = 0.0
        return batch

    def _stand_by(self) -> None:
        log.warning("another poller or a webhook hears the updates; standing by")
        self._standing_by, self._left_lying = True, 0
        self._rest = self._rhythm.stand_by * random.uniform(0.75, 1.25)

    async def _look(self) -> list[Any]:
        """Whether updates are left lying twice in a row, which nobody else then hears."""
        found = await self._caller.call("getWebhookInfo")
        left = 0 if found.get("url") else found.get("pending_update_count", 0)
        if left and self._left_lying:
            log.warning("nobody else hears the updates; taking over")
            self._standing_by = False
        self._left_lying = left
        return []
