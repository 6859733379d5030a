"""The gate: the one pace of all processes; each message passes it before it leaves."""

from datetime import datetime

from sqlalchemy import Float, bindparam, case, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base
from db.privacy import NONE
from db.statements import Statement

FAR = 600.0  # seconds; a gate that opens later than that was set by a clock that went wrong


class Gate(Base):
    """The one pace of all processes: when the next message may leave, in seconds since 1970.

    `slowed_at` is when Telegram last asked many chats at once to wait.
    """

    __tablename__ = "gate"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    next_at: Mapped[float] = mapped_column(default=0.0, info=NONE)
    slowed_at: Mapped[float] = mapped_column(default=0.0, info=NONE)


_leave = Statement(
    update(Gate)
    .where(Gate.id == 1)
    .values(
        next_at=case(
            (
                Gate.next_at.between(
                    bindparam("clock", type_=Float), bindparam("limit", type_=Float)
                ),
                Gate.next_at,
            ),
            else_=bindparam("clock", type_=Float),
        )
        + bindparam("interval", type_=Float)
    )
    .returning(Gate.next_at, Gate.slowed_at)
)


def leave(session: Session, interval: float, now: datetime) -> tuple[float, float]:
    """When the next message may leave, and when everybody was last slowed: seconds since 1970.

    All processes pass one gate, `interval` seconds apart.
    """
    clock = now.timestamp()
    ((later, slowed),) = _leave(session, clock=clock, limit=clock + FAR, interval=interval)
    return later - interval, slowed


def slow(session: Session, seconds: float, now: datetime) -> None:
    """Let nothing leave for so long, for everybody."""
    later = now.timestamp() + seconds
    session.execute(update(Gate).where(Gate.id == 1).values(next_at=later, slowed_at=later))


def open_gate(session: Session) -> None:
    """See that there is a gate to pass."""
    if session.get(Gate, 1) is None:
        session.add(Gate(id=1))
        session.flush()
