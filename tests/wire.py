"""The wire: the whole application, between a Telegram of our own and a database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from bot.album import Album
from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.edges.telegram import Edge, Pace, Rhythm
from bot.edges.telegram.pictures import Draw
from bot.playground import Person, Playground
from bot.playground.serving import listening
from bot.running import drawing
from bot.shelf import Shelf
from bot.turn import Router
from db import (
    announcements,
    audit,
    child_codes,
    classes,
    contributions,
    family,
    gaps,
    given,
    heard,
    letters,
    matters,
    people,
    questions,
    silences,
    staff,
    weekly,
)
from db.base import Store
from tests.databases import stocked

TOKEN = "7000000001:a-token-for-tests_0123456789abcdef"
SELDOM = (100_000, 20, 100)  # new things before garbage is looked for: a test run makes much
SECRET = "a-secret-for-tests"
NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # noon in Almaty
PUPIL, PARENT, READER = 1001, 1002, 1003
ADMIN = 9_000_000_001  # as long as Telegram's numbers are today
QUICK = {"limits": False, "duplicates": 1, "shuffle": 1, "latency_ms": 0, "time_scale": 0.01}
RHYTHM = Rhythm(wait=2, shortest_rest=0.05, longest_rest=0.2, stand_by=0.2)


def everybody() -> list[Person]:
    """A pupil, a parent and a reader, each with a telephone in another language."""
    return [
        Person(PUPIL, "Айым", "kk", "pupil", username="aiym_oskemen"),
        Person(PARENT, "Марат", "ru", "parent", last_name="Сериков"),
        Person(READER, "Helen", "en", "counselor"),
    ]


def clock() -> Callable[[], datetime]:
    """A clock that begins at noon; every look at it is a second later."""
    seconds = count()
    return lambda: NOON + timedelta(seconds=next(seconds))


@dataclass
class House:
    """The running application, and the Telegram it talks through."""

    playground: Playground
    store: Store
    shelf: Shelf
    conversation: Conversation
    edge: Edge
    polling: bool = False

    async def empty(self) -> None:
        """A new day at noon: nobody known, nothing said, nothing kept."""
        self.conversation.clock = clock()
        self.playground.reset()
        self.playground.knobs.turn(**QUICK)
        self.playground.people = {person.id: person for person in everybody()}
        self.playground.rooms.clear()
        await self.store.do(_forget_everybody)

    async def settled(self, person: int, act: Callable[[], object]) -> None:
        """Do what a person does, and wait until the bot has heard it and said all it has to."""
        first, calls = self.playground.updates.next_id, self._calls(person)
        act()
        if self.polling:
            await self.playground.until(lambda: self._calls(person) > calls)
        else:
            await self.playground.until(lambda: self._told(first))
        await self.edge.turns.finish()

    async def kept(self) -> dict[str, int]:
        """How many rows are kept of people and of what they did."""
        return await self.store.do(_rows)

    async def left(self) -> list[int]:
        """Who closed the chat."""
        closed = select(people.Person.id).where(people.Person.left_at.is_not(None))
        return await self.store.do(lambda session: list(session.scalars(closed)))

    async def memory(self) -> str:
        """Everything that is kept of people, as one text."""
        return await self.store.do(_everything)

    def _told(self, first: int) -> bool:
        """Whether the bot has acknowledged everything from this update on."""
        return not any(update >= first for update in self.playground.updates.waiting)

    def _calls(self, person: int) -> int:
        return len(self.playground.calls.find(chat=person)) if self.polling else 0


TABLES = {
    "saved": people.Saved,
    "people": people.Person,
    "heard": heard.Told,
    "aside": heard.Aside,
}


OTHERS = (
    gaps.Guess,
    gaps.Gap,
    family.Shown,
    family.Link,
    child_codes.ChildCode,
    given.Look,
    given.Given,
    weekly.Weekly,
    letters.Letter,
    matters.Wondered,
    contributions.Contribution,
    matters.Matter,
    silences.Silence,
    questions.Line,
    questions.Question,
    announcements.Delivery,
    announcements.Reply,
    announcements.Pressed,
    announcements.Announcement,
    classes.Joined,
    classes.Class,
    staff.Member,
    staff.Invitation,
    staff.School,
    audit.Act,
)


def _forget_everybody(session: Session) -> None:
    for table in (*OTHERS, *TABLES.values()):
        session.execute(delete(table))


def _rows(session: Session) -> dict[str, int]:
    return {
        name: session.scalar(select(func.count()).select_from(table)) or 0
        for name, table in TABLES.items()
    }


def _everything(session: Session) -> str:
    """Replies that were kept are bytes, and are read as the words they hold."""
    tables = (*TABLES.values(), *OTHERS)
    rows = [row for table in tables for row in session.execute(select(table.__table__))]
    return " ".join(
        one.decode(errors="replace") if isinstance(one, bytes) else str(one)
        for row in rows
        for one in row
    )


@asynccontextmanager
async def opened(
    store: Store,
    *,
    polling: bool = False,
    router: Router = ROUTER,
    draw: Draw | None = None,
) -> AsyncIterator[House]:
    """The application on this store, told by webhook or asking by polling while the block runs."""
    async with AsyncExitStack() as stack:
        playground = Playground(everybody())
        playground.knobs.turn(**QUICK)
        address = await stack.enter_async_context(playground.open())
        shelf = await stocked(store)
        conversation = Conversation(store, shelf, router, clock=clock(), admins=(ADMIN,))
        draw = draw or drawing(conversation)
        album, pace = Album(store, clock()), Pace(1_000_000)
        edge = Edge(TOKEN, conversation, address=address, pace=pace, draw=draw, album=album)
        stack.push_async_callback(edge.close)
        conversation.bot = await edge.open()
        await _listen(stack, edge, polling=polling)
        yield House(playground, store, shelf, conversation, edge, polling)


async def _listen(stack: AsyncExitStack, edge: Edge, *, polling: bool) -> None:
    if polling:
        stack.push_async_callback(_polling(edge))
        return
    front = Starlette(routes=[edge.route(SECRET)])
    address = await stack.enter_async_context(listening(front, lambda: None))
    await edge.expect(f"{address}/telegram", SECRET)


def _polling(edge: Edge) -> Callable[[], Awaitable[None]]:
    """Begin to poll; gives what ends it, as SIGTERM would."""
    stop = asyncio.Event()
    task = asyncio.create_task(edge.poll(stop, RHYTHM))

    async def end() -> None:
        stop.set()
        await task

    return end
