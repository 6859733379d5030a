"""How a call to Telegram may end: done, refused, never left, or nobody knows.

Refusals are the library's own exceptions. Nothing raised here ever holds the token or an address.
"""

import asyncio
import re
from datetime import timedelta
from typing import Any

import aiohttp
import orjson
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

TOKEN = re.compile(r"\d+(?::|%3A)[A-Za-z0-9_-]{3,}")
UNSAID_WAIT = 3  # seconds, where a 429 does not say how long
LONGEST_SAID = 10**9  # more seconds than this are not a time
REFUSALS: dict[int, type[TelegramError]] = {
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}
NOT_REACHED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class NeverLeft(NetworkError):
    """The call did not reach Telegram, so it may safely be made again."""


class Ambiguous(NetworkError):
    """Nobody knows whether Telegram did what was asked."""


class Late(Ambiguous, TimedOut):
    """No answer within the deadline."""


class TooFast(RetryAfter):
    """Telegram asks to wait so many seconds; without the library's warning of its own plans."""

    def __init__(self, seconds: int) -> None:
        TelegramError.__init__(self, f"Flood control exceeded. Retry in {seconds} seconds")
        self._retry_after = timedelta(seconds=seconds)
        self.seconds = seconds


def refusal(code: int, payload: bytes) -> TelegramError:
    """What an answer without success means."""
    told = _told(payload)
    code = told.get("error_code", code) if code == 200 else code
    if not isinstance(code, int) or not 400 <= code < 500:
        return Ambiguous(f"Telegram answered {code}")
    return _with_parameters(told) or _plain(code, told)


def mishap(error: Exception) -> NetworkError:
    """What an error of the connection means; the error's own words may hold the token."""
    name = type(error).__name__
    if isinstance(error, NOT_REACHED):
        return NeverLeft(f"Telegram was not reached ({name})")
    if isinstance(error, asyncio.TimeoutError):
        return Late(f"no answer in time ({name})")
    return Ambiguous(f"the connection broke ({name})")


def outcome(error: TelegramError | None) -> str:
    """One word for the metrics."""
    if error is None:
        return "done"
    if isinstance(error, NeverLeft):
        return "never-left"
    return "ambiguous" if isinstance(error, Ambiguous) else "refused"


def says(error: Exception, any_of: tuple[str, ...]) -> bool:
    """Whether the error holds any of these words, however they are capitalised."""
    said = str(error).lower()
    return any(words.lower() in said for words in any_of)


def without_token(text: str) -> str:
    """The text, with anything that looks like a token taken out."""
    return TOKEN.sub("<token>", text)


def result(payload: bytes) -> Any:
    """What a successful answer holds; raises where it is no such answer."""
    told = _told(payload)
    if told.get("ok") is True:
        return told.get("result", True)
    raise refusal(200, payload)


def _told(payload: bytes) -> dict[str, Any]:
    try:
        told = orjson.loads(payload)
    except orjson.JSONDecodeError:
        told = None
    return told if isinstance(told, dict) else {}


def _with_parameters(told: dict[str, Any]) -> TelegramError | None:
    parameters = told.get("parameters")
    if not isinstance(parameters, dict):
        return None
    if isinstance(moved := parameters.get("migrate_to_chat_id"), int):
        return ChatMigrated(moved)
    seconds = parameters.get("retry_after")
    if isinstance(seconds, int) and 0 <= seconds < LONGEST_SAID:
        return TooFast(seconds)
    return None


def _plain(code: int, told: dict[str, Any]) -> TelegramError:
    if code == 429:
        return TooFast(UNSAID_WAIT)
    description = without_token(str(told.get("description", f"refused ({code})")))[:300]
    return REFUSALS.get(code, BadRequest)(description)
