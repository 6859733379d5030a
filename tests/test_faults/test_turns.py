"""What goes wrong in single turns: poison, old buttons, taps that come too late or too often."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.doors import EVERYONE, ROUTER
from bot.rooms.home.intents import OpenHelp
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import heard, people
from db.base import Store
from tests.chat import Chat
from tests.wire import PARENT, PUPIL, House, opened

POISON = "secret words of a child"


def breaks(intent: Intent, turn: Turn) -> Screen:
    """A door that nobody gets through, and that leaves something half done."""
    people.save(turn.session, turn.person, "professions/welder", turn.now)
    raise KeyError(POISON)


@pytest.fixture
async def house(store: Store) -> AsyncIterator[House]:
    """The application on both databases, with a door that breaks behind /help."""
    router = replace(ROUTER, doors={**EVERYONE, OpenHelp: breaks})
    async with opened(store, router=router) as house:
        yield house


@pytest.fixture
def pupil(house: House) -> Chat:
    """Aiym, whose telephone speaks Kazakh."""
    return Chat(house, PUPIL)


async def aside(store: Store) -> list[str]:
    """The errors of what was put aside."""
    return await store.do(lambda session: list(session.scalars(select(heard.Aside.error))))


async def test_a_poison_update_is_apologised_for_once_and_kept_without_a_word(
    house: House, pupil: Chat, store: Store
) -> None:
    await pupil.says("/start")
    await pupil.says("/help")
    assert len(pupil.told) == 2
    [error] = await aside(store)
    assert error.startswith("KeyError at test_turns.py:")
    assert POISON not in error
    assert not house.playground.updates.waiting
    await pupil.says("/start")
    assert pupil.title == "Жұмысшы мамандықтарының қалта нұсқаулығы"


async def test_a_poison_update_leaves_nothing_half_done(pupil: Chat, store: Store) -> None:
    await pupil.says("/help")
    assert await store.do(saved) == []


def saved(session: Session) -> list[str]:
    """All that anybody keeps."""
    return list(session.scalars(select(people.Saved.path)))


async def test_a_poison_update_harms_no_neighbours(house: House, store: Store) -> None:
    pupil, parent = Chat(house, PUPIL), Chat(house, PARENT)
    poison = house.playground.updates.next_id
    house.playground.say(PUPIL, "/help")
    await parent.says("/start")
    await house.playground.until(lambda: poison not in house.playground.updates.waiting)
    await house.edge.turns.finish()
    assert parent.title == "Карманный гид по рабочим профессиям"
    assert len(pupil.told) == 1


async def test_poison_told_five_times_at_once_is_kept_aside_once(
    house: House, pupil: Chat, store: Store
) -> None:
    house.playground.knobs.turn(duplicates=5)
    await pupil.says("/help")
    assert len(await aside(store)) == 1


@pytest.mark.parametrize(
    "data", ["prof-lamplighter", "nosuch-door", "save-", "x" * 64, "save-welder-1-2-3", "Ә", "-"]
)
async def test_a_button_of_another_time_leads_home(data: str, pupil: Chat) -> None:
    await pupil.says("/start")
    await pupil.taps_data(data)
    assert len(pupil.buttons) > 3
    assert len(pupil.told) == 1


async def test_a_tap_answered_too_late_still_shows_what_was_asked_for(
    house: House, pupil: Chat
) -> None:
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await pupil.says("/start")
    house.playground.faults.order(fault="400", method="answerCallbackQuery", description=words)
    before = pupil.title
    newest = pupil.newest["message_id"]
    label = next(each for each in pupil.buttons if "Мамандықтар" in each)
    await house.settled(PUPIL, lambda: house.playground.press(PUPIL, newest, label=label))
    assert pupil.title != before


async def test_ten_taps_in_a_moment_have_one_effect_and_are_all_answered(
    house: House, pupil: Chat, store: Store
) -> None:
    await pupil.says("/start")
    newest = pupil.newest["message_id"]

    def ten() -> None:
        for _ in range(10):
            tapped = house.playground.press(PUPIL, newest, "save-welder")
            queries.append(tapped["query_id"])

    queries: list[str] = []
    await house.settled(PUPIL, ten)
    asked = [house.playground.queries.find(query) for query in queries]
    assert all(query and query.answer is not None for query in asked)
    assert await store.do(saved) == ["professions/welder"]
    assert len(pupil.told) == 1
