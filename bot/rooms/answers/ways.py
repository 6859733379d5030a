"""Ways: where a source of an answer is shown."""

from collections.abc import Callable, Mapping

from bot.rooms.answers.intents import OpenAnswer, OpenFact
from bot.rooms.answers.screens import Known
from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.figures.intents import OpenFigure
from bot.rooms.glossary.intents import OpenTerm
from bot.rooms.professions.intents import OpenProfession, ReadProfession
from bot.rooms.programmes.intents import OpenProgramme, ReadProgramme
from bot.rooms.search.intents import OpenRegion
from bot.ui import Intent
from content.atlas import Catalogue

CARDS: Mapping[str, Callable[[str], Intent]] = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
}
PLACES: Mapping[str, Callable[[str], Intent]] = {
    **CARDS,
    "regions": OpenRegion,
    "terms": OpenTerm,
    "answers": OpenAnswer,
    "figures": OpenFigure,
    "facts": OpenFact,
}
PAGES: Mapping[str, type[Intent]] = {"professions": ReadProfession, "programmes": ReadProgramme}


def way(source: str) -> Intent:
    """The way to a source: `facts/a2-19`, `professions/welder`, `professions/welder/day`."""
    kind, slug, *part = source.split("/")
    return Intent.unpack(f"{PAGES[kind].code}-{slug}_{part[0]}") if part else PLACES[kind](slug)


def card(path: str, known: Catalogue) -> Known:
    """A thing by name, and the way to it; raises Gone."""
    return Known(known.thing(path).label, way(path))
