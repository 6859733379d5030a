"""Colleges, as people see them."""

from collections.abc import Sequence

from bot.rooms.colleges.intents import (
    AskCollege,
    BrowseColleges,
    CollegeProfessions,
    ForgetCollege,
    OpenCollege,
    OpenColleges,
    SaveCollege,
)
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import College, Place, Profession, Region, Unknown

HOME = Button("home", GoHome())


def regions(found: Sequence[tuple[Region, int]]) -> Screen:
    """Regions our sources know a college in."""
    rows = [[Button(region.label, BrowseColleges(region.slug))] for region, _ in found]
    return Screen("colleges/regions", {"regions": found}, [*rows, [HOME]])


def region(place: Region, shown: Page[College]) -> Screen:
    """The colleges of a region."""
    doors = [[Button(one.label, OpenCollege(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: BrowseColleges(place.slug, number))
    rows = [*doors, turn, [Button("back", OpenColleges()), HOME]]
    return Screen("colleges/region", {"region": place, "total": shown.total}, rows)


def card(
    college: College,
    place: Place,
    professions: Sequence[Profession],
    unknown: Sequence[Unknown],
    *,
    saved: bool,
    back: Intent,
) -> Screen:
    """One college: what the sources say, and what they do not."""
    slug = college.slug
    rows = [
        [Button("trades-near", CollegeProfessions(slug))] if professions else [],
        [Button("ask-college", AskCollege(slug))] if unknown else [],
        [_star(slug, saved=saved), Button("sources", OpenPassport("colleges", slug))],
        [Button("back", back), HOME],
    ]
    facts = {
        "college": college,
        "place": place,
        "professions": professions[:4],
        "unknown": unknown[:6],
    }
    return Screen("colleges/card", facts, rows)


def professions(college: College, shown: Page[Profession]) -> Screen:
    """The trades near this college."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: CollegeProfessions(college.slug, number))
    rows = [*doors, turn, [Button("back", OpenCollege(college.slug)), HOME]]
    return Screen("colleges/professions", {"college": college}, rows)


def ask(college: College, shown: Page[Unknown]) -> Screen:
    """What to ask the college, in questions one can read out."""
    turn = turner(shown, lambda number: AskCollege(college.slug, number))
    rows = [turn, [Button("back", OpenCollege(college.slug)), HOME]]
    return Screen("colleges/ask", {"college": college, "questions": shown.things}, rows)


def _star(slug: str, *, saved: bool) -> Button:
    return Button("saved", ForgetCollege(slug)) if saved else Button("save", SaveCollege(slug))
