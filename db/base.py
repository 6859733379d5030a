"""The ground of memory: tables' base, moments in UTC, the store that runs work in transactions.

Work is a plain function of a Session. Nobody below opens or closes a transaction: the store does.
What waits together is committed once; a failing piece of work is run again alone, so it never takes
its neighbours with it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Protocol, TypeVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    TypeDecorator,
)
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column

T = TypeVar("T")
Work = Callable[[Session], T]

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Away(ConnectionError):
    """The database cannot be reached now; nothing was done."""


class Crossed(Away):
    """Others held what this needed, and one had to give way; nothing was done."""


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC; one without a time zone is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


Moment = Annotated[datetime, mapped_column(UtcMoment)]
Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only by INTEGER


class Base(DeclarativeBase):
    """Every table of ours."""

    metadata = MetaData(naming_convention=NAMES)


class Store(Protocol):
    """Where work is done: one transaction a piece, committed before its result is given."""

    async def do(self, work: Work[T]) -> T:
        """Run the work in a transaction; raises Away, or what the work raised."""
        ...

    async def close(self) -> None:
        """Finish what waits and let the connections go."""
        ...


def open_store(address: str) -> Store:
    """The store at a SQLAlchemy address; `postgres://` and `postgresql://` as hosts give them."""
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    if url.get_backend_name() == "sqlite":
        from db.sqlite import OneWriter

        return OneWriter(url)
    from db.postgres import ManyWriters  # SQLite needs none of it

    return ManyWriters(url)
