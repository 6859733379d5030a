"""Routing: whose question it is to answer, by class, then school, then region; else the pool's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import classes, staff
from db.questions import Question
from db.staff import Member


@dataclass(frozen=True)
class Desk:
    """Who is to answer: a counselor, or nobody yet; and the school and region it is of."""

    counselor: int | None = None
    school: int | None = None
    region: str = ""


def desk(session: Session, person: int, region: str) -> Desk:
    """Where a question of this person goes; `region` is what they told of themselves."""
    theirs = classes.joined(session, person)
    for one in theirs:
        if one.counselor_id != person and not _has_ended(session, one.counselor_id):
            there = staff.region_of(session, one.school_id)
            return Desk(one.counselor_id, one.school_id, there or region)
    schools = [one.school_id for one in theirs if one.school_id]
    for school in schools:
        if found := _least_busy(session, _members(session, person, school=school)):
            return Desk(found, school, staff.region_of(session, school))
    where = region or next((staff.region_of(session, one) for one in schools), "")
    found = _least_busy(session, _members(session, person, region=where)) if where else None
    return Desk(found, None, where)


def _has_ended(session: Session, counselor: int) -> bool:
    """Whether they were of the staff and are no more; an admin of the settings never was."""
    found = session.get(Member, counselor)
    return found is not None and found.ended_at is not None


def _members(
    session: Session, but: int, school: int | None = None, region: str = ""
) -> Sequence[int]:
    """Those of the staff who speak for a school, or for a whole region; never who asks."""
    here = Member.school_id == school if school else Member.school_id.is_(None)
    now_so = select(Member.person_id).where(
        Member.ended_at.is_(None), Member.person_id != but, here
    )
    there = now_so if school else now_so.where(Member.region == region)
    return session.scalars(there.order_by(Member.since, Member.person_id)).all()


def _least_busy(session: Session, members: Sequence[int]) -> int | None:
    """Who of these has the fewest questions to answer; nobody where there is none."""
    busy = _busy(session, members)
    return min(members, key=lambda one: busy.get(one, 0), default=None)


def _busy(session: Session, members: Sequence[int]) -> dict[int, int]:
    """How many questions wait for each of them."""
    waiting = (
        select(Question.counselor_id, func.count())
        .where(Question.counselor_id.in_(members), Question.stage.in_(("sent", "read")))
        .group_by(Question.counselor_id)
    )
    return {who: many for who, many in session.execute(waiting) if who} if members else {}


def free(session: Session, region: str, but: int, most: int) -> list[int]:
    """A few of the staff with the fewest questions to answer, those of the region first."""
    now_so = select(Member.person_id, Member.region, Member.school_id).where(
        Member.ended_at.is_(None), Member.person_id != but
    )
    found = session.execute(now_so.order_by(Member.person_id)).all()
    near = [one.person_id for one in found if _is_of(session, one, region)]
    others = [one.person_id for one in found if one.person_id not in near]
    busy = _busy(session, [*near, *others])
    ranked = sorted(near, key=lambda one: busy.get(one, 0)) + sorted(
        others, key=lambda one: busy.get(one, 0)
    )
    return ranked[:most]


def _is_of(session: Session, member: Any, region: str) -> bool:
    return bool(region) and region == (member.region or staff.region_of(session, member.school_id))


def admins(session: Session) -> list[int]:
    """The admins among the staff."""
    now_so = select(Member.person_id).where(Member.ended_at.is_(None), Member.role == "admin")
    return list(session.scalars(now_so))
