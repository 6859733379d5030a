"""Races: of many who accept one invitation at once a single one becomes a counselor."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.rooms.classes.intents import JoinClass
from bot.rooms.staff.intents import AcceptInvitation, OpenInvitation
from db import audit, classes, staff
from db.base import Store, open_store
from tests.test_staff.cast import HERE, MINE, SECRET, conversation, populate, says, taps
from tests.wire import ADMIN, NOON

MANY, PROCESSES = 100, 4


def _invite(session: Session) -> bytes:
    made = staff.invite(
        session, SECRET, role="counselor", by=ADMIN, now=NOON, school=None, region="abai"
    )
    return made.hash


async def test_of_a_hundred_who_accept_at_once_one_wins(store: Store, address: str) -> None:
    """S07: an invitation is good for one."""
    await store.do(_invite)
    stores = [open_store(address) for _ in range(PROCESSES)]
    talks = [await conversation(one) for one in stores]
    accept = AcceptInvitation(SECRET).pack()
    said = await asyncio.gather(
        *(taps(talks[at % PROCESSES], 7001 + at, accept) for at in range(MANY))
    )
    members = await store.do(staff.everybody)
    assert len(members) == 1
    texts = [one.text for one in said]
    assert sorted(map(texts.count, set(texts))) == [1, MANY - 1]  # a welcome, and a word to others
    for one in stores:
        await one.close()


@pytest.mark.parametrize("why", ["used", "late", "revoked"])
async def test_an_invitation_that_is_over_is_no_longer_good(store: Store, why: str) -> None:
    """S07: used, late or revoked it is good for nobody."""
    key = await store.do(_invite)
    talk = await conversation(store)
    if why == "used":
        await taps(talk, 7001, AcceptInvitation(SECRET).pack())
    if why == "late":
        talk.clock = lambda: NOON + staff.VALID
    if why == "revoked":
        assert await store.do(lambda session: staff.revoke(session, key, NOON))
    offered = await says(talk, 7002, f"/start i_{SECRET}")
    tried = await taps(talk, 7002, AcceptInvitation(SECRET).pack())
    assert offered.text == tried.text
    assert await store.do(lambda session: staff.member(session, 7002)) is None


async def test_an_invitation_is_good_until_its_last_second(store: Store) -> None:
    await store.do(_invite)
    talk = await conversation(store)
    talk.clock = lambda: NOON + staff.VALID - timedelta(seconds=1)
    await taps(talk, 7001, AcceptInvitation(SECRET).pack())
    assert await store.do(lambda session: staff.member(session, 7001)) is not None


async def test_to_look_at_an_invitation_uses_nothing_up(store: Store) -> None:
    await store.do(_invite)
    talk = await conversation(store)
    for person in (7001, 7002):
        await taps(talk, person, OpenInvitation(SECRET).pack())
    await taps(talk, 7002, AcceptInvitation(SECRET).pack())
    assert await store.do(lambda session: staff.member(session, 7002)) is not None
    acts = await store.do(lambda session: [one.act for one in audit.newest(session, 9)])
    assert acts == ["accepted", "agreed"]


async def test_fifty_join_a_class_at_once_and_all_are_in_it(store: Store, address: str) -> None:
    await store.do(populate)
    stores = [open_store(address) for _ in range(PROCESSES)]
    talks = [await conversation(one) for one in stores]
    code = (await store.do(lambda session: classes.led(session, HERE)))[0].code
    join = JoinClass(code, "pupil").pack()
    tapped = [taps(talks[at % PROCESSES], 7001 + at // 2, join) for at in range(100)]
    await asyncio.gather(*tapped)
    assert await store.do(lambda session: classes.size(session, MINE)) == {"pupil": 50}
    for one in stores:
        await one.close()
