"""The pace: as even as Telegram's strict window wants it, and people are still answered at once."""

import asyncio
import time
from bisect import bisect_right
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager
from functools import partial
from statistics import quantiles

from bot.playground import Person, Playground
from bot.playground.shapes import Json
from tests.chaos.broadcast import FIRST, IN_TIME, prepare
from tests.chaos.verdict import Size, Verdict
from tests.databases import furnished
from tests.postgres import free_port
from tests.running import Running, running
from tests.test_processes.conftest import Telegram

PACE = 28.0
SECONDS = 25
LOOKERS = range(100, 120)  # people who tap while everybody else is being told
EVERY = 0.25  # seconds between two taps


async def rate(size: Size) -> AsyncIterator[Verdict]:
    """Never over 30 in any second, at least 97 % of the pace, no 429: one worker, then three."""
    for kind, workers in (("sqlite", 1), ("postgresql", 1), ("postgresql", 3)):
        times, refused = await _paced(kind, workers, size)
        name = f"{kind}-{workers}"
        reached = (len(times) - 1) / (times[-1] - times[0]) / PACE
        detail = f"{len(times)} messages by {workers} workers on {kind}"
        yield Verdict(f"rate-most-in-a-second-{name}", _most(times), 30, detail)
        yield Verdict(f"rate-short-of-the-pace-{name}", round(1 - reached, 4), 0.03, detail)
        yield Verdict(f"rate-refused-{name}", refused, 0, detail)


async def latency(size: Size) -> AsyncIterator[Verdict]:
    """Under a full broadcast half the words are answered in 0.2 s, 99 of 100 in a second."""
    address = furnished("sqlite", size.folder)
    await prepare(address, int(PACE * SECONDS))
    async with _strict() as place:
        with _running("bot run", place, address, port=free_port()):
            await place.playground.until(lambda: len(_sent(place)[0]) > PACE, IN_TIME)
            waited = [await _tapped(place, person) for person in LOOKERS for _ in range(4)]
    half, all_but_one = quantiles(waited, n=100)[49], quantiles(waited, n=100)[98]
    detail = f"{len(waited)} taps while {PACE:g} a second were told"
    yield Verdict("latency-p50", round(half, 3), 0.2, detail)
    yield Verdict("latency-p99", round(all_but_one, 3), 1.0, detail)


async def _paced(kind: str, workers: int, size: Size) -> tuple[list[float], int]:
    address, many = furnished(kind, size.folder), int(PACE * SECONDS)
    await prepare(address, many)
    async with _strict() as place, AsyncExitStack() as stack:
        for number in range(workers):
            name = f"worker-{number}"
            stack.enter_context(_running("bot worker", place, address, executor=name))
        await place.playground.until(lambda: len(_sent(place)[0]) >= many, IN_TIME)
        return _sent(place)


@asynccontextmanager
async def _strict() -> AsyncIterator[Telegram]:
    """A Telegram that counts strictly, 30 a second, and is 50 ms away."""
    playground = Playground(welcome_strangers=True, latency_ms=50)
    for person in LOOKERS:
        playground.people[person] = Person(person, "Оқушы", started=True)
    async with playground.open() as address:
        yield Telegram(playground, address)


def _running(
    command: str, place: Telegram, address: str, **more: object
) -> AbstractContextManager[Running]:
    told = place.settings(database_url=address, pace=PACE, quiet_hours="false", **more)
    return running(command, None, **told)


def _sent(place: Telegram) -> tuple[list[float], int]:
    """When each message of the announcement was taken, and how many were refused for haste."""
    calls = place.playground.calls.find(method="sendMessage")
    ours = [call for call in calls if call["chat_id"] >= FIRST]
    times = sorted(call["at"] for call in ours if call["status"] == 200)
    return times, sum(1 for call in ours if call["status"] == 429)


def _most(times: list[float]) -> int:
    """The most in any one second, every sliding window looked at."""
    return max(bisect_right(times, at + 1.0) - place for place, at in enumerate(times))


def _newer(place: Telegram, person: int, number: int) -> list[Json]:
    return [each for each in place.playground.messages(person) if each["message_id"] > number]


async def _tapped(place: Telegram, person: int) -> float:
    """Seconds from words to their answer."""
    began = time.monotonic()
    number = place.playground.say(person, "/professions")["message_id"]
    await place.playground.until(partial(_newer, place, person, number), 30)
    waited = time.monotonic() - began
    await asyncio.sleep(EVERY)
    return waited
