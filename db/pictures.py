"""Pictures Telegram keeps for us: by which name of Telegram's each can be sent again."""

from datetime import datetime, timedelta

from sqlalchemy import String, delete, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment
from db.privacy import NONE

KEPT = timedelta(days=30)


class Picture(Base):
    """A picture that was uploaded, and the edition of the catalogue it shows (none: any)."""

    __tablename__ = "pictures"

    name: Mapped[str] = mapped_column(String(120), primary_key=True, info=NONE)
    file_id: Mapped[str] = mapped_column(String(255), info=NONE)
    edition: Mapped[str] = mapped_column(String(16), info=NONE)
    kept_at: Mapped[Moment] = mapped_column(index=True, info=NONE)


def found(session: Session, name: str) -> str | None:
    """Telegram's name for this picture, if it was uploaded."""
    return session.scalar(select(Picture.file_id).where(Picture.name == name))


def keep(session: Session, name: str, file_id: str, edition: str, now: datetime) -> None:
    """Remember what Telegram calls it; what was remembered before is forgotten."""
    session.merge(Picture(name=name, file_id=file_id, edition=edition, kept_at=now))


def sweep(session: Session, edition: str, now: datetime) -> int:
    """Forget pictures of other editions than this one, and those kept too long; how many went."""
    same = func.substr(edition, 1, func.length(Picture.edition))
    stale = or_(Picture.edition != same, Picture.kept_at < now - KEPT)
    gone = session.execute(delete(Picture).where(stale))
    return int(gone.rowcount)  # type: ignore[attr-defined]
