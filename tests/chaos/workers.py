"""Workers that freeze, die, hang, or wake up on an old copy; a database that comes and goes."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.announcements import Announcement
from db.base import open_store
from db.executors import Executor
from tests.chaos.broadcast import (
    AUTHOR,
    FIRST,
    IN_FLIGHT,
    STANDSTILL,
    listed,
    prepare,
    telegram,
    told,
    until_done,
    until_told,
)
from tests.chaos.databases import own_postgres
from tests.chaos.verdict import Size, Verdict
from tests.databases import BOTH, furnish, furnished
from tests.running import running
from tests.test_faults.taps import spread
from tests.test_processes.conftest import Telegram

Kinds = tuple[str, ...]
WORKER, HASTY = "bot worker", "tests.chaos.hasty"
TAKEN_OVER = 60.0  # seconds, from the death of one worker to the first message of another
DAY = timedelta(days=1)
SLOWLY = 20.0  # messages a second, so that it is not over before it is stopped
QUIET = 8.0  # seconds in which a restored database sends nothing


def _worker(
    place: Telegram, address: str, name: str, command: str = WORKER, pace: float = 0
) -> Any:
    told = place.settings(database_url=address, pace=pace, quiet_hours="false", executor=name)
    return running(command, None, **told)


async def frozen(size: Size, command: str = WORKER, kinds: Kinds = BOTH) -> AsyncIterator[Verdict]:
    """Of two workers one freezes, is taken for dead, and thaws: nobody twice but what it held."""
    for kind in kinds:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        async with telegram() as place:
            with (
                _worker(place, address, "one", command) as one,
                _worker(place, address, "another", command),
            ):
                await until_told(place.playground, size.updates // 3)
                one.process.send_signal(signal.SIGSTOP)
                await until_told(place.playground, size.updates)
                one.process.send_signal(signal.SIGCONT)
                await until_done(address)
                await asyncio.sleep(1)  # whatever the thawed one still wants to do
            for verdict in await _judged("frozen", kind, place, address, size, IN_FLIGHT):
                yield verdict


async def takeover(
    size: Size, command: str = WORKER, kinds: Kinds = BOTH
) -> AsyncIterator[Verdict]:
    """A worker dies; another, on another machine as it were, goes on within a minute."""
    for kind in kinds:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        async with telegram() as place:
            with _worker(place, address, "one", command) as one:
                await until_told(place.playground, size.updates // 3)
                one.kill()
            began = time.monotonic()
            await asyncio.sleep(1)  # what was on its way arrives
            so_far = len(told(place.playground))
            with _worker(place, address, "another", command):
                await until_told(place.playground, so_far + 1)
                seconds = time.monotonic() - began
                await until_told(place.playground, size.updates)
                await until_done(address)
            yield Verdict(f"takeover-seconds-{kind}", round(seconds, 1), TAKEN_OVER)
            for verdict in await _judged("takeover", kind, place, address, size, IN_FLIGHT):
                yield verdict


async def restarts(size: Size) -> AsyncIterator[Verdict]:
    """PostgreSQL goes and comes back under a running broadcast: nobody is missed."""
    with own_postgres() as postgres:
        address = postgres.address(postgres.template("chaos", furnish))
        await prepare(address, size.updates)
        async with telegram() as place:
            with _worker(place, address, "one"):
                for reached in spread(size.updates, size.kills):
                    await until_told(place.playground, reached)
                    await asyncio.to_thread(postgres.stop)
                    await asyncio.to_thread(postgres.start)
                await until_told(place.playground, size.updates)
                await until_done(address)
            most = IN_FLIGHT * size.kills
            for verdict in await _judged("restarts", "postgresql", place, address, size, most):
                yield verdict


async def stuck(size: Size, kinds: Kinds = BOTH) -> AsyncIterator[Verdict]:
    """Asked to stop while calls hang: it ends in time, and nobody is forgotten."""
    for kind in kinds:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        async with telegram() as place:
            for at in range(3):
                place.playground.faults.order(
                    fault="half_open", chat=FIRST + at, method="sendMessage", nth=1, seconds=60
                )
            with _worker(place, address, "here") as worker:
                await until_told(place.playground, size.updates // 2)
                seconds = await worker.stop()
            with _worker(place, address, "here"):
                await until_told(place.playground, size.updates)
                await until_done(address)
            yield Verdict(f"stuck-seconds-{kind}", round(seconds, 1), 10)
            for verdict in await _judged("stuck", kind, place, address, size, IN_FLIGHT):
                yield verdict


async def restore(size: Size, kinds: Kinds = BOTH) -> AsyncIterator[Verdict]:
    """Yesterday's copy is put back in the middle of a broadcast: it sends nothing by itself."""
    for kind in kinds:
        address = furnished(kind, size.folder)
        await prepare(address, size.updates)
        async with telegram() as place:
            with _worker(place, address, "here", pace=SLOWLY) as worker:
                await until_told(place.playground, size.updates // 2)
                await worker.stop()
            before = sum(told(place.playground).values())
            await _aged(address)
            with _worker(place, address, "here"):
                asked = partial(_asked, place)
                await place.playground.until(asked, STANDSTILL)
                await asyncio.sleep(QUIET / 4)
            sent = sum(told(place.playground).values()) - before
            yield Verdict(f"restore-sent-{kind}", sent, detail=f"{before} of {size.updates} had it")


def _asked(place: Telegram) -> bool:
    """Whether the author was told that it stands still."""
    return any("⏸" in str(each.get("text")) for each in place.playground.messages(AUTHOR))


async def _aged(address: str) -> None:
    """As if all of it had been a day ago."""

    def work(session: Session) -> None:
        for beat in session.scalars(select(Executor)):
            beat.beat_at -= DAY
        for one in session.scalars(select(Announcement)):
            one.run_at = one.run_at and one.run_at - DAY
            one.sent_from = one.sent_from and one.sent_from - DAY

    store = open_store(address)
    await store.do(work)
    await store.close()


async def _judged(
    name: str, kind: str, place: Telegram, address: str, size: Size, most: int
) -> list[Verdict]:
    """Who was missed, how many got it twice, and which of those are not in the list."""
    got = told(place.playground)
    over = sum(times - 1 for times in got.values())
    unlisted = len({person for person, times in got.items() if times > 1} - await listed(address))
    detail = f"{size.updates} people"
    return [
        Verdict(f"{name}-missing-{kind}", size.updates - len(got), detail=detail),
        Verdict(f"{name}-doubled-{kind}", over, most, detail),
        Verdict(f"{name}-unlisted-{kind}", unlisted, detail=detail),
    ]
