"""People: whom we know, how little of them we keep, and what they keep with us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, bindparam, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.kinds import Language
from db.base import Base, Moment, line
from db.heard import Told


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


# The hot path's statements, built once: building costs more than asking.
_meet = insert(Person)
_known = (
    select(
        Person.id,
        Person.language,
        Person.trail,
        Person.awaited,
        Person.left_at.is_not(None),
        select(Told.reply).where(Told.update_id == bindparam("update")).scalar_subquery(),
    )
    .where(Person.id == bindparam("person"))
    .with_for_update(of=Person)
)
_stand = (
    update(Person)
    .where(Person.id == bindparam("person"))
    .values(trail=bindparam("trail"), awaited=bindparam("awaited"), left_at=None)
)
_saved = select(Saved.saved_at).where(
    Saved.person_id == bindparam("person"), Saved.path == bindparam("path")
)


def meet(
    session: Session, person: int, language: Language, update: int, now: datetime
) -> tuple[Known, bytes | None]:
    """The person, met now if never before, and the reply this update got if it was heard before.

    One statement, for every turn begins with it; the person's row is locked until the turn is over.
    """
    found = line(session).execute(_known, {"person": person, "update": update}).first()
    if found is None:
        row = {"id": person, "language": language, "trail": "", "awaited": "", "met_at": now}
        line(session).execute(_meet, row)
        return Known(person, language, "", "", False), None
    return Known(*found[:5]), found[5]


def stand(session: Session, person: Known, trail: str, awaited: str) -> None:
    """Remember the way they came by, and what their next words would mean."""
    if (person.trail, person.awaited) != (trail, awaited) or person.left:
        place = {"person": person.id, "trail": trail, "awaited": awaited}
        line(session).execute(_stand, place)


def speak(session: Session, person: Known, language: Language) -> None:
    """Speak this language with them from now on."""
    change = update(Person).where(Person.id == person.id)
    line(session).execute(change.values(language=language))


def leave(session: Session, person: Known, now: datetime) -> None:
    """They blocked the bot: nothing is sent to them until they come back."""
    change = update(Person).where(Person.id == person.id)
    line(session).execute(change.values(left_at=now))


def save(session: Session, person: Known, path: str, now: datetime) -> None:
    """Keep the thing. Kept twice, it stays as it was kept first."""
    if not has_saved(session, person, path):
        session.add(Saved(person_id=person.id, path=path, saved_at=now))
        session.flush()


def forget(session: Session, person: Known, path: str) -> None:
    """Keep it no longer."""
    session.execute(delete(Saved).where(Saved.person_id == person.id, Saved.path == path))


def has_saved(session: Session, person: Known, path: str) -> bool:
    """Whether they keep this thing."""
    found = line(session).execute(_saved, {"person": person.id, "path": path})
    return found.first() is not None


def saved(session: Session, person: Known) -> Sequence[str]:
    """The paths of what they keep, newest first."""
    kept = select(Saved.path).where(Saved.person_id == person.id)
    return session.scalars(kept.order_by(Saved.saved_at.desc(), Saved.path)).all()
