"""Dispatch: sets announcements going at their hour, and closes them with a report to the author.

Everything is checked again at the hour: the author's right, how late it is, whether anything is
left to do. Durable work is woken only where there is some, for it takes memory.
"""

import asyncio
import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import structlog
from sqlalchemy.orm import Session

from bot.board import Board, Said
from bot.courier import Courier
from bot.depot import insist
from bot.logs import place_of
from db import agenda, audit, executors, homes, ledger, letters, staff
from db.announcements import Announcement, found, move
from db.base import Store

log = structlog.get_logger()

LATE = timedelta(minutes=60)  # older than that, somebody has to say that it may still go out
OFTEN, BEATS = 1.0, 10.0  # seconds between looks, and between heartbeats
HOURLY = 3600.0  # seconds between looks for whoever is to be reminded of something
SOON, LONG, OVER = 0.5, 60.0, -1.0  # seconds a run rests, at least and at most; it is over


class Engine(Protocol):
    """Durable work, as dispatch needs it."""

    async def launch(self) -> None:
        """Begin, and go on with what this process left."""
        ...

    async def begin(self, number: int, run: int) -> None:
        """Begin a run, once, however often it is asked for."""
        ...

    def take_over(self, executors: list[str]) -> None:
        """Go on with what these have left."""
        ...

    async def end(self) -> None:
        """Leave what is under way to be taken up again."""
        ...


