"""What people want to ask a college themselves: a list of their own, nobody else sees it."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.people import Known
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SEALED, SENSITIVE
from db.questions import Question

MOST = 30  # questions on a list; the oldest give way


class Listed(Base):
    """A question on somebody's list: its sealed words, and what it is about, if that is known.

    `topic` is an address among the `unknowns` of the catalogue, `thing` a path; each may be empty.
    """

    __tablename__ = "listed"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    topic: Mapped[str] = mapped_column(String(32), default="", info=SENSITIVE)
    thing: Mapped[str] = mapped_column(String(64), default="", info=SENSITIVE)
    words: Mapped[bytes] = mapped_column(LargeBinary, info=SEALED)
    listed_at: Mapped[Moment] = mapped_column(info=PERSONAL)


def put(session: Session, person: Known, draft: Question, now: datetime) -> None:
    """Put a draft of theirs on their list; the same asked of the same thing stands there once."""
    if draft.words is None or (draft.topic and _stands(session, person, draft)):
        return
    session.execute(delete(Listed).where(Listed.id.in_(_too_old(session, person))))
    session.add(
        Listed(
            person_id=person.id,
            topic=draft.topic,
            thing=draft.thing,
            words=draft.words,
            listed_at=now,
        )
    )
    session.flush()


def _stands(session: Session, person: Known, draft: Question) -> bool:
    same = (Listed.topic == draft.topic, Listed.thing == draft.thing)
    found = select(func.count()).where(Listed.person_id == person.id, *same)
    return bool(session.scalar(found))


def _too_old(session: Session, person: Known) -> list[int]:
    theirs = select(Listed.id).where(Listed.person_id == person.id)
    return list(session.scalars(theirs.order_by(Listed.id.desc()).offset(MOST - 1)))


def of(session: Session, person: Known) -> list[Listed]:
    """Their list, the newest first."""
    theirs = select(Listed).where(Listed.person_id == person.id)
    return list(session.scalars(theirs.order_by(Listed.id.desc())))


def empty(session: Session, person: Known) -> None:
    """Take everything off their list."""
    session.execute(delete(Listed).where(Listed.person_id == person.id))
