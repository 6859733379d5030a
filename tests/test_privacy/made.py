"""Made: a row of each table for somebody, made of nothing but what the tables say of themselves.

A table that is added tomorrow gets its rows, too, and so everything that is tested with them.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import Column, LargeBinary, insert, select
from sqlalchemy.orm import Session

from bot.keys import Keys
from bot.ui import Message
from db import belonging
from db.base import UtcMoment
from db.belonging import PEOPLE
from db.privacy import tag

KEYS = Keys("a-secret-of-the-tests-0123456789abcdef")
AIYM, MARAT = 7_000_000_123, 7_000_000_456  # two numbers nothing else looks like
MET = datetime(2026, 11, 20, 7, tzinfo=UTC)
OURS = {"catalogue", "editions", "tombstones", "chores", "gate", "executors"}  # of nobody
Scan = dict[str, list[dict[str, Any]]]
_numbers = count(1000)
LIKE: dict[str, Callable[[int], Any]] = {
    "audit.what": str,
    "heard.reply": lambda person: Message(canary(person)).kept(),
}  # what only the house itself can read


def canary(person: int) -> str:
    """A word of theirs that nobody else has."""
    return f"канарейка-{person % 1000}"


def fill(session: Session, person: int) -> None:
    """A row of theirs in every table that could hold one."""
    made: dict[str, dict[str, Any]] = {}
    for table in belonging.tables():
        if table.name in OURS:
            continue
        made[table.name] = {c.name: _value(c, person, made) for c in table.columns}
        session.execute(insert(table).values(made[table.name]))


def _value(column: Column[Any], person: int, made: dict[str, dict[str, Any]]) -> Any:
    if column in {PEOPLE.c.id, *belonging.numbers(column.table)}:
        return person
    for key in column.foreign_keys:
        return made[key.column.table.name][key.column.name]
    if str(column) in LIKE:
        return LIKE[str(column)](person)
    return _of_kind(column, person)


def _of_kind(column: Column[Any], person: int) -> Any:
    kind, number = column.type, next(_numbers)
    if isinstance(kind, UtcMoment):
        return MET
    if isinstance(kind, LargeBinary):
        return KEYS.seal(canary(person)) if "sealed" in column.info else str(number).encode()
    if kind.python_type is str:
        plain = column.primary_key or column.unique or tag(column) == "none"
        word = str(number) if plain else canary(person)
        return word[: getattr(kind, "length", None) or 64]
    return {int: number, bool: True, float: 0.5}[kind.python_type]


def scan(session: Session) -> Scan:
    """Every row of every table."""
    return {
        table.name: [
            dict(row)
            for row in session.execute(select(table).order_by(*table.primary_key)).mappings()
        ]
        for table in belonging.tables()
    }


def whose(found: Scan, person: int) -> Scan:
    """The rows that hold somebody's number, or hang on a row that does and goes with it."""
    mine: Scan = {}
    for table in belonging.tables():
        mine[table.name] = [row for row in found[table.name] if _is_mine(table, row, person, mine)]
    return {name: rows for name, rows in mine.items() if rows and name != "tombstones"}


def _is_mine(table: Any, row: dict[str, Any], person: int, mine: Scan) -> bool:
    """A row of somebody else that only names them goes with that somebody."""
    staying = {key.parent.name for key in table.foreign_keys if key.ondelete != "CASCADE"}
    named = [n for n, value in row.items() if value == person and n not in staying]
    kept = [key for key in table.foreign_keys if key.ondelete == "CASCADE"]
    if table.name != "people" and any(belonging.is_owned(key.column.table) for key in kept):
        named = [n for n in named if n in {key.parent.name for key in kept}]
    elif table.name != "people":
        named = [n for n, value in row.items() if value == person]
    return bool(named) or _hangs(table, row, mine)


def _hangs(table: Any, row: dict[str, Any], mine: Scan) -> bool:
    keys = [key for key in table.foreign_keys if key.ondelete == "CASCADE"]
    above = [key for key in keys if belonging.is_owned(key.column.table)]
    return any(
        row[key.parent.name] == other[key.column.name]
        for key in above
        for other in mine.get(key.column.table.name, [])
    )
