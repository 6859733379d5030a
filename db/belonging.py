"""Belonging: which rows are whose, read from the tables themselves, not from a list.

A row belongs to a person where a foreign key leads to `people` and goes when they go, at once or by
way of another row of theirs. A column tagged PSEUDONYMOUS without such a key only names them: what
the staff did, and for which turn a reply is kept.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Table, false, or_, select
from sqlalchemy.orm import Session

import db
from db.base import Base
from db.people import Person
from db.privacy import tag

PEOPLE: Table = Person.__table__  # type: ignore[assignment]
Row = dict[str, Any]
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "you": ("people", "consents"),
    "saved": ("saved",),
    "test": ("attempts", "ratings", "picks"),
    "tasks": ("task_runs", "task_steps"),
    "shifts": ("mission_runs", "journal"),
    "class": ("joined",),
    "family": (
        *("child_codes", "family_links", "family_shown", "gaps", "gap_guesses", "weekly"),
        *("given_results", "result_looks"),
    ),
    "news": ("deliveries", "replies"),
    "talk": ("heard",),
    "asking": ("questions", "question_lines", "letters", "wondered", "silences", "listed"),
    "staff": ("staff", "audit", "invitations", "classes", "announcements", "contributions"),
}  # what is told of together; a test names the table that is missing here


def tables() -> list[Table]:
    """Every table of every module of `db`, those others point to first."""
    for module in pkgutil.iter_modules(db.__path__):
        if module.name != "migrations":  # has no tables, and brings Alembic: ten megabytes
            importlib.import_module(f"db.{module.name}")
    return Base.metadata.sorted_tables


def theirs(table: Table, person: int | Column[Any]) -> ColumnElement[bool]:
    """What holds of the rows that belong to a person; of none, where the table has no such rows."""
    if table is PEOPLE:
        return PEOPLE.c.id == person
    return or_(false(), *(_through(column, person) for column in _owning(table)))


def _through(column: Column[Any], person: int | Column[Any]) -> ColumnElement[bool]:
    """By way of this key: to the person, or to a row of theirs."""
    above = next(iter(column.foreign_keys)).column
    if above.table is PEOPLE:
        return column == person
    return column.in_(select(above).where(theirs(above.table, person)))


def _owning(table: Table) -> list[Column[Any]]:
    """The keys by which rows of a table go with a person."""
    keys = {key.parent: key for key in table.foreign_keys if key.ondelete == "CASCADE"}
    return [column for column, key in keys.items() if is_owned(key.column.table)]


def is_owned(table: Table) -> bool:
    """Whether rows of the table belong to people."""
    return table is PEOPLE or bool(_owning(table))


def naming(table: Table) -> list[Column[Any]]:
    """The columns that only name a person: their number, which goes another way than the row."""
    return [column for column in numbers(table) if column not in {*_owning(table), PEOPLE.c.id}]


def numbers(table: Table) -> list[Column[Any]]:
    """The columns that hold the number of a person."""
    tagged = [column for column in table.columns if tag(column) == "pseudonymous"]
    return [column for column in tagged if _is_number(column)]


def _is_number(column: Column[Any]) -> bool:
    """Whether it is Telegram's number of a person, and not one by which we call them."""
    if column.foreign_keys:
        return column.references(PEOPLE.c.id)
    return isinstance(column.type, BigInteger)


def concerned(table: Table) -> bool:
    """Whether a table holds anything of people."""
    return is_owned(table) or bool(numbers(table))


def rows(session: Session, person: int) -> dict[str, list[Row]]:
    """Every row that belongs to a person, by table; the numbers of others are left out.

    A row that belongs to nobody, as what the staff did, is told to whom it names.
    """
    return {
        str(table.name): [_row(table, found, person) for found in _found(session, table, person)]
        for table in tables()
        if concerned(table)
    }


def _found(session: Session, table: Table, person: int) -> list[Any]:
    named = [column == person for column in naming(table)]
    mine = select(table).where(theirs(table, person) if is_owned(table) else or_(*named))
    return list(session.execute(mine.order_by(*table.primary_key)).mappings())


def _row(table: Table, found: Any, person: int) -> Row:
    others = {column.name for column in numbers(table) if found[column.name] != person}
    return {str(name): None if name in others else value for name, value in found.items()}
