"""A playground with somebody in it, really served, and python-telegram-bot at the other end."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.playground import Playground

TOKEN = "7000000001:playground-token"
AIYM, MARAT = 1001, 1002
Ask = Callable[..., Awaitable[Any]]


def library(address: str, token: str = TOKEN) -> Bot:
    """The library's bot as anybody would make it, but without certificates, which are slow."""
    requests = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    return Bot(token, f"{address}/bot", f"{address}/file/bot", requests[0], requests[1])


@pytest.fixture
async def playground() -> Playground:
    """A Telegram without limits, where Aiym has started the bot."""
    playground = Playground(limits=False, time_scale=0.01)
    playground.person(AIYM).started = True
    return playground


@pytest.fixture
async def address(playground: Playground) -> AsyncIterator[str]:
    """Where the playground is served."""
    async with playground.open() as address:
        yield address


@pytest.fixture
async def bot(address: str) -> AsyncIterator[Bot]:
    """The library's own bot, over real HTTP."""
    async with library(address) as bot:
        yield bot


@pytest.fixture
async def ask(playground: Playground) -> AsyncIterator[Ask]:
    """One call without any library or network; gives what Telegram told."""
    async with straight(playground) as client:

        async def asked(method: str, **params: Any) -> Any:
            return (await client.post(f"/bot{TOKEN}/{method}", json=params)).json()

        yield asked


@pytest.fixture
async def control(playground: Playground) -> AsyncIterator[Ask]:
    """One call of the control API."""
    async with straight(playground) as client:

        async def asked(how: str, path: str, **wish: Any) -> Any:
            told = await client.request(how, f"/playground{path}", json=wish or None)
            return told.json()

        yield asked


def straight(playground: Playground) -> httpx.AsyncClient:
    """A client that calls the application without a network."""
    transport = httpx.ASGITransport(playground.app)
    return httpx.AsyncClient(transport=transport, base_url="http://playground")
