"""Segments: whom an announcement is for, as one value with one query."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import ColumnElement, and_, case, exists, func, literal, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import Select

from db.announcements import Delivery, Reply
from db.classes import Class, Joined
from db.interests import Attempt
from db.people import Person, Saved
from db.topics import wants

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)  # shorter than the ledger is kept, or some would be reminded again
CAP = 3  # announcements a pupil gets in a week, at most
CAPPED = ("pupil", "")  # who said nothing of themselves may be a pupil


@dataclass(frozen=True)
class Segment:
    """People, by what they told us; what is empty leaves nobody out.

    `classes` and `schools` are numbers; `saved` is the path of something they keep; `direction` is
    what their newest interest result points to; `answered` is the number of an announcement they
    answered with `answer` (nothing: `unanswered` with nothing at all). `unfinished`: their newest
    interest test was begun in the month before that moment, and is not finished; `finished`: their
    newest result came in the month before that moment.
    """

    role: str = ""
    grades: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    schools: tuple[int, ...] = ()
    classes: tuple[int, ...] = ()
    direction: str = ""
    saved: str = ""
    joined_since: datetime | None = None
    unfinished: datetime | None = None
    finished: datetime | None = None
    answered: int = 0
    answer: str = ""
    unanswered: int = 0

    def kept(self) -> str:
        """The segment as JSON, what is empty left out."""
        return orjson.dumps({name: value for name, value in asdict(self).items() if value}).decode()

    @classmethod
    def found(cls, kept: str) -> "Segment":
        """The segment that was kept."""
        told: dict[str, Any] = orjson.loads(kept or "{}")
        for moment in ("joined_since", "unfinished", "finished"):
            if told.get(moment):
                told[moment] = datetime.fromisoformat(told[moment])
        known = {field.name for field in fields(cls)}
        values = {name: _frozen(value) for name, value in told.items() if name in known}
        return cls(**values)

    def conditions(self) -> list[ColumnElement[bool]]:
        """What must hold of a row of `people`."""
        plain = [
            Person.role == self.role if self.role else None,
            Person.grade.in_(self.grades) if self.grades else None,
            Person.language.in_(self.languages) if self.languages else None,
            Person.region.in_(self.regions) if self.regions else None,
            Person.direction == self.direction if self.direction else None,
            Person.met_at >= self.joined_since if self.joined_since else None,
        ]
        return [each for each in (*plain, *self._elsewhere()) if each is not None]

    def _elsewhere(self) -> list[ColumnElement[bool] | None]:
        """What must hold in other tables."""
        return [
            _in_class(Class.school_id.in_(self.schools)) if self.schools else None,
            _in_class(Class.id.in_(self.classes)) if self.classes else None,
            exists().where(Saved.person_id == Person.id, Saved.path == self.saved)
            if self.saved
            else None,
            _replied(self.answered, self.answer) if self.answered else None,
            ~_replied(self.unanswered) if self.unanswered else None,
            _began_before(self.unfinished) if self.unfinished else None,
            _finished_before(self.finished) if self.finished else None,
        ]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _in_class(which: ColumnElement[bool]) -> ColumnElement[bool]:
    inside = exists().where(Joined.person_id == Person.id, Joined.class_id == Class.id, which)
    return inside.where(Class.closed_at.is_(None))


def _began_before(moment: datetime) -> ColumnElement[bool]:
    """Whose newest test was begun in the month before this moment, and is not finished."""
    newer = aliased(Attempt)
    newest = ~exists().where(newer.person_id == Attempt.person_id, newer.id > Attempt.id)
    open_ones = (Attempt.finished_at.is_(None), Attempt.begun_at.between(moment - MONTH, moment))
    return exists().where(Attempt.person_id == Person.id, *open_ones, newest)


def _finished_before(moment: datetime) -> ColumnElement[bool]:
    """Whose newest result came in the month before this moment."""
    newer = aliased(Attempt)
    later = (newer.person_id == Attempt.person_id, newer.finished_at > Attempt.finished_at)
    then = select(Attempt.person_id).where(Attempt.finished_at.between(moment - MONTH, moment))
    return Person.id.in_(then.where(~exists().where(*later)))


def _replied(announcement: int, answer: str = "") -> ColumnElement[bool]:
    mine = exists().where(Reply.person_id == Person.id, Reply.announcement_id == announcement)
    return mine.where(Reply.answer == answer) if answer else mine


def recipients(segment: Segment, topic: str, now: datetime, author: int) -> Select[int, str, str]:
    """The segment's one query: id, language, and why they are left out. The author is not in it.

    Why is `blocked`, `muted` (they do not want the topic), `cap` (a pupil had enough this week), or
    empty where they get it.
    What is counted is counted once for all, and not for each person anew.
    """
    lately = (
        select(Delivery.person_id, func.count().label("times"))
        .where(Delivery.state == "sent", Delivery.settled_at > now - WEEK)
        .group_by(Delivery.person_id)
        .subquery()
    )
    why = case(
        (Person.left_at.is_not(None), literal("blocked")),
        (~wants(topic), literal("muted")),
        (and_(Person.role.in_(CAPPED), lately.c.times >= CAP), literal("cap")),
        else_=literal(""),
    )
    whole = select(Person.id, Person.language, why.label("why")).outerjoin(
        lately, lately.c.person_id == Person.id
    )
    return whole.where(*segment.conditions(), Person.id != author)


def objection(
    segment: Segment, topic: str, people: Sequence[ColumnElement[int]]
) -> Select[int, str]:
    """Each of these people, and why they get nothing now; no row for who is not in the segment."""
    why = case(
        (Person.left_at.is_not(None), literal("blocked")),
        (~wants(topic), literal("muted")),
        else_=literal(""),
    )
    return select(Person.id, why.label("why")).where(*segment.conditions(), Person.id.in_(people))


def reach(
    session: Session, segment: Segment, topic: str, now: datetime, author: int
) -> dict[str, int]:
    """How many the segment reaches (under the empty word), and how many it does not, by reason."""
    whole = recipients(segment, topic, now, author).subquery()
    counted = select(whole.c.why, func.count()).group_by(whole.c.why)
    return dict(session.execute(counted).all())


def by_direction(session: Session, segment: Segment, author: int) -> dict[str, int]:
    """How many of the segment have a newest interest result, by where it points."""
    whole = select(Person.direction, func.count()).where(*segment.conditions(), Person.id != author)
    told = whole.where(Person.direction != "").group_by(Person.direction)
    return dict(session.execute(told).all())
