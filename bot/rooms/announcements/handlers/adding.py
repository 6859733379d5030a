"""Adding: what goes with an announcement: photos, documents, buttons, a request, its hour."""

from dataclasses import astuple
from math import ceil

import orjson

from bot.guidance import hours, markup
from bot.guidance.search import index
from bot.rooms.announcements import audience, drafts
from bot.rooms.announcements.handlers.drafting import Shown, on_a_draft
from bot.rooms.announcements.intents import (
    AddKey,
    AskFor,
    AskNothing,
    Attach,
    Detach,
    DropKey,
    OpenAnnouncement,
    OpenAsk,
    OpenAttached,
    OpenKeys,
    OpenWhen,
    SendAtOnce,
    SetPaid,
    TypeDue,
    TypeWhen,
)
from bot.rooms.announcements.saying import Key, attached_to, day_of, keys_of
from bot.rooms.announcements.screens import composing as screens
from bot.rooms.announcements.screens.composing import MOST_KEYS, Flaw
from bot.turn import Turn
from bot.ui import Attached, Intent, Screen
from content.kinds import BUTTON, LANGUAGES, Text
from content.links import hosts
from db import announcements, audit
from db.announcements import Announcement
from db.segments import Segment

MOST_FILES = 10
LARGEST = 50 * 2**20  # bytes
STAR = 0.1  # of Telegram's stars, for a message above the free pace

# --- photos and documents ---


@on_a_draft()
def files(intent: OpenAttached, turn: Turn, one: Announcement) -> Screen:
    """What goes with it."""
    return _files(one)


def _files(one: Announcement, problem: str = "") -> Screen:
    there = attached_to(one)
    return screens.files(one.id, there[0].kind if there else "", len(there), problem)


@on_a_draft()
def attach(intent: Attach, turn: Turn, one: Announcement) -> Screen:
    """These go with it too, by Telegram's own name for them."""
    there = [*attached_to(one), *turn.attached]
    if problem := _problem(there, turn.attached):
        return _files(one, problem)
    one.attached = orjson.dumps([astuple(each) for each in there]).decode()
    return _files(one)


def _problem(there: list[Attached], fresh: tuple[Attached, ...]) -> str:
    """Why these cannot go together."""
    if not fresh:
        return "none"
    if len({each.kind for each in there}) > 1:
        return "mixed"
    if any(each.size > LARGEST for each in fresh):
        return "large"
    return "many" if len(there) > MOST_FILES else ""


@on_a_draft()
def detach(intent: Detach, turn: Turn, one: Announcement) -> Screen:
    """Nothing goes with it."""
    one.attached = "[]"
    return _files(one)


# --- buttons ---


@on_a_draft()
def keys(intent: OpenKeys, turn: Turn, one: Announcement) -> Screen:
    """Its buttons."""
    return _keys(one)


def _keys(one: Announcement, flaw: Flaw | None = None) -> Screen:
    found = [(key.says, key.url or key.path) for key in keys_of(one)]
    return screens.keys(one.id, found, flaw)


@on_a_draft()
def add_key(intent: AddKey, turn: Turn, one: Announcement) -> Screen:
    """One more button: in the first line where it leads, below it what it says."""
    key = _key(turn)
    if isinstance(key, Flaw):
        return _keys(one, key)
    _keep(one, [*keys_of(one), key][:MOST_KEYS])
    return _keys(one)


def _key(turn: Turn) -> Key | Flaw:
    where, *said = [line.strip() for line in turn.words.strip().splitlines() if line.strip()]
    if markup.ADDRESS.fullmatch(where):
        return _link(where, said, turn)
    found = index(turn.catalogue).find(where)
    if not found.sure:
        return Flaw("unknown", where[:60])
    guess = found.guesses[0]
    return _opens(f"{guess.kind}/{guess.slug}", said, turn)


def _link(where: str, said: list[str], turn: Turn) -> Key | Flaw:
    """A link out, or one of ours, which opens the thing itself."""
    if markup.payload(where, turn.bot) is not None:
        path = drafts.path_of(markup.payload(where, turn.bot) or "", turn)
        return _opens(path, said, turn) if path else Flaw("dead", where[:60])
    if markup.strange([where], hosts(turn.catalogue), turn.bot):
        return Flaw("link", where[:60])
    says = _says(said)
    return Key(says, url=where) if says else Flaw("unsaid")


