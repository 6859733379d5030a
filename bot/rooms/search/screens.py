"""What was found, as people see it."""

from collections.abc import Mapping, Sequence

from bot.rooms.colleges.intents import BrowseColleges, OpenColleges
from bot.rooms.employers.intents import BrowseEmployers
from bot.rooms.figures.intents import BrowseFigures
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import (
    BrowseRegion,
    OpenProfession,
    OpenProfessions,
    ProfessionColleges,
    ProfessionEmployers,
)
from bot.ui import Button, Intent, Screen
from bot.ui.pages import pairs
from content.catalogue import Profession, Region
from content.kinds import Thing

HOME = Button("home", GoHome())
BROWSE = [Button("professions", OpenProfessions()), Button("colleges", OpenColleges())]


def guesses(words: str, things: Sequence[tuple[Thing, Intent]]) -> Screen:
    """Up to three things the words may mean."""
    rows = [[Button(thing.label, intent)] for thing, intent in things]
    return Screen("search/guesses", {"words": words}, [*rows, [HOME]])


def nothing(words: str) -> Screen:
    """Nothing comes near the words, and where to look instead."""
    return Screen("search/nothing", {"words": words}, [BROWSE, [HOME]])


def region(place: Region, strange: str, known: Mapping[str, int]) -> Screen:
    """What there is in a region; `strange` are words of which only its name was clear."""
    doors = {
        "professions": BrowseRegion(place.slug),
        "colleges": BrowseColleges(place.slug),
        "employers": BrowseEmployers(place.slug),
        "figures": BrowseFigures(place.slug),
    }
    found = [Button(word, intent) for word, intent in doors.items() if known[word]]
    counted = {word: known[word] for word in ("professions", "colleges", "employers")}
    facts = {"region": place, "strange": strange, **counted}
    return Screen("search/region", facts, [*pairs(found or BROWSE), [HOME]])


def trade_there(profession: Profession, place: Region, *, colleges: int, employers: int) -> Screen:
    """A trade in a region: its card, and who is near it there."""
    slug = profession.slug
    near = [
        Button("who-works", ProfessionEmployers(slug, 1, place.slug)) if employers else None,
        Button("where-to-learn", ProfessionColleges(slug, 1, place.slug)) if colleges else None,
    ]
    rows = [[Button(profession.label, OpenProfession(slug))], [one for one in near if one], [HOME]]
    facts = {
        "profession": profession,
        "region": place,
        "colleges": colleges,
        "employers": employers,
    }
    return Screen("search/there", facts, rows)
