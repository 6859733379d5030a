"""The work of one turn, as one usually writes it: an async ORM session and a Jinja2 template.

The same as ours: who is this, was it heard, what do they keep; where they stand and the reply
written; committed before anything is said.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from jinja2 import Environment
from sqlalchemy import BigInteger, ForeignKey, event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ROWS = [[(f"Button {row} {at}", f"prof-{row}-{at}") for at in range(2)] for row in range(5)]
PAGE = """
<b>{{ profession.name }}</b>
{{ profession.summary }}

{% for fact in profession.facts %}• {{ fact.says }} <i>({{ fact.source }})</i>
{% endfor %}
{% if saved %}Kept.{% else %}Save it to find it again.{% endif %}
"""
WELDER = {
    "name": "Welder",
    "summary": "Joins metal parts by melting them along a seam, as the drawing says.",
    "facts": [
        {"says": f"Fact number {n} of this trade.", "source": "an article"} for n in range(4)
    ],
}


class Base(DeclarativeBase):
    """Every table."""


class Person(Base):
    """Who talks, and where the talk stands."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str]
    trail: Mapped[str]
    met_at: Mapped[datetime]


class Saved(Base):
    """What they keep."""

    __tablename__ = "saved"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)


class Told(Base):
    """What was heard and answered."""

    __tablename__ = "heard"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    reply: Mapped[str]
    heard_at: Mapped[datetime]


template = Environment(autoescape=True).from_string(PAGE)
engine: AsyncEngine = create_async_engine(os.environ["DATABASE_URL"])
session = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "connect")
def _prepare(connection, _):  # type: ignore[no-untyped-def]
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@asynccontextmanager
async def opened() -> AsyncIterator[None]:
    """The tables made, and the connections let go at the end."""
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()


async def turn(update: int, person: int, words: str) -> str:
    """One turn: the text to say, committed."""
    async with session() as work, work.begin():
        told = await work.get(Told, update)
        if told:
            return told.reply
        known = await _met(work, person)  # type: ignore[no-untyped-call]
        saved = await work.get(Saved, (person, "professions/welder"))
        known.trail = f"{known.trail} {words}"[-100:]
        reply = template.render(profession=WELDER, saved=saved is not None)
        work.add(Told(update_id=update, reply=reply, heard_at=datetime.now(UTC)))
    return reply


async def _met(work, person):  # type: ignore[no-untyped-def]
    known = await work.get(Person, person)
    if known is None:
        known = Person(id=person, language="kk", trail="", met_at=datetime.now(UTC))
        work.add(known)
    return known
