"""What somebody keeps: found again."""

from collections.abc import Sequence

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.compare.intents import Kind
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
    paths = people.saved(turn.session, turn.person)
    found = [one for path in paths if (one := _found(path, turn))]
    shown = page(found, intent.page, size=5)
    return screens.shelf(shown, _comparable(paths)) if found else screens.empty()


def _comparable(paths: Sequence[str]) -> list[Kind]:
    """The kinds of which at least two are kept."""
    kinds: tuple[Kind, ...] = ("professions", "colleges")
    return [kind for kind in kinds if sum(path.startswith(f"{kind}/") for path in paths) > 1]


def _found(path: str, turn: Turn) -> tuple[Thing, Intent] | None:
    kind, _, slug = path.partition("/")
    try:
        return turn.catalogue.thing(path), CARDS[kind](slug)
    except Gone:
        return None
