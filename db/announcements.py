"""Announcements: what is to be told, to whom, when; and what became of it for each person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, cast

import orjson
from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    String,
    Text,
    delete,
    func,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.kinds import Language
from db.base import Base, Moment, Number
from db.people import Person
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

REMINDERS = "reminders"  # the topic of what nobody of the staff wrote
Stage = Literal["draft", "waiting", "scheduled", "running", "paused", "done", "cancelled"]


class Announcement(Base):
    """An announcement and its course.

    `words` is JSON, language to HTML, and `fallback` the language spoken where one is missing;
    `attached` is JSON, a list of [kind, file_id]; `keys` is JSON, a list of up to three buttons;
    `segment` is `Segment.kept()`. `seen` are the words as they were when the author last saw the
    preview. `run` counts how often it was set going: each run is one durable piece of work, and
    `running_run` the newest that was begun. `reminder` is what it reminds of, where nobody of the
    staff wrote it: unfinished, half-year or year.
    """

    __tablename__ = "announcements"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    author_id: Mapped[int] = mapped_column(BigInteger, index=True, info=PSEUDONYMOUS)
    stage: Mapped[str] = mapped_column(String(10), default="draft", index=True, info=NONE)
    topic: Mapped[str] = mapped_column(String(16), default="news", info=NONE)
    words: Mapped[str] = mapped_column(Text, default="{}", info=NONE)
    fallback: Mapped[str] = mapped_column(String(2), default="", info=NONE)
    attached: Mapped[str] = mapped_column(Text, default="[]", info=NONE)
    keys: Mapped[str] = mapped_column(Text, default="[]", info=NONE)
    segment: Mapped[str] = mapped_column(Text, default="{}", info=NONE)
    asks: Mapped[bool] = mapped_column(default=False, info=NONE)
    due_at: Mapped[Moment | None] = mapped_column(info=NONE)
    reminds: Mapped[int] = mapped_column(default=0, info=NONE)
    run_at: Mapped[Moment | None] = mapped_column(info=NONE)
    paid: Mapped[bool] = mapped_column(default=False, info=NONE)
    seen: Mapped[str] = mapped_column(String(64), default="", info=NONE)
    reminder: Mapped[str] = mapped_column(String(10), server_default="", info=NONE)
    confirmed_by: Mapped[int | None] = mapped_column(BigInteger, info=PSEUDONYMOUS)
    run: Mapped[int] = mapped_column(default=0, info=NONE)
    running_run: Mapped[int] = mapped_column(default=0, info=NONE)
    why: Mapped[str] = mapped_column(String(32), default="", info=NONE)
    board: Mapped[int | None] = mapped_column(BigInteger, info=NONE)
    made_at: Mapped[Moment] = mapped_column(info=NONE)
    sent_from: Mapped[Moment | None] = mapped_column(info=NONE)
    closed_at: Mapped[Moment | None] = mapped_column(info=NONE)

    @property
    def spoken(self) -> dict[str, str]:
        """The words by language."""
        return dict(orjson.loads(self.words))

    def speak(self, language: str, words: str) -> None:
        """Say it like this in a language; no words take the language away."""
        spoken = {**self.spoken, language: words}
        self.words = orjson.dumps({lang: said for lang, said in spoken.items() if said}).decode()
        self.seen = ""


class Delivery(Base):
    """One announcement for one person: the ledger.

    `state` is waiting, sent, blocked, gone, failed, unknown, skipped or recalled; `due` what is
    still to be done (send, edit, recall; nothing: settled); `claimed_at` says somebody is at it;
    `attempts` counts what left us; `twice` that they may have got it twice.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_due", "announcement_id", "person_id", sqlite_where=text("due <> ''"),
              postgresql_where=text("due <> ''")),
        Index("ix_deliveries_person", "person_id", "settled_at"),
    )  # fmt: skip

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, info=PSEUDONYMOUS
    )
    language: Mapped[str] = mapped_column(String(2), info=PERSONAL)
    state: Mapped[str] = mapped_column(String(8), info=PERSONAL)
    due: Mapped[str] = mapped_column(String(6), info=NONE)
    why: Mapped[str] = mapped_column(String(32), default="", info=PERSONAL)
    attempts: Mapped[int] = mapped_column(default=0, info=PERSONAL)
    twice: Mapped[bool] = mapped_column(default=False, info=PERSONAL)
    message_id: Mapped[int | None] = mapped_column(BigInteger, info=PERSONAL)
    not_before: Mapped[Moment | None] = mapped_column(info=NONE)
    claimed_at: Mapped[Moment | None] = mapped_column(info=NONE)
    claimed_by: Mapped[str] = mapped_column(String(40), default="", info=NONE)
    settled_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


