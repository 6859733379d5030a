"""Comparing, as people see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.compare.intents import CompareTwo, CompareWith
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import College, Place, Profession, Term, Trait

HOME = Button("home", GoHome())


@dataclass(frozen=True)
class Side:
    """A profession among others: what it is mostly about, and which subjects it uses."""

    profession: Profession
    direction: Term
    traits: Sequence[Trait]
    subjects: Sequence[Term]


@dataclass(frozen=True)
class Campus:
    """A college among others: where it is, what it is near, and how much is not known of it."""

    college: College
    place: Place
    professions: Sequence[Profession]


def choose(profession: Profession, shown: Page[Profession]) -> Screen:
    """Which other profession to put beside it."""
    slug = profession.slug
    doors = [[Button(one.label, CompareTwo(slug, one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: CompareWith(slug, number))
    rows = [*doors, turn, [Button("back", OpenProfession(slug)), HOME]]
    return Screen("compare/choose", {"profession": profession}, rows)


def professions(sides: Sequence[Side], back: Intent) -> Screen:
    """Professions side by side."""
    doors = [[Button(one.profession.label, OpenProfession(one.profession.slug))] for one in sides]
    rows = [*doors, [Button("back", back), HOME]]
    return Screen("compare/professions", {"sides": sides}, rows)


def colleges(sides: Sequence[Campus], back: Intent) -> Screen:
    """Colleges side by side."""
    doors = [[Button(one.college.label, OpenCollege(one.college.slug))] for one in sides]
    rows = [*doors, [Button("back", back), HOME]]
    return Screen("compare/colleges", {"sides": sides}, rows)


def too_few(back: Intent) -> Screen:
    """Fewer than two are kept: nothing to compare yet."""
    return Screen("compare/few", {}, [[Button("back", back), HOME]])
