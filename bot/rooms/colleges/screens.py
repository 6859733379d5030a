"""Colleges, as people see them."""

from collections.abc import Sequence

from bot.rooms.answers.intents import OpenAnswer
from bot.rooms.colleges.intents import (
    AskCollege,
    BrowseColleges,
    CollegeDirections,
    CollegeProfessions,
    CollegesAfter,
    CollegesDual,
    CollegesNear,
    CollegeTrades,
    ForgetCollege,
    OpenCollege,
    OpenColleges,
    SaveCollege,
)
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfession, ProfessionColleges
from bot.rooms.programmes.intents import OpenProgramme
from bot.rooms.share.intents import OpenShare
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import College, Figure, Place, Profession, Region, Term, Unknown

HOME = Button("home", GoHome())


def regions(found: Sequence[tuple[Region, int]]) -> Screen:
    """Regions our sources know a college in."""
    doors = [[Button(region.label, BrowseColleges(region.slug))] for region, _ in found]
    ways = [
        [Button("by-trade", CollegeDirections()), Button("by-spot", CollegesNear())],
        [Button("by-dual", CollegesDual()), Button("by-grade", CollegesAfter())],
    ]
    return Screen("colleges/regions", {"regions": found}, [*doors, *ways, [HOME]])


def directions(found: Sequence[Term]) -> Screen:
    """In which direction the trade is."""
    rows = [[Button(one.label, CollegeTrades(one.slug))] for one in found]
    return Screen("colleges/directions", {}, [*rows, [Button("back", OpenColleges()), HOME]])


def trades(direction: Term, shown: Page[Profession]) -> Screen:
    """Which trade it is: from it to the colleges near it."""
    doors = [[Button(one.label, ProfessionColleges(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: CollegeTrades(direction.slug, number))
    rows = [*doors, turn, [Button("back", CollegeDirections()), HOME]]
    return Screen("colleges/trades", {"direction": direction}, rows)


def dual(figures: Sequence[tuple[Figure, Region]]) -> Screen:
    """How many colleges train dually, and that no source names their groups."""
    doors = [
        [Button("what-is-dual", OpenProgramme("dual-training"))],
        [Button("back", OpenColleges()), HOME],
    ]
    return Screen("colleges/dual", {"figures": figures}, doors)


def after() -> Screen:
    """After which grade colleges take pupils."""
    doors = [
        [Button("how-long", OpenAnswer("length-of-study"))],
        [Button("nine-or-eleven", OpenAnswer("college-or-grade-eleven"))],
        [Button("back", OpenColleges()), HOME],
    ]
    return Screen("colleges/after", {}, doors)


def how_near() -> Screen:
    """How to share a place, and that it is not kept."""
    return Screen("colleges/how_near", {}, [[Button("back", OpenColleges()), HOME]])


def near(found: Sequence[tuple[College, Place, int]]) -> Screen:
    """The colleges nearest to the place that was shared."""
    doors = [[Button(college.label, OpenCollege(college.slug))] for college, _, _ in found]
    return Screen("colleges/near", {"found": found}, [*doors, [HOME]])


def too_far() -> Screen:
    """The place that was shared is not in Kazakhstan."""
    return Screen("colleges/too_far", {}, [[Button("colleges", OpenColleges()), HOME]])


def region(place: Region, shown: Page[College], towns: Sequence[Place], town: str) -> Screen:
    """The colleges of a region, and its towns to choose from where they are in several."""
    doors = [[Button(one.label, OpenCollege(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: BrowseColleges(place.slug, number, town))
    others = [one for one in towns if one.slug != town] if len(towns) > 1 else []
    there = [Button(one.label, BrowseColleges(place.slug, 1, one.slug)) for one in others[:2]]
    rows = [*doors, turn, there, [Button("back", OpenColleges()), HOME]]
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
        [_star(slug, saved=saved), Button("share", OpenShare("colleges", slug))],
        [Button("sources", OpenPassport("colleges", slug))],
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