# Written out: of a value that is bound a database does not know that `ix_deliveries_due` serves.
STILL_DUE = Delivery.due != literal_column("''")


class Reply(Base):
    """What somebody answered to an announcement that asks for something."""

    __tablename__ = "replies"

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, info=PSEUDONYMOUS
    )
    answer: Mapped[str] = mapped_column(String(8), info=PERSONAL)
    at: Mapped[Moment] = mapped_column(info=PERSONAL)


class Pressed(Base):
    """How often a button of an announcement was pressed; by whom is not kept."""

    __tablename__ = "pressed"

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    times: Mapped[int] = mapped_column(info=NONE)


def draft(session: Session, author: int, now: datetime) -> Announcement:
    """A new draft of this author."""
    session.add(made := Announcement(author_id=author, made_at=now))
    session.flush()
    return made


def found(session: Session, number: int) -> Announcement | None:
    """The announcement of this number."""
    return session.get(Announcement, number)


def written_by(session: Session, author: int, many: int = 20) -> list[Announcement]:
    """What an author wrote, the newest first."""
    theirs = select(Announcement).where(Announcement.author_id == author)
    return list(session.scalars(theirs.order_by(Announcement.id.desc()).limit(many)))


def awaiting_a_second(session: Session) -> list[Announcement]:
    """Those a second person has to confirm, the oldest first."""
    waiting = select(Announcement).where(Announcement.stage == "waiting")
    return list(session.scalars(waiting.order_by(Announcement.id)))


def drop(session: Session, number: int) -> None:
    """Throw a draft away."""
    gone = delete(Announcement).where(Announcement.id == number, Announcement.stage == "draft")
    session.execute(gone)


def move(session: Session, number: int, from_: Sequence[Stage], to: Stage, **more: Any) -> bool:
    """Bring it to another stage, once; False where it is in none of the stages it may leave.

    What is set going (`scheduled`, `running`) begins a new run.
    """
    runs = {"run": Announcement.run + 1} if to in ("scheduled", "running") else {}
    change = update(Announcement).where(Announcement.id == number, Announcement.stage.in_(from_))
    done: Any = session.execute(
        change.values(stage=to, **runs, **more).execution_options(synchronize_session="fetch")
    )
    return bool(done.rowcount)


def like(session: Session, one: Announcement, since: datetime) -> Announcement | None:
    """Another with the same words to the same people that was set going since then."""
    same = select(Announcement).where(
        Announcement.id != one.id,
        Announcement.words == one.words,
        Announcement.segment == one.segment,
        Announcement.stage.not_in(("draft", "waiting", "cancelled")),
        Announcement.run_at > since,
    )
    return session.scalar(same.limit(1))


def answer(session: Session, number: int, person: int, given: str, now: datetime) -> bool:
    """Keep what somebody answers, the newest counts; False where they were never told of it."""
    if session.get(Delivery, (number, person)) is None:
        return False
    session.merge(Reply(announcement_id=number, person_id=person, answer=given, at=now))
    session.flush()
    return True


def press(session: Session, number: int, key: int) -> None:
    """Count one more press of a button."""
    row = session.get(Pressed, (number, key)) or Pressed(announcement_id=number, key=key, times=0)
    row.times += 1
    session.add(row)


def answers(session: Session, number: int) -> dict[str, int]:
    """How many answered what."""
    given = select(Reply.answer, func.count()).where(Reply.announcement_id == number)
    return dict(session.execute(given.group_by(Reply.answer)).all())


def presses(session: Session, number: int) -> dict[int, int]:
    """How often each button was pressed."""
    kept = select(Pressed.key, Pressed.times).where(Pressed.announcement_id == number)
    return dict(session.execute(kept).all())


def spoken(session: Session, one: Announcement) -> Language:
    """The language of its author; Kazakh where nobody knows them any more."""
    known = session.get(Person, one.author_id)
    return cast(Language, known.language) if known else "kk"
