"""What a great catalogue costs: `python -m tests.test_guidance.scale` measures, and judges.

Seconds are those a processor works for us: on a busy machine the clock on the wall tells of others,
so it is printed beside them and judges nobody.
"""

import asyncio
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import psutil

from bot.guidance.search import Index, index
from bot.shelf import Shelf
from content.reader import read
from db import catalogue, migrations
from db.base import open_store
from tests.generated import COLLEGES, PROFESSIONS, great
from tests.test_guidance.asked import queries

LIMITS = {
    "load, s": 10.0,
    "read and index, s": 10.0,
    "index alone, s": 10.0,
    "a query, ms": 5.0,
    "memory, MB": 250.0,
}


def main() -> None:
    """Load in a process of its own, as release does; read, index and search in this one."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{Path(folder) / 'great.db'}"
        with multiprocessing.get_context("spawn").Pool(1) as loader:
            loaded = loader.apply(load, (address,))
        measured = {"load, s": loaded, **asyncio.run(measure(address))}
    busy = psutil.getloadavg()[0] / (psutil.cpu_count() or 1)
    print(f"{COLLEGES} colleges, {PROFESSIONS} professions; the machine was busy {busy:.1f} times")
    for what, limit in LIMITS.items():
        verdict = "PASS" if measured[what] <= limit else "FAIL"
        print(f"  {what:20}{measured[what]:8.2f}  of {limit:6.1f}  {verdict}")
    sys.exit(any(measured[what] > limit for what, limit in LIMITS.items()))


def load(address: str) -> float:
    """Seconds it takes to load the great catalogue into a new database."""
    migrations.climb(address)
    things = great(read())
    begun = process_time()
    asyncio.run(_load(address, things))
    return process_time() - begun


async def _load(address: str, things: catalogue.Things) -> None:
    store = open_store(address)
    await store.do(lambda session: catalogue.load(session, things, datetime.now(UTC)))
    await store.close()


async def measure(address: str) -> dict[str, float]:
    """What reading, indexing and searching take, and the memory of it all."""
    store = open_store(address)
    shelf, begun, wall = Shelf(store), process_time(), perf_counter()
    await shelf.look()
    known = index(shelf.catalogue)
    ready, waited = process_time() - begun, perf_counter() - wall
    asked = sorted(_asked(known))
    memory = psutil.Process().memory_info().rss / 1e6
    begun = process_time()
    Index(shelf.catalogue)
    alone = process_time() - begun
    await store.close()
    print(f"  read and indexed in {waited:.1f} s by the clock on the wall")
    print(f"  slowest queries, ms: {', '.join(f'{one * 1e3:.1f}' for one in asked[-5:])}")
    return {
        "read and index, s": ready,
        "index alone, s": alone,
        "a query, ms": median(asked) * 1e3,
        "memory, MB": memory,
    }


def _asked(known: Index) -> Iterator[float]:
    """Seconds each written query takes."""
    for query in queries("queries"):
        begun = process_time()
        known.find(query.words)
        yield process_time() - begun


if __name__ == "__main__":
    main()
