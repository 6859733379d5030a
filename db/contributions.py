"""Contributions: what counselors add beside the catalogue, each with its source and its last day.

An answer to a matter nobody could answer is told once to each who asked, and is what the bot
answers from then on; a voice is what an enterprise said, passed on by a counselor.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    String,
    insert,
    select,
    update,
)
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.letters import Letter
from db.matters import Matter, Wondered
from db.privacy import NONE, PSEUDONYMOUS
from db.questions import Subject


class Contribution(Base):
    """What a counselor adds beside the catalogue: an answer to a matter, or a voice.

    It has a source (a link or the name of a document) and ends on a day. `role` is the author's:
    `counselor` or `admin`; `region` where they are of. A voice is of an `employer`, and `speaker`
    says what its speaker does there, never who they are.
    """

    __tablename__ = "contributions"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    kind: Mapped[str] = mapped_column(String(6), info=NONE)
    stage: Mapped[str] = mapped_column(String(9), index=True, info=NONE)
    matter_id: Mapped[int | None] = mapped_column(
        Number, ForeignKey("matters.id", ondelete="CASCADE"), index=True, info=NONE
    )
    question_id: Mapped[int | None] = mapped_column(
        Number, ForeignKey("questions.id", ondelete="SET NULL"), info=NONE
    )
    employer: Mapped[str] = mapped_column(String(32), default="", info=NONE)
    speaker: Mapped[str] = mapped_column(String(80), default="", info=NONE)
    language: Mapped[str] = mapped_column(String(2), info=NONE)
    words: Mapped[str] = mapped_column(LongText, default="", info=NONE)
    source: Mapped[str] = mapped_column(String(300), default="", info=NONE)
    author_id: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="SET NULL"), info=PSEUDONYMOUS
    )
    role: Mapped[str] = mapped_column(String(10), info=NONE)
    region: Mapped[str] = mapped_column(String(32), default="", info=NONE)
    made_at: Mapped[Moment] = mapped_column(info=NONE)
    ends_at: Mapped[Moment | None] = mapped_column(info=NONE)
    published_at: Mapped[Moment | None] = mapped_column(info=NONE)
    withdrawn_at: Mapped[Moment | None] = mapped_column(info=NONE)


def contributed(session: Session, subject: Subject, now: datetime) -> Contribution | None:
    """The newest published answer to this matter that has not expired; None where there is none.

    For whoever answers typed questions: ask here before refusing, and show it by
    `OpenContribution(contribution.id)`.
    """
    if not subject.topic:
        return None
    good = (
        select(Contribution)
        .join(Matter, Matter.id == Contribution.matter_id)
        .where(
            Matter.topic == subject.topic,
            Matter.thing == subject.thing,
            Matter.place == subject.place,
            *_in_force(now),
        )
    )
    return session.scalar(good.order_by(Contribution.id.desc()).limit(1))


def _in_force(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (Contribution.stage == "published", Contribution.ends_at > now)


def voices(session: Session, now: datetime) -> Sequence[Contribution]:
    """The voices that were contributed and have not expired, the newest first."""
    good = select(Contribution).where(Contribution.kind == "voice", *_in_force(now))
    return session.scalars(good.order_by(Contribution.id.desc())).all()


def begin(session: Session, author: int, role: str, region: str, language: str, now: datetime,
          **of: object) -> Contribution:  # fmt: skip
    """A draft of theirs: an answer to a matter (`matter_id`), or a voice of an `employer`."""
    kind = "answer" if of.get("matter_id") else "voice"
    made = Contribution(
        kind=kind, stage="draft", author_id=author, role=role, region=region, language=language,
        made_at=now, **of,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def drafted(session: Session, author: int, matter: int) -> Contribution | None:
    """Their draft of an answer to this matter, if they began one."""
    theirs = select(Contribution).where(
        Contribution.author_id == author,
        Contribution.matter_id == matter,
        Contribution.stage == "draft",
    )
    return session.scalar(theirs.order_by(Contribution.id.desc()).limit(1))


def waiting(session: Session, matter: int) -> Contribution | None:
    """An answer to this matter that waits for a second person of the staff."""
    held = select(Contribution).where(
        Contribution.matter_id == matter, Contribution.stage == "waiting"
    )
    return session.scalar(held.limit(1))


def found(session: Session, number: int) -> Contribution | None:
    """This contribution, whatever its stage."""
    return session.get(Contribution, number)


def shown(session: Session, number: int, now: datetime) -> Contribution | None:
    """This contribution, if it is published and has not expired."""
    this = select(Contribution).where(Contribution.id == number, *_in_force(now))
    return session.scalar(this)


def publish(session: Session, one: Contribution, now: datetime, when: datetime) -> int:
    """Let everybody see it, and have all who asked told, once each, not before `when`.

    Who is told, and that they were, is written down together: a crash tells nobody twice and
    leaves out nobody. How many they are.
    """
    one.stage, one.published_at = "published", now
    session.flush()
    if one.matter_id is None:
        return 0
    asked = (Wondered.matter_id == one.matter_id, Wondered.told_by.is_(None))
    told = update(Wondered).where(*asked).values(told_by=one.id).returning(Wondered.person_id)
    people = session.scalars(told.execution_options(synchronize_session=False)).all()
    rows = [
        {
            "person_id": person,
            "kind": "told",
            "about": one.id,
            "state": "waiting",
            "not_before": when,
            "written_at": now,
            "attempts": 0,
            "twice": False,
            "claimed_by": "",
        }
        for person in people
    ]
    session.execute(insert(Letter), rows) if rows else None
    return len(people)


def withdraw(session: Session, one: Contribution, now: datetime) -> None:
    """Let nobody see it any more; it stays on record."""
    one.stage, one.withdrawn_at = "withdrawn", now
    session.flush()
