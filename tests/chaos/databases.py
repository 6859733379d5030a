"""Databases under strain: many writers on one SQLite file, PostgreSQL restarted under traffic."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy.orm import Session

from bot.playground import Playground
from db import heard, people
from db.base import Away, open_store
from tests.chaos.killing import IN_TIME, heard_by, telegram
from tests.chaos.verdict import Size, Verdict
from tests.chaos.witness import judge, watch
from tests.databases import furnish, furnished
from tests.postgres import NOBODY, Postgres, binaries
from tests.running import running
from tests.test_faults.taps import Crowd, spread

WRITERS, EACH = 8, 2_000
RESTARTS = 5


async def sqlitelock(size: Size) -> AsyncIterator[Verdict]:
    """Eight processes write to one file as fast as they can: nobody finds it locked."""
    address = furnished("sqlite", size.folder)
    with ProcessPoolExecutor(WRITERS, get_context("spawn")) as writers:
        locked = sum(writers.map(partial(_write, address), range(WRITERS)))
    yield Verdict("sqlitelock", locked, detail=f"{WRITERS * EACH} transactions, {WRITERS} writers")


def _write(address: str, writer: int) -> int:
    """Take a few thousand turns; how many of them found the database locked."""
    return asyncio.run(_turns(address, range(writer * EACH, (writer + 1) * EACH)))


async def _turns(address: str, updates: range) -> int:
    store, locked = open_store(address), 0
    for update in updates:
        try:
            await store.do(partial(_turn, update))
        except Away:
            locked += 1
    await store.close()
    return locked


def _turn(update: int, session: Session) -> None:
    now = datetime.now(UTC)
    person, _ = people.meet(session, 5000 + update % 500, "kk", update + 1, now)
    people.stand(session, person, f"home prof-{update}", "")
    heard.keep(session, update + 1, b"", now)


async def dbrestart(size: Size) -> AsyncIterator[Verdict]:
    """PostgreSQL goes and comes back while people tap: what was acknowledged is kept."""
    with own_postgres() as postgres:
        address = postgres.address(postgres.template("chaos", furnish))
        await watch(address)
        async with telegram() as place:
            crowd = Crowd(place.playground, 40, max(1, size.updates // 40))
            with running("bot web", size.folder, **heard_by(place, "webhook", address)) as web:
                await web.ready()
                crowd.tap()
                slowest = await _restarted(postgres, place.playground, crowd)
                await place.playground.until(lambda: not crowd.untold, IN_TIME)
        lost, twice = await judge(address, crowd)
    detail = f"{RESTARTS} restarts: acknowledged but missing {lost}, acted twice {twice}"
    yield Verdict("dbrestart", lost + twice, detail=detail)
    yield Verdict("dbrestart-answers-again", round(slowest, 1), 5, "seconds after it was back")


async def _restarted(postgres: Postgres, playground: Playground, crowd: Crowd) -> float:
    """Restart the database in the middle of it, several times; the slowest way back."""
    slowest = 0.0
    for answers in spread(len(crowd.updates), RESTARTS):
        await playground.until(partial(crowd.has_answered, answers), IN_TIME)
        await asyncio.to_thread(postgres.stop)
        await asyncio.to_thread(postgres.start)
        began, so_far = time.monotonic(), crowd.answered
        await playground.until(partial(crowd.has_answered, so_far + 1), IN_TIME)
        slowest = max(slowest, time.monotonic() - began)
    return slowest


@contextmanager
def own_postgres() -> Iterator[Postgres]:
    """A server of our own, for the shared one must not be restarted."""
    home = Path(tempfile.mkdtemp(prefix="pg-chaos-"))
    shutil.chown(home, NOBODY)
    postgres = Postgres(binaries(), home)
    postgres.start()
    try:
        yield postgres
    finally:
        postgres.stop()
        shutil.rmtree(home, ignore_errors=True)
