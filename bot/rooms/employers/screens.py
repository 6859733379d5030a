"""Employers, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.employers.intents import (
    BrowseEmployers,
    BrowseRole,
    EmployerProfessions,
    ForgetEmployer,
    OpenEmployer,
    OpenEmployers,
    SaveEmployer,
)
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.share.intents import OpenShare
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Employer, Place, Profession, Region, Term, Unknown
from content.kinds import Source

HOME = Button("home", GoHome())


@dataclass(frozen=True)
class Linked:
    """A trade at home with an employer, and on what basis we say so."""

    profession: Profession
    source: Source


def ways(regions: Sequence[tuple[Region, int]], roles: Sequence[Term]) -> Screen:
    """By region, or by what they do for students."""
    doors = [[Button(region.label, BrowseEmployers(region.slug))] for region, _ in regions]
    does = [[Button(role.label, BrowseRole(role.slug))] for role in roles]
    return Screen("employers/ways", {"regions": regions}, [*doors, *does, [HOME]])


def region(place: Region, shown: Page[Employer]) -> Screen:
    """The employers of a region."""
    turn = turner(shown, lambda number: BrowseEmployers(place.slug, number))
    facts = {"region": place, "total": shown.total}
    return Screen("employers/region", facts, [*_open(shown.things), turn, _out()])


def role(does: Term, shown: Page[Employer]) -> Screen:
    """The employers that do this for students, as far as the articles name them."""
    turn = turner(shown, lambda number: BrowseRole(does.slug, number))
    facts = {"role": does, "total": shown.total}
    return Screen("employers/role", facts, [*_open(shown.things), turn, _out()])


def _open(employers: Sequence[Employer]) -> list[list[Button]]:
    return [[Button(one.label, OpenEmployer(one.slug))] for one in employers]


def _out() -> list[Button]:
    return [Button("back", OpenEmployers()), HOME]


def card(
    employer: Employer,
    place: Place | None,
    roles: Sequence[Term],
    professions: Sequence[Profession],
    unknown: Sequence[Unknown],
    *,
    saved: bool,
    back: Intent,
) -> Screen:
    """One employer: what the articles say it does for students."""
    slug = employer.slug
    rows = [
        [Button("trades-there", EmployerProfessions(slug))] if professions else [],
        [_star(slug, saved=saved), Button("share", OpenShare("employers", slug))],
        [Button("sources", OpenPassport("employers", slug))],
        [Button("back", back), HOME],
    ]
    facts = {"employer": employer, "place": place, "roles": roles, "unknown": unknown}
    return Screen("employers/card", facts, rows)


def professions(employer: Employer, shown: Page[Linked]) -> Screen:
    """The trades at home there, and on what basis."""
    doors = [
        [Button(one.profession.label, OpenProfession(one.profession.slug))] for one in shown.things
    ]
    turn = turner(shown, lambda number: EmployerProfessions(employer.slug, number))
    rows = [*doors, turn, [Button("back", OpenEmployer(employer.slug)), HOME]]
    return Screen("employers/professions", {"employer": employer, "found": shown.things}, rows)


def _star(slug: str, *, saved: bool) -> Button:
    return Button("saved", ForgetEmployer(slug)) if saved else Button("save", SaveEmployer(slug))
