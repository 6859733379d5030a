"""Lanes: those that serve an announcement side by side, each with one owner."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ForeignKey, String, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.announcements import Delivery
from db.base import Base, Number
from db.privacy import NONE


class Lane(Base):
    """One of the lanes that serve an announcement side by side, and whoever serves it now.

    A process that was frozen, taken for dead and thawed again finds another owner here, and stops.
    """

    __tablename__ = "lanes"

    announcement_id: Mapped[int] = mapped_column(
        Number, ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    owner: Mapped[str] = mapped_column(String(40), info=NONE)


@dataclass(frozen=True)
class Claimant:
    """Who serves: one run of an announcement, in one lane, in one process."""

    announcement: int
    run: int
    lane: int
    owner: str

    @property
    def name(self) -> str:
        """How claims are signed."""
        return f"{self.lane}@{self.owner}"


def serve(session: Session, who: Claimant) -> int:
    """Take the lane over; what its last owner had claimed may have been sent. How many those were.

    All of it is sent again and listed: of a kill nobody is to be forgotten.
    """
    session.merge(Lane(announcement_id=who.announcement, number=who.lane, owner=who.owner))
    session.flush()
    lost = update(Delivery).where(
        Delivery.announcement_id == who.announcement,
        Delivery.claimed_by.like(f"{who.lane}@%"),
        Delivery.claimed_at.is_not(None),
    )
    fresh = {"twice": True, "claimed_at": None, "attempts": Delivery.attempts - 1}
    found: Any = session.execute(lost.values(fresh).execution_options(synchronize_session=False))
    return int(found.rowcount)
