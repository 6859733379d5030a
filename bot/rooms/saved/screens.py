"""What somebody keeps, as they see it."""

from collections.abc import Sequence

from bot.rooms.compare.intents import CompareSaved, Kind
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import OpenProfessions
from bot.rooms.saved.intents import OpenSaved
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.kinds import Thing

HOME = Button("home", GoHome())


def shelf(shown: Page[tuple[Thing, Intent]], comparable: Sequence[Kind]) -> Screen:
    """The things they keep, newest first, and what of them can stand side by side."""
    doors = [[Button(thing.label, intent)] for thing, intent in shown.things]
    beside = [Button(f"compare-{kind}", CompareSaved(kind)) for kind in comparable]
    turn = turner(shown, OpenSaved)
    return Screen("saved/shelf", {"total": shown.total}, [*doors, turn, beside, [HOME]])


def empty() -> Screen:
    """Nothing kept yet, and where to begin."""
    return Screen("saved/empty", {}, [[Button("professions", OpenProfessions()), HOME]])
