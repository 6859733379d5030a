"""SQLite: one writer thread runs what waits together and commits it once."""

import asyncio
import sqlite3
import threading
import time
from contextlib import suppress
from itertools import groupby
from queue import Empty, SimpleQueue
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection, Engine

from db.base import Away, T, Work
from db.together import TOGETHER, Asked, Given, all_done, give, is_for_all, plainly

PATIENCE = 5.0  # seconds to wait for another writer


def sqlite_engine(url: URL | str, patience: float | None = None) -> Engine:
    """An engine for SQLite: WAL, foreign keys, and transactions that begin by taking the lock."""
    patient = patience or PATIENCE
    by = {"check_same_thread": False, "timeout": patient}
    engine = create_engine(url, connect_args=by, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        _write_ahead(connection, time.monotonic() + patient)
        for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: Any, until: float) -> None:
    """SQLite does not wait when several make a new file a WAL at once: who loses asks again."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


class OneWriter:
    """SQLite: a single thread that does all work, and commits together what waits together."""

    def __init__(self, url: URL) -> None:
        self._engine = sqlite_engine(url)
        self._waiting: SimpleQueue[Asked | None] = SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    async def do(self, work: Work[T]) -> T:
        if self._closed:
            raise Away("closed")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put((work, future))
        return await future

    async def close(self) -> None:
        self._closed = True
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join)
        self._engine.dispose()

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            batch = [first, *self._more()]
            asked = [item for item in batch if item is not None]
            self._commit(asked)
            if len(asked) < len(batch):
                return

    def _more(self) -> list[Asked | None]:
        more: list[Asked | None] = []
        with suppress(Empty):
            while len(more) < TOGETHER - 1:
                more.append(self._waiting.get_nowait())
        return more

    def _commit(self, batch: list[Asked]) -> None:
        """Do all of it in one transaction; where one fails, each again in its own."""
        try:
            with self._engine.begin() as connection:
                results = all_done(connection, [work for work, _ in batch])
        except BaseException as error:  # whatever the work raises belongs to whoever asked for it
            self._failed(batch, plainly(error))
            return
        _hand_over(
            [(future, result, None) for (_, future), result in zip(batch, results, strict=True)]
        )

    def _failed(self, batch: list[Asked], error: BaseException) -> None:
        """Nothing was kept. Of a database away all are told at once, else each is tried alone."""
        if len(batch) == 1 or is_for_all(error):
            _hand_over([(future, None, error) for _, future in batch])
            return
        for item in batch:
            self._commit([item])


def _hand_over(given: list[Given]) -> None:
    """Hand the results over in the loops that wait for them, each woken once."""
    for loop, those in groupby(given, key=lambda each: each[0].get_loop()):
        with suppress(RuntimeError):  # closed: whoever asked has gone
            loop.call_soon_threadsafe(give, list(those))
