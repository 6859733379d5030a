"""The depot: where the lanes of one process hand in how it went and are given whom to serve.

Each message is claimed and settled by itself; but what several lanes ask at the same moment is
done in one transaction, with one statement for all of them.
"""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
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
from db.claims import Parcel, Settled
from db.lanes import Claimant

log = structlog.get_logger()

LOST = 1.0  # seconds until the database is asked again
LOOKS = 50  # rows a lane passes over in one transaction, at most
STANDS = ("closed", "slowed")  # why nothing more is sent until somebody lets it go on
GATHER = 0.003  # seconds the first who comes waits for the others that are on their way
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
    """A lane at the depot: how its last one went, and whether it wants another."""

    who: Claimant
    errand: Errand
    how: Settled | None = None
    more: bool = True


class Depot:
    """Serves the lanes of this process, those that wait together."""

    def __init__(
        self, store: Store, shelf: Shelf, tempo: Tempo, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._shelf, self._tempo, self._clock = store, shelf, tempo, clock
        self.voices = {language: Voice(language) for language in LANGUAGES}
        self._waiting: list[tuple[Visit, asyncio.Future[Load | None]]] = []
        self._away: set[Claimant] = set()
        self._all_here = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None

    async def visit(self, visit: Visit) -> Load | None:
        """Write down how the last one went and claim the next; None where there is none."""
        answer: asyncio.Future[Load | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((visit, answer))
        self._away.discard(visit.who)
        if not self._away:
            self._all_here.set()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        return await answer

    async def _serve(self) -> None:
        """Serve those who wait, until nobody does."""
        while self._waiting:
            await self._gathered()
            some, self._waiting = self._waiting, []
            try:
                loads = await insist(self._store, self._work([visit for visit, _ in some]))
            except Exception as error:  # whoever asked is told
                _refuse([answer for _, answer in some], error)
            else:
                self._away.update(loads)
                self._all_here.clear()
                _answer([(answer, loads.get(visit.who)) for visit, answer in some])

    async def _gathered(self) -> None:
        """Wait a little for the lanes that are away, so that fewer transactions serve them."""
        with suppress(TimeoutError):
            async with asyncio.timeout(GATHER):
                await self._all_here.wait()

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
        errand, lanes = _least(visits), [visit.who for visit in visits]
        loads: dict[Claimant, Load] = {}
        for _ in range(LOOKS):
            if not lanes:
                break
            parcels = _next(session, errand, lanes, moment)
            why = errand.objections(session, parcels.values())
            for who, parcel in parcels.items():
                if parcel.person in why:
                    _pass_over(session, who, parcel, why[parcel.person], moment)
                else:
                    loads[who] = self._load(session, errand, parcel, moment)
            lanes = [who for who in parcels if who not in loads]
        for visit in visits:
            visit.errand.after = errand.after
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


def _least(visits: list[Visit]) -> Errand:
    """The errand that has looked least far: there may be some due whom the others passed."""
    return min((visit.errand for visit in visits), key=lambda errand: errand.after)


def _next(
    session: Session, errand: Errand, lanes: list[Claimant], moment: datetime
) -> dict[Claimant, Parcel]:
    """The next for each lane; where the end is reached, those who have become due meanwhile."""
    parcels = claims.claim(session, lanes, moment, errand.after)
    if errand.after and len(parcels) < len(lanes):
        left = [who for who in lanes if who not in parcels]
        parcels |= claims.claim(session, left, moment)
    errand.after = max((parcel.person for parcel in parcels.values()), default=0)
    return parcels


def _pass_over(session: Session, who: Claimant, parcel: Parcel, why: str, moment: datetime) -> None:
    claims.settle(session, who, Settled(parcel.person, "skipped", why=why, unsent=1), moment)


def _write(session: Session, who: Claimant, how: Settled, moment: datetime) -> None:
    claims.settle(session, who, how, moment)
    if how.state in ("blocked", "gone"):
        people.out_of_reach(session, how.person, moment)
    if how.why in STANDS:
        move(session, who.announcement, ("running",), "paused", why=how.why)
