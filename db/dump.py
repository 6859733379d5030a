"""Dumps: every row of every table as lines of JSON, the same from both databases and into both.

The first line says what there is, each of the next has some rows of a table, the last has a sum of
each table, by which one knows that nothing is missing and nothing was changed.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import (
    Column,
    LargeBinary,
    MetaData,
    Table,
    create_engine,
    event,
    insert,
    select,
    text,
)
from sqlalchemy.engine import Connection, Engine, make_url

from db import belonging
from db.base import UtcMoment
from db.sqlite import sqlite_engine

FORMAT = 1
AT_ONCE = 500  # rows in a line
Sums = dict[str, tuple[int, str]]  # how many rows of a table, and what they come to


class Torn(ValueError):
    """The lines are no whole dump."""


def engine(address: str) -> Engine:
    """An engine that reads all tables as they were at one moment, and stands in nobody's way."""
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    if url.get_backend_name() != "sqlite":
        whole = url.set(drivername="postgresql+psycopg")
        return create_engine(whole, isolation_level="REPEATABLE READ", hide_parameters=True)
    made = create_engine(url, hide_parameters=True)
    event.listen(made, "connect", lambda connection, _: _plainly(connection))
    event.listen(made, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return made


def _plainly(connection: Any) -> None:
    connection.isolation_level = None  # a transaction begins where we say so


def writer(address: str) -> Engine:
    """An engine to load a dump with."""
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    if url.get_backend_name() == "sqlite":
        return sqlite_engine(url)
    return create_engine(url.set(drivername="postgresql+psycopg"), hide_parameters=True)


# --- out ---


def lines(connection: Connection, revision: str, now: datetime) -> Iterator[bytes]:
    """All there is, line by line."""
    tables = belonging.tables()
    kinds = {table.name: {c.name: _kind(c) for c in table.columns} for table in tables}
    yield _line({"format": FORMAT, "revision": revision, "at": now, "tables": kinds})
    sums: Sums = {}
    for table in tables:
        yield from _told(connection, table, sums)
    yield _line({"sums": sums})


def _line(told: dict[str, Any]) -> bytes:
    return orjson.dumps(told, option=orjson.OPT_NON_STR_KEYS) + b"\n"


def _kind(column: Column[Any]) -> str:
    if isinstance(column.type, UtcMoment):
        return "moment"
    return "bytes" if isinstance(column.type, LargeBinary) else "plain"


def _told(connection: Connection, table: Table, sums: Sums) -> Iterator[bytes]:
    """The rows of one table, in the order of their keys."""
    every = select(table).order_by(*table.primary_key)
    found = connection.execute(every, execution_options={"yield_per": AT_ONCE})
    sum_, many = hashlib.sha256(), 0
    for some in found.partitions():
        rows = [[_plain(value) for value in row] for row in some]
        for row in rows:
            sum_.update(orjson.dumps(row))
        many += len(rows)
        yield _line({"table": table.name, "rows": rows})
    sums[str(table.name)] = many, sum_.hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def sums(connection: Connection) -> Sums:
    """What each table comes to now."""
    found: Sums = {}
    for table in belonging.tables():
        for _ in _told(connection, table, found):
            pass
    return found


# --- in ---


def head(written: Iterator[bytes]) -> dict[str, Any]:
    """The first line; raises Torn where this is no dump of ours."""
    told = orjson.loads(next(written, b"{}"))
    if told.get("format") != FORMAT:
        raise Torn("this is no dump, or one of another kind")
    return dict(told)


def load(connection: Connection, told: dict[str, Any], written: Iterable[bytes]) -> Sums:
    """Put every row into tables at the dump's own revision; gives the sums it ends with.

    Raises Torn where the end is missing.
    """
    there = MetaData()
    there.reflect(connection)
    for line in written:
        some = orjson.loads(line)
        if "sums" in some:
            _number_on(connection, there)
            return {name: (many, sum_) for name, (many, sum_) in some["sums"].items()}
        kinds = told["tables"][some["table"]]
        _put(connection, there.tables[some["table"]], kinds, some["rows"])
    raise Torn("the end is missing")


def _put(
    connection: Connection, table: Table, kinds: dict[str, str], rows: Iterable[list[Any]]
) -> None:
    """Some rows; what a migration put there itself gives way."""
    readers = {name: READERS[kind] for name, kind in kinds.items()}
    made = (
        {
            name: None if value is None else read(value)
            for (name, read), value in zip(readers.items(), row, strict=True)
        }
        for row in rows
    )
    while some := list(islice(made, AT_ONCE)):
        connection.execute(insert(table), some)


READERS: dict[str, Callable[[Any], Any]] = {
    "plain": lambda value: value,
    "moment": datetime.fromisoformat,
    "bytes": b64decode,
}


def _number_on(connection: Connection, there: MetaData) -> None:
    """Rows made from now on get numbers that none of these has; SQLite sees to that itself."""
    if connection.dialect.name != "postgresql":
        return
    serial = text("SELECT pg_get_serial_sequence(:table, :column)")
    for table in there.tables.values():
        for column in table.primary_key:
            names = {"table": table.name, "column": column.name}
            if sequence := connection.scalar(serial, names):
                last = select(column).order_by(column.desc()).limit(1)
                newest = connection.scalar(last) or 0
                turn = text("SELECT setval(CAST(:sequence AS regclass), :next, false)")
                connection.execute(turn, {"sequence": sequence, "next": newest + 1})
