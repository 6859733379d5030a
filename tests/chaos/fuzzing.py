"""Fuzzing: updates Telegram never sent, through the real webhook, reading and conversation."""

import asyncio
import random
from collections.abc import AsyncIterator

import psutil
import structlog
from sqlalchemy import func, select

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.edges.telegram.pictures import Pictures
from bot.edges.telegram.saying import Speaker
from bot.edges.telegram.turns import Turns
from bot.edges.telegram.webhook import Hook
from bot.shelf import Shelf
from db import heard
from db.base import Store, open_store
from tests.chaos.verdict import Size, Verdict
from tests.databases import furnished
from tests.test_edges.conftest import SECRET, TOKEN
from tests.test_edges.test_fuzz import SEED, Deaf, body_of, mutated, told

AT_ONCE = 64
HARMLESS = {"unreadable update", "nothing offered", "catalogue"}
PEOPLE = 2_000


async def updates(size: Size) -> AsyncIterator[Verdict]:
    """None is unhandled, each is acknowledged, and memory stays what it was."""
    store = open_store(furnished("sqlite", size.folder))
    hook, turns = await _hook(store)
    chance, wrong, began = random.Random(SEED), 0, 0
    with structlog.testing.capture_logs() as lines:
        for at in range(0, size.updates, AT_ONCE):
            wrong += await _flooded(hook, chance)
            began = began or (at > size.updates // 10 and _memory())
            lines[:] = [line for line in lines if line["event"] not in HARMLESS]
        await turns.finish()
    grown = (_memory() - (began or _memory())) / 1e6
    aside = await store.do(
        lambda session: session.scalar(select(func.count(heard.Aside.update_id)))
    )
    await store.close()
    detail = f"{size.updates} updates" + "".join(f"; {line}" for line in lines[:3])
    yield Verdict("updates-not-200", wrong, detail=f"{size.updates} updates")
    yield Verdict("updates-unhandled", len(lines) + (aside or 0), detail=detail[:300])
    yield Verdict("updates-memory-growth-mb", round(grown, 1), 50)


async def _flooded(hook: Hook, chance: random.Random) -> int:
    """Some of them at once; how many were answered with anything but 200."""
    bodies = [_from_anybody(body_of(mutated(chance)), chance) for _ in range(AT_ONCE)]
    statuses = await asyncio.gather(*(told(hook, body) for body in bodies))
    return sum(status != 200 for status in statuses)


def _from_anybody(body: bytes, chance: random.Random) -> bytes:
    return body.replace(b"1001", b"%d" % (1001 + chance.randrange(PEOPLE)))


async def _hook(store: Store) -> tuple[Hook, Turns]:
    """The real thing, but for Telegram's own ear."""
    shelf = Shelf(store)
    await shelf.look()
    caller = Deaf(TOKEN)
    speaker = Speaker(caller, Pictures(caller, None))
    turns = Turns(caller, Conversation(store, shelf, ROUTER, "guide_bot"), speaker)
    return Hook(caller, turns, SECRET), turns


def _memory() -> int:
    return int(psutil.Process().memory_info().rss)
