"""The counter: where the lanes of one process hand in how it went and are given whom to serve.

Each message is claimed and settled by itself; but what several lanes ask at the same moment is
done in one transaction, with one statement for all of them.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeVar

import structlog
from sqlalchemy.orm import Session

from bot.conversation import Shelf
from bot.errand import Errand
from bot.tempo import Tempo
from bot.ui import Message, Voice
from content.kinds import LANGUAGES
from db import claims, people
from db.announcements import move
from db.base import Away, Store
from db.claims import Claimant, Parcel, Settled

log = structlog.get_logger()

LOST = 1.0  # seconds until the database is asked again
LOOKS = 50  # rows a lane passes over in one transaction, at most
STANDS = ("closed", "slowed")  # why nothing more is sent until somebody lets it go on
BESIDE = 2  # transactions at a time: while one is under way, the next lanes gather
Done = TypeVar("Done")


@dataclass(frozen=True)
class Load:
    """What a lane has to send now: for whom, and in which words."""

    parcel: Parcel
    message: Message
    leaves: float
    paid: bool = False


@dataclass(frozen=True)
class Visit:
    """A lane at the counter: how its last one went, and whether it wants another."""

    who: Claimant
    errand: Errand
    how: Settled | None = None
    more: bool = True


class Counter:
    """Serves the lanes of this process, those that wait together."""

    def __init__(
        self, store: Store, shelf: Shelf, tempo: Tempo, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._shelf, self._tempo, self._clock = store, shelf, tempo, clock
        self.voices = {language: Voice(language) for language in LANGUAGES}
        self._waiting: list[tuple[Visit, asyncio.Future[Load | None]]] = []
        self._serving: set[asyncio.Task[None]] = set()

    async def visit(self, visit: Visit) -> Load | None:
        """Write down how the last one went and claim the next; None where there is none."""
        answer: asyncio.Future[Load | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((visit, answer))
        if len(self._serving) < BESIDE:
            serving = asyncio.create_task(self._serve())
            self._serving.add(serving)
            serving.add_done_callback(self._serving.discard)
        return await answer

    async def _serve(self) -> None:
        """Serve those who wait, until nobody does."""
        while self._waiting:
            some, self._waiting = self._waiting, []
            try:
                loads = await insist(self._store, self._work([visit for visit, _ in some]))
            except Exception as error:  # whoever asked is told
                _refuse([answer for _, answer in some], error)
            else:
                _answer([(answer, loads.get(visit.who)) for visit, answer in some])

    def _work(self, visits: list[Visit]) -> Callable[[Session], dict[Claimant, Load]]:
        return lambda session: self._served(session, visits)

    def _served(self, session: Session, visits: list[Visit]) -> dict[Claimant, Load]:
        moment = self._clock()
        for visit in visits:
            if visit.how:
                _write(session, visit.who, visit.how, moment)
        if self._tempo.awake(moment) > moment:
            return {}
        loads: dict[Claimant, Load] = {}
        for _, same in groupby(sorted(filter(_wants_more, visits), key=_run), key=_run):
            loads |= self._claimed(session, list(same), moment)
        return loads

    def _claimed(
        self, session: Session, visits: list[Visit], moment: datetime
    ) -> dict[Claimant, Load]:
        """The next who should still get it, for each lane; who should not is passed over."""
        errand, lanes = visits[0].errand, [visit.who for visit in visits]
        loads: dict[Claimant, Load] = {}
        for _ in range(LOOKS):
            parcels = claims.claim(session, lanes, moment)
            why = errand.objections(session, parcels.values())
            lanes = [who for who, parcel in parcels.items() if parcel.person in why]
            for who, parcel in parcels.items():
                if who not in lanes:
                    loads[who] = self._load(session, errand, parcel, moment)
            _pass_over(session, lanes, parcels, why, moment)
            if not lanes:
                break
        return loads

    def _load(self, session: Session, errand: Errand, parcel: Parcel, moment: datetime) -> Load:
        leaves = self._tempo.leaves(session, moment, paid=errand.one.paid)
        words = errand.words(parcel, self.voices, self._shelf.catalogue)
        return Load(parcel, words, leaves, errand.one.paid)


async def insist(store: Store, work: Callable[[Session], Done]) -> Done:
    """Do it in a transaction; while the database is away nothing is sent."""
    while True:
        try:
            return await store.do(work)
        except Away:
            log.warning("the database is away; nothing is sent meanwhile")
            await asyncio.sleep(LOST)


def _wants_more(visit: Visit) -> bool:
    return visit.more


def _run(visit: Visit) -> tuple[int, int]:
    return visit.who.announcement, visit.who.run


def _answer(answers: Iterable[tuple["asyncio.Future[Load | None]", Load | None]]) -> None:
    for answer, load in answers:
        if not answer.done():  # whoever asked may have gone
            answer.set_result(load)


def _refuse(answers: Iterable["asyncio.Future[Load | None]"], error: Exception) -> None:
    for answer in answers:
        if not answer.done():
            answer.set_exception(error)


def _pass_over(
    session: Session,
    lanes: list[Claimant],
    parcels: dict[Claimant, Parcel],
    why: dict[int, str],
    moment: datetime,
) -> None:
    for who in lanes:
        person = parcels[who].person
        skipped = Settled(person, "skipped", why=why[person], unsent=1)
        claims.settle(session, who, skipped, moment)


def _write(session: Session, who: Claimant, how: Settled, moment: datetime) -> None:
    claims.settle(session, who, how, moment)
    if how.state in ("blocked", "gone"):
        people.out_of_reach(session, how.person, moment)
    if how.why in STANDS:
        move(session, who.announcement, ("running",), "paused", why=how.why)
