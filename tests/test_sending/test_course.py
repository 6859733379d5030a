"""The course of announcements, whatever people do in whatever order: totals always add up."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.guidance.hours import awake
from bot.heard import Heard
from bot.posting import Fate
from bot.rooms.announcements.drafts import mark
from bot.ui import Message
from db import announcements, ledger, people, topics
from db.announcements import Announcement, Delivery
from db.base import open_store
from tests.chaos.broadcast import AUTHOR, FIRST, populate
from tests.databases import furnished, stocked
from tests.test_sending.stand import NOON, Fates, Hour, Stand, emptied

PEOPLE = range(FIRST, FIRST + 6)
OWNERS = ("one", "another")
ENDINGS = ("sent", "sent", "sent", "blocked", "refused", "unknown", "slow", "unsent")
Sent = tuple[int, int]  # an announcement, and somebody who got it


class Crowd(Fates):
    """People who block and mute as they like, and a network that fails as it likes."""

    def __init__(self, chance: Random, hour: Hour) -> None:
        super().__init__()
        self.chance, self.hour = chance, hour
        self.blocked: set[int] = set()
        self.tried: Counter[Sent] = Counter()
        self.at: list[datetime] = []

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring it, perhaps."""
        if person == AUTHOR:
            return Fate("sent", 1)
        if person in self.blocked:
            return Fate("blocked", why="blocked")
        ending: Any = self.chance.choice(ENDINGS)
        if ending in ("sent", "unknown"):
            self.tried[int(message.text.split()[1]), person] += 1
            self.at.append(self.hour())
        return Fate(ending, 7 if ending == "sent" else None, 5.0, why="")