class Dispatch:
    """Watches what is to be sent, and carries each run of it out."""

    def __init__(
        self,
        store: Store,
        courier: Courier,
        admins: Collection[int] = (),
        *,
        wake: Callable[["Dispatch"], Engine],
        executor: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._courier, self._admins = store, courier, admins
        self._wake, self._executor, self._clock = wake, executor, clock
        self._engine: Engine | None = None
        self._board = Board(store, courier, clock)
        self._beaten, self._renewed = -BEATS, -HOURLY
        self.looked = asyncio.Event()

    # --- the watch ---

    async def watch(self) -> None:
        """Begin what is to be begun, say that we live, take over from whoever fell silent."""
        while True:
            try:
                await self.look() if self._courier.ready else None
            except Exception as error:  # whatever it is, the next look may be better
                log.warning("dispatch looked in vain", error=place_of(error))
            await asyncio.sleep(OFTEN)

    async def end(self) -> None:
        """Claim nothing more, finish what left, and leave the rest to be taken up again."""
        self._courier.stopping.set()
        await self._courier.idle()
        if self._engine:
            await self._engine.end()

    async def look(self) -> None:
        """Look once at what there is to do, and do it."""
        fresh, busy, held = await self._store.do(self._work)
        self.looked.set()
        for said in held:
            await self._courier.say(*said)
        if time.monotonic() - self._beaten > BEATS and (fresh or busy or self._engine):
            await self._beat()  # before anything runs, or others take it for what a dead one left
        if fresh or busy:
            await self._set_going(fresh)

    def _work(self, session: Session) -> tuple[list[tuple[int, int]], bool, list[Said]]:
        held = self._hold_what_is_old(session) if self._engine is None else []
        for number in agenda.to_remind(session, self._clock()):
            self._remind(session, number)
        if time.monotonic() - self._renewed > HOURLY:
            self._renewed = time.monotonic()
            agenda.renew_reminders(session, self._clock())
        return agenda.to_begin(session, self._clock()), agenda.under_way(session), held

    def _hold_what_is_old(self, session: Session) -> list[Said]:
        """Nothing of yesterday goes on by itself, nor from a copy that was started elsewhere.

        What is to be said to the authors of what stands still.
        """
        if not (held := self._held(session)):
            return []
        log.warning("announcements stand still", many=len(held))
        said = [self._board.progress(session, session.get_one(Announcement, n)) for n in held]
        return [each for each in said if each]

    def _held(self, session: Session) -> list[int]:
        beat, now = executors.newest(session), self._clock()
        if not self.looked.is_set() and homes.moved(session):
            letters.hold(session, now)
            return agenda.stand_still(session, now, moved=True)
        if not beat or now - beat <= LATE:
            return []
        agenda.let_reminders_go(session, now)
        return agenda.hold(session)

    def _remind(self, session: Session, number: int) -> None:
        """Once, and only those who did not answer."""
        session.get_one(Announcement, number).reminds = 1
        if agenda.remind(session, number):
            move(session, number, ("done",), "running")

    async def _set_going(self, fresh: list[tuple[int, int]]) -> None:
        engine = await self._awake()
        for number, run in fresh:
            await engine.begin(number, run)
            await self._store.do(partial(agenda.begun, number=number, run=run))

    async def _awake(self) -> Engine:
        """Durable work, launched when it is first needed."""
        if self._engine is None:
            engine = self._wake(self)
            await engine.launch()
            self._engine = engine  # only now: what could not be launched is woken anew
        return self._engine

    async def _beat(self) -> None:
        self._beaten = time.monotonic()
        silent = await self._store.do(self._listen)
        if silent:
            log.warning("others fell silent; we go on with theirs", executors=silent)
            (await self._awake()).take_over(silent)

    def _listen(self, session: Session) -> list[str]:
        executors.beat(session, self._executor, self._clock())
        return executors.silent(session, self._clock())

    # --- what a run is made of ---

    async def open(self, number: int, run: int) -> bool:
        """Write a row a recipient, where it may still go out; else its author is told why."""
        refused = await self._courier.tried(number)
        fine, said = await insist(self._store, lambda s: self._opened(s, number, run, refused))
        if said:
            await self._courier.say(*said)
        return fine

    async def carry(self, number: int, run: int, lane: int) -> str:
        """Serve a part of it; the first lane shows the author how far it has come."""
        if lane == 0:
            await self._board.show(number)
        carried = await self._courier.carry(number, run, lane)
        if self._courier.stopping.is_set():
            await asyncio.Event().wait()  # not over: whoever takes this up goes on with it
        return carried

    async def rest(self, number: int, run: int) -> float:
        """Seconds until it can go on; where nothing is left, the report, and it is over."""
        seconds, said = await insist(self._store, lambda s: self._rested(s, number, run))
        if said:
            await self._courier.say(*said)
        await insist(self._store, lambda session: self._close(session, number, run))
        return seconds

    def _opened(
        self, session: Session, number: int, run: int, refused: bool
    ) -> tuple[bool, Said | None]:
        one = found(session, number)
        if one is None or one.run != run or one.stage not in ("scheduled", "running"):
            return False, None
        if one.stage == "running":
            return True, None
        if refused:
            return False, self._board.returned(session, one)
        if why := self._objection(session, one):
            one.stage, one.why = "paused", why
            return False, self._board.progress(session, one)
        self._begin(session, one)
        return True, None

    def _begin(self, session: Session, one: Announcement) -> None:
        one.paid = one.paid and self._is_admin(session, one.author_id)
        reach, what = ledger.opened(session, one, self._clock()), f"announcements/{one.id}"
        one.stage, one.why, one.sent_from = "running", "", self._clock()
        audit.note(session, one.author_id, "opened", what, self._clock(), reach)

    def _is_admin(self, session: Session, person: int) -> bool:
        member = staff.member(session, person)
        return person in self._admins or (member is not None and member.role == "admin")

    def _objection(self, session: Session, one: Announcement) -> str:
        """Why it does not go out now: nobody of the staff stands for it, or it is too late."""
        if one.author_id not in self._admins and staff.member(session, one.author_id) is None:
            return "author"
        late = one.run_at is not None and self._clock() - one.run_at > LATE
        return "late" if late else ""

    def _rested(self, session: Session, number: int, run: int) -> tuple[float, Said | None]:
        one = found(session, number)
        if one is None or one.run != run:
            return OVER, None
        if one.stage == "paused" and one.why:
            return OVER, self._board.progress(session, one)
        if one.stage != "running":
            return OVER, None
        if not ledger.due(session, number):
            return OVER, self._board.report(session, one)
        moment = self._clock()
        until = max(self._courier.awake(moment), agenda.next_due(session, number) or moment)
        return min(LONG, max(SOON, (until - moment).total_seconds())), None

    def _close(self, session: Session, number: int, run: int) -> None:
        one = found(session, number)
        if one and one.run == run and one.stage == "running" and not ledger.due(session, number):
            one.stage, one.closed_at = "done", self._clock()
