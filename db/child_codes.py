"""A child's code, by which a parent may ask to be linked: good once, for a day."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import PERSONAL, PSEUDONYMOUS

VALID = timedelta(hours=24)


class ChildCode(Base):
    """A child's code, known by its hash only; one parent may use it, once, and then it is gone."""

    __tablename__ = "child_codes"

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True, info=PERSONAL)
    child_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    made_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    ends_at: Mapped[Moment] = mapped_column(info=PERSONAL)


def offer(
    session: Session, child: int, codes: Sequence[str], now: datetime
) -> tuple[str, datetime]:
    """The first of these codes that is free, and until when it is good; the one before is no more.

    Raises LookupError where none is free.
    """
    withdraw(session, child)
    code = next((one for one in codes if session.get(ChildCode, _hash(one)) is None), None)
    if code is None:
        raise LookupError("no code is free")
    made = ChildCode(hash=_hash(code), child_id=child, made_at=now, ends_at=now + VALID)
    session.add(made)
    session.flush()
    return code, made.ends_at


def withdraw(session: Session, child: int) -> None:
    """Let no code of this child be good any more."""
    session.execute(delete(ChildCode).where(ChildCode.child_id == child))


def offered_until(session: Session, child: int, now: datetime) -> datetime | None:
    """Until when the open code of a child is good; None where there is none."""
    mine = select(ChildCode.ends_at).where(ChildCode.child_id == child, ChildCode.ends_at > now)
    return session.scalar(mine)


def whose(session: Session, code: str, now: datetime) -> int | None:
    """The child whose code this is; None where it is unknown, used or late."""
    theirs = select(ChildCode.child_id)
    return session.scalar(theirs.where(ChildCode.hash == _hash(code), ChildCode.ends_at > now))


def use(session: Session, code: str, now: datetime) -> int | None:
    """The child whose code this is, which is gone now; None where it is unknown, used or late.

    One DELETE decides, so of two who use a code at once a single one has it.
    """
    used = delete(ChildCode).where(ChildCode.hash == _hash(code), ChildCode.ends_at > now)
    won: Any = session.execute(used.returning(ChildCode.child_id)).first()
    return int(won.child_id) if won else None


def sweep(session: Session, now: datetime) -> int:
    """Forget codes that are over. How many there were."""
    late = session.execute(delete(ChildCode).where(ChildCode.ends_at <= now))
    return int(late.rowcount)  # type: ignore[attr-defined]


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
