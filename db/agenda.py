"""The agenda: which announcements are to be begun, rest, stand still, or are to be reminded of."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from db import ledger
from db.announcements import REMINDERS, STILL_DUE, Announcement, Delivery, Reply, move
from db.gate import Gate, open_gate
from db.segments import Segment

AFTER = {
    "unfinished": timedelta(days=3),
    "half-year": timedelta(days=182),
    "year": timedelta(days=365),
}  # since somebody began the interest test, or had its result, until they are reminded of it
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


def renew_reminders(session: Session, now: datetime) -> None:
    """Have whoever left the interest test, or has a result for so long, reminded of it, once.

    Each is an announcement nobody of the staff wrote: a person can stand in its ledger only once.
    Its segment looks back a month, and the ledger keeps them for three.
    """
    open_gate(session)
    session.execute(select(Gate).with_for_update())  # one process at a time
    for what in AFTER:
        _renew(session, _reminder(session, what, now), now)


def _renew(session: Session, one: Announcement, now: datetime) -> None:
    one.segment = _whom(one.reminder, now - AFTER[one.reminder]).kept()
    if one.stage != "done" or not ledger.opened(session, one, now, reached_only=True):
        return
    one.sent_from = one.sent_from or now
    session.flush()
    move(session, one.id, ("done",), "running", run_at=now)


def _whom(what: str, then: datetime) -> Segment:
    return Segment(unfinished=then) if what == "unfinished" else Segment(finished=then)


def _reminder(session: Session, what: str, now: datetime) -> Announcement:
    ours = select(Announcement).where(Announcement.author_id == 0, Announcement.reminder == what)
    if found := session.scalar(ours):
        return found
    made = Announcement(author_id=0, topic=REMINDERS, reminder=what, stage="done", made_at=now)
    session.add(made)
    session.flush()
    return made


def let_reminders_go(session: Session, now: datetime) -> None:
    """Remind nobody of what came due while nothing was sent, or in a copy that was put back."""
    ours = [_reminder(session, what, now) for what in AFTER]
    for one in ours:
        one.stage = "done"
    renew_reminders(session, now)
    for one in ours:
        ledger.let_go(session, one.id, now)
        one.stage = "done"


def stand_still(session: Session, now: datetime, *, moved: bool = False) -> list[int]:
    """Nothing of an old copy goes out by itself: what ran, and what was due, waits for its author.

    It may have gone out since the copy was made. Where the copy was `moved` elsewhere, the original
    may live still: what is scheduled for later waits too. Which those are, but for our reminders.
    """
    due = Announcement.stage == "scheduled"
    if not moved:
        due &= or_(Announcement.run_at.is_(None), Announcement.run_at <= now)
    those = update(Announcement).where(or_(Announcement.stage == "running", due))
    told = those.values(stage="paused", why="moved" if moved else "late")
    held = session.execute(told.returning(Announcement.id, Announcement.author_id)).all()
    reminded = update(Announcement).where(Announcement.asks, Announcement.due_at > now)
    session.execute(reminded.where(Announcement.stage == "done").values(reminds=1))
    let_reminders_go(session, now)
    return [number for number, author in held if author]


def next_due(session: Session, number: int) -> datetime | None:
    """The earliest hour at which somebody is due again; None where nobody waits for one."""
    waiting = select(func.min(Delivery.not_before)).where(
        Delivery.announcement_id == number, STILL_DUE
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
