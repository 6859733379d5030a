"""The webhook: Telegram tells an update, and is answered after the turn is committed.

Plain ASGI. Whoever does not know the secret is turned away before a byte of the body is read. The
visible call rides in the answer; what takes longer than `PATIENCE` follows by itself.
"""

import asyncio
import hmac
import json
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from starlette.types import Receive, Scope, Send

from bot.edges.telegram import slot
from bot.edges.telegram.caller import Caller
from bot.edges.telegram.reading import read
from bot.edges.telegram.turns import Turns
from db.base import Away

log = structlog.get_logger()

MOST = 1 << 20  # bytes of an update
BODY_WITHIN = 10.0  # seconds for all of it
PATIENCE = 2.0  # seconds an answer may take before the update is acknowledged without it
COME_AGAIN = b"5"  # seconds, told to Telegram while the database is away
SECRET = b"x-telegram-bot-api-secret-token"


@dataclass(frozen=True)
class Answer:
    """A status, and a call to Telegram or nothing."""

    status: int
    body: bytes = b""


class TurnedAway(Exception):
    """This request is not heard."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Hook:
    """The ASGI application behind the webhook's address."""

    def __init__(
        self,
        caller: Caller,
        turns: Turns,
        secret: str,
        *,
        in_response: bool = True,
        body_within: float = BODY_WITHIN,
        patience: float = PATIENCE,
    ) -> None:
        self._caller, self._turns = caller, turns
        self._secret = secret.encode()
        self._in_response = in_response
        self._body_within, self._patience = body_within, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self._admit(scope)
            answer = await self._turn(_parsed(await self._body(receive)))
        except TurnedAway as away:
            answer = Answer(away.status)
        await _send(send, answer)

    def _admit(self, scope: Scope) -> None:
        """Look at everything but the body."""
        if scope["method"] != "POST":
            raise TurnedAway(405)
        headers = dict(scope["headers"])
        if not hmac.compare_digest(headers.get(SECRET, b""), self._secret):
            raise TurnedAway(403)
        if headers.get(b"content-type", b"").partition(b";")[0].strip() != b"application/json":
            raise TurnedAway(415)
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > MOST:
            raise TurnedAway(413)

    async def _body(self, receive: Receive) -> bytes:
        try:
            async with asyncio.timeout(self._body_within):
                return await _whole(receive)
        except TimeoutError:
            raise TurnedAway(408) from None

    async def _turn(self, raw: object) -> Answer:
        with slot.opened() as place:
            if not self._in_response:
                place.close()
            try:
                saying = await self._turns.take(read(raw, self._caller.name_known))
            except Away:
                return Answer(503)
            if saying:
                await asyncio.wait({saying}, timeout=self._patience)
            held = place.close()
        return Answer(200, held.as_answer() if held else b"")


async def _whole(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise TurnedAway(400)
        body += message.get("body", b"")
        if len(body) > MOST:
            raise TurnedAway(413)
        if not message.get("more_body"):
            return bytes(body)


def _parsed(body: bytes) -> Any:
    """The JSON; the patient reader takes what the quick one refuses, as lone surrogates."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        log.warning("a webhook body that is no JSON", length=len(body))
        raise TurnedAway(400) from None


async def _send(send: Send, answer: Answer) -> None:
    headers = [(b"content-length", b"%d" % len(answer.body))]
    if answer.body:
        headers.append((b"content-type", b"application/json"))
    if answer.status == 503:
        headers.append((b"retry-after", COME_AGAIN))
    elif answer.status != 200:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
