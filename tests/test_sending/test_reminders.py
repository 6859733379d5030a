"""Reminders nobody of the staff wrote: once, never at night, and not to who switched them off."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db import agenda, executors, retention, topics, totals
from db.announcements import Announcement
from db.base import open_store
from db.interests import Attempt
from tests.chaos.broadcast import FIRST, populate
from tests.databases import BOTH, furnished, stocked
from tests.test_sending.stand import NOON, Fates, Hour, Stand

pytestmark = pytest.mark.asyncio(loop_scope="session")
DAY = timedelta(days=1)


@pytest_asyncio.fixture(loop_scope="session", params=BOTH)
async def stand(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stand]:
    """Six people, of whom the first five began the test a day before noon."""
    store = open_store(furnished(request.param, tmp_path_factory.mktemp("reminders")))
    shelf = await stocked(store)
    await store.do(_begun)
    yield Stand(store, shelf, Fates(), Hour())
    await store.close()


def _begun(session: Session) -> None:
    populate(session, 6)
    for at in range(5):
        session.add(Attempt(person_id=FIRST + at, most=20, begun_at=NOON - DAY))
    finished = Attempt(person_id=FIRST + 1, most=20, begun_at=NOON, finished_at=NOON)
    topics.unwant(session, FIRST + 2, "reminders")
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


# --- what became of a result ---

HALF, YEAR = agenda.AFTER["half-year"], agenda.AFTER["year"]


@pytest_asyncio.fixture(loop_scope="session")
async def grown(stand: Stand) -> Stand:
    """Six people, of whom the first four had a result at noon, and the fourth another later."""
    await stand.change(lambda session: session.execute(delete(Attempt)))
    await stand.change(_finished)
    return stand


def _finished(session: Session) -> None:
    for at in range(4):
        session.add(_attempt(FIRST + at, NOON))
    session.add(_attempt(FIRST + 3, NOON + 60 * DAY))
    session.add(Attempt(person_id=FIRST + 4, most=20, begun_at=NOON))


def _attempt(person: int, finished: datetime) -> Attempt:
    return Attempt(person_id=person, most=20, begun_at=finished - DAY, finished_at=finished)


async def _told(stand: Stand, after: timedelta) -> list[int]:
    """Who hears of it so long after noon, where a process lived all the time, swept each day."""
    stand.hour.now = NOON + after
    await _lives(stand)
    await stand.change(lambda s: totals.fold_old(s, stand.hour.now - retention.DELIVERIES))
    return await _reminded(stand)


async def test_what_became_of_a_result_is_asked_after_half_a_year_and_a_year(grown: Stand) -> None:
    """Once each, also after the ledger was swept; of the newest result; never at night."""

    assert await _told(grown, HALF - DAY) == []
    assert await _told(grown, HALF + timedelta(hours=10)) == []
    assert await _told(grown, HALF + timedelta(hours=22)) == [FIRST, FIRST + 1]
    assert "Жарты жыл бұрын" in grown.post.sent[0][1]  # type: ignore[attr-defined]
    for days in (2, 20, 31, 59):
        assert await _told(grown, HALF + days * DAY) == []
    assert await _told(grown, HALF + 61 * DAY) == [FIRST + 3]
    for days in (92, 100, 150):
        assert await _told(grown, HALF + days * DAY) == []
    assert await _told(grown, YEAR + timedelta(hours=1)) == [FIRST, FIRST + 1]
    for days in (1, 29, 45):
        assert await _told(grown, YEAR + days * DAY) == []
    assert await _told(grown, YEAR + 61 * DAY) == [FIRST + 3]
    for days in (62, 91, 100, 200, 400):
        assert await _told(grown, YEAR + days * DAY) == []


@pytest.mark.parametrize("stands", [agenda.let_reminders_go, agenda.stand_still])
async def test_nobody_hears_of_a_result_from_what_slept_or_was_put_back(
    grown: Stand, stands: Callable[[Session, datetime], None]
) -> None:
    """F23: whose day came meanwhile may have heard of it already."""
    grown.hour.now = NOON + HALF + DAY
    await grown.change(lambda session: stands(session, grown.hour.now))
    for days in (1, 2, 15, 29):
        assert await _told(grown, HALF + days * DAY) == []
    assert await _told(grown, YEAR + DAY) == [FIRST, FIRST + 1]


async def test_each_reminder_is_one_announcement_however_often_it_is_looked_for(
    grown: Stand,
) -> None:
    """Each kind has one announcement of its own, whoever looks, and however often."""
    for days in (1, 2):
        await _told(grown, HALF + days * DAY)
    ours = select(Announcement.reminder).where(Announcement.author_id == 0)
    kinds = await grown.do(lambda session: sorted(session.scalars(ours)))
    assert kinds == sorted(agenda.AFTER)
