"""Weekly: who wants a question to talk about at home, once a week and never more often."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import PERSONAL, PSEUDONYMOUS

WEEK = timedelta(days=7)


class Weekly(Base):
    """Somebody who wants it: when the next is due, and how many there were."""

    __tablename__ = "weekly"

    person_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        info=PSEUDONYMOUS,
    )
    next_at: Mapped[Moment] = mapped_column(index=True, info=PERSONAL)
    told: Mapped[int] = mapped_column(default=0, info=PERSONAL)
    wanted: Mapped[bool] = mapped_column(default=True, info=PERSONAL)


def want(session: Session, person: int, now: datetime) -> None:
    """They want it, the first in a week. Switched off and on, none comes any sooner."""
    if found := session.get(Weekly, person):
        found.wanted, found.next_at = True, max(found.next_at, now)
    else:
        session.add(Weekly(person_id=person, next_at=now + WEEK, told=0, wanted=True))
    session.flush()


def stop(session: Session, person: int) -> None:
    """They want it no more."""
    if found := session.get(Weekly, person):
        found.wanted = False
        session.flush()


def wants(session: Session, person: int) -> bool:
    """Whether they want it."""
    found = session.get(Weekly, person)
    return bool(found and found.wanted)


def due(session: Session, now: datetime, most: int = 100) -> list[tuple[int, int]]:
    """Whose hour has come, each with the number of their next question; the next is in a week."""
    theirs = select(Weekly).where(Weekly.wanted, Weekly.next_at <= now).order_by(Weekly.next_at)
    found = session.scalars(theirs.limit(most).with_for_update(skip_locked=True)).all()
    told = [(one.person_id, one.told) for one in found]
    for one in found:
        one.next_at, one.told = now + WEEK, one.told + 1
    session.flush()
    return told
