"""Custody: what whoever looks after the bot does with what is kept of people.

Sealed texts under a new key, somebody forgotten on their word, and whom a breach concerns.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, and_, exists, or_, select, update
from sqlalchemy.orm import Session

from bot import keeping
from bot.keys import Keys
from bot.release import opened
from bot.running import sealing
from bot.settings import Settings, Wrong
from db import belonging, forgetting, tombstones
from db.base import UtcMoment
from db.belonging import PEOPLE

AT_ONCE = 500  # rows sealed anew in one transaction


# --- a new key ---


async def seal_anew(settings: Settings) -> dict[str, tuple[int, int]]:
    """Seal all that is sealed with the first key; by column, how many, and how many none opens."""
    keys, found = sealing(settings), dict[str, tuple[int, int]]()
    async with opened(settings) as store:
        for table, name in _sealed():
            key: tuple[Any, ...] | None = ()
            done = lost = 0
            while key is not None:
                work = _Anew(table, name, keys, key)
                some, none, key = await store.do(work)
                done, lost = done + some, lost + none
            found[f"{table.name}.{name}"] = done, lost
    return found


def _sealed() -> Iterator[tuple[Table, str]]:
    """The columns that only the bot's keys open."""
    for table in belonging.tables():
        for column in table.columns:
            if "sealed" in column.info:
                yield table, column.name


@dataclass(frozen=True)
class _Anew:
    """Some rows after this key of the table: how many are sealed anew, how many not, how far."""

    table: Table
    name: str
    keys: Keys
    after: tuple[Any, ...]

    def __call__(self, session: Session) -> tuple[int, int, tuple[Any, ...] | None]:
        primary, column = list(self.table.primary_key), self.table.c[self.name]
        some = select(*primary, column).where(column.is_not(None)).order_by(*primary)
        if self.after:
            some = some.where(_past(primary, self.after))
        rows = session.execute(some.limit(AT_ONCE)).all()
        sealed = [(tuple(row[:-1]), self.keys.seal_anew(row[-1])) for row in rows]
        for key, words in sealed:
            if words is not None:
                this = and_(*(one == value for one, value in zip(primary, key, strict=True)))
                session.execute(update(self.table).where(this).values({self.name: words}))
        lost = sum(words is None for _, words in sealed)
        return len(sealed) - lost, lost, sealed[-1][0] if len(rows) == AT_ONCE else None


def _past(primary: list[Any], after: tuple[Any, ...]) -> Any:
    """What comes after this key in their order."""
    return or_(
        *(
            and_(
                *(primary[before] == after[before] for before in range(at)),
                primary[at] > after[at],
            )
            for at in range(len(primary))
        )
    )


# --- on somebody's word ---


async def forget(settings: Settings, person: int) -> bool:
    """Forget whoever has this number, as /forget does; False where nobody has it."""
    keys, now = sealing(settings), datetime.now(UTC)

    def work(session: Session) -> bool:
        known = session.scalar(select(PEOPLE.c.id).where(PEOPLE.c.id == person)) is not None
        forgetting.forget(session, person, keys.pseudonym(person), now)
        tombstones.lay(session, {keys.marks(person)[0]: now})
        return known

    async with opened(settings) as store:
        known = await store.do(work)
        await keeping.Keeping(store, keys, settings.tombstones).carry()
    return known


# --- a breach ---


@dataclass(frozen=True)
class Affected:
    """Whom a breach concerns: their numbers, and how many of them by language and by role."""

    people: list[int]
    languages: Counter[str]
    roles: Counter[str]


async def affected(
    settings: Settings, name: str, since: datetime | None, until: datetime | None
) -> Affected:
    """Who has a row in this table (`all`: in any), of a time between these. Raises Wrong."""
    every = {str(one.name): one for one in belonging.tables() if belonging.concerned(one)}
    if name != "all" and name not in every:
        raise Wrong(f"--table: one of {', '.join(sorted(every))}, or all")
    chosen = list(every.values()) if name == "all" else [every[name]]
    async with opened(settings) as store:
        return await store.do(lambda session: _affected(session, chosen, since, until))


def _affected(
    session: Session, chosen: list[Table], since: datetime | None, until: datetime | None
) -> Affected:
    has = or_(*(_in(table, since, until) for table in chosen))
    found = session.execute(
        select(PEOPLE.c.id, PEOPLE.c.language, PEOPLE.c.role).where(has).order_by(PEOPLE.c.id)
    ).all()
    return Affected(
        [row.id for row in found],
        Counter(row.language for row in found),
        Counter(row.role or "unknown" for row in found),
    )


def _in(table: Table, since: datetime | None, until: datetime | None) -> Any:
    """Whether a person has a row in this table that was there in that time."""
    there = table.alias() if table is PEOPLE else table
    moments = [c for c in there.columns if isinstance(c.type, UtcMoment)]
    begun = or_(*(c <= until for c in moments)) if moments and until else None
    lasted = or_(*(c >= since for c in moments)) if moments and since else None
    named = [there.c[c.name] == PEOPLE.c.id for c in belonging.numbers(table)]
    mine = or_(*named) if table is PEOPLE or named else belonging.theirs(table, PEOPLE.c.id)
    return exists().where(*(each for each in (mine, begun, lasted) if each is not None))
