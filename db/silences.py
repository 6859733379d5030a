"""Silences: who may not write to counselors for a while, why, and until when."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

Reason = Literal["insults", "spam", "contacts", "other"]


class Silence(Base):
    """A while in which somebody writes to no counselor; lifted or not, it stays on record."""

    __tablename__ = "silences"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    question_id: Mapped[int | None] = mapped_column(
        Number, ForeignKey("questions.id", ondelete="SET NULL"), info=PSEUDONYMOUS
    )
    by: Mapped[int] = mapped_column(BigInteger, info=PSEUDONYMOUS)
    reason: Mapped[str] = mapped_column(String(10), info=PERSONAL)
    at: Mapped[Moment] = mapped_column(info=PERSONAL)
    ends_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    lifted_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


def silence(
    session: Session,
    person: int,
    question: int | None,
    by: int,
    reason: Reason,
    now: datetime,
    until: datetime,
) -> int:
    """Let somebody write to no counselor until then. Its number."""
    made = Silence(
        person_id=person, question_id=question, by=by, reason=reason, at=now, ends_at=until
    )
    session.add(made)
    session.flush()
    return made.id


def silenced(session: Session, person: int, now: datetime) -> Silence | None:
    """The silence somebody is under now; None where they may write."""
    theirs = select(Silence).where(
        Silence.person_id == person, Silence.lifted_at.is_(None), Silence.ends_at > now
    )
    return session.scalar(theirs.order_by(Silence.ends_at.desc()).limit(1))


def lift(session: Session, person: int, now: datetime) -> bool:
    """Let them write again; False where they could."""
    if not (found := silenced(session, person, now)):
        return False
    found.lifted_at = now
    session.flush()
    return True
