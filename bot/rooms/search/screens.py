"""What was found, as people see it."""

from collections.abc import Sequence

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
from content.catalogue import Profession, Region
from content.kinds import Thing

HOME = Button("home", GoHome())


def guesses(words: str, things: Sequence[tuple[Thing, Intent]]) -> Screen:
    """Up to three things the words may mean."""
    rows = [[Button(thing.label, intent)] for thing, intent in things]
    return Screen("search/guesses", {"words": words}, [*rows, [HOME]])


def nothing(words: str) -> Screen:
    """Nothing comes near the words, and where to look instead."""
    browse = [Button("professions", OpenProfessions()), Button("colleges", OpenColleges())]
    return Screen("search/nothing", {"words": words}, [browse, [HOME]])


def region(
    place: Region, *, professions: int, colleges: int, employers: int, figures: int
) -> Screen:
    """What there is in a region."""
    doors = {
        "professions": (professions, BrowseRegion(place.slug)),
        "colleges": (colleges, BrowseColleges(place.slug)),
        "employers": (employers, BrowseEmployers(place.slug)),
        "figures": (figures, BrowseFigures(place.slug)),
    }
    found = [Button(word, intent) for word, (count, intent) in doors.items() if count]
    facts = {
        "region": place,
        "professions": professions,
        "colleges": colleges,
        "employers": employers,
    }
    return Screen("search/region", facts, [found[:2], found[2:], [HOME]])


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
