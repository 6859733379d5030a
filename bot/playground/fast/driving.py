"""Driving a bot: updates handed to its poller, or pushed to its webhook, paced or all out."""

import asyncio
import re
import time
from dataclasses import dataclass

from bot.playground.fast.counting import Counts
from bot.playground.fast.crowd import Crowd
from bot.playground.fast.ear import Answer

LIMIT = re.compile(rb'limit"?\s*[:=]\s*"?(\d+)')
TIMEOUT = re.compile(rb'timeout"?\s*[:=]\s*"?(\d+)')
TICK = 0.001


@dataclass
class Pace:
    """How many updates may go: at a rate, or as many as keep only so many open."""

    counts: Counts
    total: int
    rate: float
    in_flight: int
    began: float = 0.0

    def allowed(self, now: float) -> int:
        """How many may go now."""
        self.began = self.began or now
        left = self.total - self.counts.delivered
        if self.rate:
            due = int((now - self.began) * self.rate) + 1 - self.counts.delivered
            return max(0, min(left, due))
        return max(0, min(left, self.in_flight - self.counts.open))

    @property
    def over(self) -> bool:
        """Whether all updates were told."""
        return self.counts.delivered >= self.total


class Poller:
    """Hands updates to a bot that asks with getUpdates."""

    def __init__(self, crowd: Crowd, pace: Pace, distance: float = 0.0) -> None:
        self._crowd = crowd
        self._pace = pace
        self._distance = distance
        self._loop = asyncio.get_running_loop()

    def __call__(self, body: bytes, say: Answer) -> None:
        """Answer one getUpdates now, or when something is due."""
        limit = min(_number(LIMIT, body, 100), 100)
        until = time.perf_counter() + _number(TIMEOUT, body, 0)
        self._loop.call_later(self._distance, self._try, limit, until, say)

    def _try(self, limit: int, until: float, say: Answer) -> None:
        now = time.perf_counter()
        most = min(limit, self._pace.allowed(now))
        if most or now >= until:
            say(self._batch(most, now))
        else:
            self._loop.call_later(TICK, self._try, limit, until, say)

    def _batch(self, most: int, now: float) -> bytes:
        told = [self._crowd.next() for _ in range(most)]
        for update in told:
            self._pace.counts.told(update.person, now)
        return b'{"ok":true,"result":[%s]}' % b",".join(update.body for update in told)


def _number(pattern: re.Pattern[bytes], body: bytes, otherwise: int) -> int:
    found = pattern.search(body)
    return int(found[1]) if found else otherwise
