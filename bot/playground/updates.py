"""Updates that wait for the bot: numbered, ordered, forgotten when they are too old."""

import asyncio
import itertools
import math
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from bot.playground.knobs import Knobs
from bot.playground.shapes import Json

DAY = 86_400.0
LIVES = {"callback_query": 150.0, "inline_query": 30.0, "chosen_inline_result": 600.0}
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
"""The kinds a bot hears only when it asks for them."""


@dataclass
class Update:
    """One thing to tell the bot."""

    id: int
    kind: str
    body: Json
    queue: Hashable
    expires: float

    def told(self) -> Json:
        """The update as the bot reads it."""
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """All that the bot has not confirmed yet, oldest first."""

    def __init__(self, knobs: Knobs, clock: Callable[[], float] = time.monotonic) -> None:
        self._knobs = knobs
        self._clock = clock
        self._soonest = math.inf
        self.next_id = 100_000_001
        self.allowed: list[str] = []
        self.waiting: dict[int, Update] = {}
        self.heard: dict[int, Update] = {}
        self.came = asyncio.Event()
        self.stirred = asyncio.Event()

    def add(self, kind: str, body: Json, queue: Hashable) -> Update | None:
        """Keep an update for the bot, unless it did not ask for this kind."""
        if not self.wants(kind):
            return None
        update = Update(self.next_id, kind, body, queue, self._expiry(kind))
        self.next_id += 1
        self.waiting[update.id] = update
        self._soonest = min(self._soonest, update.expires)
        self.stir()
        return update

    def stir(self) -> None:
        """Wake whoever waits: the poller, and whoever tells the webhook."""
        self.came.set()
        self.stirred.set()

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def ask_for(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; none said leaves it as it was."""
        if kinds is not None:
            self.allowed = list(kinds)

    def first(self, limit: int) -> list[Update]:
        """The oldest updates that are still good."""
        self.forget_expired()
        return list(itertools.islice(self.waiting.values(), limit))

    def confirm(self, offset: int) -> None:
        """Forget what came before the offset; a negative one leaves only that many."""
        before = list(self.waiting)[:offset] if offset < 0 else self._before(offset)
        for update_id in before:
            self.done(update_id)

    def done(self, update_id: int) -> None:
        """The bot has this one."""
        update = self.waiting.pop(update_id, None)
        if update is not None:
            self.heard[update_id] = update
            self._trim()

    def clear(self) -> None:
        """Forget all updates; numbers go on."""
        self.waiting.clear()
        self.heard.clear()

    def forget_expired(self) -> None:
        """Drop what nobody came for in time."""
        now = self._clock()
        if now < self._soonest:
            return
        self.waiting = {key: each for key, each in self.waiting.items() if each.expires > now}
        self._soonest = min((each.expires for each in self.waiting.values()), default=math.inf)

    def _before(self, offset: int) -> list[int]:
        return list(itertools.takewhile(lambda update_id: update_id < offset, self.waiting))

    def _trim(self) -> None:
        while len(self.heard) > self._knobs.keep:
            del self.heard[next(iter(self.heard))]

    def _expiry(self, kind: str) -> float:
        return self._clock() + LIVES.get(kind, DAY) * self._knobs.lifetime_scale
