"""Counting: `python -m tests.counting ADDRESS TIMES` writes the next number, again and again.

What each of the writers does that write to one database at the same time.
"""

import asyncio
import sys
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from db import people
from db.base import open_store

NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)


def step(session: Session) -> None:
    """One turn: where they stand, and one further."""
    person, _ = people.meet(session, 1001, "kk", 0, NOON)
    people.stand(session, person, str(int(person.trail) + 1), "")


async def count(address: str, times: int) -> None:
    """Count with two stores at once."""
    stores = [open_store(address) for _ in range(2)]
    await asyncio.gather(*(store.do(step) for store in stores for _ in range(times)))
    for store in stores:
        await store.close()


if __name__ == "__main__":
    asyncio.run(count(sys.argv[1], int(sys.argv[2])))
