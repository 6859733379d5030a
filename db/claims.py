"""Claims: who is served next and when it may leave, and how it went; one row at a time.

A row that is claimed and not settled when its process dies is one that may have been sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import (
    BigInteger,
    Boolean,
    Integer,
    String,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select, Update

from db.announcements import STILL_DUE, Announcement, Delivery
from db.base import UtcMoment
from db.lanes import Claimant, Lane
from db.statements import Statement


@dataclass(frozen=True)
class Parcel:
    """What is to be done for one person."""

    person: int
    language: str
    due: str
    attempts: int
    message: int | None


def _claiming(many: int) -> Update:
    """The next so many who are due, one for each of so many lanes that are still their owner's."""
    lanes = [bindparam(f"lane{at}", type_=Integer) for at in range(many)]
    free = (
        select(Lane.number, func.row_number().over(order_by=Lane.number).label("place"))
        .where(
            Lane.announcement_id == bindparam("number"),
            Lane.owner == bindparam("owner"),
            Lane.number.in_(lanes),
            exists().where(
                Announcement.id == bindparam("number"),
                Announcement.stage == "running",
                Announcement.run == bindparam("run"),
            ),
        )
        .subquery()
    )
    due = _due(many).cte("due_now")
    place = func.row_number().over(order_by=due.c.person_id).label("place")
    next_ones = select(due.c.person_id, place).subquery()
    return (
        update(Delivery)
        .where(
            Delivery.announcement_id == bindparam("number"),
            Delivery.person_id == next_ones.c.person_id,
            next_ones.c.place == free.c.place,
        )
        .values(
            claimed_at=bindparam("now", type_=UtcMoment),
            claimed_by=cast(free.c.number, String) + "@" + bindparam("owner", type_=String),
            attempts=Delivery.attempts + 1,
        )
        .returning(
            Delivery.claimed_by,
            Delivery.person_id,
            Delivery.language,
            Delivery.due,
            Delivery.attempts,
            Delivery.message_id,
        )
    )


def _due(many: int) -> Select[int]:
    """The first so many nobody is at; how many is written out, or the planner expects a tenth."""
    not_now = Delivery.not_before > bindparam("now", type_=UtcMoment)
    return (
        select(Delivery.person_id)
        .where(
            Delivery.announcement_id == bindparam("number"),
            Delivery.person_id > bindparam("after", type_=BigInteger),
            STILL_DUE,
            Delivery.claimed_at.is_(None),
            Delivery.not_before.is_(None) | ~not_now,
        )
        .order_by(Delivery.person_id)
        .limit(literal_column(str(many)))
        .with_for_update(skip_locked=True)
    )


@cache
def _claim(many: int) -> Statement:
    return Statement(_claiming(many))


_settle = Statement(
    update(Delivery)
    .where(
        Delivery.announcement_id == bindparam("number"),
        Delivery.person_id == bindparam("person", type_=BigInteger),
        Delivery.claimed_by == bindparam("lane"),
    )
    .values(
        state=bindparam("state"),
        due=bindparam("left"),
        why=bindparam("reason"),
        twice=Delivery.twice | bindparam("doubled", type_=Boolean),
        message_id=func.coalesce(bindparam("message", type_=BigInteger), Delivery.message_id),
        not_before=bindparam("later", type_=UtcMoment),
        claimed_at=None,
        settled_at=bindparam("now", type_=UtcMoment),
        attempts=Delivery.attempts - bindparam("unsent"),
    )
)


_held = Statement(
    select(Delivery.person_id).where(
        Delivery.announcement_id == bindparam("number"),
        Delivery.person_id == bindparam("person"),
        Delivery.claimed_by == bindparam("lane"),
    )
)


@dataclass(frozen=True)
class Settled:
    """How it went for one person.

    `left` is what is still due (nothing: it is over), `later` not before when; `unsent` is 1 where
    the call never left us, so that it does not count as an attempt.
    """

    person: int
    state: str
    left: str = ""
    why: str = ""
    message: int | None = None
    doubled: bool = False
    later: datetime | None = None
    unsent: int = 0


def settle(session: Session, who: Claimant, how: Settled, now: datetime) -> None:
    """Write down how it went, with the others of this transaction, before it ends.

    Who lost the claim in the meantime changes nothing.
    """
    _settle.later(
        session,
        number=who.announcement,
        person=how.person,
        lane=who.name,
        state=how.state,
        left=how.left,
        reason=how.why,
        doubled=how.doubled,
        message=how.message,
        later=how.later,
        unsent=how.unsent,
        now=now,
    )


def held(session: Session, who: Claimant, person: int) -> bool:
    """Whether the claim still stands: who was forgotten in the meantime has no row any more."""
    return bool(_held(session, number=who.announcement, person=person, lane=who.name))


def claim(
    session: Session, lanes: Sequence[Claimant], now: datetime, after: int = 0
) -> dict[Claimant, Parcel]:
    """The next to serve, `after` that person, in each of these lanes of one process and one run.

    No parcel where nobody is left for a lane, it does not run, or another owns the lane.
    """
    numbers = {f"lane{at}": who.lane for at, who in enumerate(lanes)}
    one, named = lanes[0], {who.name: who for who in lanes}
    rows = _claim(len(lanes))(
        session,
        number=one.announcement,
        run=one.run,
        owner=one.owner,
        after=after,
        now=now,
        **numbers,
    )
    return {named[name]: Parcel(*parcel) for name, *parcel in rows}
