"""The exchange: one HTTP call to Telegram, its whole time and the length of its answer bounded.

Whatever goes wrong comes out as one of `outcomes`, counted, and without the token.
"""

from collections.abc import Awaitable
from functools import cache
from typing import Any

import aiohttp
from telegram.error import TelegramError

from bot.edges.telegram import counts
from bot.edges.telegram.outcomes import Ambiguous, TooFast, mishap, outcome, refusal, result

CONNECTING = 10.0  # seconds
MOST_READ = 1 << 20  # bytes of an answer
MOST_READ_OF = {"getUpdates": 16 << 20}  # a hundred long messages that quote long messages
MOST_DOWNLOADED = 20 << 20


class Exchange:
    """Calls over connections that are kept for the next call."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Let the connections go; another call opens new ones."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def post(self, url: str, deadline: float, **body: Any) -> bytes:
        """Make a call; raises unless Telegram says that it is done."""
        name = url.rpartition("/")[2]
        return await _counted(
            name, self._post(url, deadline, MOST_READ_OF.get(name, MOST_READ), body)
        )

    async def get(self, url: str, deadline: float) -> bytes:
        """Download a file."""
        return await _counted("file", self._get(url, deadline))

    async def _post(self, url: str, deadline: float, most: int, body: dict[str, Any]) -> bytes:
        async with self._ready().post(
            url, **body, timeout=_timeout(deadline), allow_redirects=False
        ) as response:
            payload = await _read(response, most)
            _check(response, payload)
            return payload

    async def _get(self, url: str, deadline: float) -> bytes:
        async with self._ready().get(
            url, timeout=_timeout(deadline), allow_redirects=False
        ) as response:
            payload = await _read(response, MOST_DOWNLOADED)
            if response.status != 200:
                raise refusal(response.status, payload)
            return payload

    def _ready(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session


async def _counted(name: str, making: Awaitable[bytes]) -> bytes:
    """Wait for the call and count how it ended; connection errors come out as outcomes."""
    error: TelegramError
    try:
        payload = await making
    except TelegramError as known:
        error = known
    except (aiohttp.ClientError, OSError, ValueError) as raw:
        error = mishap(raw)
    else:
        counts.called(name, "done").inc()
        return payload
    _count(name, error)
    raise error  # outside of the except: the raw error knows the token


def _count(name: str, error: TelegramError) -> None:
    counts.called(name, outcome(error)).inc()
    if isinstance(error, TooFast):
        counts.SLOWED.inc()
    if isinstance(error, Ambiguous):
        counts.AMBIGUOUS.inc()


@cache
def _timeout(deadline: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=deadline, connect=min(CONNECTING, deadline))


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    payload = bytearray()
    async for chunk in response.content.iter_any():
        payload += chunk
        if len(payload) > most:
            raise Ambiguous("the answer is too long")
    return bytes(payload)


def _check(response: aiohttp.ClientResponse, payload: bytes) -> None:
    """Raise unless this is Telegram saying that it is done."""
    if response.status != 200:
        raise refusal(response.status, payload)
    if response.content_type != "application/json":
        raise Ambiguous("the answer is not JSON")
    result(payload)
