"""Questions people put to a counselor: drafts, threads, and each line of them; all words sealed.

A draft is somebody's own until they send it. From then on its lines are kept as they were written:
nobody takes one back, and nobody sees whose they are. `subject` is what it is about: a `topic` (an
address among the `unknowns` of the catalogue), a `thing` (`colleges/adilet`) and a `place` (a
region); each may be empty.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.people import Known
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SEALED, SENSITIVE

Side = Literal["asker", "staff"]
Stage = Literal["draft", "sent", "read", "answered", "closed"]
OPEN = ("sent", "read", "answered")
DRAFTS = 10  # of one person; the oldest give way
DRAFT_KEPT = timedelta(days=7)
KEPT = timedelta(days=180)  # a thread, after it was closed
QUIETLY = timedelta(days=30)  # after an answer, when a thread closes by itself
DAY = timedelta(days=1)


class Question(Base):
    """A question somebody drafted or sent, and the thread that grew from it.

    `alias` is the number by which the asker is known in this thread, `role` and `grade` what they
    had told of themselves; `counselor_id` is who answers it (nobody: it is in the pool), `flags`
    what was struck out of its lines. `urgent` says that it may be a call for help.
    """

    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    stage: Mapped[str] = mapped_column(String(8), index=True, info=PERSONAL)
    alias: Mapped[int] = mapped_column(default=0, info=PSEUDONYMOUS)
    language: Mapped[str] = mapped_column(String(2), info=PERSONAL)
    role: Mapped[str] = mapped_column(String(6), default="", info=PERSONAL)
    grade: Mapped[int | None] = mapped_column(info=PERSONAL)
    words: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)
    topic: Mapped[str] = mapped_column(String(32), default="", info=SENSITIVE)
    thing: Mapped[str] = mapped_column(String(64), default="", info=SENSITIVE)
    place: Mapped[str] = mapped_column(String(32), default="", info=PERSONAL)
    urgent: Mapped[bool] = mapped_column(default=False, info=SENSITIVE)
    label: Mapped[str] = mapped_column(String(32), default="", info=SENSITIVE)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), info=PERSONAL)
    region: Mapped[str] = mapped_column(String(32), default="", info=PERSONAL)
    counselor_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="SET NULL"), index=True, info=PSEUDONYMOUS
    )
    drafted_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    sent_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    waits_since: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    due_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    read_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    answered_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    reminded_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    pooled_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    closed_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


class Line(Base):
    """One message of a thread, sealed as the other side saw it.

    `flags` are the kinds of things that were struck out; `author_id` is who of the staff wrote it;
    `report` says for what reason the asker reported it.
    """

    __tablename__ = "question_lines"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    question_id: Mapped[int] = mapped_column(
        Number, ForeignKey("questions.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    side: Mapped[str] = mapped_column(String(5), info=PERSONAL)
    author_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="SET NULL"), info=PSEUDONYMOUS
    )
    words: Mapped[bytes] = mapped_column(LargeBinary, info=SEALED)
    flags: Mapped[str] = mapped_column(String(64), default="", info=SENSITIVE)
    said_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    report: Mapped[str] = mapped_column(String(10), default="", info=SENSITIVE)
    reported_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    reviewed_at: Mapped[Moment | None] = mapped_column(info=NONE)


@dataclass(frozen=True)
class Subject:
    """What a question is about; each part may be empty."""

    topic: str = ""
    thing: str = ""
    place: str = ""


NOTHING = Subject()


# --- drafts ---


def draft(
    session: Session, person: Known, words: bytes, now: datetime, subject: Subject = NOTHING
) -> int:
    """Keep the sealed words as a draft of theirs; its number, for `OpenDraft(number)`.

    Nobody else sees it. It goes by itself after a week, or when ten newer ones were made.
    """
    _make_room(session, person)
    made = Question(
        person_id=person.id,
        stage="draft",
        language=person.language,
        words=words,
        topic=subject.topic,
        thing=subject.thing,
        place=subject.place,
        drafted_at=now,
    )
    session.add(made)
    session.flush()
    return made.id


def _make_room(session: Session, person: Known) -> None:
    drafts = select(Question.id).where(Question.person_id == person.id, Question.stage == "draft")
    old = session.scalars(drafts.order_by(Question.id.desc()).offset(DRAFTS - 1)).all()
    session.execute(delete(Question).where(Question.id.in_(old))) if old else None


def drop_draft(session: Session, person: Known, number: int) -> None:
    """Throw a draft of theirs away."""
    theirs = (Question.person_id == person.id, Question.stage == "draft")
    session.execute(delete(Question).where(Question.id == number, *theirs))


# --- threads, as their asker has them ---


def of(session: Session, person: Known, number: int) -> Question | None:
    """This question, if it is theirs."""
    found = session.get(Question, number)
    return found if found and found.person_id == person.id else None


def asked(session: Session, person: Known) -> list[Question]:
    """What they sent, the newest first."""
    theirs = select(Question).where(Question.person_id == person.id, Question.stage != "draft")
    return list(session.scalars(theirs.order_by(Question.id.desc())))


def lines(session: Session, number: int) -> list[Line]:
    """The messages of a thread, the oldest first."""
    whole = select(Line).where(Line.question_id == number)
    return list(session.scalars(whole.order_by(Line.id)))


def line(session: Session, number: int) -> tuple[Line, Question] | None:
    """A message, and the question it belongs to."""
    found = session.get(Line, number)
    return (found, session.get_one(Question, found.question_id)) if found else None


def said_lately(session: Session, person: Known, now: datetime) -> list[datetime]:
    """When they wrote to a counselor within the last 24 hours, the earliest first."""
    theirs = (
        select(Line.said_at)
        .join(Question, Question.id == Line.question_id)
        .where(Question.person_id == person.id, Line.side == "asker", Line.said_at > now - DAY)
    )
    return list(session.scalars(theirs.order_by(Line.said_at)))


def say(
    session: Session,
    one: Question,
    side: Side,
    words: bytes,
    now: datetime,
    *,
    author: int | None = None,
    flags: str = "",
) -> Line:
    """Add a sealed message to the thread; nobody takes it back."""
    made = Line(
        question_id=one.id, side=side, author_id=author, words=words, flags=flags, said_at=now
    )
    session.add(made)
    session.flush()
    return made


def send(session: Session, one: Question, alias: int, now: datetime, due: datetime) -> None:
    """It waits for a counselor from now on; what was drafted is no longer kept apart."""
    one.alias, one.words = alias, None
    one.sent_at = now
    wait(one, now, due)
    session.flush()


def wait(one: Question, now: datetime, due: datetime) -> None:
    """It waits for an answer since now, and until then."""
    one.stage, one.waits_since, one.due_at = "sent", now, due
    one.read_at = one.reminded_at = one.pooled_at = one.closed_at = None


def aliases(session: Session) -> set[int]:
    """The numbers askers of open threads go by."""
    return set(session.scalars(select(Question.alias).where(Question.stage.in_(OPEN))))


def close(session: Session, one: Question, now: datetime) -> None:
    """It is answered to their content; the thread goes half a year from now."""
    one.stage, one.closed_at = "closed", now
    session.flush()


def sweep(session: Session, now: datetime) -> int:
    """Close what is long answered, forget old drafts and threads; how many rows went."""
    for one in session.scalars(
        select(Question).where(Question.stage == "answered", Question.answered_at < now - QUIETLY)
    ):
        one.stage, one.closed_at = "closed", now
    session.flush()
    old = (
        (Question.stage == "draft") & (Question.drafted_at < now - DRAFT_KEPT),
        (Question.stage == "closed") & (Question.closed_at < now - KEPT),
    )
    gone: Any = session.execute(delete(Question).where(or_(*old)))
    return int(gone.rowcount)
