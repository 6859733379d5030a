"""Chores: work that is done once a day, by whichever process comes first, and after any crash."""

from datetime import datetime, timedelta

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import NONE

DAILY = timedelta(days=1)


class Chore(Base):
    """Work that comes back, and when it was done last."""

    __tablename__ = "chores"

    name: Mapped[str] = mapped_column(String(32), primary_key=True, info=NONE)
    done_at: Mapped[Moment] = mapped_column(info=NONE)


def due(session: Session, name: str, now: datetime, every: timedelta = DAILY) -> bool:
    """Whether it is to be done; whoever asks holds it, so that nobody else does it meanwhile."""
    last = session.get(Chore, name, with_for_update=True)
    return last is None or last.done_at <= now - every


def done(session: Session, name: str, now: datetime) -> None:
    """It was done, in the transaction that did it."""
    session.merge(Chore(name=name, done_at=now))
    session.flush()
