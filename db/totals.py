"""Totals: what is left of deliveries once nobody needs to know any more who got them."""

from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Integer, String, cast, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.announcements import Announcement, Delivery
from db.base import Base, Number
from db.privacy import NONE

OVER = ("done", "cancelled")  # nothing of it is sent, edited or taken back any more


class Total(Base):
    """How many people an announcement ended like this for, and for how many perhaps twice."""

    __tablename__ = "totals"

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    state: Mapped[str] = mapped_column(String(8), primary_key=True, info=NONE)
    why: Mapped[str] = mapped_column(String(32), primary_key=True, info=NONE)
    people: Mapped[int] = mapped_column(info=NONE)
    twice: Mapped[int] = mapped_column(info=NONE)


def people(session: Session, number: int) -> dict[tuple[str, str], int]:
    """How many people without a row of their own are in which state, and why."""
    kept = select(Total.state, Total.why, Total.people).where(Total.announcement_id == number)
    return {(state, why): many for state, why, many in session.execute(kept)}


def twice(session: Session, number: int) -> int:
    """How many of them may have got it twice."""
    kept = select(func.sum(Total.twice)).where(Total.announcement_id == number)
    return int(session.scalar(kept) or 0)


def fold_person(session: Session, person: int) -> None:
    """Count somebody's deliveries and keep no row of them; what was still due is due no more."""
    _fold(session, Delivery.person_id == person, Delivery.state != "waiting")
    session.execute(delete(Delivery).where(Delivery.person_id == person))


def fold_old(session: Session, before: datetime) -> int:
    """Count the deliveries of one announcement that is over, settled before then, and drop them.

    How many rows went; 0 where none is so old.
    """
    old = (Delivery.settled_at < before, Delivery.due == "", Announcement.stage.in_(OVER))
    first = select(Delivery.announcement_id).join(Announcement).where(*old).limit(1)
    number = session.scalar(first)
    if number is None:
        return 0
    theirs = (Delivery.announcement_id == number, *old[:2])
    _fold(session, *theirs)
    return int(session.execute(delete(Delivery).where(*theirs)).rowcount)  # type: ignore[attr-defined]


def _fold(session: Session, *which: ColumnElement[bool]) -> None:
    counted = (
        select(
            Delivery.announcement_id,
            Delivery.state,
            Delivery.why,
            func.count(),
            func.sum(cast(Delivery.twice, Integer)),
        )
        .where(*which)
        .group_by(Delivery.announcement_id, Delivery.state, Delivery.why)
    )
    for number, state, why, many, doubled in session.execute(counted).all():
        _add(session, (number, state, why), many, int(doubled))


def _add(session: Session, key: tuple[int, str, str], many: int, doubled: int) -> None:
    if found := session.get(Total, key, with_for_update=True):
        found.people, found.twice = found.people + many, found.twice + doubled
    else:
        number, state, why = key
        session.add(Total(announcement_id=number, state=state, why=why, people=many, twice=doubled))
    session.flush()
