"""The ledger: opens an announcement for its recipients, claims and settles them one by one.

The courier asks three things of it: what is to be begun, whom to serve next, and how it stands.
A row that is claimed and not settled when its process dies is one that may have been sent.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Float,
    String,
    bindparam,
    case,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.announcements import Announcement, Delivery, Muted, answers, presses
from db.base import Base, UtcMoment
from db.people import Person
from db.segments import EVERY_TOPIC, Segment, recipients
from db.statements import Statement

AGAIN = timedelta(seconds=30)  # before what nobody knows to have arrived is sent once more
MOST = 2  # times at most anything is sent to one person


class Gate(Base):
    """The one pace of all processes: when the next message may leave, in seconds since 1970.

    `slowed_at` is when Telegram last asked many chats at once to wait.
    """

    __tablename__ = "gate"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_at: Mapped[float] = mapped_column(default=0.0)
    slowed_at: Mapped[float] = mapped_column(default=0.0)


@dataclass(frozen=True)
class Parcel:
    """What is to be done for one person, and the moment from which it may leave."""

    person: int
    language: str
    due: str
    attempts: int
    message: int | None
    leaves: float


def opened(session: Session, one: Announcement, now: datetime) -> int:
    """Write a row a recipient, in one statement; those already in it stay. How many are due."""
    _gate(session)
    whole = recipients(Segment.found(one.segment), one.topic, now, one.author_id).subquery()
    reached = whole.c.why == ""
    rows = select(
        literal(one.id),
        whole.c.id,
        whole.c.language,
        case((reached, literal("waiting")), else_=literal("skipped")),
        case((reached, literal("send")), else_=literal("")),
        whole.c.why,
        literal(0),
        literal(False),
        literal(""),
        case((reached, literal(None, UtcMoment)), else_=literal(now, UtcMoment)),
    )
    known = select(Delivery.person_id).where(
        Delivery.announcement_id == one.id, Delivery.person_id == whole.c.id
    )
    columns = [
        "announcement_id", "person_id", "language", "state", "due", "why", "attempts", "twice",
        "claimed_by", "settled_at",
    ]  # fmt: skip
    session.execute(insert(Delivery).from_select(columns, rows.where(~known.exists())))
    return due(session, one.id)


def _gate(session: Session) -> None:
    """See that there is a gate to pass."""
    if session.get(Gate, 1) is None:
        session.add(Gate(id=1))
        session.flush()


def due(session: Session, number: int) -> int:
    """How many are still to be served."""
    left = select(func.count()).where(Delivery.announcement_id == number, Delivery.due != "")
    return session.scalar(left) or 0


def again(session: Session, number: int, what: str, states: tuple[str, ...]) -> int:
    """Have something done for all that are in these states: an edit, a recall, another try."""
    rows = update(Delivery).where(
        Delivery.announcement_id == number, Delivery.state.in_(states), Delivery.due == ""
    )
    if what != "send":
        rows = rows.where(Delivery.message_id.is_not(None))
    fresh = {"due": what, "attempts": 0, "not_before": None, "claimed_at": None}
    return int(session.execute(rows.values(**fresh)).rowcount)  # type: ignore[attr-defined]


_next = (
    select(Delivery.person_id)
    .where(
        Delivery.announcement_id == bindparam("number"),
        Delivery.due != "",
        Delivery.claimed_at.is_(None),
        (Delivery.not_before.is_(None))
        | (Delivery.not_before <= bindparam("now", type_=UtcMoment)),
        select(Announcement.stage).where(Announcement.id == bindparam("number")).scalar_subquery()
        == "running",
    )
    .order_by(Delivery.person_id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_claim = Statement(
    update(Delivery)
    .where(Delivery.announcement_id == bindparam("number"), Delivery.person_id == _next)
    .values(
        claimed_at=bindparam("now", type_=UtcMoment),
        claimed_by=bindparam("lane"),
        attempts=Delivery.attempts + 1,
    )
    .returning(
        Delivery.person_id,
        Delivery.language,
        Delivery.due,
        Delivery.attempts,
        Delivery.message_id,
    )
)
_settle = Statement(
    update(Delivery)
    .where(
        Delivery.announcement_id == bindparam("number"),
        Delivery.person_id == bindparam("person", type_=BigInteger),
        Delivery.claimed_by == bindparam("lane"),
    )
    .values(
        state=bindparam("state"),
        due=bindparam("left"),
        why=bindparam("reason"),
        twice=Delivery.twice | bindparam("doubled", type_=Boolean),
        message_id=func.coalesce(bindparam("message", type_=BigInteger), Delivery.message_id),
        not_before=bindparam("later", type_=UtcMoment),
        claimed_at=None,
        settled_at=bindparam("now", type_=UtcMoment),
        attempts=Delivery.attempts - bindparam("unsent"),
    )
)
_leave = Statement(
    update(Gate)
    .where(Gate.id == 1)
    .values(
        next_at=case(
            (Gate.next_at > bindparam("clock", type_=Float), Gate.next_at),
            else_=bindparam("clock", type_=Float),
        )
        + bindparam("interval", type_=Float)
    )
    .returning(Gate.next_at, Gate.slowed_at)
)


@dataclass(frozen=True)
class Settled:
    """How it went for one person.

    `left` is what is still due (nothing: it is over), `later` not before when; `unsent` is 1 where
    the call never left us, so that it does not count as an attempt.
    """

    person: int
    state: str
    left: str = ""
    why: str = ""
    message: int | None = None
    doubled: bool = False
    later: datetime | None = None
    unsent: int = 0


def settle(session: Session, number: int, lane: str, how: Settled, now: datetime) -> None:
    """Write down how it went; a lane that lost its claim in the meantime changes nothing."""
    _settle(
        session,
        number=number,
        person=how.person,
        lane=lane,
        state=how.state,
        left=how.left,
        reason=how.why,
        doubled=how.doubled,
        message=how.message,
        later=how.later,
        unsent=how.unsent,
        now=now,
    )


def claim(
    session: Session, number: int, lane: str, interval: float, now: datetime
) -> Parcel | None:
    """The next to serve, and when it may leave; None where nobody is due, or it does not run."""
    row: Any = _claim(session, number=number, lane=lane, now=now).first()
    if row is None:
        return None
    person, language, what, attempts, message = row
    at = _leave(session, clock=now.timestamp(), interval=interval).first() if interval else None
    return Parcel(person, language, what, attempts, message, at[0] - interval if at else 0.0)


def slow(session: Session, seconds: float, now: datetime) -> None:
    """Let nothing leave for so long, for everybody."""
    later = now.timestamp() + seconds
    session.execute(update(Gate).where(Gate.id == 1).values(next_at=later, slowed_at=later))


def slowed(session: Session) -> float:
    """When everybody was last slowed down, in seconds since 1970."""
    return session.scalar(select(Gate.slowed_at).where(Gate.id == 1)) or 0.0


def recover(session: Session, number: int, lane: str, now: datetime) -> int:
    """Take back what a dead lane had claimed: it may have been sent, so the next is marked so."""
    lost = update(Delivery).where(
        Delivery.announcement_id == number,
        Delivery.claimed_by == lane,
        Delivery.claimed_at.is_not(None),
    )
    over = Delivery.attempts >= MOST
    done: Any = session.execute(
        lost.values(
            twice=True,
            claimed_at=None,
            state=case((over, literal("unknown", String)), else_=Delivery.state),
            due=case((over, literal("", String)), else_=Delivery.due),
            settled_at=case((over, literal(now, UtcMoment)), else_=Delivery.settled_at),
        )
    )
    return int(done.rowcount)


def still(session: Session, one: Announcement, person: int, now: datetime) -> str:
    """Why somebody gets nothing any more (`segment`: they are not in it now); empty where they do.

    The week's cap was looked at when the announcement was opened, and is not counted again.
    """
    whole = recipients(Segment.found(one.segment), one.topic, now, one.author_id)
    row: Any = session.execute(whole.where(Person.id == person)).first()
    return "segment" if row is None else "" if row.why == "cap" else str(row.why)


def tally(session: Session, number: int) -> dict[tuple[str, str], int]:
    """How many are in which state, and why."""
    kept = select(Delivery.state, Delivery.why, func.count()).where(
        Delivery.announcement_id == number
    )
    rows = session.execute(kept.group_by(Delivery.state, Delivery.why))
    return {(state, why): many for state, why, many in rows}


@dataclass(frozen=True)
class Standing:
    """How an announcement stands: people by what became of it, and what they did with it.

    `sent`, `left` (still due), `unknown` (nobody knows) and `twice` (perhaps two of it) are people;
    `missed` and `skipped` are people by reason; `answers` by answer, `presses` by button; `muted`
    counts those who switched its topic off since it was sent.
    """

    stage: str
    why: str
    sent: int
    left: int
    unknown: int
    twice: int
    missed: dict[str, int]
    skipped: dict[str, int]
    answers: dict[str, int]
    presses: dict[int, int]
    muted: int

    @property
    def total(self) -> int:
        """All who were meant to get it, without those who were left out from the start."""
        return self.sent + self.left + self.unknown + sum(self.missed.values())


def standing(session: Session, one: Announcement) -> Standing:
    """How it stands now."""
    counted = tally(session, one.id)
    missed = ("blocked", "gone", "failed")
    return Standing(
        stage=one.stage,
        why=one.why,
        sent=_sum(counted, "sent"),
        left=due(session, one.id),
        unknown=_sum(counted, "unknown"),
        twice=doubled(session, one.id),
        missed={why or state: n for (state, why), n in counted.items() if state in missed},
        skipped={why: n for (state, why), n in counted.items() if state == "skipped"},
        answers=answers(session, one.id),
        presses=presses(session, one.id),
        muted=_muted_since(session, one),
    )


def _sum(counted: dict[tuple[str, str], int], state: str) -> int:
    return sum(many for (each, _), many in counted.items() if each == state)


def _muted_since(session: Session, one: Announcement) -> int:
    if one.sent_from is None:
        return 0
    switched = select(func.count()).where(
        Muted.topic.in_((one.topic, EVERY_TOPIC)),
        Muted.at >= one.sent_from,
        Muted.person_id.in_(select(Delivery.person_id).where(Delivery.announcement_id == one.id)),
    )
    return session.scalar(switched) or 0


def doubled(session: Session, number: int) -> int:
    """How many may have got it twice."""
    maybe = select(func.count()).where(Delivery.announcement_id == number, Delivery.twice)
    return session.scalar(maybe) or 0


def to_begin(session: Session) -> list[tuple[int, int]]:
    """Announcements that were set going and whose newest run nobody has begun: number and run."""
    fresh = select(Announcement.id, Announcement.run).where(
        Announcement.stage.in_(("scheduled", "running")),
        Announcement.run > Announcement.running_run,
    )
    return [(number, run) for number, run in session.execute(fresh.order_by(Announcement.id))]


def begun(session: Session, number: int, run: int) -> None:
    """This run was handed to whoever carries it out."""
    known = update(Announcement).where(Announcement.id == number, Announcement.running_run < run)
    session.execute(known.values(running_run=run))
