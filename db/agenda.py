"""The agenda: which announcements are to be begun, rest, stand still, or are to be reminded of."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from db import ledger
from db.announcements import Announcement, Delivery, Reply

DAY = timedelta(days=1)  # before something is due, and at least after it was told


def to_begin(session: Session, now: datetime) -> list[tuple[int, int]]:
    """What was set going, whose hour has come and which nobody has begun: number and run."""
    fresh = select(Announcement.id, Announcement.run).where(
        Announcement.stage.in_(("scheduled", "running")),
        Announcement.run > Announcement.running_run,
        or_(Announcement.run_at.is_(None), Announcement.run_at <= now),
    )
    return [(number, run) for number, run in session.execute(fresh.order_by(Announcement.id))]


def begun(session: Session, number: int, run: int) -> None:
    """This run was handed to whoever carries it out."""
    known = update(Announcement).where(Announcement.id == number, Announcement.running_run < run)
    session.execute(known.values(running_run=run))


def under_way(session: Session) -> bool:
    """Whether anything was begun and is not over."""
    begun = select(Announcement.id).where(
        Announcement.stage.in_(("scheduled", "running")), Announcement.running_run > 0
    )
    return session.execute(begun.limit(1)).first() is not None


def hold(session: Session) -> list[int]:
    """Let all that runs stand still until its author lets it go on. Which those are."""
    running = update(Announcement).where(
        Announcement.stage == "running", Announcement.running_run == Announcement.run
    )
    held = running.values(stage="paused", why="late").returning(Announcement.id)
    return list(session.scalars(held))


def stand_still(session: Session, now: datetime) -> None:
    """Nothing of an old copy goes out by itself: what ran, and what was due, waits for its author.

    It may have gone out since the copy was made.
    """
    hour_came = or_(Announcement.run_at.is_(None), Announcement.run_at <= now)
    due = (Announcement.stage == "scheduled") & hour_came
    those = update(Announcement).where(or_(Announcement.stage == "running", due))
    session.execute(those.values(stage="paused", why="late"))
    reminded = update(Announcement).where(Announcement.asks, Announcement.due_at > now)
    session.execute(reminded.where(Announcement.stage == "done").values(reminds=1))


def next_due(session: Session, number: int) -> datetime | None:
    """The earliest hour at which somebody is due again; None where nobody waits for one."""
    waiting = select(func.min(Delivery.not_before)).where(
        Delivery.announcement_id == number, Delivery.due != ""
    )
    return session.scalar(waiting)


def to_remind(session: Session, now: datetime) -> list[int]:
    """What asks for something that is due within a day, and of which nobody was reminded yet."""
    soon = select(Announcement.id).where(
        Announcement.asks,
        Announcement.stage == "done",
        Announcement.reminds == 0,
        Announcement.due_at > now,
        Announcement.due_at <= now + DAY,
        Announcement.sent_from <= now - DAY,
    )
    return list(session.scalars(soon))


def remind(session: Session, number: int) -> int:
    """Have it told once more to those who have it and did not answer. How many they are."""
    answered = select(Reply.person_id).where(Reply.announcement_id == number)
    return ledger.again(session, number, "send", ("sent",), Delivery.person_id.not_in(answered))
