"""Tombstones: who asked to be forgotten, as a keyed hash, so that no old copy brings them back.

See docs/decisions/0008.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.people import Person
from db.privacy import NONE, PSEUDONYMOUS

KEPT = timedelta(days=40)  # longer than any backup, which live 30 days at most

Marks = Callable[[int], Sequence[bytes]]  # the hashes of a number, under each of the keys
Laid = Mapping[bytes, datetime]


class Tombstone(Base):
    """Somebody was forgotten then; who, tells nobody without the key."""

    __tablename__ = "tombstones"

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True, info=PSEUDONYMOUS)
    laid_at: Mapped[Moment] = mapped_column(info=NONE)


def lay(session: Session, laid: Laid) -> None:
    """Keep these; of two for the same person the newer counts."""
    known = standing(session)
    for hash_, at in laid.items():
        if hash_ not in known or known[hash_] < at:
            session.merge(Tombstone(hash=hash_, laid_at=at))
    session.flush()


def standing(session: Session) -> dict[bytes, datetime]:
    """All that are kept."""
    kept = select(Tombstone.hash, Tombstone.laid_at)
    return dict(session.execute(kept).all())


def risen(session: Session, marks: Marks) -> list[int]:
    """Who is here though they were forgotten after we met them: an old copy brought them back."""
    laid = standing(session)
    if not laid:
        return []
    known = session.execute(select(Person.id, Person.met_at))
    return [person for person, met in known if met <= _last(laid, marks(person), met)]


def _last(laid: Laid, hashes: Sequence[bytes], met: datetime) -> datetime:
    """When somebody was forgotten last; long before we met them, where they never were."""
    return max((laid[each] for each in hashes if each in laid), default=met - KEPT)


def sweep(session: Session, now: datetime) -> int:
    """Clear away those no backup is older than."""
    old = session.execute(delete(Tombstone).where(Tombstone.laid_at < now - KEPT))
    return int(old.rowcount)  # type: ignore[attr-defined]
