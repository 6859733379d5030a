"""Classes: a counselor's code, and the pupils and parents who joined by it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, ForeignKey, String, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS
from db.topics import unwant, want

As = Literal["pupil", "parent"]
TOPIC = "school"  # what a class is told comes under it


class Class(Base):
    """A class of a school, which people join by its code until it is closed."""

    __tablename__ = "classes"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), info=NONE)
    counselor_id: Mapped[int] = mapped_column(BigInteger, index=True, info=PSEUDONYMOUS)
    name: Mapped[str] = mapped_column(String(40), info=NONE)
    grade: Mapped[int | None] = mapped_column(info=NONE)
    nickname: Mapped[str] = mapped_column(String(16), server_default="", info=NONE)
    code: Mapped[str] = mapped_column(String(6), unique=True, info=NONE)
    made_at: Mapped[Moment] = mapped_column(info=NONE)
    closed_at: Mapped[Moment | None] = mapped_column(info=NONE)


class Joined(Base):
    """Somebody in a class, as a pupil or as a parent."""

    __tablename__ = "joined"

    class_id: Mapped[int] = mapped_column(
        ForeignKey("classes.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    person_id: Mapped[int] = mapped_column(
        BigInteger,
        ForeignKey("people.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
        info=PSEUDONYMOUS,
    )
    role: Mapped[str] = mapped_column(String(6), info=PERSONAL)
    joined_at: Mapped[Moment] = mapped_column(info=PERSONAL)


def open_class(
    session: Session,
    counselor: int,
    school: int | None,
    name: str,
    grade: int | None,
    codes: Sequence[str],
    now: datetime,
) -> Class:
    """A new class under the first of these codes that is free; raises LookupError if none is."""
    taken = set(session.scalars(select(Class.code).where(Class.code.in_(codes))))
    code = next((one for one in codes if one not in taken), None)
    if code is None:
        raise LookupError("no code is free")
    made = Class(
        counselor_id=counselor, school_id=school, name=name, grade=grade, code=code, made_at=now
    )
    session.add(made)
    session.flush()
    return made


def by_code(session: Session, code: str) -> Class | None:
    """The class people join by this code; None where there is none, or it was closed."""
    return session.scalar(select(Class).where(Class.code == code, Class.closed_at.is_(None)))


def join(session: Session, class_: Class, person: int, role: As, now: datetime) -> None:
    """Be in the class, and be told what it is told. Joined twice, one stays as one joined first."""
    if session.get(Joined, (class_.id, person)) is None:
        session.add(Joined(class_id=class_.id, person_id=person, role=role, joined_at=now))
        session.flush()
        want(session, person, TOPIC)


def leave(session: Session, class_: int, person: int) -> None:
    """Be in the class no more; out of the last one, one is not told what classes are told."""
    session.execute(delete(Joined).where(Joined.class_id == class_, Joined.person_id == person))
    if not joined(session, person):
        unwant(session, person, TOPIC)


def joined(session: Session, person: int) -> list[Class]:
    """The classes somebody is in, the newest first."""
    theirs = select(Class).join(Joined, Joined.class_id == Class.id)
    mine = theirs.where(Joined.person_id == person, Class.closed_at.is_(None))
    return list(session.scalars(mine.order_by(Joined.joined_at.desc())))


def joined_as(session: Session, person: int, role: str) -> list[Class]:
    """The classes somebody is in as a pupil, or as a parent."""
    theirs = select(Class).join(Joined, Joined.class_id == Class.id)
    mine = (Joined.person_id == person, Joined.role == role, Class.closed_at.is_(None))
    return list(session.scalars(theirs.where(*mine).order_by(Joined.joined_at.desc())))


def led(session: Session, counselor: int) -> list[Class]:
    """The open classes of a counselor, the newest first."""
    theirs = select(Class).where(Class.counselor_id == counselor, Class.closed_at.is_(None))
    return list(session.scalars(theirs.order_by(Class.made_at.desc(), Class.id.desc())))


def led_by(session: Session, counselor: int, class_: int) -> Class | None:
    """The open class, if this counselor leads it: nobody else may see or touch it."""
    found = session.get(Class, class_)
    theirs = found is not None and found.counselor_id == counselor and found.closed_at is None
    return found if theirs else None


def role(session: Session, class_: int, person: int) -> str:
    """As what somebody is in a class; nothing where they are not."""
    found = session.get(Joined, (class_, person))
    return found.role if found else ""


def size(session: Session, class_: int) -> dict[str, int]:
    """How many are in a class, by role."""
    counted = select(Joined.role, func.count()).where(Joined.class_id == class_)
    return dict(session.execute(counted.group_by(Joined.role)).all())


def call(class_: Class, nickname: str) -> None:
    """Have it take part in the league under this nickname; with none it takes part no more."""
    class_.nickname = nickname


def close(session: Session, class_: int, now: datetime) -> None:
    """Let nobody join any more; those who are in it are in it no more."""
    session.execute(update(Class).where(Class.id == class_).values(closed_at=now))
    session.execute(delete(Joined).where(Joined.class_id == class_))


def hand_over(session: Session, from_: int, to: int) -> int:
    """Give a counselor's classes to another; how many there were."""
    theirs = update(Class).where(Class.counselor_id == from_).values(counselor_id=to)
    return int(session.execute(theirs).rowcount)  # type: ignore[attr-defined]
