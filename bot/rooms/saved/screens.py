"""What somebody keeps, as they see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.compare.intents import CompareSaved, Kind
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import OpenProfessions
from bot.rooms.saved.intents import DropNote, Kept, OpenNote, OpenNotes, OpenSaved, WriteNote
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.kinds import Thing

HOME = Button("home", GoHome())
LONGEST = 300  # letters of a note


@dataclass(frozen=True)
class Keepsake:
    """A thing somebody keeps, the way to its card, and their note on it."""

    thing: Thing
    kind: Kept
    card: Intent
    note: str


def shelf(shown: Page[Keepsake], comparable: Sequence[Kind]) -> Screen:
    """The things they keep, newest first, and what of them can stand side by side."""
    doors = [[Button(one.thing.label, one.card)] for one in shown.things]
    write = [Button("notes", OpenNotes())]
    beside = [Button(f"compare-{kind}", CompareSaved(kind)) for kind in comparable]
    turn = turner(shown, OpenSaved)
    return Screen(
        "saved/shelf",
        {"total": shown.total, "found": shown.things},
        [*doors, turn, beside, [*write, HOME]],
        secret=any(one.note for one in shown.things),
    )


def empty() -> Screen:
    """Nothing kept yet, and where to begin."""
    return Screen("saved/empty", {}, [[Button("professions", OpenProfessions()), HOME]])


def notes(shown: Page[Keepsake]) -> Screen:
    """On which of the kept things to write."""
    doors = [[Button(one.thing.label, OpenNote(one.kind, one.thing.slug))] for one in shown.things]
    rows = [*doors, turner(shown, OpenNotes), [Button("back", OpenSaved()), HOME]]
    return Screen("saved/notes", {}, rows)


def note(one: Keepsake, *, too_long: bool = False) -> Screen:
    """The note on a kept thing; the next typed words are the new one."""
    slug = one.thing.slug
    drop = [Button("drop-note", DropNote(one.kind, slug))] if one.note else []
    rows = [drop, [Button("back", OpenSaved()), HOME]]
    facts = {"name": one.thing.name, "note": one.note, "too_long": too_long, "most": LONGEST}
    return Screen("saved/note", facts, rows, awaits=WriteNote(one.kind, slug), secret=True)
