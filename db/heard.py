"""What was heard before: an update's number with the reply it got, and what nobody could handle."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary, String, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, UtcMoment
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SENSITIVE
from db.statements import Statement

KEPT = timedelta(days=7)  # longer than Telegram tells anything again (24 hours)


class Told(Base):
    """An update that was acted upon, of whom, and what was answered (no bytes: silence)."""

    __tablename__ = "heard"

    update_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, info=NONE
    )
    reply: Mapped[bytes] = mapped_column(LargeBinary, info=SENSITIVE)
    heard_at: Mapped[Moment] = mapped_column(index=True, info=NONE)
    person_id: Mapped[int | None] = mapped_column(BigInteger, index=True, info=PSEUDONYMOUS)


class Aside(Base):
    """An update nothing could handle: its number and the error, no word of the person."""

    __tablename__ = "aside"

    update_id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, info=NONE
    )
    error: Mapped[str] = mapped_column(String(2000), info=PERSONAL)
    aside_at: Mapped[Moment] = mapped_column(info=NONE)


_before = Statement(select(Told.reply).where(Told.update_id == bindparam("update")))
_keep = Statement(
    insert(Told).values(
        update_id=bindparam("update", type_=BigInteger),
        reply=bindparam("said", type_=LargeBinary),
        heard_at=bindparam("now", type_=UtcMoment),
        person_id=bindparam("whose", type_=BigInteger),
    )
)


def before(session: Session, update: int) -> bytes | None:
    """The reply this update got; None if it was never heard."""
    found = _before(session, update=update)
    return found[0][0] if found else None


def keep(
    session: Session, update: int, reply: bytes, now: datetime, whose: int | None = None
) -> None:
    """Remember that this update was acted upon, and what was answered, and to whom."""
    _keep.later(session, update=update, said=reply, now=now, whose=whose)


def put_aside(session: Session, update: int, error: str, now: datetime) -> None:
    """Keep an update nothing could handle for whoever mends it."""
    session.merge(Aside(update_id=update, error=error[:2000], aside_at=now))


def sweep(session: Session, now: datetime) -> int:
    """Forget what is older than Telegram would tell again; how many rows went."""
    old = session.execute(delete(Told).where(Told.heard_at < now - KEPT))
    gone = session.execute(delete(Aside).where(Aside.aside_at < now - KEPT))
    return int(old.rowcount + gone.rowcount)  # type: ignore[attr-defined]
