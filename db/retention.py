"""Retention: how long what is kept, and the steps of the day that clear it away.

Each step takes a little and says how much; it is asked again until nothing is left, a transaction
each, so that nobody waits for it. Done again after a crash, it changes nothing more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import delete
from sqlalchemy.orm import InstrumentedAttribute, Session

from db import forgetting, heard, letters, questions, tombstones, totals
from db.audit import Act
from db.staff import Invitation

DELIVERIES = timedelta(days=90)  # then only totals are left of them
AT_ONCE = 20  # people forgotten in one transaction


@dataclass(frozen=True)
class Limit:
    """A row goes so long after the moment in this column; where it is empty the row stays."""

    since: InstrumentedAttribute[Any]
    kept: timedelta


LIMITS: Mapping[str, Limit] = {
    "audit": Limit(Act.at, timedelta(days=3 * 365)),
    "invitations": Limit(Invitation.ends_at, timedelta(days=90)),
}  # by table: one more line is all that another table needs

Pseudonym = Callable[[int], int]


class Step(Protocol):
    """Clears a little away; how many rows went."""

    def __call__(self, session: Session, now: datetime) -> int: ...


def steps(pseudonym: Pseudonym, marks: tombstones.Marks) -> list[Step]:
    """What is done every day, in this order; `pseudonym` stands where somebody is only named."""
    return [
        lambda session, now: _forget(session, tombstones.risen(session, marks), pseudonym, now),
        lambda session, now: _forget(
            session, forgetting.away(session, now, AT_ONCE), pseudonym, now
        ),
        lambda session, now: totals.fold_old(session, now - DELIVERIES),
        questions.sweep,
        letters.sweep,
        heard.sweep,
        tombstones.sweep,
        *(_clearing(limit) for limit in LIMITS.values()),
    ]


def _forget(session: Session, people: list[int], pseudonym: Pseudonym, now: datetime) -> int:
    for person in people[:AT_ONCE]:
        forgetting.forget(session, person, pseudonym(person), now)
    return len(people[:AT_ONCE])


def _clearing(limit: Limit) -> Step:
    def clear(session: Session, now: datetime) -> int:
        old = delete(limit.since.class_).where(limit.since < now - limit.kept)
        return int(session.execute(old).rowcount)  # type: ignore[attr-defined]

    return clear
