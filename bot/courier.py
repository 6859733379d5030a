"""The courier: takes announcements to people, one at a time, and tells how it went.

Each message is claimed in one transaction, sent, and its fate written down in the next: whoever
kills the process between the two leaves one claim a lane, which is sent once more and listed.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

import structlog
from sqlalchemy.orm import Session

from bot.conversation import Shelf, now
from bot.fates import settled
from bot.guidance.hours import PACE, awake
from bot.posting import Fate, Post
from bot.rooms.announcements.saying import told, withdrawn
from bot.ui import Message, Screen, Voice
from content.kinds import LANGUAGES, Language
from db import claims, gate, ledger, people
from db.announcements import Announcement, found, move
from db.base import Away, Store
from db.claims import Claimant, Parcel, Settled

log = structlog.get_logger()

MANY = 3  # chats that were asked to wait within TEN seconds: then it is meant for all of us
TEN = 10.0
RECOVERY = 0.1 / 60  # of the pace, a second, after it was halved
TOO_LATE = 0.1  # seconds after its moment a message does not leave any more
LOST = 1.0  # seconds until the database, or Telegram, is asked again
LOOKS = 50  # rows passed over in one transaction, at most
Carried = Literal["more", "over"]
Done = TypeVar("Done")


@dataclass(frozen=True)
class Load:
    """What a lane has to send now: for whom, and in which words."""

    parcel: Parcel
    message: Message
    leaves: float


class Courier:
    """Serves announcements; several of it, in several processes, share one ledger and one pace."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        post: Post,
        *,
        owner: str,
        pace: float = PACE,
        quiet: bool = True,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store, self._shelf, self._post = store, shelf, post
        self.owner, self._pace, self._clock = owner, pace, clock
        self._quiet = quiet
        self._voices = {language: Voice(language) for language in LANGUAGES}
        self._slowed_at = 0.0
        self._asked_to_wait: deque[tuple[float, int]] = deque(maxlen=MANY)
        self._serving: set[asyncio.Future[Carried]] = set()
        self.stopping = asyncio.Event()

    @property
    def ready(self) -> bool:
        """Whether there is a catalogue, of which announcements may speak."""
        return bool(self._shelf.catalogue.edition)

    def awake(self, moment: datetime) -> datetime:
        """This moment, or the next at which people may be written to."""
        return awake(moment) if self._quiet else moment

    async def carry(self, number: int, run: int, lane: int, most: int = 100) -> Carried:
        """Serve up to so many people of an announcement in this lane; whether there may be more."""
        who = Claimant(number, run, lane, self.owner)
        await self._do(lambda session: claims.serve(session, who))
        serving = asyncio.ensure_future(self._served(who, most))
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        return await serving

    async def _served(self, who: Claimant, most: int) -> Carried:
        how: Settled | None = None
        for _ in range(most):
            load = await self._next(who, how)
            if load is None:
                return "over"
            how = await self._brought(who, load)
        await self._next(who, how, last=True)
        return "more"

    async def say(
        self, person: int, screen: Screen, language: Language, instead_of: int | None = None
    ) -> Fate:
        """Say something to one person at once, perhaps in the place of an older message."""
        message = self._voices[language].say(screen)
        if instead_of:
            return await self._post.change(person, instead_of, message)
        return await self._post.send(person, message)

    async def idle(self) -> None:
        """Wait until nothing of ours is on its way."""
        if self._serving:
            await asyncio.wait(self._serving)

    async def _next(self, who: Claimant, how: Settled | None, *, last: bool = False) -> Load | None:
        """Write down how the last one went and claim the next, in one transaction."""
        ended = last or self.stopping.is_set()
        return await self._do(lambda session: self._turned(session, who, how, ended=ended))

    def _turned(
        self, session: Session, who: Claimant, how: Settled | None, *, ended: bool
    ) -> Load | None:
        moment = self._clock()
        if how:
            self._write(session, who, how, moment)
        if ended or self.awake(moment) > moment:
            return None
        return self._claimed(session, who, moment)

    def _claimed(self, session: Session, who: Claimant, moment: datetime) -> Load | None:
        """The next who should still get it; who should not any more is passed over."""
        one = found(session, who.announcement)
        for _ in range(LOOKS if one else 0):
            parcel = claims.claim(session, who, moment)
            if parcel is None or one is None:
                return None
            why = ledger.still(session, one, parcel.person) if parcel.due == "send" else ""
            if not why:
                return Load(parcel, self._words(one, parcel), self._leaves(session, moment))
            skipped = Settled(parcel.person, "skipped", why=why, unsent=1)
            claims.settle(session, who, skipped, moment)
        return None

    def _words(self, one: Announcement, parcel: Parcel) -> Message:
        language: Language = parcel.language  # type: ignore[assignment]
        screen = told if parcel.due != "recall" else withdrawn
        return self._voices[language].say(screen(one, language, self._shelf.catalogue))

    def _leaves(self, session: Session, moment: datetime) -> float:
        if not self._pace:
            return 0.0
        at, self._slowed_at = gate.leave(session, 1 / self._speed(moment), moment)
        return at

    def _speed(self, moment: datetime) -> float:
        """Messages a second now: half of the pace after Telegram slowed us, then ever more."""
        since = moment.timestamp() - self._slowed_at
        return self._pace * min(1.0, 0.5 + RECOVERY * max(0.0, since))

    async def _brought(self, who: Claimant, load: Load) -> Settled:
        """Send it at its moment; how it went. Who was forgotten while it waited gets nothing."""
        await self._moment(load.leaves)
        person = load.parcel.person
        if load.leaves and not await self._do(lambda session: claims.held(session, who, person)):
            return Settled(person, "skipped", why="segment", unsent=1)
        fate = await self._call(load)
        await self._heed(load.parcel, fate)
        return settled(load.parcel, fate, self._clock())

    async def _moment(self, leaves: float) -> None:
        """Wait for it. Who comes too late, because the machine stood still, gets another one.

        Else all that had waited would leave at once, and Telegram would slow everybody down.
        """
        while leaves:
            await asyncio.sleep(max(0.0, leaves - self._clock().timestamp()))
            if self._clock().timestamp() - leaves < TOO_LATE:
                return
            leaves = await self._do(lambda session: self._leaves(session, self._clock()))

    async def _call(self, load: Load) -> Fate:
        parcel = load.parcel
        if parcel.due == "send" or parcel.message is None:
            return await self._post.send(parcel.person, load.message)
        if parcel.due == "edit":
            return await self._post.change(parcel.person, parcel.message, load.message)
        fate = await self._post.withdraw(parcel.person, parcel.message)
        if fate.how != "refused":
            return fate
        return await self._post.change(parcel.person, parcel.message, load.message)

    async def _heed(self, parcel: Parcel, fate: Fate) -> None:
        """What one person's fate means for all that follow."""
        if fate.how == "unsent":
            await asyncio.sleep(LOST)
        if fate.how == "slow":
            await self._slow(parcel.person, fate.seconds)

    async def _slow(self, person: int, seconds: float) -> None:
        """One chat that must wait is its own affair; several at once mean all of us."""
        moment = self._clock().timestamp()
        self._asked_to_wait.append((moment, person))
        lately = {chat for at, chat in self._asked_to_wait if moment - at < TEN}
        if len(lately) >= MANY:
            log.warning("Telegram slows us down", seconds=seconds)
            await self._do(lambda session: gate.slow(session, seconds, self._clock()))

    def _write(self, session: Session, who: Claimant, how: Settled, moment: datetime) -> None:
        claims.settle(session, who, how, moment)
        if how.state in ("blocked", "gone"):
            people.out_of_reach(session, how.person, moment)
        if how.why == "closed":
            move(session, who.announcement, ("running",), "paused", why="closed")

    async def _do(self, work: Callable[[Session], Done]) -> Done:
        """Do it in a transaction; while the database is away nothing is sent."""
        while True:
            try:
                return await self._store.do(work)
            except Away:
                log.warning("the database is away; nothing is sent meanwhile")
                await asyncio.sleep(LOST)
