"""Databases for the tests: SQLite and PostgreSQL, bare or furnished, a fresh copy each."""

import asyncio
import functools
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.shelf import Shelf
from content.atlas import Catalogue
from content.reader import Things, read
from db import catalogue, migrations
from db.base import Store, open_store
from tests.postgres import Postgres, postgres, server

__all__ = ["address", "bare", "kind", "postgres", "stocked", "store", "things"]

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # noon in Almaty
BOTH = ("sqlite", "postgresql")


@pytest.fixture(params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database; a test that asks for it runs on both."""
    if request.param == "postgresql":
        request.getfixturevalue("postgres")
    return str(request.param)


@pytest.fixture
def bare(kind: str, tmp_path: Path) -> str:
    """The address of a database without tables."""
    return f"sqlite:///{tmp_path / 'bare.db'}" if kind == "sqlite" else server().fresh()


@pytest.fixture
def address(kind: str, tmp_path: Path) -> str:
    """The address of a database with our tables and the whole catalogue."""
    return furnished(kind, tmp_path)


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    """The furnished database, opened as the bot opens it."""
    opened = open_store(address)
    yield opened
    await opened.close()


_copies = itertools.count(1)
_read: dict[str, Catalogue] = {}


def furnished(kind: str, folder: Path) -> str:
    """One more copy of the furnished database."""
    if kind == "postgresql":
        return server().fresh(_on_postgres(server()))
    copy = folder / f"bot-{next(_copies)}.db"
    shutil.copyfile(_on_sqlite(), copy)
    return f"sqlite:///{copy}"


@functools.cache
def things() -> Things:
    """The catalogue as `content/` has it, read once."""
    return read()


@functools.cache
def whole() -> Catalogue:
    """The catalogue of these things."""
    return Catalogue(things())


async def stocked(store: Store) -> Shelf:
    """The shelf of a furnished database; of each edition the rows are read once."""
    shelf, edition = Shelf(store), await store.do(catalogue.edition)
    shelf.catalogue = _read.get(edition or "", shelf.catalogue)
    await shelf.look()
    _read[shelf.catalogue.edition] = shelf.catalogue
    return shelf


@functools.cache
def _on_sqlite() -> Path:
    path = Path(tempfile.mkdtemp(prefix="furnished-")) / "bot.db"
    furnish(f"sqlite:///{path}")
    return path


@functools.cache
def _on_postgres(running: Postgres) -> str:
    return running.template("furnished", furnish)


def furnish(address: str) -> None:
    """Tables and catalogue, as the release command brings them."""
    apart(lambda: migrations.climb(address))
    apart(lambda: asyncio.run(_load(address)))


async def _load(address: str) -> None:
    store = open_store(address)
    await store.do(lambda session: catalogue.load(session, things(), NOON))
    await store.close()


def apart(work: Callable[[], object]) -> None:
    """Do it in a thread of its own, for a loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(work).result()
