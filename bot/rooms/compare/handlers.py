"""Comparing: look up, and show side by side."""

from bot.guidance.alike import cosine
from bot.rooms.compare import screens
from bot.rooms.compare.intents import CompareSaved, CompareTwo, CompareWith
from bot.rooms.compare.screens import Campus, Side
from bot.rooms.saved.intents import OpenSaved
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import College, Profession, Trait
from db import people

MOST = 4
TELLING = 2  # of 3: a trait worth naming


def choose(intent: CompareWith, turn: Turn) -> Screen:
    """Which other profession: the likest first."""
    profession = turn.catalogue.profession(intent.profession)
    others = [one for one in turn.catalogue.professions if one != profession]
    others.sort(key=lambda one: -cosine(profession.traits, one.traits))
    return screens.choose(profession, page(others, intent.page, size=5))


def two(intent: CompareTwo, turn: Turn) -> Screen:
    """Two professions side by side."""
    sides = [_side(turn.catalogue.profession(slug), turn) for slug in (intent.one, intent.other)]
    return screens.professions(sides, CompareWith(intent.one))


def kept(intent: CompareSaved, turn: Turn) -> Screen:
    """The newest of what they kept, side by side."""
    paths = people.saved(turn.session, turn.person)
    slugs = [path.partition("/")[2] for path in paths if path.startswith(f"{intent.kind}/")]
    if intent.kind == "colleges":
        return _colleges(slugs, turn)
    return _professions(slugs, turn)


def _professions(slugs: list[str], turn: Turn) -> Screen:
    every = {profession.slug: profession for profession in turn.catalogue.professions}
    found = [every[slug] for slug in slugs if slug in every][:MOST]
    if len(found) < 2:
        return screens.too_few(OpenSaved())
    return screens.professions([_side(one, turn) for one in found], OpenSaved())


def _colleges(slugs: list[str], turn: Turn) -> Screen:
    every = {college.slug: college for college in turn.catalogue.colleges}
    found = [every[slug] for slug in slugs if slug in every][:MOST]
    if len(found) < 2:
        return screens.too_few(OpenSaved())
    return screens.colleges([_campus(one, turn) for one in found], OpenSaved())


def _side(profession: Profession, turn: Turn) -> Side:
    ranked = sorted(profession.features.items(), key=lambda item: -item[1].score)
    telling = [slug for slug, feature in ranked if feature.score >= TELLING][:4]
    return Side(
        profession,
        turn.catalogue.term("directions", profession.direction),
        [turn.catalogue.one("features", slug, Trait) for slug in telling],
        [turn.catalogue.term("subjects", one.subject) for one in profession.subjects],
    )


def _campus(college: College, turn: Turn) -> Campus:
    near = turn.catalogue.professions_of_college(college.slug)
    return Campus(college, turn.catalogue.place(college.place), near[:3])
