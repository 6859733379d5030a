"""Several at once: stores and processes on one database, nobody locked out, nothing lost."""

import asyncio
import subprocess
import sys

from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.heard import Heard
from db import heard, people
from db.base import Store, open_store
from tests.databases import stocked
from tests.running import HOME, surroundings
from tests.test_memory.test_people import met

PROCESSES, EACH = 4, 100  # with two stores each, that is eight writers; `make chaos` has 2,000


async def test_eight_writers_count_together_and_nobody_is_locked_out(
    address: str, store: Store
) -> None:
    await store.do(lambda session: people.stand(session, met(session), "0", ""))
    ended = await asyncio.gather(*(asyncio.to_thread(_writer, address) for _ in range(PROCESSES)))
    assert [said for said in ended if said] == []
    counted = await store.do(lambda session: met(session).trail)
    assert counted == str(2 * PROCESSES * EACH)


def _writer(address: str) -> str:
    """A process that counts; what it complains of."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.counting", address, str(EACH)],
        env=surroundings(), cwd=HOME, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    return done.stderr


async def conversations(address: str, many: int) -> tuple[list[Store], list[Conversation]]:
    """Several conversations on one database, each with a store of its own, as processes have."""
    stores = [open_store(address) for _ in range(many)]
    shelf = await stocked(stores[0])
    return stores, [Conversation(store, shelf, ROUTER) for store in stores]


async def test_one_update_told_to_several_processes_acts_once(address: str) -> None:
    stores, several = await conversations(address, 3)
    taps = [Heard(n, "tap", person=1001 + n % 5, tapped="save-welder") for n in range(60)]
    replies = await asyncio.gather(*(c.hear(tap) for tap in taps for c in several))
    for at in range(0, len(replies), 3):
        assert replies[at] is not None
        assert replies[at] == replies[at + 1] == replies[at + 2]

    def work(session: Session) -> tuple[int, ...]:
        tables = ("heard", "saved", "people", "aside")
        return tuple(session.scalar(text(f"SELECT count(*) FROM {name}")) or 0 for name in tables)

    assert await stores[0].do(work) == (60, 5, 5, 0)
    for store in stores:
        await store.close()


async def test_one_update_told_five_times_at_once_is_answered_five_times_alike(
    address: str,
) -> None:
    stores, several = await conversations(address, 1)
    start = Heard(1, "words", person=1001, app_language="kk", words="/start")
    replies = await asyncio.gather(*(several[0].hear(start) for _ in range(5)))
    assert len({reply.text for reply in replies if reply}) == 1
    assert None not in replies
    assert await stores[0].do(lambda s: heard.before(s, 1)) is not None
    await stores[0].close()
