"""Slow work of a turn: done between two transactions, while others are answered."""

import asyncio
import threading
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import text

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.heard import Heard
from bot.rooms.interests.intents import OpenResult
from bot.rooms.professions.intents import OpenProfession, SaveProfession
from bot.turn import Slow, Turn
from bot.ui import Intent
from content.kinds import LANGUAGES, Language
from db import people
from db.base import Store
from tests.databases import stocked
from tests.gallery import turns
from tests.sitters import METAL
from tests.sittings import asked, sat, sat_through

PATIENCE = 20.0  # seconds until a test that hangs is a failed one
SLOWLY = Heard(1, "tap", person=1001, tapped=SaveProfession("welder").pack())


@dataclass
class Door:
    """A door behind which something takes as long as is wished."""

    begun: threading.Event = field(default_factory=threading.Event)
    enough: threading.Event = field(default_factory=threading.Event)
    worked: list[str] = field(default_factory=list)
    wrong: bool = False

    def save(self, intent: SaveProfession, turn: Turn) -> Intent:
        """Keep the profession, and think of it for a while."""
        people.save(turn.session, turn.person, f"professions/{intent.profession}", turn.now)
        turn.think("long", self._work)
        return OpenProfession(intent.profession)

    def _work(self) -> None:
        self.begun.set()
        if self.wrong or not self.enough.wait(PATIENCE):
            raise ArithmeticError
        self.worked.append(threading.current_thread().name)


async def behind(door: Door, store: Store) -> Conversation:
    """A conversation that has this door."""
    shelf = await stocked(store)
    router = replace(ROUTER, doors={**ROUTER.doors, SaveProfession: door.save})
    return Conversation(store, shelf, router)


async def test_others_are_answered_while_it_is_worked_out(store: Store) -> None:
    door = Door()
    talk = await behind(door, store)
    waiting = asyncio.create_task(talk.hear(SLOWLY))
    assert await asyncio.to_thread(door.begun.wait, PATIENCE)
    other = Heard(2, "tap", person=1002, tapped=OpenProfession("welder").pack())
    assert await asyncio.wait_for(talk.hear(other), PATIENCE)
    assert not waiting.done()
    door.enough.set()
    assert await waiting == await talk.hear(SLOWLY)
    assert len(door.worked) == 1
    assert door.worked != ["writer"]


async def test_cut_off_in_between_it_is_told_again_and_answered(store: Store) -> None:
    door = Door()
    talk = await behind(door, store)
    cut = asyncio.create_task(talk.hear(SLOWLY))
    assert await asyncio.to_thread(door.begun.wait, PATIENCE)
    cut.cancel()
    door.enough.set()
    again = await talk.hear(SLOWLY)
    assert again is not None
    assert again == await talk.hear(SLOWLY)


async def test_what_goes_wrong_in_it_is_apologised_for_once(store: Store) -> None:
    talk = await behind(Door(wrong=True), store)
    sorry = await talk.hear(SLOWLY)
    assert sorry == await talk.hear(SLOWLY)
    aside = await store.do(lambda s: s.scalar(text("SELECT error FROM aside")))
    assert str(aside).startswith("ArithmeticError at test_slow.py")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_of_a_test_is_such_work(language: Language) -> None:
    with turns(language) as turn:
        at_once = sat(METAL, turn())
        patient = turn()
        patient.thoughts = {}
        with pytest.raises(Slow) as slow:
            sat_through(METAL, patient)
        patient.thoughts = {slow.value.key: slow.value.work()}
        assert asked(OpenResult(1), patient) == at_once
