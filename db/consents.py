"""Consents: to which words somebody agreed, when, and when they took it back.

The words of a version are the template `privacy/words/<what>_<version>`; they are never changed,
only followed by a newer version.
"""

from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import PERSONAL, PSEUDONYMOUS

VERSIONS = {
    "class": 2,
    "league": 1,
    "child": 1,
    "parent": 1,
    "guess": 1,
    "result": 1,
}  # the words people agree to now


class Consent(Base):
    """A consent: to `what`, in the words of this version and language; `about` which class, say."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=PERSONAL)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    what: Mapped[str] = mapped_column(String(16), info=PERSONAL)
    version: Mapped[int] = mapped_column(info=PERSONAL)
    about: Mapped[int] = mapped_column(BigInteger, default=0, info=PERSONAL)
    language: Mapped[str] = mapped_column(String(2), info=PERSONAL)
    given_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    taken_back_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


def give(
    session: Session, person: int, what: str, language: str, now: datetime, about: int = 0
) -> None:
    """Keep that they agreed to the newest words. Given twice, it stays as it was given first."""
    if holds(session, person, what, about):
        return
    given = Consent(person_id=person, what=what, version=VERSIONS[what], about=about)
    given.language, given.given_at = language, now
    session.add(given)
    session.flush()


def take_back(session: Session, person: int, what: str, now: datetime, about: int = 0) -> None:
    """They agree no more; the receipt stays."""
    open_ones = update(Consent).where(*_open(person, what, about))
    session.execute(open_ones.values(taken_back_at=now))


def holds(session: Session, person: int, what: str, about: int = 0) -> bool:
    """Whether they agreed and did not take it back."""
    found = select(Consent.id).where(*_open(person, what, about))
    return session.execute(found.limit(1)).first() is not None


def _open(person: int, what: str, about: int) -> tuple[ColumnElement[bool], ...]:
    return (
        Consent.person_id == person,
        Consent.what == what,
        Consent.about == about,
        Consent.taken_back_at.is_(None),
    )


def end(session: Session, what: str, about: int, now: datetime) -> None:
    """What all of them agreed to is over, as when a class is closed."""
    over = update(Consent).where(Consent.what == what, Consent.about == about)
    session.execute(over.where(Consent.taken_back_at.is_(None)).values(taken_back_at=now))


def receipts(session: Session, person: int) -> list[Consent]:
    """All they ever agreed to, the newest first."""
    theirs = select(Consent).where(Consent.person_id == person)
    return list(session.scalars(theirs.order_by(Consent.id.desc())))


def receipt(session: Session, person: int, number: int) -> Consent | None:
    """This one, if it is theirs."""
    found = session.get(Consent, number)
    return found if found and found.person_id == person else None
