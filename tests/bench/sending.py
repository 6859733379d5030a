"""What it takes to tell a million people: the reach, the ledger, and each message.

python -m tests.bench.sending            a million; --people 100000 for a short look
python -m tests.bench.sending --messages 3000 --people 0    only how fast messages leave
"""

import argparse
import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psutil
from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from db import ledger, segments, topics
from db.announcements import Announcement
from db.base import Store, open_store
from db.people import Person
from db.segments import Segment
from tests.bench.bars import Bar
from tests.bench.speed import beside_stock
from tests.databases import BOTH, furnished

EVER = datetime(2026, 1, 1, tzinfo=UTC)
PART = 50_000


def main() -> None:
    """Prepare and count on both databases, and fail where a bar does not hold."""
    asked = argparse.ArgumentParser("tests.bench.sending")
    asked.add_argument("--people", type=int, default=1_000_000)
    asked.add_argument("--messages", type=int, default=10_000)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="sending-") as folder:
        bars = beside_stock(Path(folder), told.messages) if told.messages else []
    bars += asyncio.run(_all(told.people)) if told.people else []
    print("\n".join(map(str, bars)))
    sys.exit(not all(bar.holds for bar in bars))


async def _all(many: int) -> list[Bar]:
    bars: list[Bar] = []
    with tempfile.TemporaryDirectory(prefix="sending-") as folder:
        for kind in BOTH:
            bars += await _measured(kind, Path(folder), many)
    return bars


async def _measured(kind: str, folder: Path, many: int) -> list[Bar]:
    store = open_store(furnished(kind, folder))
    await _peopled(store, many)
    number = await store.do(_drafted)
    before = psutil.Process().memory_info().rss / 2**20
    began = time.perf_counter()
    reached = await store.do(lambda session: segments.reach(session, Segment(), "news", EVER, 1))
    asked = time.perf_counter() - began
    began = time.perf_counter()
    due = await store.do(lambda session: _opened(session, number))
    prepared = time.perf_counter() - began
    grown = psutil.Process().memory_info().rss / 2**20 - before
    assert due == many == sum(reached.values())
    await store.close()
    return [
        Bar(f"reach of {many:,} people, {kind}", asked, most=1, unit="s"),
        Bar(f"{many:,} recipients prepared, {kind}", prepared, most=30, unit="s"),
        Bar(f"memory grown meanwhile, {kind}", grown, most=30, unit="MB"),
    ]


async def _peopled(store: Store, many: int) -> None:
    plain = {"language": "kk", "trail": "", "awaited": "", "met_at": EVER, "role": "pupil"}
    plain["topics"] = " ".join(topics.EVERY)
    for first in range(0, many, PART):
        rows = [{"id": 10_000 + first + at, **plain} for at in range(min(PART, many - first))]
        await store.do(partial(_added, rows=rows))
    await store.do(lambda session: session.execute(text("ANALYZE")) and None)


def _added(session: Session, rows: list[dict[str, object]]) -> None:
    session.execute(insert(Person), rows)


def _drafted(session: Session) -> int:
    one = Announcement(author_id=1, words='{"kk": "…"}', made_at=EVER, run=1, stage="scheduled")
    session.add(one)
    session.flush()
    return one.id


def _opened(session: Session, number: int) -> int:
    return ledger.opened(session, session.get_one(Announcement, number), EVER)


if __name__ == "__main__":
    main()
