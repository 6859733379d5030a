"""Migrations: up, down and up again with rows in every table, and never two at a time."""

import ast
import asyncio
import subprocess
import sys
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, insert, inspect, select, text
from sqlalchemy.orm import Session

from db import migrations
from db.base import Base, Store, UtcMoment, open_store
from db.people import Person
from tests.databases import NOON, apart
from tests.running import HOME, surroundings

EARLIER = (
    "INSERT INTO people (id, language, trail, awaited, met_at) "
    "SELECT number, 'kk', '', '', '2026-11-22 07:00:00+00' "
    "FROM (SELECT 1 AS number UNION SELECT 2 UNION SELECT 3) AS numbers",
    "INSERT INTO muted (person_id, topic, at) SELECT 2, topic, '2026-11-22 07:00:00+00' "
    "FROM (SELECT 'events' AS topic UNION SELECT 'work' UNION SELECT 'reminders') AS topics",
    "INSERT INTO muted (person_id, topic, at) VALUES (3, 'all', '2026-11-22 07:00:00+00')",
)
STEPS = sorted((HOME / "migrations" / "versions").glob("*.py"))


def made_up(column: Any) -> object:
    """A value this column takes."""
    kind = datetime if isinstance(column.type, UtcMoment) else column.type.python_type
    return {int: 1, str: "kk", bytes: b"x", datetime: NOON, bool: True, float: 1.0}[kind]


async def fill(address: str) -> None:
    """A row in every table."""

    def work(session: Session) -> None:
        for table in Base.metadata.sorted_tables:
            session.execute(insert(table).values({c: made_up(c) for c in table.columns}))

    await _with(address, work)


async def counts(address: str) -> dict[str, int]:
    """How many rows each table of ours has."""

    def work(session: Session) -> dict[str, int]:
        found = inspect(session.connection()).get_table_names()
        ours = [table for table in Base.metadata.sorted_tables if table.name in found]
        return {t.name: session.scalar(select(func.count()).select_from(t)) or 0 for t in ours}

    counted: dict[str, int] = await _with(address, work)
    return counted


async def _with(address: str, work: Any) -> Any:
    store: Store = open_store(address)
    try:
        return await store.do(work)
    finally:
        await store.close()


async def test_they_climb_descend_and_climb_again_with_rows_in_every_table(bare: str) -> None:
    apart(lambda: migrations.climb(bare))
    await fill(bare)
    assert set((await counts(bare)).values()) == {1}
    apart(lambda: migrations.descend(bare))
    assert await counts(bare) == {}
    apart(lambda: migrations.climb(bare))
    await fill(bare)
    assert set((await counts(bare)).values()) == {1}


async def test_every_step_goes_both_ways_with_rows(bare: str) -> None:
    apart(lambda: migrations.climb(bare))
    for _ in STEPS:
        apart(lambda: migrations.descend(bare, "-1"))
        apart(lambda: migrations.climb(bare, "+1"))
        apart(lambda: migrations.descend(bare, "-1"))
    assert await counts(bare) == {}


async def test_the_tables_are_what_the_models_say(bare: str) -> None:
    apart(lambda: migrations.climb(bare))
    apart(lambda: migrations.differ(bare))


async def test_who_is_here_already_keeps_the_topics_they_were_told_of(bare: str) -> None:
    """P13: up, and down again; whoever comes later is told of nothing."""
    apart(lambda: migrations.climb(bare, "b3d7f2a84c19"))
    await _with(bare, lambda session: [session.execute(text(line)) for line in EARLIER] and None)
    apart(lambda: migrations.climb(bare))
    topics = {1: "admission events news reminders school work", 2: "admission news school", 3: ""}
    assert await _with(bare, _topics) == topics
    apart(lambda: migrations.descend(bare, "b3d7f2a84c19"))
    apart(lambda: migrations.climb(bare))
    assert await _with(bare, _topics) == topics


def _topics(session: Session) -> dict[int, str]:
    return dict(session.execute(select(Person.id, Person.topics)).all())


async def test_climbing_twice_is_climbing_once(bare: str) -> None:
    apart(lambda: migrations.climb(bare))
    await fill(bare)
    apart(lambda: migrations.climb(bare))
    assert set((await counts(bare)).values()) == {1}
    assert await _with(bare, migrations.reached) == migrations.newest()


async def test_a_database_without_tables_stands_at_nothing(bare: str) -> None:
    assert await _with(bare, migrations.reached) == ""


async def test_three_that_climb_at_once_climb_once(bare: str) -> None:
    climb = f"from db.migrations import climb; print(flush=True); input(); climb({bare!r})"
    three = [await asyncio.to_thread(_begun, climb) for _ in range(3)]
    said = await asyncio.gather(*(asyncio.to_thread(each.communicate, "\n") for each in three))
    assert [each.returncode for each in three] == [0, 0, 0], said
    await fill(bare)


def _begun(program: str) -> "subprocess.Popen[str]":
    """A process that has imported all it needs, and waits for a word."""
    pipe = subprocess.PIPE
    begun = subprocess.Popen(
        [sys.executable, "-c", program],
        env=surroundings(), cwd=HOME, stdin=pipe, stdout=pipe, stderr=pipe, text=True,
    )  # fmt: skip
    assert begun.stdout is not None
    begun.stdout.readline()
    return begun


async def test_a_step_that_breaks_half_way_leaves_no_half(bare: str, kind: str) -> None:
    """A table of the first step is in the way, so that it cannot be finished."""
    apart(lambda: migrations.climb(bare))
    apart(lambda: migrations.descend(bare))
    await _with(bare, lambda s: s.connection().exec_driver_sql("CREATE TABLE aside (x INTEGER)"))
    with pytest.raises(Exception, match="aside"):
        apart(lambda: migrations.climb(bare))
    assert await counts(bare) == {"aside": 0}
    await _with(bare, lambda s: s.connection().exec_driver_sql("DROP TABLE aside"))
    apart(lambda: migrations.climb(bare))
    await fill(bare)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.stem)
def test_a_step_imports_nothing_of_ours(step: Any) -> None:
    tree = ast.walk(ast.parse(step.read_text()))
    names = {n.name for node in tree if isinstance(node, ast.Import) for n in node.names}
    tree = ast.walk(ast.parse(step.read_text()))
    names |= {str(node.module) for node in tree if isinstance(node, ast.ImportFrom)}
    assert names <= {"sqlalchemy", "alembic", "collections.abc", "datetime", "__future__"}
