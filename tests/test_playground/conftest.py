"""A playground with somebody in it, really served, and python-telegram-bot at the other end."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
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
async def ask(address: str) -> AsyncIterator[Ask]:
    """One call over plain HTTP, without any library; gives what Telegram told."""
    async with aiohttp.ClientSession() as client:

        async def asked(method: str, **params: Any) -> Any:
            url = f"{address}/bot{TOKEN}/{method}"
            async with client.post(url, json=params) as response:
                return await response.json(content_type=None)

        yield asked


@pytest.fixture
async def control(address: str) -> AsyncIterator[Ask]:
    """One call of the control API."""
    async with aiohttp.ClientSession() as client:

        async def asked(how: str, path: str, **wish: Any) -> Any:
            body = {"json": wish} if wish else {}
            async with client.request(how, f"{address}/playground{path}", **body) as response:
                return await response.json()

        yield asked
