"""Pushing updates to a webhook over a few raw connections, one under way on each."""

import asyncio
import re
import time
from collections import deque
from collections.abc import Callable
from typing import cast
from urllib.parse import urlsplit

import httptools

from bot.playground.fast.counting import Counts
from bot.playground.fast.crowd import Crowd, Told
from bot.playground.fast.driving import Pace
from bot.playground.fast.ear import chat_in

METHOD = re.compile(rb'"method"\s*:\s*"(\w+)"')
PATIENCE = 30.0


class Pusher:
    """All connections to the webhook, and the updates that go over them."""

    def __init__(self, crowd: Crowd, pace: Pace, url: str, secret: str, lines: int) -> None:
        self._crowd = crowd
        self._pace = pace
        self._place = urlsplit(url)
        self._lines = lines
        self._head = _head(self._place.path or "/", self._place.netloc, secret)
        self._free: list[Line] = []
        self._late: deque[Told] = deque()
        self._mending: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Connect, waiting for the bot to be there."""
        for _ in range(self._lines):
            self._free.append(await self._connect())

    async def run(self) -> None:
        """Push all there is to push: paced by the clock, or by the answers."""
        while not self._pace.over:
            self.fill()
            await asyncio.sleep(0.001 if self._pace.rate else 0.05)

    def fill(self) -> None:
        """Push as many as may go now; those that find no line wait for one."""
        now = time.perf_counter()
        for _ in range(self._pace.allowed(now)):
            update = self._crowd.next()
            self._pace.counts.told(update.person, now)
            self._late.append(update)
        while self._late and self._free:
            self._use(self._free.pop())

    def done(self, line: "Line") -> None:
        """A line is free again."""
        self._free.append(line)
        if self._late or not self._pace.rate:
            self.fill()

    def _use(self, line: "Line") -> None:
        if line.lost:
            self._mending.add(asyncio.create_task(self._mend()))
        else:
            line.push(self._head, self._late.popleft().body)

    async def _mend(self) -> None:
        """Put a new line in the place of one the bot hung up."""
        self.done(await self._connect())

    async def _connect(self) -> "Line":
        loop, until = asyncio.get_running_loop(), time.monotonic() + PATIENCE
        while True:
            try:
                return (await loop.create_connection(self._line, *self._address()))[1]
            except OSError:
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(0.05)

    def _line(self) -> "Line":
        return Line(self._pace.counts, self.done)

    def _address(self) -> tuple[str, int]:
        return self._place.hostname or "127.0.0.1", self._place.port or 80


class Line(asyncio.Protocol):
    """One connection to the webhook."""

    def __init__(self, counts: Counts, done: Callable[["Line"], None]) -> None:
        self._counts = counts
        self._done = done
        self._parser = httptools.HttpResponseParser(self)
        self._body = b""
        self._busy = False
        self.lost = False
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The bot takes the connection."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, problem: Exception | None) -> None:
        """The bot hangs up; what was under way is lost."""
        self.lost = True
        if self._busy:
            self._counts.failed += 1
            self._done(self)

    def push(self, head: bytes, body: bytes) -> None:
        """Send one update."""
        self._busy = True
        self._body = b""
        self._parser = httptools.HttpResponseParser(self)
        self._transport.write(head % len(body) + body)

    def data_received(self, data: bytes) -> None:
        """Bytes come."""
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        """The answer's body, perhaps in pieces."""
        self._body += body

    def on_message_complete(self) -> None:
        """The answer is whole; a call in it is counted as one that arrived now."""
        if not 200 <= self._parser.get_status_code() < 300:
            self._counts.failed += 1
        if found := METHOD.search(self._body):
            method = found[1].decode()
            self._counts.came(method, chat_in(self._body), time.perf_counter())
        self._busy = False
        self._done(self)


def _head(path: str, host: str, secret: str) -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}", "Content-Type: application/json"]
    lines += [f"X-Telegram-Bot-Api-Secret-Token: {secret}"] if secret else []
    return "\r\n".join(lines).encode() + b"\r\nContent-Length: %d\r\n\r\n"
