"""Claims: who is served next and when it may leave, and how it went; one row at a time.

A row that is claimed and not settled when its process dies is one that may have been sent.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Float,
    String,
    bindparam,
    case,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.announcements import Announcement, Delivery
from db.base import Base, UtcMoment
from db.statements import Statement

AGAIN = timedelta(seconds=30)  # before what nobody knows to have arrived is sent once more
MOST = 2  # times at most anything is sent to one person


class Gate(Base):
    """The one pace of all processes: when the next message may leave, in seconds since 1970.

    `slowed_at` is when Telegram last asked many chats at once to wait.
    """

    __tablename__ = "gate"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_at: Mapped[float] = mapped_column(default=0.0)
    slowed_at: Mapped[float] = mapped_column(default=0.0)


@dataclass(frozen=True)
class Parcel:
    """What is to be done for one person, and the moment from which it may leave."""

    person: int
    language: str
    due: str
    attempts: int
    message: int | None
    leaves: float


_next = (
    select(Delivery.person_id)
    .where(
        Delivery.announcement_id == bindparam("number"),
        Delivery.due != "",
        Delivery.claimed_at.is_(None),
        (Delivery.not_before.is_(None))
        | (Delivery.not_before <= bindparam("now", type_=UtcMoment)),
        select(Announcement.stage).where(Announcement.id == bindparam("number")).scalar_subquery()
        == "running",
    )
    .order_by(Delivery.person_id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_claim = Statement(
    update(Delivery)
    .where(Delivery.announcement_id == bindparam("number"), Delivery.person_id == _next)
    .values(
        claimed_at=bindparam("now", type_=UtcMoment),
        claimed_by=bindparam("lane"),
        attempts=Delivery.attempts + 1,
    )
    .returning(
        Delivery.person_id,
        Delivery.language,
        Delivery.due,
        Delivery.attempts,
        Delivery.message_id,
    )
)
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
_leave = Statement(
    update(Gate)
    .where(Gate.id == 1)
    .values(
        next_at=case(
            (Gate.next_at > bindparam("clock", type_=Float), Gate.next_at),
            else_=bindparam("clock", type_=Float),
        )
        + bindparam("interval", type_=Float)
    )
    .returning(Gate.next_at, Gate.slowed_at)
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


def settle(session: Session, number: int, lane: str, how: Settled, now: datetime) -> None:
    """Write down how it went; a lane that lost its claim in the meantime changes nothing."""
    _settle(
        session,
        number=number,
        person=how.person,
        lane=lane,
        state=how.state,
        left=how.left,
        reason=how.why,
        doubled=how.doubled,
        message=how.message,
        later=how.later,
        unsent=how.unsent,
        now=now,
    )


def claim(
    session: Session, number: int, lane: str, interval: float, now: datetime
) -> Parcel | None:
    """The next to serve, and when it may leave; None where nobody is due, or it does not run."""
    row: Any = _claim(session, number=number, lane=lane, now=now).first()
    if row is None:
        return None
    person, language, what, attempts, message = row
    at = _leave(session, clock=now.timestamp(), interval=interval).first() if interval else None
    return Parcel(person, language, what, attempts, message, at[0] - interval if at else 0.0)


def slow(session: Session, seconds: float, now: datetime) -> None:
    """Let nothing leave for so long, for everybody."""
    later = now.timestamp() + seconds
    session.execute(update(Gate).where(Gate.id == 1).values(next_at=later, slowed_at=later))


def slowed(session: Session) -> float:
    """When everybody was last slowed down, in seconds since 1970."""
    return session.scalar(select(Gate.slowed_at).where(Gate.id == 1)) or 0.0


def recover(session: Session, number: int, lane: str, now: datetime) -> int:
    """Take back what a dead lane had claimed: it may have been sent, so the next is marked so."""
    lost = update(Delivery).where(
        Delivery.announcement_id == number,
        Delivery.claimed_by == lane,
        Delivery.claimed_at.is_not(None),
    )
    over = Delivery.attempts >= MOST
    done: Any = session.execute(
        lost.values(
            twice=True,
            claimed_at=None,
            state=case((over, literal("unknown", String)), else_=Delivery.state),
            due=case((over, literal("", String)), else_=Delivery.due),
            settled_at=case((over, literal(now, UtcMoment)), else_=Delivery.settled_at),
        )
    )
    return int(done.rowcount)


def open_gate(session: Session) -> None:
    """See that there is a gate to pass."""
    if session.get(Gate, 1) is None:
        session.add(Gate(id=1))
        session.flush()
