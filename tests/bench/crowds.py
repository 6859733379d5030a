"""The people a bot has already met, written straight into its tables: thousands, or a million."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]

FIRST = 1_000_000  # the playground's people are numbered from here
TRAIL = "home profs dir-engineering prof-welder"
KNOWN = f"'kk', '{TRAIL}', '', NULL"
IN_SQLITE = f"""
    INSERT INTO people (id, language, trail, awaited, left_at, met_at)
    WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
    SELECT {FIRST} + i, {KNOWN}, '2026-01-01 00:00:00.000000' FROM n
"""
IN_POSTGRES = f"""
    INSERT INTO people (id, language, trail, awaited, left_at, met_at)
    SELECT {FIRST} + i, {KNOWN}, '2026-01-01 00:00:00+00' FROM generate_series(0, $1::int - 1) AS i
"""


def meet_in_sqlite(path: Path, people: int) -> None:
    """Have so many people known to this database."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(IN_SQLITE, [people])


def meet_in_postgres(address: str, people: int) -> None:
    """Have so many people known to this database."""
    asyncio.run(_meet_in_postgres(address, people))


async def _meet_in_postgres(address: str, people: int) -> None:
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(IN_POSTGRES, people)
        await connection.execute("VACUUM ANALYZE people")
    finally:
        await connection.close()
