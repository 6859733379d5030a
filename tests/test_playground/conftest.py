"""A playground with somebody in it, really served, and python-telegram-bot at the other end."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.playground import Playground

TOKEN = "7000000001:playground-token"
AIYM, MARAT = 1001, 1002


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
    base = f"{address}/bot"
    async with Bot(TOKEN, base_url=base, base_file_url=f"{address}/file/bot") as bot:
        yield bot
