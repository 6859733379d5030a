"""Counting: calls by method, arrivals by chat, and how long people waited for what they see."""

import os
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field

from bot.playground.shapes import Json

VISIBLE = ("sendMessage", "editMessage", "sendPhoto", "sendDocument", "sendRich", "sendMedia")
SECOND = 1.0


@dataclass
class Counts:
    """Everything counted since the beginning, or since the warm-up ended."""

    warm_up: int = 0
    remember_arrivals: bool = True
    delivered: int = 0
    replied: int = 0
    refused: int = 0
    failed: int = 0
    first: float = 0.0
    last: float = 0.0
    cpu: float = 0.0
    watched: int = 0
    watched_cpu: float = 0.0
    calls: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    arrivals: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    times: list[float] = field(default_factory=list)
    _told: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    @property
    def open(self) -> int:
        """Updates told that nobody saw a reply to yet."""
        return self.delivered - self.replied

    def told(self, chat: int, at: float) -> None:
        """An update left for the bot."""
        self.delivered += 1
        if self.delivered == self.warm_up + 1:
            self.first, self.cpu = at, time.process_time()
            self.watched_cpu = _cpu_of(self.watched)
        self._told[chat].append(at)

    def came(self, method: str, chat: int, at: float) -> None:
        """A call arrived; if people see it, it may be the reply to an update."""
        self.calls[method] += 1
        if not method.startswith(VISIBLE):
            return
        self.times.append(at)
        if self.remember_arrivals:
            self.arrivals[chat].append(at)
        self._match(chat, at)

    def figures(self) -> Json:
        """The measurements, ready to print."""
        spent = max(self.last - self.first, 1e-9)
        counted = len(self.waits)
        return {
            "delivered": self.delivered,
            "replied": self.replied,
            "failed": self.failed,
            "refused_429": self.refused,
            "seconds": round(spent, 4),
            "updates_per_second": round(counted / spent, 1),
            **_percentiles(sorted(self.waits)),
            "calls": dict(self.calls),
            "calls_per_second": round(_pace(self.times), 1),
            "most_in_a_second": _busiest(self.times),
            "own_cpu_seconds": round(time.process_time() - self.cpu, 3),
            "watched_cpu_seconds": round(_cpu_of(self.watched) - self.watched_cpu, 3),
        }

    def _match(self, chat: int, at: float) -> None:
        waiting = self._told.get(chat)
        if not waiting:
            return
        told = waiting.popleft()
        self.replied += 1
        self.last = at
        if self.replied > self.warm_up:
            self.waits.append(at - told)


def _percentiles(waits: list[float]) -> Json:
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99, "max_ms": 1.0}
    if not waits:
        return dict.fromkeys(shares)
    last = len(waits) - 1
    return {name: round(waits[round(share * last)] * 1000, 3) for name, share in shares.items()}


def _pace(times: list[float]) -> float:
    return (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0


def _busiest(times: list[float]) -> int:
    """The most visible calls that fell into any one second."""
    window: deque[float] = deque()
    most = 0
    for at in times:
        window.append(at)
        while window[0] <= at - SECOND:
            window.popleft()
        most = max(most, len(window))
    return most


def _cpu_of(process: int) -> float:
    """The seconds of CPU a process has used, all its threads together; zero where it is gone."""
    try:
        with open(f"/proc/{process}/stat") as stat:
            user, system = stat.read().rpartition(")")[2].split()[11:13]
    except OSError:
        return 0.0
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
