"""The ear: a raw HTTP protocol that answers every Bot API call with something canned."""

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Callable
from typing import cast
from urllib.parse import parse_qs

import httptools

from bot.playground.fast.counting import SECOND, VISIBLE, Counts

HEAD = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
ME = (
    b'{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"Bot","username":'
    b'"playground_bot","can_join_groups":true,"can_read_all_group_messages":false,'
    b'"supports_inline_queries":true}}'
)
MESSAGE = (
    b'{"ok":true,"result":{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private",'
    b'"first_name":"P"},"text":"ok"}}'
)
TRUE = b'{"ok":true,"result":true}'
NONE = b'{"ok":true,"result":[]}'
EMPTY = b'{"ok":true,"result":{}}'
INFO = b'{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}'
TOO_MANY = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1",'
    b'"parameters":{"retry_after":1}}'
)
CANNED = {
    "getMe": ME,
    "getWebhookInfo": INFO,
    "getMyCommands": NONE,
    "getMyName": EMPTY,
    "getMyDescription": EMPTY,
    "getMyShortDescription": EMPTY,
    "getChatMenuButton": b'{"ok":true,"result":{"type":"commands"}}',
    "sendMediaGroup": NONE,
}
CHAT = re.compile(rb'chat_id"?\s*[:=]\s*"?(-?\d+)|name="chat_id"(?:\r\n[^\r\n]+)*\r\n\r\n(-?\d+)')

Answer = Callable[[bytes], None]


class Desk:
    """What all connections share: the counts, the limit, the distance, the waiting poller."""

    def __init__(self, counts: Counts, *, per_second: int = 0, distance: float = 0.0) -> None:
        self.counts = counts
        self.per_second = per_second
        self.distance = distance
        self.poll: Callable[[bytes, Answer], None] | None = None
        self.webhook: Callable[[str, str], None] | None = None
        self._sent: deque[float] = deque()
        self._number = 1000

    def answer(self, method: str, body: bytes) -> bytes:
        """The canned answer to a call, after counting it."""
        now = time.perf_counter()
        chat = chat_in(body)
        if self.per_second and method.startswith(VISIBLE) and not self._room(now):
            self.counts.refused += 1
            return TOO_MANY
        self.counts.came(method, chat, now)
        if method == "setWebhook" and self.webhook is not None:
            self.webhook(*_address(body))
        return self._canned(method, chat)

    def _canned(self, method: str, chat: int) -> bytes:
        if method in CANNED:
            return CANNED[method]
        if method.startswith(VISIBLE):
            self._number += 1
            return MESSAGE % (self._number, int(time.time()), chat)
        return TRUE

    def _room(self, now: float) -> bool:
        """Never more than so many in any one second."""
        while self._sent and self._sent[0] <= now - SECOND:
            self._sent.popleft()
        if len(self._sent) >= self.per_second:
            return False
        self._sent.append(now)
        return True


class Ear(asyncio.Protocol):
    """One connection of the bot."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._parser = httptools.HttpRequestParser(self)
        self._loop = asyncio.get_running_loop()
        self._url = b""
        self._body = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The bot connects."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Bytes come."""
        self._parser.feed_data(data)

    def on_message_begin(self) -> None:
        """A request begins."""
        self._url = self._body = b""

    def on_url(self, url: bytes) -> None:
        """Its address, perhaps in pieces."""
        self._url += url

    def on_body(self, body: bytes) -> None:
        """Its body, perhaps in pieces."""
        self._body += body

    def on_message_complete(self) -> None:
        """A request is whole: answer it."""
        path, _, query = self._url.partition(b"?")
        method = path.rpartition(b"/")[2].decode()
        body = self._body + query
        if method == "getUpdates" and self._desk.poll is not None:
            self._desk.poll(body, self._say)
        elif method == "figures":
            self._say(json.dumps(self._desk.counts.figures()).encode())
        elif method == "watch":
            self._desk.counts.watched = int(query)
            self._say(TRUE)
        else:
            self._say_later(self._desk.answer(method, body))

    def _say_later(self, answer: bytes) -> None:
        if self._desk.distance:
            self._loop.call_later(self._desk.distance, self._say, answer)
        else:
            self._say(answer)

    def _say(self, answer: bytes) -> None:
        if self._transport.is_closing():
            return
        status = b"429 Too Many Requests" if answer is TOO_MANY else b"200 OK"
        self._transport.write(HEAD % (status, len(answer)) + answer)


def chat_in(body: bytes) -> int:
    """The chat a call is about; zero if it names none."""
    found = CHAT.search(body)
    return int(found[1] or found[2]) if found else 0


def _address(body: bytes) -> tuple[str, str]:
    if body.lstrip().startswith(b"{"):
        told = json.loads(body)
        return told.get("url", ""), told.get("secret_token", "")
    form = parse_qs(body.decode())
    return form.get("url", [""])[0], form.get("secret_token", [""])[0]
