"""The stand: dispatch and courier on a real database, before any Telegram, at a set clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any, TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.dispatch import Dispatch
from bot.posting import Fate, Post
from bot.shelf import Shelf
from bot.tempo import Tempo
from bot.ui import Message
from db import agenda, belonging, ledger
from db.announcements import Announcement, Delivery
from db.base import Store
from tests.chaos.broadcast import AUTHOR, populate

T = TypeVar("T")
NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # noon in Almaty
WORDS = '{"kk": "Ашық есік күні", "ru": "День открытых дверей", "en": "Open day"}'
KEPT = {"catalogue", "editions"}
SENT = ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup")


class Fates:
    """An outside world that ends calls as it is told to, and remembers what it was asked."""

    def __init__(self, *fates: Fate) -> None:
        self.fates, self.sent = list(fates), list[tuple[int, str]]()

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring it."""
        self.sent.append((person, message.text))
        return self.fates.pop(0) if self.fates else Fate("sent", len(self.sent))

    async def change(self, person: int, number: int, message: Message) -> Fate:
        """Change it."""
        self.sent.append((person, f"edited {number}: {message.text}"))
        return self.fates.pop(0) if self.fates else Fate("sent", number)

    async def withdraw(self, person: int, number: int) -> Fate:
        """Take it back."""
        self.sent.append((person, f"withdrawn {number}"))
        return self.fates.pop(0) if self.fates else Fate("sent", number)


class Hour:
    """A clock that is set by hand."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Idle:
    """Durable work that never does any."""

    async def launch(self) -> None:
        """Nothing."""

    async def begin(self, number: int, run: int) -> None:
        """Nothing."""

    def take_over(self, executors: list[str]) -> None:
        """Nothing."""

    async def end(self) -> None:
        """Nothing."""


def announced(session: Session, many: int) -> int:
    """An announcement that runs, to so many people; its number."""
    populate(session, many)
    one = Announcement(
        author_id=AUTHOR, stage="running", run=1, made_at=NOON, run_at=NOON, words=WORDS
    )
    session.add(one)
    session.flush()
    ledger.opened(session, one, NOON)
    return one.id


def emptied(session: Session) -> None:
    """Nobody known, nothing said; the catalogue stays."""
    for table in reversed(belonging.tables()):
        if table.name not in KEPT:
            session.execute(delete(table))


@dataclass
class Stand:
    """A database, a catalogue, a clock; and the courier of one process after another."""

    store: Store
    shelf: Shelf
    post: Post = field(default_factory=Fates)
    hour: Hour = field(default_factory=Hour)
    tempo: Tempo = field(default_factory=lambda: Tempo(0, waits=(0.0, 0.0), chance=Random(1)))
    owner: str = "test"

    def courier(self) -> Courier:
        """The courier of this process."""
        return Courier(
            self.store, self.shelf, self.post, owner=self.owner, tempo=self.tempo, clock=self.hour
        )

    def dispatch(self) -> Dispatch:
        """Dispatch in this process, with durable work that does none by itself."""
        courier = self.courier()
        return Dispatch(
            self.store, courier, wake=lambda _: Idle(), executor=self.owner, clock=self.hour
        )

    async def serve(self, number: int, run: int = 1, lane: int = 0, most: int = 100) -> str:
        """Serve so many in a lane."""
        return await self.courier().carry(number, run, lane, most)

    async def carried(self, most: int = 100) -> None:
        """Do once what durable work does: open, so much of a lane, a rest, for all that runs."""
        dispatch = self.dispatch()
        for number, run in await self.do(self._running):
            if await dispatch.open(number, run):
                await self.serve(number, run, most=most)
                await dispatch.rest(number, run)

    def _running(self, session: Session) -> list[tuple[int, int]]:
        for number, run in agenda.to_begin(session, self.hour()):
            agenda.begun(session, number, run)
        begun = select(Announcement.id, Announcement.run).where(
            Announcement.stage.in_(("scheduled", "running")),
            Announcement.run == Announcement.running_run,
        )
        return [(number, run) for number, run in session.execute(begun)]

    async def do(self, work: Callable[[Session], T]) -> T:
        """Do it in a transaction."""
        return await self.store.do(work)

    async def change(self, work: Callable[[Session], object]) -> None:
        """Change something, whatever comes of it."""
        await self.store.do(lambda session: work(session) and None)

    async def one(self, number: int) -> Announcement:
        """An announcement as it stands."""
        return await self.do(lambda session: session.get_one(Announcement, number))

    async def row(self, person: int) -> Delivery:
        """What the ledger has of somebody."""
        theirs = select(Delivery).where(Delivery.person_id == person)
        return await self.do(lambda session: session.scalars(theirs).one())

    async def tally(self) -> dict[str, int]:
        """How many are in which state."""
        counted = select(Delivery.state, func.count()).group_by(Delivery.state)
        return await self.do(lambda session: dict(session.execute(counted).all()))

    async def standing(self, number: int) -> Any:
        """How an announcement stands."""

        def found(session: Session) -> ledger.Standing:
            return ledger.standing(session, session.get_one(Announcement, number))

        return await self.do(found)
