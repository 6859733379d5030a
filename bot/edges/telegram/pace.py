"""The pace: how patient we are with Telegram, and how fast a chat may be answered unheard."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telegram.error import ChatMigrated, TelegramError

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import Ambiguous, NeverLeft, TooFast

REMEMBERED = 10_000  # chats
LONGEST_DEBT = 30  # seconds


@dataclass(frozen=True)
class Patience:
    """How long a reply waits before it is tried again, in seconds."""

    away: tuple[float, ...] = (1, 2, 4)
    slowed: int = 3
    longest: float = 30


class Tries:
    """What was already tried for one call."""

    def __init__(self, patience: Patience, *, repeatable: bool) -> None:
        self._slowed = patience.slowed
        self._away = list(patience.away)
        self._longest = patience.longest
        self._repeatable = repeatable

    def wait(self, error: TelegramError) -> float | None:
        """Seconds until the call may be made again; None gives it up."""
        if isinstance(error, TooFast) and self._slowed:
            self._slowed -= 1
            return min(error.seconds, self._longest)
        if isinstance(error, NeverLeft) and self._away:
            return self._away.pop(0) * random.uniform(0.75, 1.25)
        if isinstance(error, Ambiguous) and self._repeatable:
            self._repeatable = False
            return 0.0
        return None


async def insist(
    caller: Caller, patience: Patience, method: str, parameters: dict[str, Any], repeatable: bool
) -> Any:
    """Make the call, again where that is safe; raises what it finally came to.

    A call that may have been done is made again only where twice does no harm (`repeatable`).
    """
    tries: Tries | None = None
    while True:
        try:
            return await caller.call(method, **parameters)
        except ChatMigrated as moved:
            if parameters["chat_id"] == moved.new_chat_id:
                raise
            parameters = {**parameters, "chat_id": moved.new_chat_id}
        except TelegramError as error:
            tries = tries or Tries(patience, repeatable=repeatable)
            if (wait := tries.wait(error)) is None:
                raise
            await asyncio.sleep(wait)


class Pace:
    """Tells whether a chat is answered so calmly that Telegram will not mind.

    Of a call in the answer to a webhook we never hear that it was refused with 429. So whoever taps
    faster than this is answered by a call of its own, which waits and tries again.
    """

    def __init__(self, burst: float = 4, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst = burst
        self._clock = clock
        self._chats: dict[int, tuple[float, float]] = {}

    def is_calm(self, chat: int) -> bool:
        """Count one reply: a burst is calm, then one a second; haste must be made good first."""
        now = self._clock()
        left, at = self._chats.pop(chat, (self._burst, now))
        left = min(self._burst, left + now - at) - 1
        self._chats[chat] = (max(left, -LONGEST_DEBT), now)
        if len(self._chats) > REMEMBERED:
            del self._chats[next(iter(self._chats))]
        return left >= 0
