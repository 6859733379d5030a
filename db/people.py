"""People: whom we know, how little of them we keep, and what they keep with us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.kinds import Language
from db.base import Base, Moment


class Person(Base):
    """Somebody who talks with the bot: a number, a language, and where the talk stands."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str]
    trail: Mapped[str] = mapped_column(default="")
    awaited: Mapped[str] = mapped_column(default="")
    left_at: Mapped[Moment | None]
    met_at: Mapped[Moment]


class Saved(Base):
    """A profession, college, employer or programme someone keeps."""

    __tablename__ = "saved"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    path: Mapped[str] = mapped_column(primary_key=True)
    saved_at: Mapped[Moment]


@dataclass(frozen=True)
class Known:
    """A person as one turn needs them; the trail is the places they came by, the newest last."""

    id: int
    language: Language
    trail: str
    awaited: str
    left: bool


_people = Person.__table__
_known = select(
    Person.id, Person.language, Person.trail, Person.awaited, Person.left_at.is_not(None)
).with_for_update()


def meet(session: Session, person: int, language: Language, now: datetime) -> Known:
    """The person, met now if never before; their row is locked until the turn is over."""
    found = session.connection().execute(_known.where(Person.id == person)).first()
    if found is None:
        row = {"id": person, "language": language, "trail": "", "awaited": "", "met_at": now}
        session.connection().execute(_people.insert(), row)
        return Known(person, language, "", "", False)
    return Known(*found)


def stand(session: Session, person: Known, trail: str, awaited: str) -> None:
    """Remember the way they came by, and what their next words would mean."""
    if (person.trail, person.awaited) != (trail, awaited) or person.left:
        change = update(Person).where(Person.id == person.id)
        session.connection().execute(change.values(trail=trail, awaited=awaited, left_at=None))


def speak(session: Session, person: Known, language: Language) -> None:
    """Speak this language with them from now on."""
    change = update(Person).where(Person.id == person.id)
    session.connection().execute(change.values(language=language))


def leave(session: Session, person: Known, now: datetime) -> None:
    """They blocked the bot: nothing is sent to them until they come back."""
    change = update(Person).where(Person.id == person.id)
    session.connection().execute(change.values(left_at=now))


def save(session: Session, person: Known, path: str, now: datetime) -> None:
    """Keep the thing. Kept twice, it stays as it was kept first."""
    if not has_saved(session, person, path):
        session.add(Saved(person_id=person.id, path=path, saved_at=now))


def forget(session: Session, person: Known, path: str) -> None:
    """Keep it no longer."""
    session.execute(delete(Saved).where(Saved.person_id == person.id, Saved.path == path))


def has_saved(session: Session, person: Known, path: str) -> bool:
    """Whether they keep this thing."""
    return session.get(Saved, (person.id, path)) is not None


def saved(session: Session, person: Known) -> Sequence[str]:
    """The paths of what they keep, newest first."""
    kept = select(Saved.path).where(Saved.person_id == person.id)
    return session.scalars(kept.order_by(Saved.saved_at.desc(), Saved.path)).all()
