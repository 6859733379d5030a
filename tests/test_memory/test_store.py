"""The store: one transaction a piece of work, and a result only once it is committed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db import heard
from db.base import Away, Store, open_store
from db.sqlite import sqlite_engine
from tests.databases import NOON


def keep(update: int) -> Callable[[Session], int]:
    """Work that remembers an update."""

    def work(session: Session) -> int:
        heard.keep(session, update, b"", NOON)
        return update

    return work


def then_fail(update: int) -> Callable[[Session], None]:
    """Work that remembers an update, and then fails."""

    def work(session: Session) -> None:
        heard.keep(session, update, b"", NOON)
        raise LookupError(update)

    return work


async def kept(store: Store, *updates: int) -> list[int]:
    """Which of these updates are remembered."""

    def work(session: Session) -> list[int]:
        return [each for each in updates if heard.before(session, each) is not None]

    return await store.do(work)


async def test_what_is_done_is_there_for_another_connection(store: Store, address: str) -> None:
    assert await store.do(keep(1)) == 1
    another = open_store(address)
    assert await kept(another, 1) == [1]
    await another.close()


async def test_work_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(LookupError):
        await store.do(then_fail(1))
    assert await kept(store, 1) == []


async def test_work_that_fails_takes_no_neighbours_with_it(store: Store) -> None:
    works: list[Any] = [then_fail(n) if n % 7 == 3 else keep(n) for n in range(50)]
    done = await asyncio.gather(*map(store.do, works), return_exceptions=True)
    good = [n for n in range(50) if n % 7 != 3]
    assert [each for each in done if isinstance(each, int)] == good
    assert all(isinstance(done[n], LookupError) for n in range(3, 50, 7))
    assert await kept(store, *range(50)) == good


@pytest.mark.parametrize("end", [SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration])
async def test_work_that_wants_to_end_all_ends_nothing_but_itself(
    store: Store, end: type[BaseException]
) -> None:
    def ends(session: Session) -> None:
        heard.keep(session, 1, b"", NOON)
        raise end

    async with asyncio.timeout(5):
        with pytest.raises(RuntimeError if end is StopIteration else end):
            await store.do(ends)
        assert await store.do(keep(2)) == 2
    assert await kept(store, 1, 2) == [2]


async def test_what_the_database_refuses_takes_no_neighbours_with_it(store: Store) -> None:
    await store.do(keep(5))
    works = [keep(n) for n in range(10)]
    done = await asyncio.gather(*map(store.do, works), return_exceptions=True)
    assert [n for n, each in enumerate(done) if isinstance(each, IntegrityError)] == [5]
    assert await kept(store, *range(10)) == list(range(10))


async def test_a_result_is_given_only_once_all_of_it_is_committed(
    store: Store, address: str
) -> None:
    another = open_store(address)

    async def look(update: int) -> bool:
        await store.do(keep(update))
        return await kept(another, update) == [update]

    assert all(await asyncio.gather(*map(look, range(40))))
    await another.close()


async def test_who_stops_waiting_harms_nobody(store: Store) -> None:
    waiting = [asyncio.ensure_future(store.do(keep(n))) for n in range(20)]
    for each in waiting[::2]:
        each.cancel()
    done = await asyncio.gather(*waiting, return_exceptions=True)
    assert [n for n in done if isinstance(n, int)] == list(range(1, 20, 2))
    assert await kept(store, *range(1, 20, 2)) == list(range(1, 20, 2))


async def test_a_closed_store_is_away(store: Store, kind: str) -> None:
    if kind == "sqlite":
        await store.close()
        with pytest.raises(Away):
            await store.do(keep(1))


async def test_a_mistake_of_our_own_is_not_taken_for_a_database_away(store: Store) -> None:
    with pytest.raises(FileNotFoundError):
        await store.do(lambda session: open("/no/such/template"))  # noqa: SIM115
    with pytest.raises(Exception, match="no_such_table") as caught:
        await store.do(lambda s: s.connection().exec_driver_sql("SELECT 1 FROM no_such_table"))
    assert not isinstance(caught.value, Away)


def test_several_that_open_a_new_file_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """SQLite alone would tell about one opening in a hundred that the file is locked."""
    with ThreadPoolExecutor(4) as four:
        for n in range(100):
            new = f"sqlite:///{tmp_path}/{n}.db"
            together = Barrier(4)
            assert list(four.map(lambda _: _opened(new, together), range(4))) == ["wal"] * 4  # noqa: B023


def _opened(address: str, together: Barrier) -> str:
    engine = sqlite_engine(address)
    together.wait()
    with engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    engine.dispose()
    return str(mode)


async def test_more_work_than_connections_waits_its_turn(store: Store) -> None:
    done = await asyncio.gather(*(store.do(keep(n)) for n in range(200)))
    assert done == list(range(200))
