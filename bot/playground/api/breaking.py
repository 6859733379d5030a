"""The ways an answer can go wrong on its way to the bot."""

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.playground.faults import Rule
from bot.playground.shapes import Json

AT_ONCE = struct.pack("ii", 1, 0)
HTML = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
HUGE = 5 * 1024 * 1024
TRANSPORT = "playground.transport"

Spoiler = Callable[[Scope, Receive, Send, bytes, Rule], Awaitable[None]]


async def respond(
    scope: Scope, receive: Receive, send: Send, status: int, body: Json, rule: Rule | None
) -> None:
    """Answer the bot, well or as ordered."""
    told = json.dumps(body, separators=(",", ":")).encode()
    if rule is not None:
        await asyncio.sleep(rule.latency_ms / 1000)
    if rule is not None and rule.fault in SPOILERS:
        await SPOILERS[rule.fault](scope, receive, send, told, rule)
    else:
        retry = body.get("parameters", {}).get("retry_after")
        await _whole(scope, receive, send, told, status, retry)


async def _whole(
    scope: Scope, receive: Receive, send: Send, told: bytes, status: int, retry: int | None = None
) -> None:
    headers = {} if retry is None else {"Retry-After": str(retry)}
    await Response(told, status, headers, "application/json")(scope, receive, send)


async def _silence(s: Scope, receive: Receive, send: Send, told: bytes, rule: Rule) -> None:
    """Nothing comes, until the bot hangs up or the time is over."""
    try:
        async with asyncio.timeout(rule.seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        pass
    _hang_up(s)


async def _half(s: Scope, receive: Receive, send: Send, told: bytes, rule: Rule) -> None:
    """The headers come, and half of the body, and then no more."""
    await _head(send, len(told))
    await _piece(send, told[: len(told) // 2], more=True)
    await _silence(s, receive, send, told, rule)


async def _reset(s: Scope, receive: Receive, send: Send, told: bytes, rule: Rule) -> None:
    """The connection is torn down."""
    _hang_up(s)


async def _slow(s: Scope, receive: Receive, send: Send, told: bytes, rule: Rule) -> None:
    """The answer drips, one byte at a time."""
    await _head(send, len(told))
    pause = min(rule.seconds, 1.0)
    for byte in told[:-1]:
        if _gone(s):
            return
        await _piece(send, bytes([byte]), more=True)
        await asyncio.sleep(pause)
    await _piece(send, told[-1:], more=False)


def _instead(make: Callable[[bytes], tuple[bytes, int, str]]) -> Spoiler:
    """Another answer in place of the right one."""

    async def spoil(s: Scope, receive: Receive, send: Send, told: bytes, rule: Rule) -> None:
        content, status, kind = make(told)
        await Response(content, status, media_type=kind)(s, receive, send)

    return spoil


def _no_result(told: bytes) -> bytes:
    return b'{"ok":true}'


def _big(told: bytes) -> bytes:
    return told[:-1] + b',"padding":"' + b"x" * HUGE + b'"}'


async def _head(send: Send, length: int) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _piece(send: Send, body: bytes, *, more: bool) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})


def _hang_up(scope: Scope) -> None:
    if _gone(scope):
        return
    transport = _transport(scope)
    linger = transport.get_extra_info("socket")
    linger.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    transport.abort()


def _gone(scope: Scope) -> bool:
    return _transport(scope) is None or _transport(scope).is_closing()


def _transport(scope: Scope) -> Any:
    return scope.get("extensions", {}).get(TRANSPORT, {}).get("transport")


JSON = "application/json"
SPOILERS: dict[str, Spoiler] = {
    "timeout": _silence,
    "no_reply": _silence,
    "half_open": _half,
    "reset_before": _reset,
    "reset_after": _reset,
    "slow": _slow,
    "bad_json": _instead(lambda told: (told[: len(told) // 2], 200, JSON)),
    "html": _instead(lambda told: (HTML, 502, "text/html")),
    "empty": _instead(lambda told: (b"", 200, JSON)),
    "huge": _instead(lambda told: (_big(told), 200, JSON)),
    "no_result": _instead(lambda told: (_no_result(told), 200, JSON)),
    "wrong_type": _instead(lambda told: (told, 200, "text/plain")),
}
