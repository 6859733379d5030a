"""Given: the one result a pupil takes to the counselor of a class, for a while, and who looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.classes import Class, Joined
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

LASTS = timedelta(days=30)
TOLD = timedelta(days=180)  # how long a pupil can read who looked, after it is over


class Given(Base):
    """A result in a counselor's hands, under a number that tells nothing of the pupil."""

    __tablename__ = "given_results"
    __table_args__ = (UniqueConstraint("class_id", "number"),)

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), info=NONE
    )
    class_id: Mapped[int] = mapped_column(
        Number, ForeignKey("classes.id", ondelete="CASCADE"), index=True, info=PERSONAL
    )
    number: Mapped[int] = mapped_column(info=PERSONAL)
    given_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    ends_at: Mapped[Moment] = mapped_column(info=PERSONAL)


class Look(Base):
    """Somebody of the staff looked at it: in which role, for which school, and when."""

    __tablename__ = "result_looks"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    given_id: Mapped[int] = mapped_column(
        Number, ForeignKey("given_results.id", ondelete="CASCADE"), index=True, info=NONE
    )
    role: Mapped[str] = mapped_column(String(10), info=PERSONAL)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), info=PERSONAL)
    at: Mapped[Moment] = mapped_column(info=PERSONAL)


@dataclass(frozen=True)
class Looked:
    """When somebody looked, in which role and for which school."""

    at: datetime
    role: str
    school_id: int | None


def give(
    session: Session,
    person: int,
    attempt: int,
    class_: int,
    numbers: Sequence[int],
    now: datetime,
) -> Given:
    """Give this result, under the first of these numbers that is free; an earlier one is over.

    Given twice, it stays as it was given first. Raises LookupError where no number is free.
    """
    if (same := open_of(session, person, now)) and (same.attempt_id, same.class_id) == (
        attempt,
        class_,
    ):
        return same
    take_back(session, person, now)
    taken = set(session.scalars(select(Given.number).where(Given.class_id == class_)))
    number = next((one for one in numbers if one not in taken), None)
    if number is None:
        raise LookupError("no number is free")
    made = Given(
        person_id=person,
        attempt_id=attempt,
        class_id=class_,
        number=number,
        given_at=now,
        ends_at=now + LASTS,
    )
    session.add(made)
    session.flush()
    return made


def take_back(session: Session, person: int, now: datetime) -> None:
    """Let nobody look any more. Taken back twice, it ended the first time."""
    open_ones = update(Given).where(Given.person_id == person, Given.ends_at > now)
    session.execute(open_ones.values(ends_at=now))


def newest_of(session: Session, person: int) -> Given | None:
    """What somebody gave last, whether it is over or not."""
    theirs = select(Given).where(Given.person_id == person).order_by(Given.id.desc()).limit(1)
    return session.scalars(theirs).first()


def open_of(session: Session, person: int, now: datetime) -> Given | None:
    """What somebody gave, while it lasts and they are in that class."""
    theirs = _open(now).where(Given.person_id == person).order_by(Given.id.desc()).limit(1)
    return session.scalars(theirs).first()


def in_class(session: Session, class_: int, now: datetime) -> Sequence[Given]:
    """What the pupils of a class have given, in the order of their numbers: no ranking."""
    return session.scalars(_open(now).where(Given.class_id == class_).order_by(Given.number)).all()


def for_counselor(session: Session, counselor: int, number: int, now: datetime) -> Given | None:
    """This result, if it was given to a class they lead, and it lasts."""
    theirs = _open(now).where(Given.id == number, Class.counselor_id == counselor)
    return session.scalars(theirs).first()


def _open(now: datetime):  # type: ignore[no-untyped-def]
    """What lasts: of pupils who are in the class still, and of classes that are not closed."""
    return (
        select(Given)
        .join(Class, Class.id == Given.class_id)
        .join(Joined, (Joined.class_id == Given.class_id) & (Joined.person_id == Given.person_id))
        .where(Given.ends_at > now, Class.closed_at.is_(None))
    )


def look(session: Session, given: Given, role: str, school: int | None, now: datetime) -> None:
    """Write down that somebody looked."""
    session.add(Look(given_id=given.id, role=role, school_id=school, at=now))
    session.flush()


def looks(session: Session, given: Given) -> Sequence[Looked]:
    """Who looked, the newest first."""
    seen = select(Look.at, Look.role, Look.school_id).where(Look.given_id == given.id)
    return [Looked(*row) for row in session.execute(seen.order_by(Look.id.desc()))]


def sweep(session: Session, now: datetime) -> int:
    """Forget what has been over for long. How many there were."""
    old = session.execute(delete(Given).where(Given.ends_at <= now - TOLD))
    return int(old.rowcount)  # type: ignore[attr-defined]
