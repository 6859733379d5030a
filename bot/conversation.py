"""The conversation: one thing heard becomes one message, in one transaction.

The update's number and its reply are part of that transaction: told twice, it acts once and answers
again. Slow work is done between two transactions, see docs/decisions/0006. What nothing can
handle is kept aside without a word of the person, and apologised for.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from inspect import isawaitable
from random import Random, SystemRandom
from typing import Any, Protocol

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.guidance.alarm import HELP, Help
from bot.guidance.hours import PACE
from bot.heard import Heard
from bot.keys import Keys
from bot.logs import place_of
from bot.turn import Phrase, Router, Slow, Turn, trodden
from bot.ui import SILENCE, Button, Intent, Message, Offer, Screen, Unreadable, Voice, offer
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language
from db import heard as memory
from db import people
from db.base import Away, Store
from db.people import Known

Thoughts = dict[str, Any]  # what was worked out for an update, by its key

log = structlog.get_logger()

SEALED = b"\0"  # how a reply begins that tells a secret
TRIES = 3  # a turn that another process crossed is taken again


class Shelf(Protocol):
    """Where the catalogue in force is found."""

    @property
    def catalogue(self) -> Catalogue: ...


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Conversation:
    """Hears, answers, remembers; asked by every edge, knows none of them."""

    def __init__(
        self,
        store: Store,
        shelf: Shelf,
        router: Router,
        bot: str = "",
        clock: Callable[[], datetime] = now,
        keys: Keys | None = None,
        admins: Collection[int] = (),
        chance: Random | None = None,
        second_over: int = 1000,
        quiet: bool = True,
        help_at: Help = HELP,
        pace: float = PACE,
        parent_up_to: int = 8,
        phrase: Phrase | None = None,
    ) -> None:
        self.store, self.shelf, self.router, self.bot, self.clock = store, shelf, router, bot, clock
        self.keys, self.admins = keys or Keys.made(), frozenset(admins)
        self.chance, self.second_over = chance or SystemRandom(), second_over
        self.quiet, self.pace, self.help = quiet, pace, help_at
        self.parent_up_to, self.phrase = parent_up_to, phrase
        self.voices = {language: Voice(language) for language in LANGUAGES}

    async def hear(self, heard: Heard) -> Message | None:
        """What to say to this, committed before it is returned; None is silence. Raises Away."""
        if heard.kind in ("nothing", "inline"):
            return None
        if heard.kind == "group":
            return self._in_private(heard)
        for _ in range(TRIES):
            try:
                return await self._thought_out(heard)
            except Away:
                raise
            except IntegrityError as error:  # another process had the same person or update
                crossed: Exception = error
            except Exception as error:
                return await self._aside(heard, error)
        return await self._aside(heard, crossed)

    def offer(self, words: str) -> Offer:
        """What may be sent into another chat, for words typed there. Nothing is kept."""
        return offer(self.router.offer(words, self.shelf.catalogue, self.bot), self.voices)

    async def _thought_out(self, heard: Heard) -> Message | None:
        """The turn; where it needs slow work, that is done in a thread and the turn taken again."""
        thoughts: Thoughts = {}
        work = partial(self._tried, heard, thoughts)
        while isinstance(said := await self.store.do(work), Slow):
            thought = await asyncio.to_thread(said.work)
            thoughts[said.key] = await thought if isawaitable(thought) else thought
        return said

    def _tried(self, heard: Heard, thoughts: Thoughts, session: Session) -> Message | Slow | None:
        try:
            return self._once(session, heard, thoughts)
        except Slow as slow:  # no failure: nobody who shares the transaction is to be done again
            return slow

    def _once(self, session: Session, heard: Heard, thoughts: Thoughts) -> Message | None:
        """The stored reply if it was heard before; else the turn, its reply stored."""
        moment = self.clock()
        if heard.kind == "left":
            self._left(session, heard, moment)
            return None
        language = spoken(heard.app_language)
        person, told = people.meet(session, heard.person, language, heard.update, moment)
        if person.id in self.admins:
            person = replace(person, staff="admin")
        if told is not None:
            return self._found(told)
        message, whose = self._turn(session, heard, person, moment, thoughts)
        memory.keep(session, heard.update, self._kept(message), moment, whose)
        return message

    def _kept(self, message: Message | None) -> bytes:
        """The reply as it is kept; sealed where it tells a secret."""
        if message is None:
            return SILENCE
        kept = message.kept()
        return SEALED + self.keys.seal(kept.decode()) if message.secret else kept

    def _found(self, told: bytes) -> Message | None:
        """The reply that was kept."""
        sealed = told.startswith(SEALED)
        return Message.found(self.keys.open(told[1:]).encode() if sealed else told)

    def _turn(
        self, session: Session, heard: Heard, person: Known, moment: datetime, thoughts: Thoughts
    ) -> tuple[Message | None, int | None]:
        """What to say, and whose reply that is; nobody's, once they were forgotten."""
        if heard.kind == "back":
            people.stand(session, person, person.trail, person.awaited)
            return None, person.id
        known = self.shelf.catalogue
        turn = Turn(session, person, person.language, moment, known, bot=self.bot, keys=self.keys)
        turn.thoughts = thoughts
        turn.words, turn.spot, turn.trail = heard.words, heard.spot, tuple(person.trail.split())
        turn.html, turn.attached = heard.html, heard.attached
        turn.answers, turn.own = heard.answers, heard.own
        turn.chance, turn.second_over = self.chance, self.second_over
        turn.quiet, turn.pace, turn.help = self.quiet, self.pace, self.help
        turn.parent_up_to, turn.phrase = self.parent_up_to, self.phrase
        trail, screen = self._answer(heard, turn)
        if turn.forgotten:
            return self._said(screen, turn.language), None
        awaited = screen.awaits.pack() if screen.awaits else ""
        people.stand(session, person, " ".join(trail), awaited)
        return self._said(screen, turn.language), person.id

    def _said(self, screen: Screen, language: Language) -> Message:
        """The screen as a message, and those that are shown before it."""
        voice = self.voices[language]
        message = voice.say(screen)
        if not screen.before:
            return message
        before = tuple(self.voices[each].say(shown) for each, shown in screen.before)
        otherwise = voice.say(screen.otherwise) if screen.otherwise else None
        return replace(message, before=before, otherwise=otherwise)

    def _answer(self, heard: Heard, turn: Turn) -> tuple[tuple[str, ...], Screen]:
        """The screen to show, and the trail that leads to it."""
        if heard.kind == "other" and not self._attaches(turn):
            return turn.trail, self.router.again(turn, heard.notice)
        try:
            intent = self._intent(heard, turn.person)
            intent.pack()  # forged values that would not fit a button are refused here
        except (Unreadable, ValueError):
            return (), self.router.lost(turn, "old-button")
        intent, screen = self.router.answer(intent, turn)
        return trodden(turn.trail, intent), screen

    def _intent(self, heard: Heard, person: Known) -> Intent:
        if heard.kind == "tap":
            return self.router.tapped(heard.tapped)
        if heard.kind == "place":
            return self.router.shared
        if heard.answers and not heard.words.startswith("/"):
            return self.router.replied
        return self.router.said(heard.words, person.awaited)

    def _attaches(self, turn: Turn) -> bool:
        """Whether what was sent is awaited: a photo or a document for something being written."""
        try:
            return bool(turn.attached) and Intent.unpack(turn.person.awaited).attach
        except Unreadable:
            return False

    def _in_private(self, heard: Heard) -> Message:
        """In a group: one line, and the way to a talk of one's own. Nothing is kept."""
        door = Button("open-private", url=f"https://t.me/{self.bot}?start=home")
        return self.voices[spoken(heard.app_language)].say(Screen("home/group", {}, [[door]]))

    def _left(self, session: Session, heard: Heard, moment: datetime) -> None:
        """They blocked the bot: remembered, where we know them, and nothing is said."""
        people.out_of_reach(session, heard.person, moment)
        if memory.before(session, heard.update) is None:
            memory.keep(session, heard.update, SILENCE, moment)

    async def _aside(self, heard: Heard, error: Exception) -> Message | None:
        """Keep the update for whoever mends it, and apologise."""
        where = place_of(error)
        log.error("kept aside", update=heard.update, error=where, person=heard.person)
        return await self.store.do(lambda session: self._sorry(session, heard, where))

    def _sorry(self, session: Session, heard: Heard, where: str) -> Message | None:
        if (told := memory.before(session, heard.update)) is not None:
            return self._found(told)
        message = self.voices[spoken(heard.app_language)].say(Screen("home/sorry"))
        memory.put_aside(session, heard.update, where, self.clock())
        memory.keep(session, heard.update, message.kept(), self.clock(), heard.person)
        return message


def spoken(app_language: str) -> Language:
    """The language to begin with, by the language of somebody's app."""
    for language in LANGUAGES:
        if app_language.lower().startswith(language):
            return language
    return "kk"
