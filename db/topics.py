"""Topics: what people want to be told of. Of none, until they choose it (P13)."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from db.people import Person
from db.statements import line

EVERY = ("admission", "events", "news", "reminders", "school", "work")  # no word within another


def wanted(session: Session, person: int) -> set[str]:
    """The topics somebody wants to be told of."""
    kept = line(session).scalar(select(Person.topics).where(Person.id == person))
    return set((kept or "").split())


def want(session: Session, person: int, *topics: str) -> None:
    """Tell them of these topics, too."""
    _keep(session, person, wanted(session, person) | set(topics))


def unwant(session: Session, person: int, *topics: str) -> None:
    """Tell them of these topics no more."""
    _keep(session, person, wanted(session, person) - set(topics))


def _keep(session: Session, person: int, topics: Collection[str]) -> None:
    change = update(Person).where(Person.id == person)
    line(session).execute(change.values(topics=" ".join(sorted(topics))))


def wants(topic: str) -> ColumnElement[bool]:
    """What holds of a row of `people` where they want to be told of the topic."""
    return Person.topics.contains(topic)
