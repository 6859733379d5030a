"""Adding: what goes with an announcement: photos, documents, buttons."""

from dataclasses import astuple

import orjson

from bot.guidance import markup
from bot.guidance.search import index
from bot.rooms.announcements import drafts
from bot.rooms.announcements.handlers.drafting import on_a_draft
from bot.rooms.announcements.intents import (
    AddKey,
    Attach,
    Detach,
    DropKey,
    OpenAttached,
    OpenKeys,
)
from bot.rooms.announcements.saying import Key, attached_to, keys_of
from bot.rooms.announcements.screens import composing as screens
from bot.rooms.announcements.screens.composing import MOST_KEYS, Flaw
from bot.turn import Turn
from bot.ui import Attached, Screen
from content.kinds import BUTTON, LANGUAGES, Text
from content.links import hosts
from db.announcements import Announcement

MOST_FILES = 10
LARGEST = 50 * 2**20  # bytes


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
    if any(each.size == 0 for each in fresh):
        return "empty"
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
