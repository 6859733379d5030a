"""Broadcasts under fire: the worker dies again and again, and still everybody is told."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from bot.playground import Playground
from db import topics
from db.announcements import Announcement, Delivery
from db.base import open_store
from db.people import Person
from db.staff import Member
from tests.chaos.verdict import Size, Verdict
from tests.databases import BOTH, furnished
from tests.running import running
from tests.test_faults.taps import spread
from tests.test_processes.conftest import Telegram

AUTHOR, FIRST = 4_000, 10_000
WORDS = '{"kk": "Ашық есік күні", "ru": "День открытых дверей", "en": "Open day"}'
IN_FLIGHT = 8  # messages on their way at most, whatever dies
IN_TIME = 600.0  # seconds
STANDSTILL = 100.0  # seconds in which nobody new was told
POINTS = ("random", "claimed", "left", "told")
EVER = datetime(2026, 1, 1, tzinfo=UTC)
WANTED = " ".join(topics.EVERY)


async def broadcast(size: Size) -> AsyncIterator[Verdict]:
    """`kill -9` at random and at each named point: nobody missed, few told twice, all listed."""
    for kind in BOTH:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        async with telegram() as place:
            seconds = await _hounded(place, address, size)
            got = told(place.playground)
        doubled = {person for person, times in got.items() if times > 1}
        unlisted = len(doubled - await listed(address))
        over = sum(times - 1 for times in got.values())
        detail = f"{size.updates} people, {size.kills} kills, {seconds:.0f} s, {over} told twice"
        yield Verdict(f"broadcast-missing-{kind}", size.updates - len(got), detail=detail)
        yield Verdict(f"broadcast-doubled-{kind}", over, IN_FLIGHT * size.kills, detail)
        yield Verdict(f"broadcast-unlisted-{kind}", unlisted, detail=detail)


async def terms(size: Size) -> AsyncIterator[Verdict]:
    """Asked to stop again and again: nobody is told twice, and it ends within ten seconds."""
    for kind in BOTH:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        slowest = 0.0
        async with telegram() as place:
            for reached in spread(size.updates, size.kills):
                with _worker(place, address) as worker:
                    await worker.until_it_said("catalogue")  # from then on it knows how to stop
                    await until_told(place.playground, reached)
                    slowest = max(slowest, await worker.stop())
            with _worker(place, address):
                await until_told(place.playground, size.updates)
            got = told(place.playground)
        wrong = sum(abs(times - 1) for times in got.values()) + size.updates - len(got)
        detail = f"{size.updates} people, {size.kills} stops, the slowest {slowest:.1f} s"
        yield Verdict(f"terms-doubled-{kind}", wrong, detail=detail)
        yield Verdict(f"terms-seconds-{kind}", slowest, 10, detail)


async def _hounded(place: Telegram, address: str, size: Size) -> float:
    began = time.monotonic()
    for kill, reached in enumerate(spread(size.updates, size.kills)):
        point = POINTS[kill % len(POINTS)]
        with _worker(place, address, point) as worker:
            if point == "random":
                await until_told(place.playground, reached)
                worker.kill()
            else:
                await worker.ended(IN_TIME)
    with _worker(place, address):
        await until_told(place.playground, size.updates)
        await until_done(address)
    return time.monotonic() - began


def _worker(place: Telegram, address: str, point: str = "random") -> Any:
    """A worker that lives, or one that dies at this point of its work."""
    command = "bot worker" if point == "random" else f"tests.chaos.dying {point} 40"
    settings = place.settings(database_url=address, pace=0, quiet_hours="false", executor="here")
    return running(command, None, **settings)


# --- what it stands on ---


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """A Telegram that knows everybody, sets no limits, and is 20 ms away."""
    playground = Playground(limits=False, time_scale=0.02, welcome_strangers=True, latency_ms=20)
    async with playground.open() as address:
        yield Telegram(playground, address)


async def prepare(address: str, many: int) -> None:
    """So many people, an author of the staff, and an announcement to all of them, set going."""
    store = open_store(address)
    await store.do(lambda session: populate(session, many))
    await store.do(_set_going)
    await store.close()


def populate(session: Session, many: int) -> None:
    """So many people who want to be told of everything, and an author of the staff."""
    plain = {"language": "kk", "trail": "", "awaited": "", "met_at": EVER, "topics": WANTED}
    people = [{"id": FIRST + number, **plain} for number in range(many)]
    session.execute(insert(Person), [{"id": AUTHOR, **plain}, *people])
    session.execute(insert(Member), [{"person_id": AUTHOR, "role": "counselor", "since": EVER}])


def _set_going(session: Session) -> None:
    now = datetime.now(UTC)
    session.add(
        Announcement(
            author_id=AUTHOR, stage="scheduled", words=WORDS, made_at=now, run=1,
            run_at=now - timedelta(seconds=1),
        )
    )  # fmt: skip


def told(playground: Playground) -> Counter[int]:
    """How often each person got it."""
    reached = [person for person in playground.people if person >= FIRST]
    return Counter({person: len(playground.messages(person)) for person in reached})


async def listed(address: str) -> set[int]:
    """Who may have got it twice, as the ledger has it."""

    def work(session: Session) -> set[int]:
        return set(session.scalars(select(Delivery.person_id).where(Delivery.twice)))

    store = open_store(address)
    try:
        return await store.do(work)
    finally:
        await store.close()


async def until_told(playground: Playground, many: int) -> None:
    """Once so many have it; where nobody new was told for too long, it stands still."""
    newest, so_far = time.monotonic(), len(told(playground))
    while (now := len(told(playground))) < many:
        newest, so_far = (newest, now) if now == so_far else (time.monotonic(), now)
        assert time.monotonic() < newest + STANDSTILL, f"{now} of {many} were told"
        await asyncio.sleep(max(0.05, many / 100_000))  # to count them holds the playground up


async def until_done(address: str) -> None:
    """Once it is closed, its report said."""
    store = open_store(address)
    deadline = time.monotonic() + IN_TIME
    ours = select(Announcement.stage).where(Announcement.author_id == AUTHOR)
    while await store.do(lambda session: session.scalar(ours)) != "done":
        assert time.monotonic() < deadline, "it was never closed"
        await asyncio.sleep(0.1)
    await store.close()
