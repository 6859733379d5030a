"""The interest test: attempts, what was answered, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Integer, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.people import Known

Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only by INTEGER


class Attempt(Base):
    """One sitting of the test, which may go on after days; `most` is how many questions at most."""

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    most: Mapped[int]
    begun_at: Mapped[Moment]
    finished_at: Mapped[Moment | None]
    result: Mapped[str] = mapped_column(default="")


class Rating(Base):
    """How somebody likes an activity, 1 to 5; 0 means they do not know what it is."""

    __tablename__ = "ratings"

    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    item: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    value: Mapped[int]


class Pick(Base):
    """A set of cards that was shown, and which drew most and least."""

    __tablename__ = "picks"

    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    cards: Mapped[str] = mapped_column(String(140))
    best: Mapped[str] = mapped_column(String(32), default="")
    worst: Mapped[str] = mapped_column(String(32), default="")


def begin(session: Session, person: Known, most: int, now: datetime) -> Attempt:
    """A new attempt; one that was not finished stays in the past as it is."""
    attempt = Attempt(person_id=person.id, most=most, begun_at=now, result="")
    session.add(attempt)
    session.flush()
    return attempt


def attempt(session: Session, person: Known, number: int) -> Attempt | None:
    """This attempt, if it is theirs."""
    found = session.get(Attempt, number)
    return found if found and found.person_id == person.id else None


def attempts(session: Session, person: Known) -> Sequence[Attempt]:
    """Their attempts, the newest first."""
    theirs = select(Attempt).where(Attempt.person_id == person.id)
    return session.scalars(theirs.order_by(Attempt.id.desc())).all()


def ratings(session: Session, attempt: Attempt) -> Sequence[Rating]:
    """What was answered, in the order it was first answered."""
    given = select(Rating).where(Rating.attempt_id == attempt.id)
    return session.scalars(given.order_by(Rating.position)).all()


def rate(session: Session, attempt: Attempt, item: str, value: int) -> None:
    """Keep an answer; answered again, the new one counts and keeps its place."""
    if found := session.get(Rating, (attempt.id, item)):
        found.value = value
        return
    position = len(ratings(session, attempt)) + 1
    session.add(Rating(attempt_id=attempt.id, item=item, position=position, value=value))
    session.flush()


def picks(session: Session, attempt: Attempt) -> Sequence[Pick]:
    """The sets that were shown, in their order."""
    shown = select(Pick).where(Pick.attempt_id == attempt.id)
    return session.scalars(shown.order_by(Pick.number)).all()


def show(session: Session, attempt: Attempt, number: int, cards: Sequence[str]) -> Pick:
    """Remember which cards a set shows, so that it stays the same however often it is opened."""
    found = session.get(Pick, (attempt.id, number))
    if found is None:
        found = Pick(attempt_id=attempt.id, number=number, cards=" ".join(cards), best="", worst="")
        session.add(found)
        session.flush()
    return found


def finish(session: Session, attempt: Attempt, result: str, now: datetime) -> None:
    """Keep what came of it. Finished twice, it stays as it was finished first."""
    if attempt.finished_at is None:
        attempt.finished_at, attempt.result = now, result
