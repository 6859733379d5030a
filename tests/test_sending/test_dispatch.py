"""Dispatch: all is checked again at the hour; nothing of yesterday goes out by itself."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.dispatch import Dispatch, Engine
from bot.tempo import Tempo
from db import agenda, executors, staff
from db.announcements import Announcement
from db.base import Store, open_store
from tests.chaos.broadcast import AUTHOR
from tests.databases import stocked
from tests.postgres import server
from tests.test_sending.stand import NOON, Fates, Hour, Idle, announced


async def _dispatch(
    store: Store, post: Fates, hour: Hour, engine: Engine | None = None, name: str = "here"
) -> Dispatch:
    shelf = await stocked(store)
    courier = Courier(store, shelf, post, owner="test", tempo=Tempo(0), clock=hour)
    return Dispatch(store, courier, wake=lambda _: engine or Idle(), executor=name, clock=hour)


async def _scheduled(store: Store, **more: Any) -> int:
    number = await store.do(lambda session: announced(session, 2))
    fresh = {"stage": "scheduled", "run_at": NOON, **more}

    def change(session: Session) -> None:
        session.execute(update(Announcement).values(**fresh))

    await store.do(change)
    return number


async def _stands(store: Store, number: int) -> tuple[str, str]:
    def work(session: Session) -> tuple[str, str]:
        one = session.get_one(Announcement, number)
        return one.stage, one.why

    return await store.do(work)


async def test_at_its_hour_it_runs_and_at_its_end_the_author_is_told(store: Store) -> None:
    number, post = await _scheduled(store), Fates()
    dispatch = await _dispatch(store, post, Hour())
    assert await dispatch.open(number, 1)
    while await dispatch.carry(number, 1, 0) == "more":
        pass
    assert await dispatch.rest(number, 1) < 0
    assert await _stands(store, number) == ("done", "")
    assert post.sent[-1][0] == AUTHOR


@pytest.mark.parametrize("late", [timedelta(minutes=61), timedelta(days=1)])
async def test_too_late_it_stands_still_and_says_why(store: Store, late: timedelta) -> None:
    """F23: more than an hour after its moment it asks its author."""
    number, post = await _scheduled(store), Fates()
    dispatch = await _dispatch(store, post, Hour(NOON + late))
    assert not await dispatch.open(number, 1)
    assert await _stands(store, number) == ("paused", "late")
    assert [person for person, _ in post.sent] == [AUTHOR]


async def test_an_author_who_lost_the_right_tells_nobody(store: Store) -> None:
    number = await _scheduled(store)
    await store.do(lambda session: staff.end(session, AUTHOR, NOON))
    dispatch = await _dispatch(store, Fates(), Hour())
    assert not await dispatch.open(number, 1)
    assert await _stands(store, number) == ("paused", "author")


async def test_a_run_that_was_overtaken_is_over(store: Store) -> None:
    number = await _scheduled(store, run=2)
    dispatch = await _dispatch(store, Fates(), Hour())
    assert not await dispatch.open(number, 1)
    assert await dispatch.rest(number, 1) < 0


async def test_at_night_it_rests_until_the_morning(store: Store) -> None:
    number = await _scheduled(store, stage="running")
    dispatch = await _dispatch(
        store, Fates(), Hour(NOON + timedelta(hours=20, minutes=59, seconds=30))
    )
    assert await dispatch.rest(number, 1) == pytest.approx(30)


async def test_what_ran_yesterday_does_not_go_on_by_itself(store: Store) -> None:
    """F23: after a restore, or a long sleep, it waits for its author."""
    number = await _scheduled(store, stage="running", running_run=1)
    await store.do(lambda session: executors.beat(session, "here", NOON))
    dispatch = await _dispatch(store, Fates(), Hour(NOON + timedelta(days=1)))
    await dispatch.look()
    assert await _stands(store, number) == ("paused", "late")


@pytest.mark.parametrize(
    "what",
    [{"stage": "running", "running_run": 1}, {"run_at": NOON + timedelta(days=1)}],
    ids=["what runs", "what is for tomorrow"],
)
async def test_a_copy_that_is_started_elsewhere_sends_nothing_by_itself(
    what: dict[str, Any], store: Store, address: str, tmp_path: Path
) -> None:
    """F24: the original may live still; whoever moved it for good lets it go on."""
    number = await _scheduled(store, **what)
    await (await _dispatch(store, Fates(), Hour())).look()
    assert (await _stands(store, number))[0] == what.get("stage", "scheduled")
    await store.close()
    copy, post = open_store(_copied(address, tmp_path)), Fates()
    await (await _dispatch(copy, post, Hour())).look()
    assert await _stands(copy, number) == ("paused", "moved")
    assert [person for person, _ in post.sent] == [AUTHOR]
    await copy.close()


def _copied(address: str, folder: Path) -> str:
    if address.startswith("postgresql"):
        return server().fresh(address.rpartition("/")[2])
    path = folder / "copy.db"
    shutil.copyfile(address.removeprefix("sqlite:///"), path)
    return f"sqlite:///{path}"


async def test_what_has_just_begun_is_not_held_by_another_who_looks_at_that_moment(
    store: Store,
) -> None:
    number, hour = await _scheduled(store), Hour(NOON + timedelta(minutes=1))
    yesterday = NOON - timedelta(days=1)
    await store.do(lambda session: executors.beat(session, "there", yesterday))
    other = await _dispatch(store, Fates(), hour, name="another")

    class Looked(Idle):
        async def begin(self, number: int, run: int) -> None:
            """It runs at once, and another process looks."""
            assert await dispatch.open(number, run)
            await store.do(lambda session: agenda.begun(session, number, run))
            await other.look()

    dispatch = await _dispatch(store, Fates(), hour, Looked())
    await dispatch.look()
    assert await _stands(store, number) == ("running", "")


async def test_what_stands_still_after_a_long_sleep_tells_its_author(store: Store) -> None:
    """F23: its author is asked, and nobody else hears of it."""
    number, post = await _scheduled(store, stage="running", running_run=1), Fates()
    await store.do(lambda session: executors.beat(session, "here", NOON))
    dispatch = await _dispatch(store, post, Hour(NOON + timedelta(days=1)))
    await dispatch.look()
    assert [person for person, _ in post.sent] == [AUTHOR]
    assert "Кідіртілді" in post.sent[0][1]
    assert await _stands(store, number) == ("paused", "late")


async def test_speed_is_paid_for_only_while_its_author_is_an_admin(store: Store) -> None:
    number = await _scheduled(store, paid=True)
    dispatch = await _dispatch(store, Fates(), Hour())
    assert await dispatch.open(number, 1)
    assert not (await store.do(lambda session: session.get_one(Announcement, number))).paid
