"""A turn: everything one handler may look at, and the router that finds the handler."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from random import Random, SystemRandom
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.guidance.alarm import HELP, Help, is_heard
from bot.guidance.hours import PACE, awake
from bot.guidance.search import Found, index
from bot.keys import Keys
from bot.ui import Attached, Choice, Intent, Screen, Unreadable
from content.atlas import Catalogue
from content.catalogue import Gone
from content.kinds import Language
from db.people import Known

T = TypeVar("T")
Handler = Callable[[Any, "Turn"], Screen | Intent]  # an intent: through that door instead
LONGEST = 6  # places a trail remembers
_COMMAND = re.compile(r"/[a-z]+")
Doors = Mapping[type[Intent], Handler]
Watch = Callable[[Intent, Screen, "Turn"], Screen]  # where it led, what would be shown there
Phrase = Callable[[str, str, Language], Awaitable[str]]  # question, facts: these in other words
Threshold = Callable[[Intent, "Turn"], Screen | None]  # what is first to be agreed to, if anything
Offering = Callable[[str, Catalogue, str], Sequence[Choice]]  # words, and the bot's own name


class Slow(Exception):
    """Work too long for a transaction: it is done between two, and the turn taken again."""

    def __init__(self, key: str, work: Callable[[], Any]) -> None:
        super().__init__(key)
        self.key, self.work = key, work


@dataclass
class Turn:
    """One person's turn: who, in which transaction, when, with which catalogue.

    `words` is what was typed (`html`: with its bold, italic and links), `attached` what was sent
    with it, and `spot` what place was shared, if anything; `bot` is the bot's own
    name, for links to it; `trail` is the packed intents of the places they came by, the newest
    last; `keys` seal what people write for themselves; `chance` is where secrets come
    from. A handler that changes the language sets `language`, and the answer speaks it already;
    one that sets `apart` has it said in a message of its own, for the one that was tapped stays;
    one that sets `forgotten` leaves nothing of the person behind.
    `answers` is the number of the message their words are a reply to, and `own` what Telegram calls
    them, only to be struck out of words that others are to read.
    To more people than `second_over` nothing is sent without a second person of the staff, at most
    `pace` messages a second, and where `quiet` nothing at night. `help` is where those in trouble
    find it. Up to the grade `parent_up_to` a parent says yes before a result or a question goes to
    a counselor; 0 asks none. `phrase` asks a language model, where the operator switched one on.
    """

    session: Session
    person: Known
    language: Language
    now: datetime
    catalogue: Catalogue
    words: str = ""
    html: str = ""
    attached: tuple[Attached, ...] = ()
    spot: tuple[float, float] | None = None
    bot: str = ""
    trail: tuple[str, ...] = ()
    answers: int = 0
    own: tuple[str, ...] = ()
    keys: Keys = field(default_factory=Keys.made)
    chance: Random = field(default_factory=SystemRandom)
    second_over: int = 1000
    quiet: bool = True
    help: Help = HELP
    pace: float = PACE
    parent_up_to: int = 8
    apart: bool = False
    forgotten: bool = False
    phrase: Phrase | None = None
    thoughts: Mapping[str, Any] | None = None  # None: all is worked out at once

    def think(self, key: str, work: Callable[[], T]) -> T:
        """What this slow work gives, which looks at no session; raises Slow where it is to be done.

        Work that waits for others instead of reckoning is awaited, with no transaction open either.

        Then what the handler did so far is kept, and it is called again, as after a second tap.
        """
        if self.thoughts is None:
            return work()
        if key not in self.thoughts:
            raise Slow(key, work)
        thought: T = self.thoughts[key]
        return thought

    @cached_property
    def calls_for_help(self) -> bool:
        """Whether what was typed may be a call for help; a command alone is none."""
        return not _COMMAND.fullmatch(self.words) and is_heard(self.words, self.catalogue)

    @cached_property
    def found(self) -> Found:
        """What is found by the words that were typed."""
        return index(self.catalogue).find(self.words)

    def awake(self, moment: datetime) -> datetime:
        """This moment, or the next at which people may be written to."""
        return awake(moment) if self.quiet else moment

    def back(self, leaving: Intent, otherwise: Intent) -> Intent:
        """The place they came from before this one, or another where none is known.

        Its own pages are passed over: each of them leads back here, and would lead round in a ring.
        """
        packed = leaving.pack()
        before = self.trail[: self.trail.index(packed)] if packed in self.trail else self.trail
        others = [place for place in before if not _is_of(place, packed.partition("-")[2])]
        return _newest(others, otherwise)

    def here(self, otherwise: Intent) -> Intent:
        """The place they are at, or another where none is known."""
        return _newest(self.trail, otherwise)


def _newest(places: Sequence[str], otherwise: Intent) -> Intent:
    """The last of these places; another where there is none, or none can read it any more."""
    try:
        return Intent.unpack(places[-1]) if places else otherwise
    except Unreadable:
        return otherwise


def _is_of(place: str, thing: str) -> bool:
    """Whether a place is a page of this thing: `read-welder_day`, `pass-professions_welder_1`."""
    return thing in place.partition("-")[2].split("_")[:2]


def trodden(trail: tuple[str, ...], intent: Intent) -> tuple[str, ...]:
    """The trail with this place at its end: a place met before ends the trail there again."""
    packed = intent.pack()
    if intent.act:
        return trail
    if packed in trail:
        return trail[: trail.index(packed) + 1]
    return (*trail, packed)[-LONGEST:]


@dataclass(frozen=True)
class Router:
    """Joins what was heard to an intent, and an intent to the door that answers it.

    `typed` are words nothing awaits, `replied` words that reply to a message of ours, `shared` is a
    place.

    `lost` answers what cannot be read and what is gone; `commands` are the words after a slash;
    `offer` finds what may be sent into another chat, for words typed there. `staff` are the doors
    that open to a counselor, and to an admin; rights are asked here, for every intent. `watch`
    sees what is shown after typed words, wherever they were typed, except at work by the staff.
    `threshold` is what stands before the doors of the staff.
    """

    doors: Doors
    commands: Mapping[str, Intent]
    typed: Intent
    shared: Intent
    replied: Intent
    lost: Callable[[Turn, str], Screen]
    offer: Offering
    watch: Watch
    staff: Mapping[str, Doors] = field(default_factory=dict)
    threshold: Threshold = lambda intent, turn: None

    def tapped(self, packed: str) -> Intent:
        """The intent on a button; raises Unreadable."""
        return Intent.unpack(packed)

    def said(self, words: str, awaited: str) -> Intent:
        """The intent of typed words: a command, what was awaited, or words to look for."""
        if words.startswith("/"):
            return self._command(*words[1:].partition(" ")[::2])
        return Intent.unpack(awaited) if awaited else self.typed

    def _command(self, name: str, payload: str) -> Intent:
        name = name.partition("@")[0].lower()
        if name == "start" and payload.strip():
            return Intent.follow(payload.strip())
        if name not in self.commands:
            raise Unreadable(name)
        return self.commands[name]

    def answer(self, intent: Intent, turn: Turn) -> tuple[Intent, Screen]:
        """The screen behind the door, and the intent that leads there; home where there is none."""
        reached, screen = self._reached(intent, turn)
        return reached, self._watched(intent, reached, screen, turn)

    def _watched(self, asked: Intent, reached: Intent, screen: Screen, turn: Turn) -> Screen:
        watched = turn.words and type(asked) in self.doors
        return self.watch(reached, screen, turn) if watched else screen

    def _reached(self, intent: Intent, turn: Turn) -> tuple[Intent, Screen]:
        door = self._door(type(intent), turn.person.staff)
        if door is None:
            return intent, self.lost(turn, "closed")
        try:
            shown = self._before(intent, turn) or door(intent, turn)
        except Gone:
            return intent, self.lost(turn, "gone")
        if isinstance(shown, Intent):
            return self._reached(shown, turn)
        return intent, replace(shown, fresh=True) if turn.apart else shown

    def _before(self, intent: Intent, turn: Turn) -> Screen | None:
        return None if type(intent) in self.doors else self.threshold(intent, turn)

    def _door(self, intent: type[Intent], staff: str) -> Handler | None:
        """The door that opens to everybody, or to whoever they are of the staff."""
        return self.doors.get(intent) or self.staff.get(staff, {}).get(intent)

    def again(self, turn: Turn, notice: str) -> Screen:
        """The screen they are on once more, under a line that says why."""
        try:
            here, screen = self._reached(Intent.unpack(turn.trail[-1]), turn)
        except (IndexError, Unreadable):
            return self.lost(turn, notice)
        screen = replace(screen, notice=notice, toast="", fresh=True)
        return self._watched(here, here, screen, turn)
