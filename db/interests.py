"""The interest test: attempts, what was answered, and what came of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.people import Known
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SENSITIVE
from db.statements import Statement


class Attempt(Base):
    """One sitting of the test, which may go on after days.

    `kind` is full, or young for grades 5-7; `most` is how many questions at most; `matters` are the
    values somebody picked after it, which change nothing of the result.
    """

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    kind: Mapped[str] = mapped_column(String(8), server_default="full", info=PERSONAL)
    most: Mapped[int] = mapped_column(info=PERSONAL)
    begun_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    finished_at: Mapped[Moment | None] = mapped_column(index=True, info=PERSONAL)
    result: Mapped[str] = mapped_column(default="", info=SENSITIVE)
    matters: Mapped[str] = mapped_column(String(140), server_default="", info=SENSITIVE)


class Rating(Base):
    """How somebody likes an activity, 1 to 5; 0 means they do not know what it is.

    In a young attempt the item is a pair, and the value 1 or 2, the side that was chosen.
    """

    __tablename__ = "ratings"

    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    item: Mapped[str] = mapped_column(String(32), primary_key=True, info=PERSONAL)
    position: Mapped[int] = mapped_column(info=PERSONAL)
    value: Mapped[int] = mapped_column(info=SENSITIVE)


class Pick(Base):
    """A set of cards that was shown, and which drew most and least."""

    __tablename__ = "picks"

    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=PERSONAL)
    cards: Mapped[str] = mapped_column(String(140), info=PERSONAL)
    best: Mapped[str] = mapped_column(String(32), default="", info=SENSITIVE)
    worst: Mapped[str] = mapped_column(String(32), default="", info=SENSITIVE)


_newest = select(func.max(Attempt.id)).where(Attempt.person_id == bindparam("person"))
_going = Statement(
    select(Attempt.id).where(Attempt.id == _newest.scalar_subquery(), Attempt.finished_at.is_(None))
)


def going(session: Session, person: Known) -> int | None:
    """The number of their newest attempt, if it is not finished. Asked on the way home, too."""
    found = _going(session, person=person.id)
    return int(found[0][0]) if found else None


def begin(session: Session, person: Known, kind: str, most: int, now: datetime) -> Attempt:
    """A new attempt; the newest one where nothing was answered in it yet.

    One that was begun and not finished stays in the past as it is.
    """
    newest = session.get(Attempt, going(session, person) or 0)
    if newest and (newest.kind, newest.most) == (kind, most) and not ratings(session, newest):
        return newest
    attempt = Attempt(
        person_id=person.id, kind=kind, most=most, begun_at=now, result="", matters=""
    )
    session.add(attempt)
    session.flush()
    return attempt


def lengthen(session: Session, person: Known, short: Attempt, most: int, now: datetime) -> Attempt:
    """A new attempt of more questions, which begins with all that was answered in a short one."""
    longer = begin(session, person, short.kind, most, now)
    for rating in ratings(session, short):
        rate(session, longer, rating.item, rating.value)
    for pick in picks(session, short):
        copied = show(session, longer, pick.number, pick.cards.split())
        copied.best, copied.worst = pick.best, pick.worst
    return longer


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


def withdraw(session: Session, pick: Pick) -> None:
    """Forget a set that can no longer be answered, so that another may be shown in its place."""
    session.delete(pick)
    session.flush()


def finish(session: Session, attempt: Attempt, result: str, now: datetime) -> None:
    """Keep what came of it. Finished twice, it stays as it was finished first."""
    if attempt.finished_at is None:
        attempt.finished_at, attempt.result = now, result
