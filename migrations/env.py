"""How migrations run: on SQLite by its own driver, on PostgreSQL by asyncpg, one at a time."""

import asyncio

from alembic import context
from sqlalchemy import text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from db import belonging
from db.base import Base, UtcMoment
from db.sqlite import sqlite_engine

ALONE = 20261122  # the advisory lock of whoever migrates


def _plain(kind: str, item: object, _: object) -> str | bool:
    """Moments are plain DateTime in a step: a step imports nothing of ours."""
    moment = kind == "type" and isinstance(item, UtcMoment)
    return "sa.DateTime(timezone=True)" if moment else False


def _migrate(connection: Connection) -> None:
    """Every step that is due, in the transaction that is already open: all of them or none."""
    belonging.tables()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=_plain,
    )
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ALONE})"))
        connection.execute(text("SET LOCAL lock_timeout = '3s'"))
    context.run_migrations()


async def _on_postgres(address: str) -> None:
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    engine = create_async_engine(url.set(drivername="postgresql+asyncpg"))
    async with engine.begin() as connection:
        await connection.run_sync(_migrate)
    await engine.dispose()


def _run(address: str) -> None:
    if make_url(address).get_backend_name() != "sqlite":
        asyncio.run(_on_postgres(address))
        return
    engine = sqlite_engine(address, patience=60.0)
    with engine.begin() as connection:
        _migrate(connection)
    engine.dispose()


_run(context.config.attributes["address"])
