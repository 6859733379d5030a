"""How fast messages leave without a limit, the ledger included, beside the stock library."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.announcements import Announcement, Delivery
from db.base import Store, open_store
from tests.bench.bars import Bar
from tests.bench.stage import BOT_CORE, OTHER_CORE, TOKEN, free_port, spawned, until_there
from tests.chaos.broadcast import AUTHOR, prepare
from tests.databases import BOTH, furnished

LONGEST = 60.0  # seconds one of them may take
ROUNDS = 3


@dataclass(frozen=True)
class Taken:
    """What it took: messages a second, and CPU milliseconds a message."""

    per_second: float
    cpu: float


def beside_stock(folder: Path, many: int) -> list[Bar]:
    """Ours on either database and the stock library on none, in turn; medians of the rounds."""
    rounds = [_played(folder / str(number), many) for number in range(ROUNDS)]
    bars = []
    for kind in BOTH:
        faster = median(each[kind].per_second / each["stock"].per_second for each in rounds)
        cheaper = median(each[kind].cpu / each["stock"].cpu for each in rounds)
        bars.append(Bar(f"messages a second beside the stock library, {kind}", faster, least=3))
        bars.append(Bar(f"CPU a message beside the stock library, {kind}", cheaper, most=0.35))
    return bars


def _played(folder: Path, many: int) -> dict[str, Taken]:
    folder.mkdir()
    taken = {"stock": _stock(many)}
    for kind in BOTH:
        taken[kind] = asyncio.run(_ours(furnished(kind, folder), many))
    for name, each in taken.items():
        print(f"{name}: {each.per_second:.0f} messages/s, {each.cpu:.2f} ms CPU a message")
    return taken


@contextmanager
def _telegram() -> Iterator[str]:
    """A Telegram that only takes calls, on the other core."""
    port = free_port()
    words = (f"--port={port}", "--polling", "--updates=1", "--warm-up=0")
    playing = spawned(("bot.playground.fast", *words), OTHER_CORE, {})
    try:
        until_there(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        playing.kill()
        playing.wait()


def _stock(many: int) -> Taken:
    with _telegram() as address:
        told = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address}
        script = ("tests.bench.contestants.stock_sending", str(many))
        printed, _ = spawned(script, BOT_CORE, told).communicate(timeout=LONGEST)
    took = json.loads(printed)
    return Taken(many / took["seconds"], took["cpu"] / many * 1000)


async def _ours(address: str, many: int) -> Taken:
    await prepare(address, many)
    store = open_store(address)
    with _telegram() as telegram, _worker(telegram, address) as worker:
        first, spent = await _once(store, many // 10, worker)
        last, total = await _once(store, many, worker)
    sent = await store.do(_sent)
    await store.close()
    assert sent == many, f"{sent} of {many} were sent"
    between = many - many // 10
    return Taken(between / (last - first), (total - spent) / between * 1000)


@contextmanager
def _worker(telegram: str, address: str) -> Iterator[psutil.Process]:
    told = {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram, "DATABASE_URL": address,
        "SECRET_KEY": "bench" * 8, "PACE": "0", "QUIET_HOURS": "false", "EXECUTOR": "here",
    }  # fmt: skip
    working = spawned(("bot", "worker"), BOT_CORE, told)
    try:
        yield psutil.Process(working.pid)
    finally:
        working.kill()
        working.wait()


async def _once(store: Store, many: int, worker: psutil.Process) -> tuple[float, float]:
    """When so many were sent, by the ledger, and the CPU seconds spent until then."""
    deadline = time.monotonic() + LONGEST
    while await store.do(_sent) < many:
        assert time.monotonic() < deadline, "it takes too long"
        await asyncio.sleep(0.25)  # to look takes the lock of SQLite
    used: Any = worker.cpu_times()
    return time.perf_counter(), used.user + used.system


def _sent(session: Session) -> int:
    """How many are settled; the announcement itself says when all of them are."""
    ours = select(Announcement.stage).where(Announcement.author_id == AUTHOR)
    done = session.scalar(ours) == "done"
    sent = select(func.count()).select_from(Delivery)
    left = select(func.count()).where(Delivery.due != "")
    whole = session.scalar(sent) or 0
    return whole if done else whole - (session.scalar(left) or 0)
