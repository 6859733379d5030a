"""Colleges: look up, and show."""

from dataclasses import replace

from bot.rooms.colleges import screens
from bot.rooms.colleges.intents import (
    AskCollege,
    BrowseColleges,
    CollegeProfessions,
    ForgetCollege,
    OpenCollege,
    OpenColleges,
    SaveCollege,
)
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import College
from db import people


def regions(intent: OpenColleges, turn: Turn) -> Screen:
    """Regions our sources know a college in."""
    known = turn.catalogue.colleges
    counted = [
        (region, sum(college.region == region.slug for college in known))
        for region in turn.catalogue.regions
    ]
    return screens.regions([(region, count) for region, count in counted if count])


def region(intent: BrowseColleges, turn: Turn) -> Screen:
    """The colleges of a region, those of the articles first."""
    place = turn.catalogue.region(intent.region)
    found = [college for college in turn.catalogue.colleges if college.region == place.slug]
    return screens.region(place, page(found, intent.page))


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
