"""The processes: which parts each of them starts, and how they are stopped."""

import asyncio
import hmac
import signal
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

from bot.settings import DATA, Settings
from content.reader import HOME, Mistaken, read
from db import catalogue, heard, migrations
from db.base import Away, Store, open_store

log = structlog.get_logger()

SWEEP = 3600.0  # seconds between sweeps


def release(settings: Settings) -> None:
    """Tables at the newest step, and the catalogue as `content/` has it."""
    if settings.database_url.startswith("sqlite:///data/"):
        DATA.mkdir(exist_ok=True)
    migrations.climb(settings.database_url)
    asyncio.run(load(settings))


async def load(settings: Settings, folder: Path | None = None) -> bool:
    """Bring the catalogue up to date, whole or not at all; whether anything changed."""
    try:
        things = read(folder or HOME)
    except Mistaken as mistaken:
        raise SystemExit(f"{mistaken}\nNothing was loaded; the old catalogue stays.") from None
    store = open_store(settings.database_url)
    try:
        return await store.do(lambda session: catalogue.load(session, things, datetime.now(UTC)))
    finally:
        await store.close()
