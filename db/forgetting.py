"""Forgetting: every row of a person goes, or holds nothing of them any more.

What belongs to them is deleted with them, by the foreign keys. Where they are only named, as in
what the staff did, a pseudonym takes the place of their number; what is sensitive beside it is
emptied. Announcements already sent stay counted.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import LargeBinary, Table, delete, select, update
from sqlalchemy.orm import Session

from db import audit, belonging, classes, consents, family, ledger, staff, totals
from db.announcements import Announcement
from db.people import Person
from db.privacy import tag
from db.staff import Invitation

GOING = ("waiting", "scheduled", "running", "paused")  # an announcement not over yet
AWAY = timedelta(days=395)  # thirteen months without a word


def forget(session: Session, person: int, pseudonym: int, now: datetime) -> None:
    """Let go of a person; what they do after this is done by somebody we never met."""
    family.end_all(session, person, now)
    _resign(session, person, now)
    totals.fold_person(session, person)
    for table in belonging.tables():
        _unname(session, table, person, pseudonym)
    audit.forget(session, person, pseudonym)
    session.execute(delete(Person).where(Person.id == person))
    session.expire_all()


def _resign(session: Session, person: int, now: datetime) -> None:
    """What somebody of the staff led is closed, and what they had under way is not sent."""
    for led in classes.led(session, person):
        classes.close(session, led.id, now)
        consents.end(session, "class", led.id, now)
    theirs = Announcement.author_id == person
    session.execute(delete(Announcement).where(theirs, Announcement.stage == "draft"))
    for one in session.scalars(select(Announcement).where(theirs, Announcement.stage.in_(GOING))):
        one.stage, one.why, one.closed_at = "cancelled", "author", now
        ledger.let_go(session, one.id, now)
    open_ones = select(Invitation.hash).where(Invitation.made_by == person)
    for hash_ in session.scalars(open_ones).all():
        staff.revoke(session, hash_, now)


def _unname(session: Session, table: Table, person: int, pseudonym: int) -> None:
    """Where a row names them, it names the pseudonym; one that is nobody's tells nothing else."""
    for column in (one for one in belonging.naming(table) if not one.foreign_keys):
        emptied = {} if belonging.is_owned(table) else _emptied(table)
        change = update(table).where(column == person)
        session.execute(change.values({column.name: pseudonym, **emptied}))


def _emptied(table: Table) -> dict[str, Any]:
    sensitive = [column for column in table.columns if tag(column) == "sensitive"]
    return {column.name: None if column.nullable else _nothing(column.type) for column in sensitive}


def _nothing(kind: Any) -> bytes | str | int:
    if isinstance(kind, LargeBinary):
        return b""
    return "" if kind.python_type is str else 0


def away(session: Session, now: datetime, many: int) -> list[int]:
    """Some of those who were not here for thirteen months."""
    gone = select(Person.id).where(Person.seen_on < now - AWAY).limit(many)
    return list(session.scalars(gone))
