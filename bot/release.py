"""The release: tables at the newest step, and the catalogue in the database."""

import asyncio
import compileall
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.settings import DATA, Settings, Wrong
from db import catalogue, norms
from db.base import Away, Store, open_store

HOME = Path(__file__).parent.parent
OURS = ("bot", "content", "db")
MEND = (
    "Check DATABASE_URL, that the server runs or the folder is there, and that the disk has room; "
    "then `python -m bot release`.\nA SQLite file that is damaged is put back from your last "
    "backup: `python -m bot restore FILE`, see docs/operating.md."
)


def release(settings: Settings) -> None:
    """Tables at the newest step, the catalogue as `content/` has it, our modules compiled."""
    from db import migrations  # brings ten megabytes that nobody needs afterwards

    if settings.database_url.startswith("sqlite:///data/"):
        DATA.mkdir(exist_ok=True)
    try:
        migrations.sound(settings.database_url)
        migrations.climb(settings.database_url)
    except (DBAPIError, OSError) as error:
        raise Wrong(f"The database cannot be used ({type(error).__name__}).\n{MEND}") from None
    asyncio.run(load(settings))
    compile_ours()


def compile_ours() -> None:
    """Compile our modules, also where Python may not: else every start would do it anew.

    Where the disk cannot be written to, a start is slower, and nothing else.
    """
    for folder in OURS:
        compileall.compile_dir(HOME / folder, quiet=2)


async def load(settings: Settings, folder: Path | None = None) -> bool:
    """Bring the catalogue up to date, whole or not at all; whether anything changed."""
    from content.reader import Mistaken, read  # nobody needs it afterwards

    try:
        things = read(folder) if folder else read()
    except Mistaken as mistaken:
        raise SystemExit(f"{mistaken}\nNothing was loaded; the old catalogue stays.") from None
    try:
        async with opened(settings) as store:
            return await store.do(lambda each: catalogue.load(each, things, datetime.now(UTC)))
    except (DBAPIError, Away) as error:
        raise Wrong(f"Nothing was loaded ({type(error).__name__}).\n{MEND}") from None


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Store]:
    """The store of these settings, closed at the end."""
    store = open_store(settings.database_url)
    try:
        yield store
    finally:
        await store.close()


async def answers(settings: Settings) -> list[norms.Given]:
    """All answers to the interest test, without saying whose."""
    async with opened(settings) as store:
        return await store.do(norms.answers)
