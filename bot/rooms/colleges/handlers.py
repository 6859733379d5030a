"""Colleges: look up, and show."""

from dataclasses import replace

from bot.guidance import near as guidance
from bot.rooms.colleges import screens
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
    ShareSpot,
)
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import College, Term
from db import people

NEAREST = 6


def regions(intent: OpenColleges, turn: Turn) -> Screen:
    """Regions our sources know a college in."""
    known = turn.catalogue
    counted = [(region, len(known.there(region.slug).colleges)) for region in known.regions]
    return screens.regions([(region, count) for region, count in counted if count])


def region(intent: BrowseColleges, turn: Turn) -> Screen:
    """The colleges of a region, those of the articles first."""
    place = turn.catalogue.region(intent.region)
    here = turn.catalogue.there(place.slug).colleges
    towns = [turn.catalogue.place(slug) for slug in dict.fromkeys(one.place for one in here)]
    found = [college for college in here if intent.town in ("", college.place)]
    return screens.region(place, page(found, intent.page, size=5), towns, intent.town)


def directions(intent: CollegeDirections, turn: Turn) -> Screen:
    """In which direction the trade is."""
    return screens.directions(turn.catalogue.every("directions", Term))


def trades(intent: CollegeTrades, turn: Turn) -> Screen:
    """The trades of a direction that have a college near them."""
    term = turn.catalogue.term("directions", intent.direction)
    every = turn.catalogue.professions
    found = [one for one in every if one.direction == term.slug and one.colleges]
    return screens.trades(term, page(found, intent.page))


def dual(intent: CollegesDual, turn: Turn) -> Screen:
    """How many colleges train dually."""
    known = turn.catalogue
    counted = [one for one in known.figures if one.indicator == "colleges-with-dual"]
    return screens.dual([(one, known.region(one.region)) for one in counted if one.region])


def after(intent: CollegesAfter, turn: Turn) -> Screen:
    """After which grade colleges take pupils."""
    return screens.after()


def how_near(intent: CollegesNear, turn: Turn) -> Screen:
    """How to share a place."""
    return screens.how_near()


def near(intent: ShareSpot, turn: Turn) -> Screen:
    """The colleges nearest to the place that was shared; the place itself is not kept."""
    if turn.spot is None or not guidance.inside(turn.spot):
        return screens.too_far()
    places = {
        college.place: turn.catalogue.place(college.place) for college in turn.catalogue.colleges
    }
    found = [
        (college, place, round(away / 5) * 5)
        for place, away in guidance.nearest(turn.spot, places.values())
        for college in turn.catalogue.colleges
        if college.place == place.slug
    ]
    return screens.near(found[:NEAREST])


def card(intent: OpenCollege, turn: Turn) -> Screen:
    """One college."""
    return shown(turn.catalogue.college(intent.college), turn)


def shown(college: College, turn: Turn) -> Screen:
    """The card, its star as this person left it."""
    return screens.card(
        college,
        turn.catalogue.place(college.place),
        turn.catalogue.professions_of_college(college.slug),
        turn.catalogue.unknowns(college.unknown),
        saved=people.has_saved(turn.session, turn.person, f"colleges/{college.slug}"),
        back=turn.back(OpenCollege(college.slug), BrowseColleges(college.region)),
    )


def professions(intent: CollegeProfessions, turn: Turn) -> Screen:
    """The trades near this college."""
    college = turn.catalogue.college(intent.college)
    found = turn.catalogue.professions_of_college(college.slug)
    return screens.professions(college, page(found, intent.page))


def ask(intent: AskCollege, turn: Turn) -> Screen:
    """What to ask the college."""
    college = turn.catalogue.college(intent.college)
    return screens.ask(college, page(turn.catalogue.unknowns(college.unknown), intent.page))


def save(intent: SaveCollege, turn: Turn) -> Screen:
    """Keep the college, and show its card with the star lit."""
    college = turn.catalogue.college(intent.college)
    people.save(turn.session, turn.person, f"colleges/{college.slug}", turn.now)
    return replace(shown(college, turn), toast="now-saved")


def forget(intent: ForgetCollege, turn: Turn) -> Screen:
    """Keep it no longer, and show its card with the star out."""
    people.forget(turn.session, turn.person, f"colleges/{intent.college}")
    college = turn.catalogue.college(intent.college)
    return replace(shown(college, turn), toast="now-forgotten")