class Course(RuleBasedStateMachine):
    """One counselor, six people, any number of announcements, two processes that send."""

    stand: Stand
    loop: asyncio.Runner
    written: Bundle[int] = Bundle("written")

    @initialize(target=written, seed=st.integers(0, 999))
    def begins(self, seed: int) -> int:
        """A new morning, with one announcement on its way."""
        self.updates = count(1)
        hour = Hour()
        self.crowd = Crowd(Random(seed), hour)
        self.here = replace(self.stand, post=self.crowd, hour=hour)
        self.talk = Conversation(
            self.here.store, self.here.shelf, ROUTER, "guide_bot", clock=hour, admins=(AUTHOR,)
        )
        self.stopped: dict[int, Counter[Sent]] = {}
        self.muted: dict[int, Counter[Sent]] = {}
        self.do(self.here.do(emptied))
        self.do(self.here.do(lambda session: populate(session, len(PEOPLE))))
        return self.composed(asks=False, at_once=True)

    def do(self, work: Any) -> Any:
        """Have it done, and wait for it."""
        return self.loop.run(work)

    def taps(self, data: str) -> None:
        """The counselor taps a button."""
        heard = Heard(next(self.updates), "tap", person=AUTHOR, tapped=data)
        self.do(self.talk.hear(heard))

    def says(self, words: str) -> None:
        """The counselor types."""
        self.do(self.talk.hear(Heard(next(self.updates), "words", person=AUTHOR, words=words)))

    # --- what the counselor does ---

    @rule(target=written, asks=st.booleans(), at_once=st.booleans())
    def composes(self, asks: bool, at_once: bool) -> int:
        """Write one more, and perhaps send it."""
        return self.composed(asks=asks, at_once=at_once)

    def composed(self, *, asks: bool, at_once: bool) -> int:
        """A new one, which was looked at."""

        def drafted(session: Session) -> int:
            one = announcements.draft(session, AUTHOR, self.here.hour())
            one.speak("kk", f"Жаңалық {one.id} бар")
            one.fallback, one.asks = "kk", asks
            one.seen = mark(one)
            return one.id

        number: int = self.do(self.here.do(drafted))
        if at_once:
            self.taps(f"ansend-{number}")
        return number

    @rule(number=written, twice=st.booleans())
    def sends(self, number: int, twice: bool) -> None:
        """Send it, perhaps with a nervous finger."""
        for _ in range(1 + twice):
            self.taps(f"ansend-{number}")
        self.notes(number)

    @rule(number=written, hours=st.integers(-1, 20))
    def schedules(self, number: int, hours: int) -> None:
        """Give it an hour, perhaps one that is over, or at night."""
        at = self.here.hour() + timedelta(hours=hours + 5)
        self.taps(f"anwhen-{number}")
        self.says(at.strftime("%d.%m.%Y %H:%M"))

    @rule(number=written, what=st.sampled_from(["pause", "resume", "resume", "missed"]))
    def changes_her_mind(self, number: int, what: str) -> None:
        """Pause, go on, send to those missed."""
        if what == "missed":
            self.again(number)
        self.taps(f"an{what}-{number}")
        self.notes(number)

    def notes(self, number: int) -> None:
        """Remember whom it had reached when it stood still, for as long as it does."""
        self.stopped.pop(number, None)
        one = self.do(self.here.one(number))
        if one.stage in ("paused", "cancelled"):
            self.stopped[number] = self.crowd.tried.copy()
            self.do(self.here.serve(number, one.run))  # whoever was at it looks once more
            self.nothing_after_the_end()

    def again(self, number: int) -> None:
        """Those it did not reach may get it once more."""
        for sent in [each for each in self.crowd.tried if each[0] == number]:
            row = self.do(self.here.do(partial(_row, sent=sent)))
            if row and row.state in ("unknown", "failed") and not row.due:
                self.crowd.tried[sent] = 0

    @rule(number=written, sure=st.integers(0, 4))
    def cancels(self, number: int, sure: int) -> None:
        """Stop it for good, which is seldom meant."""
        self.taps(f"anask-{number}" if sure else f"ancancel-{number}")
        self.notes(number)

    @rule(number=written, back=st.booleans())
    def mends_or_recalls(self, number: int, back: bool) -> None:
        """Change the words for everybody who got it, or take it back."""
        if back:
            self.taps(f"anback-{number}")
            self.notes(number)
            return
        self.taps(f"anwords-{number}_kk")
        self.says(f"Жаңалық {number} басқа")
        self.taps(f"anpreview-{number}")
        self.taps(f"anedit-{number}")
        self.notes(number)

    # --- what others do ---

    @rule(person=st.sampled_from(PEOPLE), how=st.sampled_from(["block", "return", "mute", "hear"]))
    def somebody(self, person: int, how: str) -> None:
        """Blocks the bot, comes back, switches the topic off, or on."""
        if how in ("block", "return"):
            (self.crowd.blocked.add if how == "block" else self.crowd.blocked.discard)(person)
        if how == "return":
            self.do(self.here.do(lambda s: people.meet(s, person, "kk", 0, NOON) and None))
        if how == "mute":
            self.do(self.here.do(lambda s: topics.unwant(s, person, "news")))
            self.muted[person] = self.crowd.tried.copy()
        if how == "hear":
            self.do(self.here.do(lambda s: topics.want(s, person, "news")))
            self.muted.pop(person, None)

    @rule(minutes=st.sampled_from([1, 1, 10, 70, 840]))
    def time_passes(self, minutes: int) -> None:
        """An hour, a night."""
        self.here.hour.now += timedelta(minutes=minutes)

    def a_process_sends(self, owner: str, most: int) -> None:
        """Some of what is due, in one of the processes; a minute goes by."""
        self.do(replace(self.here, owner=owner).carried(most))
        self.here.hour.now += timedelta(minutes=1)

    at_work = rule(owner=st.sampled_from(OWNERS), most=st.integers(1, 4))(a_process_sends)
    at_more = rule(owner=st.sampled_from(OWNERS), most=st.integers(1, 4))(a_process_sends)
    at_most = rule(owner=st.sampled_from(OWNERS), most=st.integers(3, 9))(a_process_sends)

    @rule(number=written, owner=st.sampled_from(OWNERS))
    def a_lane_goes_on(self, number: int, owner: str) -> None:
        """A lane that had begun goes on, whatever has become of its announcement."""
        run = self.do(self.here.one(number)).run
        self.do(replace(self.here, owner=owner).serve(number, run))

    @rule(seed=st.integers(0, 10**6))
    def a_busy_day(self, seed: int) -> None:
        """Much of all that, one after the other."""
        chance = Random(seed)
        numbers = [self.composed(asks=False, at_once=True) for _ in range(2)]
        for _ in range(20):
            self._acts(chance, chance.choice(numbers))
            self.totals_add_up_and_nobody_twice()
            self.nothing_after_the_end()

    def _acts(self, chance: Random, number: int) -> None:
        """One of them, by chance; mostly something is sent."""
        owner, person = chance.choice(OWNERS), chance.choice(PEOPLE)
        acts: list[Callable[[], object]] = [
            lambda: self.a_process_sends(owner, chance.randint(1, 4)),
            lambda: self.a_process_sends(owner, chance.randint(1, 4)),
            lambda: self.a_lane_goes_on(number, owner),
            lambda: self.changes_her_mind(number, chance.choice(["pause", "resume", "missed"])),
            lambda: self.cancels(number, chance.randint(0, 9)),
            lambda: self.mends_or_recalls(number, chance.random() < 0.5),
            lambda: self.somebody(person, chance.choice(["block", "return", "mute", "hear"])),
        ]
        chance.choice(acts)()

    # --- what always holds ---

    @invariant()
    def totals_add_up_and_nobody_twice(self) -> None:
        """Each row is in one state, and what its author is told is the sum of them.

        Twice only where nobody knew, and then it is listed; never a third time.
        """
        whole, listed = self.do(self.here.do(_whole))
        for stage, rows, standing in whole:
            assert standing.total + sum(standing.skipped.values()) == rows
            assert 0 <= standing.left <= rows
            assert stage != "done" or standing.waiting == 0
        twice = {sent for sent, times in self.crowd.tried.items() if times > 1}
        assert twice <= listed
        assert max(self.crowd.tried.values(), default=0) <= 2

    @invariant()
    def nothing_after_the_end(self) -> None:
        """Neither to anybody after it was cancelled, nor to whoever had switched the topic off."""
        for number, before in self.stopped.items():
            assert _of(self.crowd.tried, 0, number) == _of(before, 0, number)
        for person, before in self.muted.items():
            assert _of(self.crowd.tried, 1, person) <= _of(before, 1, person)

    @invariant()
    def nobody_at_night(self) -> None:
        """Quiet hours are kept."""
        assert all(awake(moment) == moment for moment in self.crowd.at)


