"""Executors: the processes that carry out durable work, and which of them have fallen silent."""

from datetime import datetime, timedelta

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import NONE

SILENT = timedelta(seconds=30)


class Executor(Base):
    """A process that carries out durable work, and when it last said so."""

    __tablename__ = "executors"

    id: Mapped[str] = mapped_column(String(40), primary_key=True, info=NONE)
    beat_at: Mapped[Moment] = mapped_column(info=NONE)


def beat(session: Session, executor: str, now: datetime) -> None:
    """Say that this one is alive."""
    session.merge(Executor(id=executor, beat_at=now))


def silent(session: Session, now: datetime) -> list[str]:
    """Those who have said nothing for too long; whoever is told of them takes over, nobody else."""
    gone = delete(Executor).where(Executor.beat_at < now - SILENT).returning(Executor.id)
    return list(session.scalars(gone))


def newest(session: Session) -> datetime | None:
    """When any of them was last heard of."""
    return session.scalar(select(Executor.beat_at).order_by(Executor.beat_at.desc()).limit(1))


def alive(session: Session, executor: str, now: datetime) -> bool:
    """Whether another process goes by this name and is alive."""
    known = select(Executor).where(Executor.id == executor, Executor.beat_at >= now - SILENT)
    return session.scalar(known) is not None