def _opens(path: str, said: list[str], turn: Turn) -> Key | Flaw:
    """A thing of ours; it says its own name, unless it is told what to say."""
    if not drafts.is_known(path, turn):
        return Flaw("dead", path)
    says = _says(said) if said else turn.catalogue.thing(path).label
    return Key(says, path=path) if says else Flaw("unsaid")


def _says(said: list[str]) -> Text | None:
    """What a button says: a line for all languages, or a line for each of the three."""
    if len(said) not in (1, len(LANGUAGES)) or any(len(line) > BUTTON for line in said):
        return None
    lines = said if len(said) > 1 else said * len(LANGUAGES)
    plain = not any(markup.ANY_TAG.search(line) or "{" in line for line in lines)
    return Text(**dict(zip(LANGUAGES, lines, strict=True))) if plain else None


@on_a_draft()
def drop_key(intent: DropKey, turn: Turn, one: Announcement) -> Screen:
    """It has this button no more."""
    _keep(one, [key for at, key in enumerate(keys_of(one)) if at != intent.key])
    return _keys(one)


def _keep(one: Announcement, found: list[Key]) -> None:
    one.keys = orjson.dumps([key.kept() for key in found]).decode()


# --- asking for something ---


@on_a_draft()
def ask(intent: OpenAsk, turn: Turn, one: Announcement) -> Screen:
    """Whether it asks for something, and until when."""
    return _ask(one)


def _ask(one: Announcement, problem: str = "") -> Screen:
    return screens.ask(one.id, day_of(one.due_at), asks=one.asks, problem=problem)


@on_a_draft()
def ask_for(intent: AskFor, turn: Turn, one: Announcement) -> Screen:
    """It asks for something."""
    one.asks = True
    return _ask(one)


@on_a_draft()
def ask_nothing(intent: AskNothing, turn: Turn, one: Announcement) -> Screen:
    """It asks for nothing, and so until no day."""
    one.asks, one.due_at = False, None
    return _ask(one)


@on_a_draft()
def due(intent: TypeDue, turn: Turn, one: Announcement) -> Screen:
    """It asks until the end of this day in Almaty."""
    try:
        day = hours.typed_day(turn.words)
    except ValueError:
        return _ask(one, "unreadable")
    if day <= turn.now:
        return _ask(one, "past")
    one.asks, one.due_at = True, day
    return _ask(one)


# --- its hour ---


@on_a_draft("scheduled")
def when(intent: OpenWhen, turn: Turn, one: Announcement) -> Screen:
    """When it is sent, and when the last one has it."""
    return _when(one, turn)


def _when(one: Announcement, turn: Turn, problem: str = "") -> Screen:
    many = audience.reach(one, Segment.found(one.segment), turn).get("", 0)
    begins = one.run_at or turn.now
    return screens.when(
        one.id,
        hours.local(one.run_at) if one.run_at else "",
        hours.local(hours.finished(begins, many)),
        quiet=hours.awake(begins) != begins,
        stars=ceil(many * STAR),
        paid=one.paid,
        problem=problem,
    )


@on_a_draft("scheduled")
def type_when(intent: TypeWhen, turn: Turn, one: Announcement) -> Shown:
    """It is sent at this hour; one that waits for its hour already gets a new one."""
    try:
        at = hours.typed_hour(turn.words)
    except ValueError:
        return _when(one, turn, "unreadable")
    if at <= turn.now:
        return _when(one, turn, "past")
    return _at(one, turn, hours.awake(at))


def _at(one: Announcement, turn: Turn, at: object) -> Shown:
    if one.stage == "draft":
        one.run_at = at  # type: ignore[assignment]
        return _when(one, turn)
    announcements.move(turn.session, one.id, ("scheduled",), "scheduled", run_at=at)
    audit.note(turn.session, turn.person.id, "hour-changed", f"announcements/{one.id}", turn.now)
    return OpenAnnouncement(one.id)


@on_a_draft("scheduled")
def at_once(intent: SendAtOnce, turn: Turn, one: Announcement) -> Shown:
    """It is sent as soon as its author says so; one that waits for its hour is sent now."""
    if one.stage == "draft":
        one.run_at = None
        return _when(one, turn)
    return _at(one, turn, hours.awake(turn.now))


@on_a_draft()
def set_paid(intent: SetPaid, turn: Turn, one: Announcement) -> Intent:
    """Pay for speed, or do not."""
    one.paid = bool(intent.paid)
    return OpenWhen(one.id)