def _of(tried: Counter[Sent], place: int, whose: int) -> Counter[Sent]:
    return Counter({sent: times for sent, times in tried.items() if sent[place] == whose and times})


def _row(session: Session, sent: Sent) -> Delivery | None:
    return session.get(Delivery, sent)


def _whole(session: Session) -> tuple[list[tuple[str, int, Any]], set[Sent]]:
    """Each announcement's stage, rows and standing; and who may have got what twice."""
    rows = dict(
        session.execute(
            select(Delivery.announcement_id, func.count()).group_by(Delivery.announcement_id)
        ).all()
    )
    every = session.scalars(select(Announcement)).all()
    whole = [(one.stage, rows.get(one.id, 0), ledger.standing(session, one)) for one in every]
    doubled = select(Delivery.announcement_id, Delivery.person_id).where(Delivery.twice)
    return whole, {(number, person) for number, person in session.execute(doubled)}


def played(kind: str, folder: Path, examples: int, steps: int) -> None:
    """Play so many courses of so many steps, the same each time; raises where one goes wrong."""
    with asyncio.Runner() as loop:
        store = open_store(furnished(kind, folder))
        shelf = loop.run(stocked(store))
        found: Any = type("Here", (Course,), {"stand": Stand(store, shelf), "loop": loop})
        how = settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(found, settings=how)
        loop.run(store.close())


@pytest.mark.parametrize(("kind", "examples"), [("sqlite", 3), ("postgresql", 1)])
def test_whatever_is_done_in_whatever_order(kind: str, examples: int, tmp_path: Path) -> None:
    """F62: paused, resumed, cancelled, mended, recalled; with time passing and people leaving.

    Many more of them: `python -m tests.chaos course`.
    """
    played(kind, tmp_path, examples, 5)
