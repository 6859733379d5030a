"""Matters nobody could answer, and who asked about them: of these only how many is ever shown.

A matter is a topic about a thing or a place. What answers it stands in `contributions.py`.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, func, select
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


def wonder(session: Session, person: int, subject: Subject, role: str, now: datetime) -> None:
    """They asked about this and nobody could answer; asked again, it counts once.

    What was answered since, and asks again because the answer has expired, counts anew. Nothing
    is noted where the topic is not understood.
    """
    if not subject.topic:
        return
    matter = about(session, subject, now)
    if (found := session.get(Wondered, (matter.id, person))) is None:
        found = Wondered(matter_id=matter.id, person_id=person, role=role, asked_at=now)
        session.add(found)
    found.role, found.told_by = role, None
    session.flush()


def about(session: Session, subject: Subject, now: datetime) -> Matter:
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


def asking(session: Session) -> list[tuple[Matter, dict[str, int]]]:
    """The matters somebody waits for an answer to, and how many by role; the most asked first."""
    waiting = (
        select(Wondered.matter_id, Wondered.role, func.count())
        .where(Wondered.told_by.is_(None))
        .group_by(Wondered.matter_id, Wondered.role)
    )
    counted: dict[int, dict[str, int]] = {}
    for number, role, many in session.execute(waiting):
        counted.setdefault(number, {})[role] = many
    found = session.scalars(select(Matter).where(Matter.id.in_(counted))).all()
    ranked = sorted(found, key=lambda one: (-sum(counted[one.id].values()), one.id))
    return [(one, counted[one.id]) for one in ranked]


def reach(session: Session, matter: int) -> int:
    """How many would be told an answer to it now."""
    waiting = select(func.count()).where(Wondered.matter_id == matter, Wondered.told_by.is_(None))
    return session.scalar(waiting) or 0


def counts(session: Session, matter: int) -> dict[str, int]:
    """How many asked about it and have no answer yet, by role."""
    waiting = select(Wondered.role, func.count()).where(
        Wondered.matter_id == matter, Wondered.told_by.is_(None)
    )
    return dict(session.execute(waiting.group_by(Wondered.role)).all())


def subject_of(session: Session, number: int) -> Subject:
    """What a matter is about."""
    one = session.get_one(Matter, number)
    return Subject(one.topic, one.thing, one.place)
