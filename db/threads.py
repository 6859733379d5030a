"""Threads as the staff has them: whose they are, what waits, and what is due by the clock."""

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from db.questions import OPEN, Line, Question

Which = Literal["mine", "pool", "done"]
WAITING = ("sent", "read")
REMIND = timedelta(hours=24)
REMIND_URGENT = timedelta(minutes=15)
RELEASE = timedelta(hours=72)


def of(session: Session, counselor: int, number: int) -> Question | None:
    """This question, if they answer it; nobody else may see it."""
    found = session.get(Question, number)
    return found if found and found.counselor_id == counselor and found.stage != "draft" else None


def pooled(session: Session, number: int) -> Question | None:
    """This question, if nobody answers it yet."""
    found = session.get(Question, number)
    free = found is not None and found.counselor_id is None and found.stage in OPEN
    return found if free else None


def _which(which: Which, counselor: int) -> tuple[ColumnElement[bool], ...]:
    if which == "pool":
        return (Question.counselor_id.is_(None), Question.stage.in_(WAITING))
    stages = WAITING if which == "mine" else ("answered", "closed")
    return (Question.counselor_id == counselor, Question.stage.in_(stages))


def listed(session: Session, counselor: int, which: Which) -> list[Question]:
    """The questions: what may be a call for help first, then what is due soonest."""
    wanted = select(Question).where(*_which(which, counselor))
    if which == "done":
        return list(session.scalars(wanted.order_by(Question.answered_at.desc()).limit(100)))
    return list(session.scalars(wanted.order_by(Question.urgent.desc(), Question.due_at)))


def many(session: Session, counselor: int, which: Which) -> int:
    """How many there are."""
    wanted = select(func.count()).select_from(Question).where(*_which(which, counselor))
    return session.scalar(wanted) or 0


def take(session: Session, number: int, counselor: int) -> bool:
    """Answer a question nobody answers yet; of many who try at once a single one does."""
    free = update(Question).where(
        Question.id == number, Question.counselor_id.is_(None), Question.stage.in_(OPEN)
    )
    done: Any = session.execute(free.values(counselor_id=counselor))
    return bool(done.rowcount)


def give(session: Session, one: Question, to: int | None) -> None:
    """Somebody else answers it from now on; nobody (None): it is in the pool."""
    one.counselor_id = to
    one.reminded_at = one.pooled_at = None
    if one.stage == "read":
        one.stage, one.read_at = "sent", None
    session.flush()


def read(session: Session, one: Question, now: datetime) -> None:
    """Its counselor has seen it."""
    if one.stage == "sent":
        one.stage, one.read_at = "read", now
        session.flush()


def last(session: Session, number: int, side: str = "asker") -> Line:
    """The newest message of one side of a thread."""
    lines = select(Line).where(Line.question_id == number, Line.side == side)
    return session.scalars(lines.order_by(Line.id.desc()).limit(1)).one()


def let_go(session: Session, counselor: int) -> int:
    """What they answered is in the pool, for they are of the staff no more. How many there were."""
    theirs = select(Question).where(Question.counselor_id == counselor, Question.stage.in_(WAITING))
    found = list(session.scalars(theirs))
    for one in found:
        give(session, one, None)
    return len(found)


# --- by the clock ---


def to_remind(session: Session, now: datetime) -> list[Question]:
    """What has waited for a day, or for minutes where it may be a call for help; told once."""
    late = or_(
        Question.waits_since <= now - REMIND,
        Question.urgent & (Question.waits_since <= now - REMIND_URGENT),
    )
    waiting = select(Question).where(
        Question.stage.in_(WAITING),
        Question.counselor_id.is_not(None),
        Question.reminded_at.is_(None),
        late,
    )
    return list(session.scalars(waiting))


def to_release(session: Session, now: datetime) -> list[Question]:
    """What has waited for three days."""
    waiting = select(Question).where(
        Question.stage.in_(WAITING),
        Question.counselor_id.is_not(None),
        Question.waits_since <= now - RELEASE,
    )
    return list(session.scalars(waiting))


def to_announce(session: Session) -> list[Question]:
    """What is in the pool, and nobody was told of yet."""
    free = select(Question).where(
        Question.stage.in_(WAITING),
        Question.counselor_id.is_(None),
        Question.pooled_at.is_(None),
    )
    return list(session.scalars(free))


# --- reports ---


def reported(session: Session) -> list[Line]:
    """The answers that were reported and nobody has looked through, the newest first."""
    bad = select(Line).where(Line.report != "", Line.reviewed_at.is_(None))
    return list(session.scalars(bad.order_by(Line.reported_at.desc())))


def reviewed(session: Session, number: int, now: datetime) -> int:
    """What was reported in this thread was looked through. How many messages that was."""
    bad = update(Line).where(
        Line.question_id == number, Line.report != "", Line.reviewed_at.is_(None)
    )
    done: Any = session.execute(bad.values(reviewed_at=now))
    return int(done.rowcount)


def newest(session: Session, most: int = 50) -> list[int]:
    """The numbers of the newest threads that were answered."""
    answered = select(Question.id).where(Question.answered_at.is_not(None))
    return list(session.scalars(answered.order_by(Question.answered_at.desc()).limit(most)))


def found(session: Session, number: int) -> Question | None:
    """This thread, for who looks it through; a draft is nobody's business."""
    one = session.get(Question, number)
    return one if one and one.stage != "draft" else None
