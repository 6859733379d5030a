"""The ground of memory: tables' base, moments in UTC, the store that runs work in transactions.

Work is a plain function of a Session. Nobody below opens or closes a transaction: the store does.
On SQLite one writer thread runs what waits together and commits it once (a failing piece of work is
run again alone, so it never takes its neighbours with it); on PostgreSQL a few
connections of asyncpg do the same side by side.
"""

import asyncio
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import groupby
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
)
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

from db.statements import settle

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Work = Callable[[Session], T]

Asked = tuple[Work[Any], "asyncio.Future[Any]"]
Given = tuple["asyncio.Future[Any]", Any, BaseException | None]

TOGETHER = 64  # pieces of work in one commit, at most
CONNECTIONS = 4  # to PostgreSQL; more of them only make the transactions smaller
PATIENCE = 5.0  # seconds to wait for another writer, or for a connection
IDLE = "15s"  # a transaction may stand still: who was frozen in one lets the others go on
LONGEST = 90.0  # seconds a statement of PostgreSQL may take: a million recipients take half of it
SQLITE_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
POSTGRES_AWAY = ("08", "25006", "25P03", "53", "57")  # connection, read-only, idle, full, stopped
POSTGRES_CROSSED = "40"  # deadlocks and the like
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Away(ConnectionError):
    """The database cannot be reached now; nothing was done."""


class Crossed(Away):
    """Others held what this needed, and one had to give way; nothing was done."""


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC; one without a time zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


Moment = Annotated[datetime, mapped_column(UtcMoment)]
Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only by INTEGER


class Base(DeclarativeBase):
    """Every table of ours."""

    metadata = MetaData(naming_convention=NAMES)


class Store(Protocol):
    """Where work is done: one transaction a piece, committed before its result is given."""

    async def do(self, work: Work[T]) -> T:
        """Run the work in a transaction; raises Away, or what the work raised."""
        ...

    async def close(self) -> None:
        """Finish what waits and let the connections go."""
        ...


def open_store(address: str) -> Store:
    """The store at a SQLAlchemy address; `postgres://` and `postgresql://` as hosts give them."""
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    return OneWriter(url) if url.get_backend_name() == "sqlite" else ManyWriters(url)


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


def _all_done(connection: Connection, together: list[Work[Any]]) -> list[Any]:
    """The results of the works, all they changed sent to the database, nothing committed."""
    with Session(connection, expire_on_commit=False) as session:
        results = [_done(session, work) for work in together]
        settle(session)
        return results


def _done(session: Session, work: Work[T]) -> T:
    result = work(session)
    session.flush()
    return result


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
                results = _all_done(connection, [work for work, _ in batch])
        except BaseException as error:  # whatever the work raises belongs to whoever asked for it
            self._failed(batch, _plainly(error))
            return
        _hand_over(
            [(future, result, None) for (_, future), result in zip(batch, results, strict=True)]
        )

    def _failed(self, batch: list[Asked], error: BaseException) -> None:
        """Nothing was kept. Of a database away all are told at once, else each is tried alone."""
        if len(batch) == 1 or _is_for_all(error):
            _hand_over([(future, None, error) for _, future in batch])
            return
        for item in batch:
            self._commit([item])


def _hand_over(given: list[Given]) -> None:
    """Hand the results over in the loops that wait for them, each woken once."""
    for loop, those in groupby(given, key=lambda each: each[0].get_loop()):
        with suppress(RuntimeError):  # closed: whoever asked has gone
            loop.call_soon_threadsafe(_give, list(those))


def _give(given: list[Given]) -> None:
    """Hand over each result, unless whoever asked has gone."""
    for future, result, error in given:
        if not future.done():
            future.set_exception(error) if error else future.set_result(result)


class ManyWriters:
    """PostgreSQL: several transactions at a time; each does together all that waited for it."""

    def __init__(self, url: URL, connections: int = CONNECTIONS) -> None:
        from sqlalchemy.ext.asyncio import create_async_engine  # SQLite needs none of it

        self._engine = create_async_engine(
            url.set(drivername="postgresql+asyncpg"),
            pool_size=connections,
            max_overflow=0,
            pool_timeout=2 * PATIENCE,
            hide_parameters=True,
            connect_args={"timeout": PATIENCE, "command_timeout": LONGEST},
        )
        event.listen(self._engine.sync_engine, "connect", _let_go)
        self._connections = connections
        self._waiting: deque[Asked] = deque()
        self._writing: set[asyncio.Task[None]] = set()

    async def do(self, work: Work[T]) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if len(self._writing) < self._connections:
            writing = asyncio.create_task(self._write())
            self._writing.add(writing)
            writing.add_done_callback(self._writing.discard)
        return await future

    async def _write(self) -> None:
        """Commit what waits, until nothing does."""
        while self._waiting:
            some = min(len(self._waiting), TOGETHER)
            await self._commit([self._waiting.popleft() for _ in range(some)])

    async def _commit(self, batch: list[Asked]) -> None:
        """Do all of it in one transaction; where one fails, each again in its own."""
        try:
            results = await self._results([work for work, _ in batch])
        except asyncio.CancelledError:
            for _, future in batch:
                future.cancel()
            raise
        except BaseException as error:  # whatever the work raises belongs to whoever asked for it
            await self._failed(batch, _plainly(error))
            return
        _give([(future, result, None) for (_, future), result in zip(batch, results, strict=True)])

    async def _results(self, together: list[Work[Any]]) -> list[Any]:
        connection = await self._reached()
        try:
            async with connection.begin():
                return await connection.run_sync(_all_done, together)
        finally:
            await connection.close()

    async def _failed(self, batch: list[Asked], error: BaseException) -> None:
        """Nothing was kept. Of a database away all are told at once, else each is tried alone."""
        if len(batch) == 1 or _is_for_all(error):
            _give([(future, None, error) for _, future in batch])
            return
        for item in batch:
            await self._commit([item])

    async def close(self) -> None:
        while self._writing:
            await asyncio.wait(self._writing)
        await self._engine.dispose()

    async def _reached(self) -> "AsyncConnection":
        """A connection of the pool; whatever keeps us from having one, the database is away."""
        try:
            return await self._engine.connect()
        except Exception as error:
            raise Away(type(error).__name__) from error


def _let_go(connection: Any, _: Any) -> None:
    """Have the server end what a frozen process holds on to."""
    cursor = connection.cursor()
    cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE}'")
    cursor.close()


def _is_for_all(error: BaseException) -> bool:
    """Whether what befell one piece of work befalls all of them, so that none need be tried."""
    return isinstance(error, Away) and not isinstance(error, Crossed)


def _plainly(error: BaseException) -> BaseException:
    """Trouble of the database's own as Away; what the work itself did wrong as it is."""
    name = type(error).__name__
    if isinstance(error, StopIteration):
        return RuntimeError(name)  # no future can be given one
    if not isinstance(error, DBAPIError):
        return Away(name) if isinstance(error, ConnectionError | TimeoutError) else error
    if _state(error.orig).startswith(POSTGRES_CROSSED):
        return Crossed(name)
    return Away(name) if error.connection_invalidated or _is_away(error.orig) else error


def _is_away(error: BaseException | None) -> bool:
    """Whether the database says it cannot work now: locked, full, unreadable, shutting down."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in SQLITE_AWAY
    return _state(error).startswith(POSTGRES_AWAY)


def _state(error: BaseException | None) -> str:
    """The five letters by which PostgreSQL says what is the matter."""
    return str(getattr(error, "sqlstate", ""))
