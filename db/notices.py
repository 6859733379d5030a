"""Notices: what one person is to be told unasked, at its hour, once.

A notice holds no words: only which question the bot is to answer them, as if they had asked it
then. So it says what is true at its hour, and nothing where that door has closed. Told, it is gone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.people import Person
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

AGAIN = timedelta(seconds=60)  # after which one that nobody knows to have arrived is sent once more
MOST = 2  # times at most
STALE = timedelta(days=3)  # older than that, it is let be


class Notice(Base):
    """One notice; of two with the same question to the same person there is one."""

    __tablename__ = "notices"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    asks: Mapped[str] = mapped_column(String(64), info=PERSONAL)
    due_at: Mapped[Moment] = mapped_column(index=True, info=PERSONAL)
    tries: Mapped[int] = mapped_column(info=PERSONAL)


@dataclass(frozen=True)
class Waiting:
    """A notice that was claimed."""

    id: int
    person: int
    asks: str
    tries: int


def write(session: Session, person: int, asks: str, due: datetime) -> None:
    """Have them told this at that hour. Written twice, it is told once."""
    known = select(Notice.id).where(Notice.person_id == person, Notice.asks == asks)
    if session.execute(known.limit(1)).first() is None:
        session.add(Notice(person_id=person, asks=asks, due_at=due, tries=0))
        session.flush()


def claim(session: Session, now: datetime) -> Waiting | None:
    """The next that is due, which nobody else takes meanwhile; None where there is none."""
    session.execute(
        delete(Notice).where(
            (Notice.due_at <= now - STALE) | (Notice.tries >= MOST), Notice.due_at <= now
        )
    )
    due = (
        select(Notice.id)
        .join(Person, Person.id == Notice.person_id)
        .where(Notice.due_at <= now, Person.left_at.is_(None))
        .order_by(Notice.due_at, Notice.id)
        .limit(1)
        .with_for_update(skip_locked=True, of=Notice)
        .scalar_subquery()
    )
    taken = update(Notice).where(Notice.id == due)
    fresh = taken.values(due_at=now + AGAIN, tries=Notice.tries + 1)
    row: Any = session.execute(
        fresh.returning(Notice.id, Notice.person_id, Notice.asks, Notice.tries),
        execution_options={"synchronize_session": False},
    ).first()
    return Waiting(*row) if row else None


def over(session: Session, number: int) -> None:
    """It was told, or never will be."""
    session.execute(delete(Notice).where(Notice.id == number))


def later(session: Session, number: int, due: datetime) -> None:
    """It did not leave: that is no try."""
    put_off = update(Notice).where(Notice.id == number)
    session.execute(put_off.values(due_at=due, tries=Notice.tries - 1))
