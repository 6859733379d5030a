"""Together: pieces of work done in one transaction, and their results handed over.

What befalls the database is told as Away; what the work itself did wrong, as it is.
"""

import asyncio
import sqlite3
from typing import Any

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.base import Away, Crossed, T, Work
from db.statements import settle

Asked = tuple[Work[Any], "asyncio.Future[Any]"]
Given = tuple["asyncio.Future[Any]", Any, BaseException | None]

TOGETHER = 64  # pieces of work in one commit, at most
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


def all_done(connection: Connection, together: list[Work[Any]]) -> list[Any]:
    """The results of the works, all they changed sent to the database, nothing committed."""
    with Session(connection, expire_on_commit=False) as session:
        results = [_done(session, work) for work in together]
        settle(session)
        return results


def _done(session: Session, work: Work[T]) -> T:
    result = work(session)
    session.flush()
    return result


def give(given: list[Given]) -> None:
    """Hand over each result, unless whoever asked has gone."""
    for future, result, error in given:
        if not future.done():
            future.set_exception(error) if error else future.set_result(result)


def is_for_all(error: BaseException) -> bool:
    """Whether what befell one piece of work befalls all of them, so that none need be tried."""
    return isinstance(error, Away) and not isinstance(error, Crossed)


def plainly(error: BaseException) -> BaseException:
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
