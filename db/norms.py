"""Norms: everybody's answers to the interest test together, without saying whose they are."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.interests import Attempt, Rating
from db.people import Person


class Given(NamedTuple):
    """An answer, 1 to 5, or 0 for "I don't know what this is"; in which language and sitting."""

    language: str
    sitting: int
    item: str
    value: int


def answers(session: Session) -> list[Given]:
    """The answers of everybody's newest finished sitting."""
    newest = (
        select(func.max(Attempt.id))
        .where(Attempt.finished_at.is_not(None), Attempt.kind == "full")
        .group_by(Attempt.person_id)
    )
    every = (
        select(Person.language, Rating.attempt_id, Rating.item, Rating.value)
        .join(Attempt, Attempt.id == Rating.attempt_id)
        .join(Person, Person.id == Attempt.person_id)
        .where(Attempt.id.in_(newest))
        .order_by(Rating.attempt_id, Rating.position)
    )
    return [Given(*row) for row in session.execute(every)]
