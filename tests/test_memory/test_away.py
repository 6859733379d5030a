"""A database that is away: nothing is done, everybody is told, and all goes on once it is back."""

import asyncio
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db import heard, people, postgres, sqlite
from db.base import Away, Store, Work, open_store
from db.postgres import ManyWriters
from db.together import plainly
from tests.databases import NOON, furnished
from tests.postgres import server
from tests.test_memory.test_store import keep, kept


@pytest.fixture
def kind() -> str:
    """The tests of this page are about one database each."""
    return "sqlite"


@contextmanager
def locked(address: str) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    other = sqlite3.connect(address.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


async def test_a_locked_file_is_away_for_all_who_wait_and_not_for_long(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.5)
    store = open_store(address)
    with locked(address):
        began = time.monotonic()
        works = [store.do(keep(n)) for n in range(50)]
        done = await asyncio.gather(*works, return_exceptions=True)
        assert all(isinstance(each, Away) for each in done)
        assert time.monotonic() - began < 4  # once for the first and once for the rest
    assert await kept(store, *range(50)) == []
    assert await store.do(keep(1)) == 1
    await store.close()


async def test_a_lock_that_is_given_back_in_time_harms_nobody(address: str) -> None:
    store = open_store(address)
    with locked(address):
        waiting = asyncio.ensure_future(store.do(keep(1)))
        done, _ = await asyncio.wait({waiting}, timeout=0.3)
        assert not done
    assert await waiting == 1
    await store.close()


async def test_a_file_that_is_no_database_is_away(tmp_path: Path) -> None:
    (tmp_path / "bot.db").write_bytes(b"no database" * 1000)
    store = open_store(f"sqlite:///{tmp_path / 'bot.db'}")
    with pytest.raises(Away):
        await store.do(keep(1))
    await store.close()


async def test_a_full_disk_is_away_and_keeps_nothing_by_half(address: str) -> None:
    store = open_store(address)
    pages = "PRAGMA max_page_count"
    now = await store.do(lambda s: s.connection().exec_driver_sql("PRAGMA page_count").scalar())
    await store.do(lambda s: s.connection().exec_driver_sql(f"{pages} = {now}").scalar())

    def write_much(session: Session) -> None:
        heard.keep(session, 1, b"", NOON)
        heard.keep(session, 2, b"x" * 1_000_000, NOON)

    with pytest.raises(Away):
        await store.do(write_much)
    assert await kept(store, 1, 2) == []
    await store.do(lambda s: s.connection().exec_driver_sql(f"{pages} = 1000000").scalar())
    await store.do(write_much)
    assert await kept(store, 1, 2) == [1, 2]
    await store.close()


# --- PostgreSQL ---------------------------------------------------------------------------------


@pytest.fixture
async def on_postgres(postgres: object, tmp_path: Path) -> AsyncIterator[Store]:
    """A store on PostgreSQL, with the tables."""
    store = open_store(furnished("postgresql", tmp_path))
    yield store
    await store.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
async def test_postgres_stopped_is_away_and_back_when_it_is_back(
    how: signal.Signals, on_postgres: Store
) -> None:
    """What was acknowledged is there; what was not may be told again."""
    answered: list[int] = []
    stop = asyncio.Event()

    async def work(number: int) -> None:
        while not stop.is_set():
            try:
                answered.append(await on_postgres.do(keep(number)))
            except Away:
                await asyncio.sleep(0.01)
            number += 8

    working = [asyncio.create_task(work(n)) for n in range(8)]
    for _ in range(3):
        await answers(answered, 100)
        await asyncio.to_thread(server().stop, how)
        with pytest.raises(Away):
            await on_postgres.do(keep(10_000_000))
        await asyncio.to_thread(server().start)
        await answers(answered, 1, within=5)
    stop.set()
    await asyncio.gather(*working)
    assert await kept(on_postgres, *answered) == answered


async def answers(answered: list[int], more: int, within: float = 20) -> None:
    """Once so many more pieces of work are done."""
    enough = len(answered) + more
    async with asyncio.timeout(within):
        while len(answered) < enough:  # noqa: ASYNC110 - a list knows no events
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    "address",
    ["postgresql://a@127.0.0.1:1/b", "postgresql://a@no-such-host.invalid/b"],
)
async def test_a_server_that_is_not_there_is_away(address: str) -> None:
    store = open_store(address)
    with pytest.raises(Away):
        await store.do(keep(1))
    await store.close()


async def test_a_database_that_is_not_there_is_away(postgres: object) -> None:
    store = open_store(server().address("no_such_database"))
    with pytest.raises(Away):
        await store.do(keep(1))
    await store.close()


async def test_more_work_than_connections_waits_and_does_not_lock_itself_out(
    postgres: object,
) -> None:
    store = ManyWriters(make_url(server().address("postgres")), connections=2)
    works = [_sleep(1), _sleep(1), *(_sleep(0) for _ in range(200))]
    async with asyncio.timeout(20):
        done = await asyncio.gather(*map(store.do, works))
    assert done == [1, 1, *[0] * 200]
    await store.close()


async def test_two_that_wait_for_each_other_do_not_take_their_neighbours_with_them(
    on_postgres: Store, postgres: object
) -> None:
    """Two batches lock the same two people the other way round; PostgreSQL lets one give way."""
    async with asyncio.timeout(20):
        done = await asyncio.gather(
            *(on_postgres.do(works) for works in (_meeting(1, 2), _meeting(2, 1))),
            *(on_postgres.do(keep(number)) for number in range(20)),
        )
    assert done[2:] == list(range(20))


async def test_a_row_held_too_long_is_away(on_postgres: Store) -> None:
    with pytest.raises(Away):
        await on_postgres.do(_cancelled)


async def test_who_is_frozen_in_a_transaction_lets_the_others_go_on(
    on_postgres: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F06: the server ends what stands still, and with it the locks it holds."""
    monkeypatch.setattr(postgres, "IDLE", "300ms")
    assert isinstance(on_postgres, ManyWriters)
    await on_postgres.do(lambda session: people.meet(session, 7, "kk", 0, NOON))
    async with on_postgres._engine.connect() as frozen:
        await frozen.execute(text("SELECT id FROM people WHERE id = 7 FOR UPDATE"))
        async with asyncio.timeout(10):
            await on_postgres.do(lambda session: session.execute(text("DELETE FROM people")))
        with pytest.raises(DBAPIError) as ended:
            await frozen.execute(text("SELECT 1"))
    assert isinstance(plainly(ended.value), Away)


def _cancelled(session: Session) -> None:
    session.connection().exec_driver_sql("SET LOCAL statement_timeout = '50ms'")
    session.connection().exec_driver_sql("SELECT pg_sleep(5)")


def _meeting(*persons: int) -> Work[None]:
    """Work that meets these people, one after the other, without haste."""

    def work(session: Session) -> None:
        for person in persons:
            people.meet(session, person, "kk", 0, NOON)
            session.connection().exec_driver_sql("SELECT pg_sleep(0.3)")

    return work


def _sleep(seconds: float) -> Work[float]:
    """Work that takes this long."""

    def work(session: Session) -> float:
        session.connection().exec_driver_sql(f"SELECT pg_sleep({seconds})")
        return seconds

    return work
