"""The agenda: which announcements are to be begun, rest, stand still, or are to be reminded of."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from db import ledger
from db.announcements import REMINDERS, Announcement, Delivery, Reply, move
from db.gate import Gate, open_gate
from db.segments import Segment

DAYS = timedelta(days=3)  # before whoever began a test is reminded of it
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
        Announcement.stage == "running",
        Announcement.running_run == Announcement.run,
        Announcement.author_id != 0,
    )
    held = running.values(stage="paused", why="late").returning(Announcement.id)
    return list(session.scalars(held))


def unfinished(session: Session, now: datetime) -> int | None:
    """Have whoever began the interest test some days ago reminded of it, once; its number.

    It is an announcement nobody of the staff wrote: a person can stand in its ledger only once.
    """
    open_gate(session)
    session.execute(select(Gate).with_for_update())  # one process at a time
    one = _reminder(session, now)
    one.segment = Segment(unfinished=now - DAYS).kept()
    if one.stage != "done" or not ledger.opened(session, one, now, reached_only=True):
        return None
    one.sent_from = one.sent_from or now
    session.flush()
    return one.id if move(session, one.id, ("done",), "running", run_at=now) else None


def _reminder(session: Session, now: datetime) -> Announcement:
    ours = select(Announcement).where(Announcement.author_id == 0, Announcement.topic == REMINDERS)
    if found := session.scalar(ours):
        return found
    made = Announcement(author_id=0, topic=REMINDERS, stage="done", made_at=now)
    session.add(made)
    session.flush()
    return made


def let_reminders_go(session: Session, now: datetime) -> None:
    """Remind nobody of what came due while nothing was sent, or in a copy that was put back."""
    one = _reminder(session, now)
    one.stage = "done"
    unfinished(session, now)
    ledger.let_go(session, one.id, now)
    one.stage = "done"


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
    let_reminders_go(session, now)


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
