"""Matters nobody could answer, who asked about them, and what a counselor contributed.

A matter is a topic about a thing or a place; of those who asked only how many is ever shown. An
answer is told once to each of them, and stands beside the catalogue until it expires.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    String,
    UniqueConstraint,
    func,
    select,
)
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SENSITIVE
from db.questions import Subject


class Matter(Base):
    """A topic about a thing or a place, which somebody asked about."""

    __tablename__ = "matters"
    __table_args__ = (UniqueConstraint("topic", "thing", "place", name="uq_matters_topic"),)

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    topic: Mapped[str] = mapped_column(String(32), info=NONE)
    thing: Mapped[str] = mapped_column(String(64), info=NONE)
    place: Mapped[str] = mapped_column(String(32), info=NONE)
    made_at: Mapped[Moment] = mapped_column(info=NONE)


class Wondered(Base):
    """Somebody asked about a matter; `told_by` is the contribution that answered them."""

    __tablename__ = "wondered"

    matter_id: Mapped[int] = mapped_column(
        Number, ForeignKey("matters.id", ondelete="CASCADE"), primary_key=True, info=SENSITIVE
    )
    person_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
        info=PSEUDONYMOUS,
    )
    role: Mapped[str] = mapped_column(String(6), info=PERSONAL)
    asked_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    told_by: Mapped[int | None] = mapped_column(
        Number, ForeignKey("contributions.id", ondelete="SET NULL"), info=SENSITIVE
    )


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


def wonder(session: Session, person: int, subject: Subject, role: str, now: datetime) -> None:
    """They asked about this and nobody could answer; asked again, it counts once.

    What was answered since, and asks again because the answer has expired, counts anew. Nothing
    is noted where the topic is not understood.
    """
    if not subject.topic:
        return
    matter = _matter(session, subject, now)
    if (found := session.get(Wondered, (matter.id, person))) is None:
        found = Wondered(matter_id=matter.id, person_id=person, role=role, asked_at=now)
        session.add(found)
    found.role, found.told_by = role, None
    session.flush()


def _matter(session: Session, subject: Subject, now: datetime) -> Matter:
    """The matter, made now if nobody asked about it before."""
    same = (
        Matter.topic == subject.topic,
        Matter.thing == subject.thing,
        Matter.place == subject.place,
    )
    if found := session.scalar(select(Matter).where(*same)):
        return found
    made = Matter(topic=subject.topic, thing=subject.thing, place=subject.place, made_at=now)
    session.add(made)
    session.flush()
    return made


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


def asking(session: Session, matter: int) -> dict[str, int]:
    """How many asked about a matter and have no answer yet, by role."""
    waiting = select(Wondered.role, func.count()).where(
        Wondered.matter_id == matter, Wondered.told_by.is_(None)
    )
    return dict(session.execute(waiting.group_by(Wondered.role)).all())
