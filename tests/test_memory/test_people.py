"""People: met once, known from then on, and what they keep."""

import asyncio
from datetime import timedelta

from sqlalchemy.orm import Session

from content.kinds import Language
from db import heard, people
from db.base import Store, open_store
from db.people import Known
from tests.databases import NOON

AIYM = 1001


def met(session: Session, person: int = AIYM, language: Language = "kk") -> Known:
    """The person, as a turn meets them."""
    return people.meet(session, person, language, 0, NOON)[0]


async def known(store: Store, person: int = AIYM) -> Known:
    """The person, met in a turn of its own."""
    return await store.do(lambda session: met(session, person))


async def test_somebody_new_is_met_in_their_language(store: Store) -> None:
    aiym = await store.do(lambda session: met(session, language="ru"))
    assert aiym == Known(AIYM, "ru", "", "", left=False)
    assert await known(store) == aiym


async def test_numbers_of_telegram_are_long(store: Store) -> None:
    long = 2**52 - 1
    assert (await known(store, long)).id == long


async def test_where_they_stand_is_remembered(store: Store) -> None:
    await store.do(lambda session: people.stand(session, met(session), "home trades", "find"))
    aiym = await known(store)
    assert (aiym.trail, aiym.awaited) == ("home trades", "find")


async def test_they_are_spoken_to_as_they_wish(store: Store) -> None:
    await store.do(lambda session: people.speak(session, met(session), "en"))
    assert (await known(store)).language == "en"


async def test_who_left_is_back_with_their_next_word(store: Store) -> None:
    await store.do(lambda session: people.out_of_reach(session, met(session).id, NOON))
    assert (await known(store)).left
    await store.do(lambda session: people.stand(session, met(session), "", ""))
    assert not (await known(store)).left


async def test_what_is_kept_twice_stays_as_it_was_kept_first(store: Store) -> None:
    def work(session: Session) -> list[str]:
        aiym = met(session)
        for minute, path in enumerate(("professions/welder", "colleges/x", "professions/welder")):
            people.save(session, aiym, path, NOON + timedelta(minutes=minute))
        return list(people.saved(session, aiym))

    assert await store.do(work) == ["colleges/x", "professions/welder"]


async def test_what_is_forgotten_is_gone_and_only_that(store: Store) -> None:
    def work(session: Session) -> tuple[bool, list[str]]:
        aiym, marat = met(session), met(session, 1002)
        for person in (aiym, marat):
            people.save(session, person, "professions/welder", NOON)
        people.forget(session, aiym, "professions/welder")
        people.forget(session, aiym, "professions/welder")
        return people.has_saved(session, aiym, "professions/welder"), list(
            people.saved(session, marat)
        )

    assert await store.do(work) == (False, ["professions/welder"])


async def test_one_persons_turns_follow_each_other_across_processes(address: str) -> None:
    """Each reads where they stand, and goes one place further: no step is lost."""
    stores = [open_store(address) for _ in range(2)]
    await known(stores[0])

    def step(session: Session) -> None:
        aiym = met(session)
        people.stand(session, aiym, f"{aiym.trail}x", "")

    await asyncio.gather(*(stores[n % 2].do(step) for n in range(40)))
    assert (await known(stores[0])).trail == "x" * 40
    for store in stores:
        await store.close()


async def test_an_update_is_remembered_with_its_reply(store: Store) -> None:
    def tell(session: Session) -> bytes | None:
        return people.meet(session, AIYM, "kk", 7, NOON)[1]

    assert await store.do(tell) is None
    await store.do(lambda session: heard.keep(session, 7, b"reply", NOON))
    assert await store.do(tell) == b"reply"
    assert await store.do(lambda session: heard.before(session, 7)) == b"reply"


async def test_what_telegram_tells_no_more_is_swept(store: Store) -> None:
    def keep(session: Session) -> None:
        for number, days in ((1, 0), (2, 8), (3, 6)):
            moment = NOON - timedelta(days=days)
            heard.keep(session, number, b"", moment)
            heard.put_aside(session, number, "KeyError at x.py:1", moment)

    def left(session: Session) -> list[bool]:
        return [heard.before(session, number) is not None for number in (1, 2, 3)]

    await store.do(keep)
    assert await store.do(lambda session: heard.sweep(session, NOON)) == 2
    assert await store.do(left) == [True, False, True]
