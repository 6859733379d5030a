"""What somebody keeps: found again."""

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.rooms.saved import screens
from bot.rooms.saved.intents import OpenSaved
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone
from content.kinds import Thing
from db import people

CARDS = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
}


def shelf(intent: OpenSaved, turn: Turn) -> Screen:
    """The things they keep; what is gone from the catalogue is passed over."""
    kept = [_found(path, turn) for path in people.saved(turn.session, turn.person)]
    found = [one for one in kept if one]
    return screens.shelf(page(found, intent.page)) if found else screens.empty()


def _found(path: str, turn: Turn) -> tuple[Thing, Intent] | None:
    kind, _, slug = path.partition("/")
    try:
        return turn.catalogue.thing(path), CARDS[kind](slug)
    except Gone:
        return None
