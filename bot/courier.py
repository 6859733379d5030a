"""The courier: takes announcements to people, one at a time, and tells how it went.

Each message is claimed in one transaction, sent, and its fate written down in the next: whoever
kills the process between the two leaves one claim a lane, which is sent once more and listed.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import Literal, TypeVar

import structlog
from sqlalchemy.orm import Session

from bot.conversation import Shelf, now
from bot.depot import STANDS, Depot, Load, Visit, insist
from bot.errand import Errand
from bot.fates import settled
from bot.posting import Fate, Post
from bot.rooms.announcements.saying import attached_to, told
from bot.tempo import Tempo
from bot.ui import Message, Screen
from content.kinds import Language
from db import claims, gate, lanes
from db.announcements import found, spoken
from db.base import Store
from db.claims import Parcel, Settled
from db.lanes import Claimant

log = structlog.get_logger()

TOO_LATE = 0.1  # seconds after its moment a message does not leave any more
WHILE = 5.0  # seconds a lane serves until it is written down how far the run has come
GRACE = 4.0  # seconds what is on its way may still take, once asked to stop
Carried = Literal["more", "over"]
Done = TypeVar("Done")


class Courier:
    """Serves announcements; several of it, in several processes, share one ledger and one pace."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        post: Post,
        *,
        owner: str,
        tempo: Tempo,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store, self._shelf, self._post = store, shelf, post
        self.owner, self._tempo, self._clock = owner, tempo, clock
        self.awake, self.ends = tempo.awake, tempo.ends
        self._depot = Depot(store, shelf, tempo, clock)
        self._voices = self._depot.voices
        self._serving: set[asyncio.Future[Carried]] = set()
        self.stopping = asyncio.Event()

    @property
    def ready(self) -> bool:
        """Whether there is a catalogue, of which announcements may speak."""
        return bool(self._shelf.catalogue.edition)

    async def carry(self, number: int, run: int, lane: int, most: int = 10_000) -> Carried:
        """Serve people of an announcement in this lane for a while; whether there may be more."""
        who = Claimant(number, run, lane, self.owner)
        errand = await self._do(lambda session: _taken_over(session, who))
        if errand is None:
            return "over"
        serving = asyncio.ensure_future(self._served(who, errand, most))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        return await serving

    async def _served(self, who: Claimant, errand: Errand, most: int) -> Carried:
        how: Settled | None = None
        until = time.monotonic() + WHILE
        for _ in range(most):
            if time.monotonic() > until:
                break
            more = not self.stopping.is_set()
            load = await self._depot.visit(Visit(who, errand, how, more))
            if load is None:
                return "over"
            how = await self._brought(who, load)
        await self._depot.visit(Visit(who, errand, how, more=False))
        return "more"

    async def tried(self, number: int) -> bool:
        """Send what brings files to its author before anybody; whether Telegram refuses it."""
        load = await self._do(lambda session: self._own(session, number))
        fate = await self._post.send(load[0], load[1]) if load else None
        return fate is not None and fate.how == "refused"

    def _own(self, session: Session, number: int) -> tuple[int, Message] | None:
        one = found(session, number)
        if one is None or one.stage != "scheduled" or not attached_to(one):
            return None
        language = spoken(session, one)
        screen = told(one, language, self._shelf.catalogue)
        return one.author_id, self._voices[language].say(screen)

    async def say(
        self, person: int, screen: Screen, language: Language, instead_of: int | None = None
    ) -> Fate:
        """Say something to one person at once, perhaps in the place of an older message."""
        message = self._voices[language].say(screen)
        if instead_of:
            return await self._post.change(person, instead_of, message)
        return await self._post.send(person, message)

    async def idle(self) -> None:
        """Wait until nothing of ours is on its way, or what is takes too long."""
        if self._serving:
            await asyncio.wait(self._serving, timeout=GRACE)

    async def _brought(self, who: Claimant, load: Load) -> Settled:
        """Send it at its moment; how it went. Who was forgotten while it waited gets nothing."""
        await self._moment(load)
        person, waited = load.parcel.person, load.leaves and not load.paid
        if waited and not await self._do(lambda session: claims.held(session, who, person)):
            return Settled(person, "skipped", why="segment", unsent=1)
        fate = await self._call(load)
        await self._heed(load.parcel, fate)
        return settled(load.parcel, fate, self._clock())

    async def _moment(self, load: Load) -> None:
        """Wait for it. Who comes too late, because the machine stood still, gets another one.

        Else all that had waited would leave at once, and Telegram would slow everybody down.
        """
        leaves = load.leaves
        while leaves:
            await asyncio.sleep(max(0.0, leaves - self._clock().timestamp()))
            if self._clock().timestamp() - leaves < TOO_LATE:
                return
            leaves = await self._do(lambda session: self._again(session, load))

    def _again(self, session: Session, load: Load) -> float:
        return self._tempo.leaves(session, self._clock(), paid=load.paid)

    async def _call(self, load: Load) -> Fate:
        parcel = load.parcel
        if parcel.due == "send" or parcel.message is None:
            return await self._post.send(parcel.person, load.message, paid=load.paid)
        if parcel.due == "edit":
            return await self._post.change(parcel.person, parcel.message, load.message)
        fate = await self._post.withdraw(parcel.person, parcel.message)
        if fate.how != "refused":
            return fate
        return await self._post.change(parcel.person, parcel.message, load.message)

    async def _heed(self, parcel: Parcel, fate: Fate) -> None:
        """What one person's fate means for all that follow."""
        if fate.how == "unsent":
            return await self._rest(self._tempo.lost())
        self._tempo.reached()
        if fate.how == "slow" and self._tempo.is_for_all(parcel.person, self._clock()):
            log.warning("Telegram slows us down", seconds=fate.seconds)
            await self._do(lambda session: gate.slow(session, fate.seconds, self._clock()))
        if fate.why in STANDS:
            log.error("nothing more is sent until somebody lets it go on", why=fate.why)
        return None

    async def _rest(self, seconds: float) -> None:
        """Do nothing for so long, unless we are asked to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.stopping.wait()

    def _do(self, work: Callable[[Session], Done]) -> Awaitable[Done]:
        return insist(self._store, work)


def _taken_over(session: Session, who: Claimant) -> Errand | None:
    """The lane taken over, and the errand of this run; None where the announcement is gone."""
    lanes.serve(session, who)
    one = found(session, who.announcement)
    return Errand(one) if one else None
