"""Reminders nobody of the staff wrote: once, never at night, and not to who switched them off."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.shelf import Shelf
from db import executors
from db import muted as muting
from db.base import open_store
from db.interests import Attempt
from tests.chaos.broadcast import FIRST, populate
from tests.databases import BOTH, furnished
from tests.test_sending.stand import NOON, Fates, Hour, Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")
DAY = timedelta(days=1)


@pytest_asyncio.fixture(loop_scope="session", params=BOTH)
async def stand(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stand]:
    """Six people, of whom the first five began the test a day before noon."""
    store = open_store(furnished(request.param, tmp_path_factory.mktemp("reminders")))
    shelf = Shelf(store)
    await shelf.look()
    await store.do(_begun)
    yield Stand(store, shelf, Fates(), Hour())
    await store.close()


def _begun(session: Session) -> None:
    populate(session, 6)
    for at in range(5):
        session.add(Attempt(person_id=FIRST + at, most=20, begun_at=NOON - DAY))
    finished = Attempt(person_id=FIRST + 1, most=20, begun_at=NOON, finished_at=NOON)
    muting.mute(session, FIRST + 2, "reminders", NOON)
    session.add(finished)


async def _lives(stand: Stand) -> None:
    """A process has said all the time that it lives."""
    await stand.do(lambda session: executors.beat(session, "there", stand.hour.now))


async def _reminded(stand: Stand) -> list[int]:
    """Who hears of it now, in a process that has just begun."""
    stand.post = post = Fates()
    await stand.dispatch().look()
    await stand.carried()
    return sorted(person for person, _ in post.sent)


async def test_who_began_a_test_is_reminded_of_it_once(stand: Stand) -> None:
    """Not at once, not at night, not who finished it since, nor who switched reminders off."""
    assert await _reminded(stand) == []
    stand.hour.now = NOON + 2 * DAY + timedelta(hours=10)
    assert await _reminded(stand) == []
    stand.hour.now += timedelta(hours=11)
    done = update(Attempt).where(Attempt.person_id == FIRST + 3).values(finished_at=NOON)
    await stand.change(lambda session: session.execute(done))
    await _lives(stand)
    assert await _reminded(stand) == [FIRST, FIRST + 4]
    for _ in range(3):
        stand.hour.now += 3 * DAY
        await _lives(stand)
        assert await _reminded(stand) == []


async def test_after_a_long_sleep_nobody_is_reminded_of_what_came_due_meanwhile(
    stand: Stand,
) -> None:
    """F23: neither after a sleep, nor from a copy that was put back."""
    await stand.do(lambda session: executors.beat(session, "there", NOON - DAY))
    stand.hour.now = NOON + 5 * DAY
    assert await _reminded(stand) == []
    await _lives(stand)
    assert await _reminded(replace(stand, owner="another")) == []
