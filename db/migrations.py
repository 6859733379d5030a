"""Climbing and descending: the tables brought to where the code is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.orm import Session

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


def newest() -> str:
    """The revision the code needs."""
    head = ScriptDirectory.from_config(_config("")).get_current_head()
    return head or ""


def reached(session: Session) -> str:
    """The revision the database stands at, or nothing where it has no tables yet."""
    return MigrationContext.configure(session.connection()).get_current_revision() or ""
