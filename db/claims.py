"""Claims: who is served next and when it may leave, and how it went; one row at a time.

A row that is claimed and not settled when its process dies is one that may have been sent.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    String,
    bindparam,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.announcements import STILL_DUE, Announcement, Delivery
from db.base import Base, Number, UtcMoment
from db.privacy import NONE
from db.statements import Statement

AGAIN = timedelta(seconds=30)  # before what nobody knows to have arrived is sent once more
MOST = 2  # times at most anything is sent to one person


class Lane(Base):
    """One of the lanes that serve an announcement side by side, and whoever serves it now.

    A process that was frozen, taken for dead and thawed again finds another owner here, and stops.
    """

    __tablename__ = "lanes"

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    owner: Mapped[str] = mapped_column(String(40), info=NONE)


@dataclass(frozen=True)
class Claimant:
    """Who serves: one run of an announcement, in one lane, in one process."""

    announcement: int
    run: int
    lane: int
    owner: str

    @property
    def name(self) -> str:
        """How claims are signed."""
        return f"{self.lane}@{self.owner}"


@dataclass(frozen=True)
class Parcel:
    """What is to be done for one person."""

    person: int
    language: str
    due: str
    attempts: int
    message: int | None


_next = (
    select(Delivery.person_id)
    .where(
        Delivery.announcement_id == bindparam("number"),
        STILL_DUE,
        Delivery.claimed_at.is_(None),
        (Delivery.not_before.is_(None))
        | (Delivery.not_before <= bindparam("now", type_=UtcMoment)),
        exists().where(
            Announcement.id == bindparam("number"),
            Announcement.stage == "running",
            Announcement.run == bindparam("run"),
            Lane.announcement_id == Announcement.id,
            Lane.number == bindparam("at"),
            Lane.owner == bindparam("owner"),
        ),
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


def serve(session: Session, who: Claimant) -> int:
    """Take the lane over; what its last owner had claimed may have been sent. How many those were.

    All of it is sent again and listed: of a kill nobody is to be forgotten.
    """
    session.merge(Lane(announcement_id=who.announcement, number=who.lane, owner=who.owner))
    session.flush()
    lost = update(Delivery).where(
        Delivery.announcement_id == who.announcement,
        Delivery.claimed_by.like(f"{who.lane}@%"),
        Delivery.claimed_at.is_not(None),
    )
    fresh = {"twice": True, "claimed_at": None, "attempts": Delivery.attempts - 1}
    found: Any = session.execute(lost.values(fresh).execution_options(synchronize_session=False))
    return int(found.rowcount)


def settle(session: Session, who: Claimant, how: Settled, now: datetime) -> None:
    """Write down how it went; who lost the claim in the meantime changes nothing."""
    _settle(
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


def claim(session: Session, who: Claimant, now: datetime) -> Parcel | None:
    """The next to serve; None where nobody is due, it does not run, or another owns the lane."""
    rows = _claim(
        session,
        number=who.announcement,
        run=who.run,
        at=who.lane,
        owner=who.owner,
        lane=who.name,
        now=now,
    )
    return Parcel(*rows[0]) if rows else None
