"""The courier, one fate at a time: what is written down, what is tried again, what is not."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.courier import Courier
from bot.posting import Fate
from bot.rooms.announcements.intents import MuteTopic
from bot.rooms.announcements.saying import told
from bot.tempo import Tempo
from bot.ui import Button
from db import agenda, announcements, ledger, segments, topics
from db.announcements import Announcement, Delivery
from db.base import Store
from db.claims import claim
from db.lanes import Claimant
from db.people import Person
from db.segments import Segment
from tests.chaos.broadcast import AUTHOR, FIRST
from tests.databases import stocked
from tests.test_sending.stand import NOON, Fates, Hour, announced


async def _served(store: Store, post: Fates, hour: Hour, number: int) -> str:
    shelf = await stocked(store)
    courier = Courier(store, shelf, post, owner="test", tempo=Tempo(0), clock=hour)
    return await courier.carry(number, 1, 0)


async def _row(store: Store, person: int) -> Delivery:
    def work(session: Session) -> Delivery:
        return session.scalars(select(Delivery).where(Delivery.person_id == person)).one()

    return await store.do(work)


async def _change(store: Store, work: Callable[[Session], object]) -> None:
    await store.do(lambda session: work(session) and None)


@pytest.mark.parametrize(
    ("fate", "state", "due", "twice"),
    [
        (Fate("sent", 7), "sent", "", False),
        (Fate("sent"), "sent", "", False),
        (Fate("blocked", why="blocked"), "blocked", "", False),
        (Fate("gone", why="deactivated"), "gone", "", False),
        (Fate("refused", why="can't parse"), "failed", "", False),
        (Fate("unknown"), "waiting", "send", True),
        (Fate("slow", seconds=5), "waiting", "send", False),
    ],
)
async def test_each_fate_is_written_down(
    store: Store, fate: Fate, state: str, due: str, twice: bool
) -> None:
    number = await store.do(lambda session: announced(session, 1))
    await _served(store, Fates(fate), Hour(), number)
    row = await _row(store, FIRST)
    assert (row.state, row.due, row.twice) == (state, due, twice)


async def test_whoever_blocked_the_bot_is_not_tried_again(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 1))
    await _served(store, Fates(Fate("blocked")), Hour(), number)
    left = await store.do(lambda session: session.get_one(Person, FIRST).left_at)
    assert left == NOON


async def test_what_nobody_knows_is_sent_once_more_after_a_while_and_never_a_third_time(
    store: Store,
) -> None:
    number = await store.do(lambda session: announced(session, 1))
    post, hour = Fates(Fate("unknown"), Fate("unknown")), Hour()
    await _served(store, post, hour, number)
    assert len(post.sent) == 1
    hour.now += timedelta(seconds=31)
    await _served(store, post, hour, number)
    hour.now += timedelta(seconds=31)
    await _served(store, post, hour, number)
    row = await _row(store, FIRST)
    assert (len(post.sent), row.state, row.due, row.twice) == (2, "unknown", "", True)


async def test_a_slow_chat_waits_and_the_others_do_not(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 3))
    post, hour = Fates(Fate("slow", seconds=60)), Hour()
    await _served(store, post, hour, number)
    assert [person for person, _ in post.sent] == [FIRST, FIRST + 1, FIRST + 2]
    hour.now += timedelta(seconds=61)
    await _served(store, post, hour, number)
    assert post.sent[-1][0] == FIRST


@pytest.mark.parametrize("stage", ["paused", "cancelled"])
async def test_what_does_not_run_is_not_sent(store: Store, stage: str) -> None:
    number = await store.do(lambda session: announced(session, 2))
    await _change(store, lambda session: session.execute(update(Announcement).values(stage=stage)))
    post = Fates()
    assert await _served(store, post, Hour(), number) == "over"
    assert post.sent == []


async def test_at_night_nobody_is_written_to(store: Store) -> None:
    """P13"""
    number = await store.do(lambda session: announced(session, 1))
    post = Fates()
    await _served(store, post, Hour(NOON + timedelta(hours=10)), number)
    assert post.sent == []


async def test_who_switched_the_topic_off_in_the_meantime_is_passed_over(store: Store) -> None:
    """P13"""
    number = await store.do(lambda session: announced(session, 2))
    await store.do(lambda session: topics.unwant(session, FIRST, "news"))
    post = Fates()
    await _served(store, post, Hour(), number)
    assert [person for person, _ in post.sent] == [FIRST + 1]
    assert (await _row(store, FIRST)).why == "muted"


async def test_a_pupil_gets_three_a_week_and_each_can_be_switched_off(store: Store) -> None:
    """P13: the fourth of a week is left out; a week after the first of them one may come again."""
    number = await store.do(lambda session: announced(session, 1))
    plain = {"state": "sent", "language": "kk", "due": ""}
    shelf = await stocked(store)

    def got(session: Session) -> None:
        for at in range(1, 4):
            one = announcements.draft(session, AUTHOR, NOON)
            when = NOON - timedelta(days=at)
            session.add(Delivery(announcement_id=one.id, person_id=FIRST, settled_at=when, **plain))

    def reached(session: Session, now: datetime) -> dict[str, int]:
        return segments.reach(session, Segment(), "news", now, AUTHOR)

    await _change(store, got)
    assert await store.do(partial(reached, now=NOON)) == {"cap": 1}
    assert await store.do(partial(reached, now=NOON + timedelta(days=4, hours=1))) == {"": 1}

    def below(session: Session) -> Sequence[Button]:
        return told(session.get_one(Announcement, number), "kk", shelf.catalogue).rows[-1]

    assert [button.intent for button in await store.do(below)] == [MuteTopic("news")]


async def test_a_worker_that_thaws_finds_its_lane_served_by_another(store: Store) -> None:
    """F06: one owner a lane."""
    number = await store.do(lambda session: announced(session, 3))
    shelf = await stocked(store)
    post = Fates()
    frozen = Courier(store, shelf, post, owner="frozen", tempo=Tempo(0), clock=Hour())
    awake = Courier(store, shelf, post, owner="awake", tempo=Tempo(0), clock=Hour())
    await frozen.carry(number, 1, 0, most=1)
    await awake.carry(number, 1, 0, most=1)
    late = Claimant(number, 1, 0, "frozen")
    assert await store.do(lambda session: claim(session, [late], NOON)) == {}


async def test_edited_and_withdrawn_where_it_was_brought(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 2))
    post = Fates(Fate("sent", 11), Fate("blocked"))
    await _served(store, post, Hour(), number)
    await _change(store, lambda session: ledger.again(session, number, "edit", ("sent",)))
    await _served(store, post, Hour(), number)
    assert post.sent[-1][0] == FIRST
    assert post.sent[-1][1].startswith("edited 11")
    await _change(store, lambda session: ledger.again(session, number, "recall", ("sent",)))
    await _served(store, post, Hour(), number)
    assert post.sent[-1] == (FIRST, "withdrawn 11")
    assert (await _row(store, FIRST)).state == "recalled"


async def test_only_who_did_not_answer_is_reminded(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 3))
    post, hour = Fates(), Hour()
    await _served(store, post, hour, number)
    await store.do(lambda s: announcements.answer(s, number, FIRST, "done", NOON))
    assert await store.do(lambda session: agenda.remind(session, number)) == 2
    await _served(store, post, hour, number)
    assert [person for person, _ in post.sent[3:]] == [FIRST + 1, FIRST + 2]


async def test_reminded_a_day_before_it_is_due_and_once(store: Store) -> None:
    number = await store.do(lambda session: announced(session, 1))
    asked = {"asks": True, "stage": "done", "due_at": NOON + timedelta(days=3), "sent_from": NOON}
    await _change(store, lambda session: session.execute(update(Announcement).values(**asked)))

    for days, expected in ((1.5, []), (2.5, [number]), (3.5, [])):
        at = NOON + timedelta(days=days)
        assert await store.do(partial(agenda.to_remind, now=at)) == expected
