"""P10, F60: an announcement that is on its way does not reach who was forgotten meanwhile."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.depot import Load
from bot.posting import Fate
from bot.tempo import Tempo
from bot.ui import Message
from db import forgetting, ledger
from db.announcements import found
from db.base import Store
from db.gate import Gate
from tests.chaos.broadcast import FIRST
from tests.databases import stocked
from tests.test_privacy.made import KEYS
from tests.test_sending.stand import Fates, Stand, announced

SLOW = 20.0  # messages a second


def forget(session: Session, person: int) -> None:
    """Forget one of the recipients."""
    forgetting.forget(session, person, KEYS.pseudonym(person), datetime.now(UTC))


async def served(store: Store, post: Fates, number: int) -> Fates:
    """All of an announcement, served by one lane."""
    shelf = await stocked(store)
    await Stand(store, shelf, post).serve(number)
    return post


async def test_who_is_forgotten_before_their_turn_gets_nothing(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 3))
    await store.do(lambda session: forget(session, FIRST + 1))
    post = await served(store, Fates(), number)
    assert [person for person, _ in post.sent] == [FIRST, FIRST + 2]
    left = await store.do(lambda session: ledger.due(session, number))
    assert left == 0


class Forgetful(Fates):
    """An outside world in which the third is forgotten while the second gets their message."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring it; the next one was not claimed yet."""
        if person == FIRST + 1:
            await self._store.do(lambda session: forget(session, FIRST + 2))
        return await super().send(person, message, paid=paid)


async def test_who_is_forgotten_in_the_middle_gets_nothing(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 4))
    post = await served(store, Forgetful(store), number)
    assert [person for person, _ in post.sent] == [FIRST, FIRST + 1, FIRST + 3]


async def test_who_is_forgotten_between_claim_and_sending_gets_nothing(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 2))
    shelf, post = await stocked(store), Fates()
    courier = Courier(store, shelf, post, owner="test", tempo=Tempo(SLOW, quiet=False))
    await store.do(lambda session: _late(session, number))
    claimed = asyncio.Event()
    leaving = courier._moment

    async def waiting(load: Load) -> None:
        claimed.set()
        await leaving(load)

    courier._moment = waiting  # type: ignore[method-assign]  # tells when one is claimed
    carrying = asyncio.create_task(courier.carry(number, 1, 0))
    await claimed.wait()
    await store.do(lambda session: forget(session, FIRST))
    await carrying
    assert [person for person, _ in post.sent] == [FIRST + 1]


def _late(session: Session, number: int) -> None:
    """The next message leaves only in half a second."""
    session.merge(Gate(id=1, next_at=datetime.now(UTC).timestamp() + 0.5, slowed_at=0.0))
    assert found(session, number)
