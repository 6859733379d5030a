"""Tried: what the pupils of a class did, counted; and the sums of the league. Never one of them.

Counted are those who agreed to be: to the words of `class` from version 2 on, of `league` from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, distinct, exists, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from db.classes import Class, Joined
from db.consents import Consent
from db.interests import Attempt
from db.missions import MissionRun
from db.people import Person
from db.tasks import TaskRun, TaskStep

COUNTED = 2  # the version of the words that tell of being counted


@dataclass(frozen=True)
class Team:
    """A class in the league: its nickname, how many play in it, what they solved together."""

    number: int
    nickname: str
    players: int
    solved: int


def pupils(session: Session, class_: int) -> int:
    """How many pupils of the class are counted."""
    return session.scalar(select(func.count()).select_from(_counted(class_).subquery())) or 0


def _counted(class_: int) -> Select[int]:
    agreed = exists().where(
        Consent.person_id == Joined.person_id,
        Consent.what == "class",
        Consent.about == class_,
        Consent.version >= COUNTED,
        Consent.taken_back_at.is_(None),
    )
    return select(Joined.person_id).where(Joined.class_id == class_, Joined.role == "pupil", agreed)


def tested(session: Session, class_: int) -> int:
    """How many finished the interest test."""
    over = select(func.count(distinct(Attempt.person_id))).where(Attempt.finished_at.is_not(None))
    return session.scalar(over.where(Attempt.person_id.in_(_counted(class_)))) or 0


def shifts(session: Session, class_: int) -> list[tuple[str, int]]:
    """How many played each shift to its end, those of most first."""
    many = func.count(distinct(MissionRun.person_id))
    over = select(MissionRun.mission, many).where(MissionRun.ended_at.is_not(None))
    theirs = over.where(MissionRun.person_id.in_(_counted(class_))).group_by(MissionRun.mission)
    return [(one, count) for one, count in session.execute(theirs.order_by(many.desc()))]


def directions(session: Session, class_: int) -> list[tuple[str, int]]:
    """Where their newest results point, the direction of most first."""
    told = select(Person.direction, func.count()).where(Person.direction != "")
    theirs = told.where(Person.id.in_(_counted(class_))).group_by(Person.direction)
    return [(one, count) for one, count in session.execute(theirs.order_by(func.count().desc()))]


def levels(session: Session, class_: int) -> dict[str, list[float]]:
    """The level, in logits, of each who finished a family of tasks, by their newest run."""
    newest = (
        select(func.max(TaskRun.id))
        .where(TaskRun.person_id.in_(_counted(class_)), TaskRun.level.is_not(None))
        .group_by(TaskRun.person_id, TaskRun.family)
    )
    told: dict[str, list[float]] = {}
    found = select(TaskRun.family, TaskRun.level).where(TaskRun.id.in_(newest))
    for family, level in session.execute(found.order_by(TaskRun.family)):
        told.setdefault(family, []).append(float(level or 0))
    return told


# --- the league ---


def league(session: Session, grade: int | None, since: datetime) -> Sequence[Team]:
    """The classes of a grade that take part, those that solved most first.

    Of each who plays, what they solved since they play counts, and since that moment.
    """
    same = Class.grade == grade if grade is not None else Class.grade.is_(None)
    solved = func.count(TaskStep.number)
    summed = (
        select(Class.id, Class.nickname, func.count(distinct(Joined.person_id)), solved)
        .join(Joined, and_(Joined.class_id == Class.id, Joined.role == "pupil"))
        .join(Consent, _plays())
        .outerjoin(TaskRun, _counts(since))
        .outerjoin(TaskStep, and_(TaskStep.run_id == TaskRun.id, TaskStep.solved.is_(True)))
        .where(Class.nickname != "", Class.closed_at.is_(None), same)
        .group_by(Class.id, Class.nickname)
    )
    return [Team(*row) for row in session.execute(summed.order_by(solved.desc(), Class.id))]


def _plays() -> ColumnElement[bool]:
    return and_(
        Consent.person_id == Joined.person_id,
        Consent.what == "league",
        Consent.about == Class.id,
        Consent.taken_back_at.is_(None),
    )


def _counts(since: datetime) -> ColumnElement[bool]:
    lately = and_(TaskRun.begun_at >= Consent.given_at, TaskRun.begun_at >= since)
    return and_(TaskRun.person_id == Joined.person_id, lately)
