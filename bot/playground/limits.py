"""How fast a bot may send: the windows Telegram counts in, strictly."""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.playground.knobs import Knobs
from bot.playground.refusals import too_many

MINUTE = 60.0


@dataclass
class Bucket:
    """A chat's allowance: a short burst, then one message a while."""

    tokens: float
    at: float


@dataclass
class Limits:
    """Counts messages: all together, a chat, a group."""

    knobs: Knobs
    _all: deque[float] = field(default_factory=deque)
    _chats: dict[int, Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)

    def count(self, chat_id: int, now: float, messages: int = 1) -> None:
        """Let the messages pass, or refuse with 429 and the seconds to wait."""
        if not self.knobs.limits:
            return
        wait = max(self._wait_all(now), self._wait_chat(chat_id, now), self._wait(chat_id, now))
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        self._spend(chat_id, now, messages)

    def clear(self) -> None:
        """Forget what was sent."""
        self._all.clear()
        self._chats.clear()
        self._groups.clear()

    def _wait_all(self, now: float) -> float:
        return _window(self._all, now, 1.0, self.knobs.per_second)

    def _wait(self, chat_id: int, now: float) -> float:
        if chat_id > 0:
            return 0.0
        sent = self._groups.setdefault(chat_id, deque())
        return _window(sent, now, MINUTE, self.knobs.group_per_minute)

    def _wait_chat(self, chat_id: int, now: float) -> float:
        bucket = self._bucket(chat_id, now)
        return 0.0 if bucket.tokens >= 1 else (1 - bucket.tokens) / self.knobs.chat_per_second

    def _bucket(self, chat_id: int, now: float) -> Bucket:
        bucket = self._chats.setdefault(chat_id, Bucket(self.knobs.chat_burst, now))
        refill = (now - bucket.at) * self.knobs.chat_per_second
        bucket.tokens = min(self.knobs.chat_burst, bucket.tokens + refill)
        bucket.at = now
        return bucket

    def _spend(self, chat_id: int, now: float, messages: int) -> None:
        self._all.extend([now] * messages)
        self._chats[chat_id].tokens -= messages
        if chat_id < 0:
            self._groups[chat_id].extend([now] * messages)


def _window(sent: deque[float], now: float, span: float, most: int) -> float:
    """How long until there is room in the window."""
    while sent and sent[0] <= now - span:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[len(sent) - most] + span - now
