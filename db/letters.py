"""Letters: what is to be brought to one person by itself, each once, through any crash.

A letter is written in the transaction that is its reason. Whoever serves claims one, brings it,
and writes down how it went; one that is claimed and not settled when its process dies may have been
brought: it is brought once more, and marked `twice`. A letter holds no words: they are read from
the thread when it leaves.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    String,
    UniqueConstraint,
    delete,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

Kind = Literal[
    "question",
    "reminder",
    "pooled",
    "reply",
    "told",
    "report",
    "silence",
    "link",
    "shown",
    "gap",
    "over",
    "talk",
]  # the last five are of parent and child
LEASE = timedelta(minutes=2)  # a claim older than that is of a process that died
KEPT = timedelta(days=90)


class Letter(Base):
    """Something to bring to one person: a line of a thread, or what a contribution says.

    `about` is the number of the line, or of the contribution where it is `told`; together with the
    person and the kind it is written once.
    """

    __tablename__ = "letters"
    __table_args__ = (UniqueConstraint("person_id", "kind", "about", name="uq_letters_person_id"),)

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), info=PSEUDONYMOUS
    )
    kind: Mapped[str] = mapped_column(String(8), info=PERSONAL)
    about: Mapped[int] = mapped_column(Number, info=PERSONAL)
    question_id: Mapped[int | None] = mapped_column(
        Number, ForeignKey("questions.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    state: Mapped[str] = mapped_column(String(8), index=True, info=PERSONAL)
    not_before: Mapped[Moment] = mapped_column(info=PERSONAL)
    written_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    claimed_at: Mapped[Moment | None] = mapped_column(info=NONE)
    claimed_by: Mapped[str] = mapped_column(String(40), default="", info=NONE)
    attempts: Mapped[int] = mapped_column(default=0, info=NONE)
    twice: Mapped[bool] = mapped_column(default=False, info=NONE)
    message_id: Mapped[int | None] = mapped_column(BigInteger, index=True, info=PERSONAL)
    settled_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


def write(
    session: Session,
    person: int,
    kind: Kind,
    about: int,
    now: datetime,
    *,
    question: int | None = None,
    not_before: datetime | None = None,
    again: bool = False,
) -> bool:
    """Have it brought to them, not before then; False where that was written before.

    What was brought is brought once more only where it is to be told `again`.
    """
    same = (Letter.person_id == person, Letter.kind == kind, Letter.about == about)
    found = session.scalar(select(Letter).where(*same))
    if found is not None:
        if again and found.state != "waiting":
            found.state, found.attempts, found.settled_at = "waiting", 0, None
            found.not_before = not_before or now
            session.flush()
        return again
    made = Letter(
        person_id=person,
        kind=kind,
        about=about,
        question_id=question,
        state="waiting",
        not_before=not_before or now,
        written_at=now,
    )
    session.add(made)
    session.flush()
    return True


@dataclass(frozen=True)
class Claimed:
    """A letter to bring now."""

    id: int
    person: int
    kind: str
    about: int
    question: int | None
    attempts: int


def claim(session: Session, owner: str, now: datetime, kinds: Collection[str]) -> Claimed | None:
    """The next letter of these kinds to bring, signed by its owner; None where nothing is due."""
    _take_over(session, now)
    due = (
        select(Letter.id)
        .where(
            Letter.state == "waiting",
            Letter.claimed_at.is_(None),
            Letter.not_before <= now,
            Letter.kind.in_(kinds),
        )
        .order_by(Letter.not_before, Letter.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    taken = (
        update(Letter)
        .where(Letter.id == due)
        .values(claimed_at=now, claimed_by=owner, attempts=Letter.attempts + 1)
        .returning(
            Letter.id,
            Letter.person_id,
            Letter.kind,
            Letter.about,
            Letter.question_id,
            Letter.attempts,
        )
        .execution_options(synchronize_session=False)
    )
    row = session.execute(taken).first()
    return Claimed(*row) if row else None


def _take_over(session: Session, now: datetime) -> None:
    """What somebody claimed long ago and never settled may have been brought: once more."""
    lost = update(Letter).where(Letter.state == "waiting", Letter.claimed_at < now - LEASE)
    fresh = {"claimed_at": None, "claimed_by": "", "twice": True}
    session.execute(lost.values(fresh).execution_options(synchronize_session=False))


def settle(
    session: Session,
    one: Claimed,
    owner: str,
    state: str,
    now: datetime,
    *,
    message: int | None = None,
    later: datetime | None = None,
    doubled: bool = False,
    unsent: int = 0,
) -> None:
    """Write down how it went: `sent`, `failed`, or `waiting` until later.

    Whoever lost the claim in the meantime changes nothing.
    """
    mine = update(Letter).where(Letter.id == one.id, Letter.claimed_by == owner)
    values: dict[str, Any] = {
        "state": state,
        "claimed_at": None,
        "claimed_by": "",
        "attempts": Letter.attempts - unsent,
        "settled_at": None if state == "waiting" else now,
    }
    values |= {"message_id": message} if message else {}
    values |= {"not_before": later} if later else {}
    values |= {"twice": True} if doubled else {}
    session.execute(mine.values(values).execution_options(synchronize_session=False))


def of_message(session: Session, person: int, message: int) -> Letter | None:
    """The letter that came to them as this message of their chat."""
    theirs = select(Letter).where(Letter.person_id == person, Letter.message_id == message)
    return session.scalar(theirs.order_by(Letter.id.desc()).limit(1))


def hold(session: Session, now: datetime) -> None:
    """What an old copy still had to bring may have been brought since: it is brought no more."""
    waiting = update(Letter).where(Letter.state == "waiting")
    session.execute(waiting.values(state="failed", settled_at=now, claimed_at=None))


def sweep(session: Session, now: datetime) -> int:
    """Forget what was settled long ago; how many rows went."""
    gone: Any = session.execute(delete(Letter).where(Letter.settled_at < now - KEPT))
    return int(gone.rowcount)
