"""Taps whose every loss or repetition shows: people who save and forget the same things in turn."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.playground import Person, Playground
from db import heard, people
from db.base import open_store

TRADES = ("welder", "turner", "cook")


@dataclass
class Crowd:
    """Some people, how often each of them taps, and what must come of it."""

    playground: Playground
    people: int = 20
    each: int = 10
    updates: list[int] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    kept: set[tuple[int, str]] = field(default_factory=set)

    def tap(self) -> None:
        """All their taps at once, each person's in order."""
        for number in range(self.people):
            self.playground.people[5000 + number] = Person(5000 + number, "Оқушы", started=True)
        for turn in range(self.each):
            for person in range(5000, 5000 + self.people):
                self._tap(person, turn)

    def _tap(self, person: int, turn: int) -> None:
        trade = TRADES[(person + turn) % len(TRADES)]
        path = (person, f"professions/{trade}")
        self.kept ^= {path}
        code = "save" if path in self.kept else "forget"
        tapped = self.playground.press(person, 1, f"{code}-{trade}", inaccessible=True)
        self.updates.append(tapped["update_id"])
        self.queries.append(tapped["query_id"])

    @property
    def answered(self) -> int:
        """How many of their taps were answered."""
        asked = map(self.playground.queries.find, self.queries)
        return sum(1 for query in asked if query and query.answer is not None)

    def has_answered(self, many: int) -> bool:
        """Whether so many of their taps were answered."""
        return self.answered >= many

    @property
    def untold(self) -> int:
        """How many of their taps Telegram has still to tell."""
        waiting = self.playground.updates.waiting
        return sum(1 for update in self.updates if update in waiting)


async def found(address: str) -> tuple[list[int], set[tuple[int, str]], int]:
    """The updates that were acted upon, what is kept, and how many were put aside."""

    def work(session: Session) -> tuple[list[int], set[tuple[int, str]], int]:
        updates = session.scalars(select(heard.Told.update_id).order_by(heard.Told.update_id))
        kept = session.execute(select(people.Saved.person_id, people.Saved.path))
        aside = session.scalars(select(heard.Aside.update_id)).all()
        return list(updates), {(person, path) for person, path in kept}, len(aside)

    store = open_store(address)
    try:
        return await store.do(work)
    finally:
        await store.close()


def spread(total: int, kills: int) -> Iterator[int]:
    """After how many answers to kill: evenly over all of them, the last well before the end."""
    return (total * (n + 1) // (kills + 2) for n in range(kills))
