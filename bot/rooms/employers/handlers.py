"""Employers: look up, and show."""

from dataclasses import replace

from bot.rooms.employers import screens
from bot.rooms.employers.intents import (
    BrowseEmployers,
    BrowseRole,
    EmployerProfessions,
    ForgetEmployer,
    OpenEmployer,
    OpenEmployers,
    SaveEmployer,
)
from bot.rooms.employers.screens import Linked
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Employer, Term
from db import people

MAIN = ("targeted-training", "mentor", "social-partner-award")


def ways(intent: OpenEmployers, turn: Turn) -> Screen:
    """By region, or by what they do for students."""
    known = turn.catalogue
    counted = [(region, len(known.there(region.slug).employers)) for region in known.regions]
    roles = [known.term("roles", role) for role in MAIN]
    return screens.ways([(region, count) for region, count in counted if count], roles)


def region(intent: BrowseEmployers, turn: Turn) -> Screen:
    """The employers of a region."""
    place = turn.catalogue.region(intent.region)
    return screens.region(place, page(turn.catalogue.there(place.slug).employers, intent.page))


def role(intent: BrowseRole, turn: Turn) -> Screen:
    """The employers that do this for students."""
    term = turn.catalogue.term("roles", intent.role)
    every = turn.catalogue.employers
    found = [one for one in every if any(role.role == term.slug for role in one.roles)]
    return screens.role(term, page(found, intent.page))


def card(intent: OpenEmployer, turn: Turn) -> Screen:
    """One employer."""
    return shown(turn.catalogue.employer(intent.employer), turn)


def shown(employer: Employer, turn: Turn) -> Screen:
    """The card, its star as this person left it."""
    return screens.card(
        employer,
        turn.catalogue.place(employer.place) if employer.place else None,
        roles_of(employer, turn),
        turn.catalogue.professions_of_employer(employer.slug),
        turn.catalogue.unknowns(employer.unknown),
        saved=people.has_saved(turn.session, turn.person, f"employers/{employer.slug}"),
        back=turn.back(OpenEmployer(employer.slug), BrowseEmployers(employer.region)),
    )


def roles_of(employer: Employer, turn: Turn) -> list[Term]:
    """What it does for students, each named once."""
    slugs = dict.fromkeys(role.role for role in employer.roles)
    return [turn.catalogue.term("roles", slug) for slug in slugs]


def professions(intent: EmployerProfessions, turn: Turn) -> Screen:
    """The trades at home there."""
    employer = turn.catalogue.employer(intent.employer)
    found = [
        Linked(one, link.source)
        for one in turn.catalogue.professions_of_employer(employer.slug)
        for link in one.employers
        if link.employer == employer.slug
    ]
    return screens.professions(employer, page(found, intent.page))


def save(intent: SaveEmployer, turn: Turn) -> Screen:
    """Keep the employer, and show its card with the star lit."""
    employer = turn.catalogue.employer(intent.employer)
    people.save(turn.session, turn.person, f"employers/{employer.slug}", turn.now)
    return replace(shown(employer, turn), toast="now-saved")


def forget(intent: ForgetEmployer, turn: Turn) -> Screen:
    """Keep it no longer, and show its card with the star out."""
    people.forget(turn.session, turn.person, f"employers/{intent.employer}")
    employer = turn.catalogue.employer(intent.employer)
    return replace(shown(employer, turn), toast="now-forgotten")
