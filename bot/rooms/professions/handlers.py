"""Professions: look up, and show."""

from dataclasses import replace
from typing import TypeVar

from bot.guidance import alike as guidance
from bot.rooms.professions import screens
from bot.rooms.professions.intents import (
    BrowseDirection,
    BrowseRegion,
    BrowseSubject,
    BrowseTrait,
    ForgetProfession,
    OpenAlike,
    OpenProfession,
    OpenProfessions,
    OpenRegions,
    OpenSubjects,
    OpenTraits,
    OpenWays,
    ProfessionColleges,
    ProfessionEmployers,
    ReadProfession,
    SaveProfession,
    Surprise,
)
from bot.rooms.professions.screens import Near, Variation
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import College, Condition, Employer, Profession, Term, Trait
from content.kinds import Source, Thing
from db import people

L = TypeVar("L", College, Employer)


def directions(intent: OpenProfessions, turn: Turn) -> Screen:
    """The seven directions."""
    return screens.directions(turn.catalogue.every("directions", Term))


def ways(intent: OpenWays, turn: Turn) -> Screen:
    """The other ways to look through the professions."""
    return screens.ways()


def regions(intent: OpenRegions, turn: Turn) -> Screen:
    """Regions our sources know an employer in."""
    known = turn.catalogue
    counted = [(one, len(known.there(one.slug).professions)) for one in known.regions]
    return screens.regions([(one, count) for one, count in counted if count])


def direction(intent: BrowseDirection, turn: Turn) -> Screen:
    """The professions of a direction."""
    term = turn.catalogue.term("directions", intent.direction)
    found = [one for one in turn.catalogue.professions if one.direction == term.slug]
    return screens.direction(term, page(found, intent.page))


def region(intent: BrowseRegion, turn: Turn) -> Screen:
    """The professions with an employer in a region."""
    place = turn.catalogue.region(intent.region)
    found = turn.catalogue.there(place.slug).professions
    return screens.region(place, page(found, intent.page))


def subjects(intent: OpenSubjects, turn: Turn) -> Screen:
    """The school subjects some trade uses."""
    known = turn.catalogue
    used = [one for one in known.every("subjects", Term) if known.professions_of_subject(one.slug)]
    return screens.subjects(used)


def subject(intent: BrowseSubject, turn: Turn) -> Screen:
    """The professions that use a school subject."""
    term = turn.catalogue.term("subjects", intent.subject)
    found = turn.catalogue.professions_of_subject(term.slug)
    return screens.subject(term, page(found, intent.page))


def traits(intent: OpenTraits, turn: Turn) -> Screen:
    """The traits of a group."""
    every = turn.catalogue.every("features", Trait)
    found = [one for one in every if one.group == intent.group]
    return screens.traits(intent.group, page(found, intent.page))


def trait(intent: BrowseTrait, turn: Turn) -> Screen:
    """The professions that have much of a trait."""
    one = turn.catalogue.one("features", intent.trait, Trait)
    return screens.trait(one, page(turn.catalogue.professions_with(one.slug), intent.page))


def alike(intent: OpenAlike, turn: Turn) -> Screen:
    """Professions like this one, but different in something."""
    profession = turn.catalogue.profession(intent.profession)
    others = {one.slug: one.traits for one in turn.catalogue.professions if one != profession}
    near = [
        Variation(turn.catalogue.profession(one.slug), turn.catalogue.term("features", one.but))
        for one in guidance.alike(profession.traits, others)
    ]
    return screens.alike(profession, near)


def card(intent: OpenProfession, turn: Turn) -> Screen:
    """One profession."""
    return shown(turn.catalogue.profession(intent.profession), turn)


def surprise(intent: Surprise, turn: Turn) -> Intent:
    """Any profession: which one, the moment decides."""
    every = turn.catalogue.professions
    return OpenProfession(every[int(turn.now.timestamp() * 1000) % len(every)].slug)


def shown(profession: Profession, turn: Turn) -> Screen:
    """The card, its star as this person left it."""
    term = turn.catalogue.term("directions", profession.direction)
    saved = people.has_saved(turn.session, turn.person, f"professions/{profession.slug}")
    back = turn.back(OpenProfession(profession.slug), BrowseDirection(profession.direction))
    shift = bool(turn.catalogue.missions_of(profession.slug))
    return screens.card(profession, term, saved=saved, shift=shift, back=back)


def read(intent: ReadProfession, turn: Turn) -> Screen:
    """One page of the card."""
    profession = turn.catalogue.profession(intent.profession)
    if intent.part == "school":
        return _school(profession, turn)
    if intent.part == "hard":
        return _hard(profession, turn)
    plain = {"day": screens.day, "work": screens.work, "learn": screens.learn}
    return plain.get(intent.part, screens.robots)(profession)


def _school(profession: Profession, turn: Turn) -> Screen:
    subjects = ((turn.catalogue.term("subjects", one.subject), one) for one in profession.subjects)
    return screens.school(profession, list(subjects))


def _hard(profession: Profession, turn: Turn) -> Screen:
    conditions = [turn.catalogue.one("conditions", one, Condition) for one in profession.conditions]
    return screens.hard(profession, conditions)


def employers(intent: ProfessionEmployers, turn: Turn) -> Screen:
    """Who has a place for this trade."""
    profession = turn.catalogue.profession(intent.profession)
    linked = [(turn.catalogue.employer(one.employer), one.source) for one in profession.employers]
    near = [_near(turn, thing, thing.place, source) for thing, source in _within(linked, intent)]
    return screens.employers(profession, page(near, intent.page, size=5), intent.region)


def colleges(intent: ProfessionColleges, turn: Turn) -> Screen:
    """Which colleges are near this trade."""
    profession = turn.catalogue.profession(intent.profession)
    linked = [(turn.catalogue.college(one.college), one.source) for one in profession.colleges]
    near = [_near(turn, thing, thing.place, source) for thing, source in _within(linked, intent)]
    return screens.colleges(profession, page(near, intent.page, size=5), intent.region)


def _within(
    linked: list[tuple[L, Source]], intent: ProfessionColleges | ProfessionEmployers
) -> list[tuple[L, Source]]:
    """Those in the region asked for, or all."""
    return [(one, why) for one, why in linked if intent.region in ("", one.region)]


def _near(turn: Turn, thing: Thing, place: str | None, source: Source) -> Near:
    return Near(thing, turn.catalogue.place(place) if place else None, source)


def save(intent: SaveProfession, turn: Turn) -> Screen:
    """Keep the profession, and show its card with the star lit."""
    profession = turn.catalogue.profession(intent.profession)
    people.save(turn.session, turn.person, f"professions/{profession.slug}", turn.now)
    return replace(shown(profession, turn), toast="now-saved")


def forget(intent: ForgetProfession, turn: Turn) -> Screen:
    """Keep it no longer, and show its card with the star out."""
    people.forget(turn.session, turn.person, f"professions/{intent.profession}")
    profession = turn.catalogue.profession(intent.profession)
    return replace(shown(profession, turn), toast="now-forgotten")
