"""The ledger: opens an announcement for its recipients, and tells how it stands.

Whom to serve next is said by `claims.py`; here, what is to be begun and how it stands.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    bindparam,
    case,
    func,
    literal,
    select,
    text,
    true,
    update,
)
from sqlalchemy.orm import Session

from db import totals
from db.announcements import STILL_DUE, Announcement, Delivery, answers, presses
from db.base import UtcMoment
from db.gate import open_gate
from db.people import Person
from db.segments import Segment, objection, recipients
from db.statements import Statement, line
from db.topics import wants

TOGETHER = 8  # people asked about at once, at most


def opened(
    session: Session, one: Announcement, now: datetime, *, reached_only: bool = False
) -> int:
    """Write a row a recipient, in one statement; those already in it stay. How many are due.

    Where it is `reached_only`, whoever does not get it now may get it another time.
    """
    open_gate(session)
    whole = recipients(Segment.found(one.segment), one.topic, now, one.author_id).subquery()
    reached = whole.c.why == ""
    rows = select(
        literal(one.id),
        whole.c.id,
        whole.c.language,
        case((reached, literal("waiting")), else_=literal("skipped")),
        case((reached, literal("send")), else_=literal("")),
        whole.c.why,
        literal(0),
        literal(False),
        literal(""),
        case((reached, literal(None, UtcMoment)), else_=literal(now, UtcMoment)),
    )
    columns = [
        "announcement_id", "person_id", "language", "state", "due", "why", "attempts", "twice",
        "claimed_by", "settled_at",
    ]  # fmt: skip
    session.execute(
        _insert(session)
        .from_select(columns, rows.where(reached if reached_only else true()))
        .on_conflict_do_nothing()
    )
    _counted(session)
    return due(session, one.id)


def _counted(session: Session) -> None:
    """Have PostgreSQL count what was just written, or it would sort all of it for each claim."""
    if line(session).dialect.name == "postgresql":
        session.execute(text("ANALYZE deliveries"))


def _insert(session: Session) -> Any:
    """An INSERT into the ledger that passes over rows that are there, as each database says it."""
    if line(session).dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(Delivery)
    from sqlalchemy.dialects import postgresql  # takes its time: SQLite needs none of it

    return postgresql.insert(Delivery)


def due(session: Session, number: int) -> int:
    """How many are still to be served."""
    left = select(func.count()).where(Delivery.announcement_id == number, STILL_DUE)
    return session.scalar(left) or 0


def again(
    session: Session, number: int, what: str, states: tuple[str, ...], *only: ColumnElement[bool]
) -> int:
    """Have something done for all that are in these states: an edit, a recall, another try."""
    rows = update(Delivery).where(
        Delivery.announcement_id == number, Delivery.state.in_(states), Delivery.due == "", *only
    )
    if what != "send":
        rows = rows.where(Delivery.message_id.is_not(None))
    fresh = {"due": what, "attempts": 0, "not_before": None, "claimed_at": None}
    done: Any = session.execute(rows.values(fresh))
    return int(done.rowcount)


def let_go(session: Session, number: int, now: datetime) -> int:
    """Serve nobody else: whoever was still to get it is left out. What is on its way goes on."""
    rest = update(Delivery).where(
        Delivery.announcement_id == number, STILL_DUE, Delivery.claimed_at.is_(None)
    )
    waiting = Delivery.state == "waiting"
    done: Any = session.execute(
        rest.values(
            due="",
            state=case((waiting, literal("skipped")), else_=Delivery.state),
            why=case((waiting, literal("cancelled")), else_=Delivery.why),
            settled_at=case((waiting, literal(now, UtcMoment)), else_=Delivery.settled_at),
        )
    )
    return int(done.rowcount)


@lru_cache(maxsize=16)
def objections(segment: str, topic: str) -> Statement:
    """Asks of up to TOGETHER people, `person0` and so on, why they get nothing any more.

    The week's cap was looked at when the announcement was opened, and is not counted again.
    """
    people = [bindparam(f"person{at}", 0, type_=BigInteger) for at in range(TOGETHER)]
    return Statement(objection(Segment.found(segment), topic, people), lists=True)


def still(session: Session, one: Announcement, people: Sequence[int]) -> dict[int, str]:
    """Why each gets nothing any more (`segment`: not in it now); empty for those who do."""
    why = dict.fromkeys(people, "segment")
    for first in range(0, len(people), TOGETHER):
        some = people[first : first + TOGETHER]
        asked = {f"person{at}": some[at % len(some)] for at in range(TOGETHER)}
        why |= dict(objections(one.segment, one.topic)(session, **asked))
    return why


def tally(session: Session, number: int) -> dict[tuple[str, str], int]:
    """How many are in which state, and why; those whose rows are gone are counted too."""
    kept = select(Delivery.state, Delivery.why, func.count()).where(
        Delivery.announcement_id == number
    )
    rows = session.execute(kept.group_by(Delivery.state, Delivery.why))
    counted = Counter({(state, why): many for state, why, many in rows})
    return counted + Counter(totals.people(session, number))


@dataclass(frozen=True)
class Standing:
    """How an announcement stands: people by what became of it, and what they did with it.

    `sent`, `left` (still due), `unknown` (nobody knows) and `twice` (perhaps two of it) are people;
    `missed` and `skipped` are people by reason; `answers` by answer, `presses` by button; `muted`
    counts those who switched its topic off since it was sent, `waiting` those who had nothing yet,
    `recalled` those from whom it was taken back.
    """

    stage: str
    why: str
    sent: int
    left: int
    unknown: int
    twice: int
    missed: dict[str, int]
    skipped: dict[str, int]
    answers: dict[str, int]
    presses: dict[int, int]
    muted: int
    waiting: int = 0
    recalled: int = 0

    @property
    def total(self) -> int:
        """All who were meant to get it, without those who were left out from the start."""
        there = self.sent + self.waiting + self.unknown + self.recalled
        return there + sum(self.missed.values())


def standing(session: Session, one: Announcement) -> Standing:
    """How it stands now."""
    counted = tally(session, one.id)
    missed = ("blocked", "gone", "failed")
    return Standing(
        stage=one.stage,
        why=one.why,
        sent=_sum(counted, "sent"),
        left=due(session, one.id),
        unknown=_sum(counted, "unknown"),
        twice=doubled(session, one.id),
        missed={why or state: n for (state, why), n in counted.items() if state in missed},
        skipped={why: n for (state, why), n in counted.items() if state == "skipped"},
        answers=answers(session, one.id),
        presses=presses(session, one.id),
        muted=_lost(session, one),
        waiting=_sum(counted, "waiting"),
        recalled=_sum(counted, "recalled"),
    )


def _sum(counted: dict[tuple[str, str], int], state: str) -> int:
    return sum(many for (each, _), many in counted.items() if each == state)


def _lost(session: Session, one: Announcement) -> int:
    """How many got it, for they wanted the topic then, and want it no more."""
    got = (Delivery.announcement_id == one.id, Delivery.state == "sent")
    those = select(func.count()).join_from(Delivery, Person, Person.id == Delivery.person_id)
    return session.scalar(those.where(*got, ~wants(one.topic))) or 0


def doubled(session: Session, number: int) -> int:
    """How many may have got it twice."""
    maybe = select(func.count()).where(Delivery.announcement_id == number, Delivery.twice)
    return (session.scalar(maybe) or 0) + totals.twice(session, number)
