"""The real bot, and its chat page in a real browser; one bot for all walks of a file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page

from tests.databases import furnished
from tests.postgres import free_port
from tests.running import running
from tests.telephone import morning, watching


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """Where the chat page of a running bot is; `python -m bot run`, as anybody starts it."""
    folder: Path = tmp_path_factory.mktemp("home")
    page, database = free_port(), furnished("sqlite", folder)
    with running("bot run", folder, playground_port=page, database_url=database) as bot:
        await bot.ready()
        yield f"http://127.0.0.1:{page}"


@pytest_asyncio.fixture(loop_scope="module")
async def page(address: str) -> AsyncIterator[Page]:
    """The page in a wide window; nothing may have gone wrong in it at the end."""
    await morning(address)
    async with watching(address) as page:
        troubles: list[str] = []
        page.on("pageerror", lambda trouble: troubles.append(str(trouble)))
        yield page
        assert troubles == []
