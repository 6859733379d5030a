"""Climbing and descending: the tables brought to where the code is."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from db.revisions import newest, reached
from db.sqlite import sqlite_engine

__all__ = ["climb", "descend", "differ", "draft", "newest", "reached", "sound"]

HOME = Path(__file__).parent.parent


def _config(address: str) -> Config:
    config = Config(toml_file=str(HOME / "pyproject.toml"))
    config.attributes["address"] = address
    return config


def climb(address: str, to: str = "head") -> None:
    """Bring the tables up to a revision, by default the newest."""
    command.upgrade(_config(address), to)


def descend(address: str, to: str = "base") -> None:
    """Take the tables down to a revision, by default to nothing."""
    command.downgrade(_config(address), to)


def differ(address: str) -> None:
    """Raise where the tables are not what the models say."""
    command.check(_config(address))


def draft(address: str, message: str) -> None:
    """Write the first draft of the next step."""
    command.revision(_config(address), message=message, autogenerate=True)


def sound(address: str) -> None:
    """Raise where a SQLite file is damaged; a server looks after its own."""
    if make_url(address).get_backend_name() != "sqlite":
        return
    engine = sqlite_engine(address)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    engine.dispose()
    if found != "ok":
        raise DatabaseError("PRAGMA quick_check", None, sqlite3.DatabaseError("damaged"))
