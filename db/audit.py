"""The audit trail: what the staff did, when, and to how many; never a word of what they wrote."""

import re
from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

BY_HAND = 0  # who did it, where nobody in the chat did
Deed = Literal[
    "accepted", "agreed", "announcement-cancelled", "announcement-confirmed", "announcement-edited",
    "announcement-held", "announcement-paused", "announcement-recalled", "announcement-resent",
    "announcement-resumed", "announcement-returned", "announcement-sent", "class-closed",
    "class-made", "contribution-held", "contribution-published", "contribution-withdrawn",
    "draft-dropped", "ended", "handed-over", "hour-changed", "invited", "opened",
    "question-answered", "question-passed", "question-released", "question-reviewed",
    "question-taken", "report-exported", "report-reviewed", "result-seen", "revoked", "silenced",
    "speed-free", "speed-paid", "staff-listed", "unsilenced",
]  # fmt: skip


class Act(Base):
    """One act of somebody of the staff."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    at: Mapped[Moment] = mapped_column(index=True, info=NONE)
    who: Mapped[int] = mapped_column(BigInteger, info=PSEUDONYMOUS)
    act: Mapped[str] = mapped_column(String(32), info=NONE)
    what: Mapped[str] = mapped_column(String(64), default="", info=PERSONAL)
    reach: Mapped[int | None] = mapped_column(info=NONE)


def note(
    session: Session, who: int, act: Deed, what: str, now: datetime, reach: int | None = None
) -> None:
    """Write down who did what, when, and to how many."""
    session.add(Act(at=now, who=who, act=act, what=what[:64], reach=reach))


def forget(session: Session, person: int, pseudonym: int) -> None:
    """Where others wrote down what they did about somebody, no number of theirs is left.

    A path as `classes/5` names no person.
    """
    number = re.compile(rf"(?<![\d/]){person}(?!\d)")
    for act in session.scalars(select(Act).where(Act.what.contains(str(person)))):
        act.what = number.sub(str(pseudonym), act.what)
    session.flush()


def newest(session: Session, many: int, skipped: int = 0) -> list[Act]:
    """The newest acts, or those that come after so many."""
    acts = select(Act).order_by(Act.id.desc()).limit(many).offset(skipped)
    return list(session.scalars(acts))


def count(session: Session) -> int:
    """How many acts are written down."""
    return session.scalar(select(func.count()).select_from(Act)) or 0
