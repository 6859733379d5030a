"""A class hour in ten schools: pupils who all take the interest test at once; how long taps take.

    python -m tests.bench.classes --pupils 500 --think 6
    python -m tests.bench.classes --pupils 20 --think 0.5          (a small look)

The bot, the playground and the pupils share this one process, so that what is measured is rather
too long than too short: from the tap to the screen that answers it.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

from bot.rooms.interests.intents import BeginInterests
from bot.ui import Intent
from db.base import open_store
from tests.bench.bars import Bar
from tests.databases import furnished
from tests.sitters import EVENLY, METAL, PEOPLE
from tests.wire import SECRET, House, opened

FIRST = 5_000_000  # the pupils are numbered from here
SITTERS = (METAL, PEOPLE, METAL, PEOPLE, EVENLY)
LONGEST = 300.0  # milliseconds, for 99 taps of 100
Json = dict[str, Any]


class Class:
    """Pupils with telephones, and how long each of their taps took, in milliseconds."""

    def __init__(self, house: House, think: float) -> None:
        self.house, self.think = house, think
        self.took: list[float] = []
        self._updates, self._chance = count(1), random.Random(1)
        self._session = aiohttp.ClientSession(
            headers={"X-Telegram-Bot-Api-Secret-Token": SECRET},
            connector=aiohttp.TCPConnector(limit=0),
        )

    async def sit(self, pupils: int) -> int:
        """All take the test; how many came to a result."""
        async with self._session:
            done = await asyncio.gather(*(self._pupil(number) for number in range(pupils)))
        return sum(done)

    async def _pupil(self, number: int) -> bool:
        sitter = SITTERS[number % len(SITTERS)]
        await asyncio.sleep(self._chance.uniform(0, self.think))
        way: Intent | None = BeginInterests()
        offered: list[Intent] = []
        while way:
            offered = await self._tap(FIRST + number, way.pack())
            way = sitter.answers(offered)
            await asyncio.sleep(self._chance.uniform(0.5, 1.5) * self.think)
        return any(one.code in ("because", "more") for one in offered)

    async def _tap(self, person: int, data: str) -> list[Intent]:
        """Tap, and read the buttons of the answer."""
        url, began = self.house.playground.webhook.url, time.perf_counter()
        async with self._session.post(url, json=_update(next(self._updates), person, data)) as told:
            answer: Json = await told.json(content_type=None) or {}
        self.took.append((time.perf_counter() - began) * 1000)
        rows = answer.get("reply_markup", {}).get("inline_keyboard", [])
        keys = [key for row in rows for key in row if "callback_data" in key]
        return [Intent.unpack(key["callback_data"]) for key in keys]


def _update(number: int, person: int, data: str) -> Json:
    chat = {"id": person, "type": "private", "first_name": "Pupil"}
    user = {"id": person, "is_bot": False, "first_name": "Pupil", "language_code": "kk"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": "Menu"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": {**query, "message": message}}


async def _run(pupils: int, think: float) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(furnished("sqlite", Path(folder)))
        async with opened(store) as house:
            house.playground.knobs.turn(limits=False)
            lesson, began = Class(house, think), time.perf_counter()
            done = await lesson.sit(pupils)
        await store.close()
    return _told(lesson.took, pupils, done, time.perf_counter() - began)


def _told(took: list[float], pupils: int, done: int, seconds: float) -> bool:
    """Print what was measured; whether it holds."""
    middle, late = (sorted(took)[int(len(took) * share)] for share in (0.50, 0.99))
    print(
        f"{pupils} pupils, {len(took)} taps in {seconds:.0f} s, {len(took) / seconds:.0f} a second"
    )
    print(f"p50 {middle:.0f} ms, p99 {late:.0f} ms, slowest {max(took):.0f} ms")
    bars = [
        Bar("99 taps of 100 are answered within", late, most=LONGEST, unit="ms"),
        Bar("pupils who came to the end", done, least=pupils, unit=""),
    ]
    print("\n".join(map(str, bars)))
    return all(bar.holds for bar in bars)


def main() -> None:
    """Run as the arguments say; exit with 1 where a bar falls."""
    parser = argparse.ArgumentParser("tests.bench.classes")
    parser.add_argument("--pupils", type=int, default=500)
    parser.add_argument("--think", type=float, default=6.0, help="seconds from screen to tap")
    asked = parser.parse_args()
    sys.exit(not asyncio.run(_run(asked.pupils, asked.think)))


if __name__ == "__main__":
    main()
