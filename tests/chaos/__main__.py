"""Chaos, by name or all of it.

python -m tests.chaos                                       all, in the size of the issue
python -m tests.chaos ingest --n 10000 --kills 50
python -m tests.chaos updates --n 1000000
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.broadcast import broadcast, terms
from tests.chaos.course import course
from tests.chaos.databases import dbrestart, sqlitelock
from tests.chaos.fuzzing import updates
from tests.chaos.killing import ingest, redeliver
from tests.chaos.pacing import latency, rate
from tests.chaos.verdict import Check, Size
from tests.chaos.workers import frozen, restarts, restore, stuck, takeover

CHECKS: dict[str, tuple[Check, int]] = {
    "ingest": (ingest, 1_000),
    "redeliver": (redeliver, 1_000),
    "sqlitelock": (sqlitelock, 0),
    "dbrestart": (dbrestart, 1_000),
    "updates": (updates, 100_000),
    "broadcast": (broadcast, 100_000),
    "terms": (terms, 20_000),
    "frozen": (frozen, 5_000),
    "takeover": (takeover, 5_000),
    "restarts": (restarts, 20_000),
    "stuck": (stuck, 2_000),
    "restore": (restore, 2_000),
    "course": (course, 200),
    "rate": (rate, 0),
    "latency": (latency, 0),
}
KILLS = 10


def main() -> None:
    """Run what was asked for, and fail where a goal is missed."""
    asked = _asked()
    began = time.monotonic()
    held = [asyncio.run(_holds(name, asked)) for name in asked.names or CHECKS]
    print(f"{time.monotonic() - began:.0f} seconds", file=sys.stderr)
    sys.exit(not all(held))


async def _holds(name: str, asked: argparse.Namespace) -> bool:
    check, usual = CHECKS[name]
    held = True
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        async for verdict in check(Size(Path(folder), asked.n or usual, asked.kills)):
            print(verdict, flush=True)
            held = held and verdict.holds
    return held


def _asked() -> argparse.Namespace:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("tests.chaos", None, __doc__, formatter_class=shape)
    parser.add_argument("names", nargs="*", choices=[*CHECKS, []])
    parser.add_argument("--n", type=int, default=0, help="updates; else as the issue says")
    parser.add_argument("--kills", type=int, default=KILLS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
