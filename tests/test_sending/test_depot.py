"""The depot: lanes that wait together are served together, and nobody is passed for good."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.durable import LANES
from bot.posting import Fate
from bot.tempo import Tempo
from bot.ui import Message
from db import ledger, topics
from db.base import Store, Work
from tests.chaos.broadcast import FIRST
from tests.databases import stocked
from tests.test_sending.stand import Fates, Hour, announced

T = TypeVar("T")


@dataclass
class Counted:
    """A store that counts its transactions."""

    store: Store
    times: int = 0

    async def do(self, work: Work[T]) -> T:
        """Run it, and count."""
        self.times += 1
        return await self.store.do(work)

    async def close(self) -> None:
        """Nothing: the test closes it."""


@dataclass
class Together(Fates):
    """An outside world that knows how many calls are under way at the same time, at most."""

    under_way: int = 0
    most: int = 0
    served: Counter[int] = field(default_factory=Counter)

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring it, beside the others."""
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        self.served[person] += 1
        await asyncio.sleep(0)
        self.under_way -= 1
        return Fate("sent", person)


async def _carried(store: Counted, post: Fates, number: int, hour: Hour) -> None:
    shelf = await stocked(store.store)
    courier = Courier(store, shelf, post, owner="test", tempo=Tempo(0), clock=hour)
    store.times = 0
    await asyncio.gather(*(courier.carry(number, 1, lane) for lane in range(LANES)))


async def test_eight_lanes_need_little_more_than_one_transaction_for_eight(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 10 * LANES))
    counted, post = Counted(store), Together()
    await _carried(counted, post, number, Hour())
    assert post.served == Counter({FIRST + at: 1 for at in range(10 * LANES)})
    assert post.most == LANES
    assert counted.times <= LANES + 10 + 5  # each lane is taken over; ten rounds; a few at the end


async def test_who_is_passed_over_costs_nobody_their_turn(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 3 * LANES))

    def mute(session: Session) -> None:
        for at in range(0, 3 * LANES, 2):
            topics.unwant(session, FIRST + at, "news")

    await store.do(mute)
    post = Together()
    await _carried(Counted(store), post, number, Hour())
    assert sorted(post.served) == [FIRST + at for at in range(1, 3 * LANES, 2)]
    assert await store.do(lambda session: ledger.due(session, number)) == 0


async def test_who_becomes_due_behind_the_lanes_is_served_in_the_end(store: Store) -> None:
    """The first must wait five seconds; those are over before the last is served."""
    number = await store.do(lambda session: announced(session, 20))
    hour = Hour()

    class Slow(Fates):
        async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
            hour.now += timedelta(seconds=1)
            return await super().send(person, message, paid=paid)

    post = Slow(Fate("slow", seconds=5))
    shelf = await stocked(store)
    courier = Courier(store, shelf, post, owner="test", tempo=Tempo(0), clock=hour)
    assert await courier.carry(number, 1, 0) == "over"
    assert [person - FIRST for person, _ in post.sent] == [*range(20), 0]
