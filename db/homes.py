"""Homes: where a database lives, so that a copy of it, started elsewhere, knows that it is one."""

from pathlib import Path

from sqlalchemy import String, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base
from db.privacy import NONE

_CLUSTER = text(
    "SELECT system_identifier || '/' || oid FROM pg_control_system(), pg_database"
    " WHERE datname = current_database()"
)


class Home(Base):
    """The one row that says where this database was served last."""

    __tablename__ = "homes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    place: Mapped[str] = mapped_column(String(80), info=NONE)


def moved(session: Session) -> bool:
    """Whether it was served at another place before; from now on it is served here."""
    here = place(session)
    home = session.get(Home, 1) or Home(id=1, place=here)
    was, home.place = home.place, here
    session.add(home)
    return was != here


def place(session: Session) -> str:
    """What no copy shares: of PostgreSQL the numbers of the cluster and of the database in it, of
    SQLite the number of the file on its disk."""
    bind = session.connection().engine
    if bind.dialect.name == "postgresql":
        return str(session.scalar(_CLUSTER))
    return str(Path(str(bind.url.database)).stat().st_ino)
