"""The postman: brings letters to people, each once, and writes what the clock makes due.

A letter is claimed in one transaction, brought, and its fate written down in the next: whoever
kills the process between the two leaves one claim, which is brought once more and listed.
"""

import asyncio
import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation import Shelf, now
from bot.keys import Keys
from bot.letters import KINDS, Reader
from bot.logs import place_of
from bot.posting import AGAIN, MOST, SOON, Fate, Post
from bot.rooms.family import letters as kin
from bot.tempo import Tempo
from bot.ui import Message, Voice
from content.kinds import LANGUAGES
from db import gate, letters, people, routing, threads
from db.base import Away, Store
from db.letters import Claimed
from db.people import Person

log = structlog.get_logger()

OFTEN, CLOCK = 1.0, 15.0  # seconds between looks for letters, and at the clock
TOLD = 3  # of the staff who are told of a question that waits in the pool
Load = tuple[Claimed, Message | None]


class Postman:
    """Serves letters; several of it, in several processes, share them and one pace."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        post: Post,
        *,
        keys: Keys,
        owner: str,
        tempo: Tempo,
        admins: Collection[int] = (),
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store, self._shelf, self._post = store, shelf, post
        self._keys, self._owner, self._admins = keys, owner, tuple(admins)
        self._tempo, self._clock, self._awake = tempo, clock, tempo.awake
        self._voices = {language: Voice(language) for language in LANGUAGES}
        self._looked = -CLOCK
        self.stopping = asyncio.Event()

    async def watch(self) -> None:
        """Bring what is due, and look at the clock, for as long as the process lives."""
        while not self.stopping.is_set():
            try:
                await self.look() if self._shelf.catalogue.edition else None
            except Exception as error:  # whatever it is, the next look may be better
                log.warning("the postman looked in vain", error=place_of(error))
            await asyncio.sleep(OFTEN)

    async def look(self) -> int:
        """Write what the clock makes due, now and then, and bring all that is due; how many."""
        if time.monotonic() - self._looked >= CLOCK:
            self._looked = time.monotonic()
            await self._store.do(self.write_what_is_due)
        brought = 0
        while not self.stopping.is_set() and (load := await self._store.do(self._next)):
            await self._bring(*load)
            brought += 1
        return brought

    # --- letters ---

    def _next(self, session: Session) -> Load | None:
        """The next letter and its words; no words where nobody is to get it any more."""
        one = letters.claim(session, self._owner, self._clock(), KINDS)
        return (one, self._read(session, one)) if one else None

    def _read(self, session: Session, one: Claimed) -> Message | None:
        reader = Reader(session, self._shelf.catalogue, self._keys, self._clock())
        read = reader.read(one)
        return self._voices[read[1]].say(read[0]) if read else None

    async def _bring(self, one: Claimed, message: Message | None) -> None:
        if message is None:
            await self._settled(one, Fate("refused"))
            return
        await self._moment()
        fate = await self._post.send(one.person, message)
        await self._settled(one, fate)

    async def _moment(self) -> None:
        """Wait for the gate that all messages pass, announcements too."""
        leaves = await self._store.do(self._leaves)
        await asyncio.sleep(max(0.0, leaves - self._clock().timestamp()))

    def _leaves(self, session: Session) -> float:
        gate.open_gate(session)
        return self._tempo.leaves(session, self._clock())

    async def _settled(self, one: Claimed, fate: Fate) -> None:
        """Write down how it went; while the database is away, again and again."""
        while True:
            try:
                return await self._store.do(lambda session: self._settle(session, one, fate))
            except Away:
                await asyncio.sleep(OFTEN)

    def _settle(self, session: Session, one: Claimed, fate: Fate) -> None:
        moment = self._clock()
        if fate.how in ("blocked", "gone"):
            people.out_of_reach(session, one.person, moment)
        if fate.how == "unknown":
            self._nobody_knows(session, one, moment)
        elif fate.how in ("slow", "unsent", "closed"):
            later = moment + (timedelta(seconds=fate.seconds) if fate.seconds else SOON)
            letters.settle(session, one, self._owner, "waiting", moment, later=later, unsent=1)
        else:
            state = "sent" if fate.how == "sent" else "failed"
            letters.settle(session, one, self._owner, state, moment, message=fate.message)

    def _nobody_knows(self, session: Session, one: Claimed, moment: datetime) -> None:
        """It may have arrived. It is brought once more, and marked; then we leave it at that."""
        state = "failed" if one.attempts >= MOST else "waiting"
        later = None if state == "failed" else moment + AGAIN
        letters.settle(session, one, self._owner, state, moment, later=later, doubled=True)

    # --- the clock ---

    def write_what_is_due(self, session: Session) -> None:
        """Reminders after a day, into the pool after three; reports; a question a week at home."""
        moment = self._clock()
        kin.write_weekly(session, moment, self._awake(moment))
        for one in threads.to_release(session, moment):
            threads.give(session, one, None)
        for one in threads.to_remind(session, moment):
            one.reminded_at = moment
            if one.counselor_id:
                self._write(session, one.counselor_id, "reminder", one.id, moment)
        for one in threads.to_announce(session):
            one.pooled_at = moment
            for person in self._free(session, one.region, one.person_id):
                self._write(session, person, "pooled", one.id, moment)
        for line in threads.reported(session):
            for admin in self._reviewers(session):
                letters.write(
                    session, admin, "report", line.id, moment,
                    question=line.question_id, not_before=self._awake(moment),
                )  # fmt: skip

    def _write(
        self, session: Session, person: int, kind: letters.Kind, number: int, moment: datetime
    ) -> None:
        about = threads.last(session, number).id
        when = self._awake(moment)
        letters.write(session, person, kind, about, moment, question=number, not_before=when)

    def _free(self, session: Session, region: str, asker: int) -> list[int]:
        """A few of the staff to tell of the pool; admins, where there is nobody else."""
        found = routing.free(session, region, asker, TOLD)
        return found or [one for one in self._reviewers(session) if one != asker]

    def _reviewers(self, session: Session) -> list[int]:
        """The admins the bot has met: a bot cannot write to others."""
        known = select(Person.id).where(Person.id.in_({*self._admins, *routing.admins(session)}))
        return list(session.scalars(known))
