"""Topics people do not want to be told of."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import PERSONAL, PSEUDONYMOUS


class Muted(Base):
    """A topic somebody does not want to be told of; `all` is every topic."""

    __tablename__ = "muted"

    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, info=PSEUDONYMOUS
    )
    topic: Mapped[str] = mapped_column(String(16), primary_key=True, info=PERSONAL)
    at: Mapped[Moment] = mapped_column(info=PERSONAL)


def mute(session: Session, person: int, topic: str, now: datetime) -> None:
    """Tell them of this topic no more."""
    session.merge(Muted(person_id=person, topic=topic, at=now))
    session.flush()


def unmute(session: Session, person: int, topic: str) -> None:
    """Tell them of this topic again."""
    session.execute(delete(Muted).where(Muted.person_id == person, Muted.topic == topic))


def muted(session: Session, person: int) -> set[str]:
    """The topics they do not want to be told of."""
    return set(session.scalars(select(Muted.topic).where(Muted.person_id == person)))
