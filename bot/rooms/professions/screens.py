"""Professions, as people see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import (
    BrowseDirection,
    BrowseRegion,
    ForgetProfession,
    OpenProfession,
    OpenProfessions,
    OpenRegions,
    Part,
    ProfessionColleges,
    ProfessionEmployers,
    ReadProfession,
    SaveProfession,
)
from bot.rooms.voices.intents import OpenVoices
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner
from content.catalogue import Condition, Lesson, Place, Profession, Region, Term
from content.kinds import Source, Text, Thing

HOME = Button("home", GoHome())
PARTS: tuple[Part, ...] = ("day", "work", "school", "hard", "learn", "robots")


@dataclass(frozen=True)
class Near:
    """A college or an employer near a trade: where it is, and on what basis we say so."""

    thing: Thing
    place: Place | None
    source: Source


def directions(found: Sequence[Term]) -> Screen:
    """The seven directions."""
    rows = [
        [
            Button(
                "with-emoji",
                BrowseDirection(one.slug),
                facts={"emoji": one.emoji, "name": one.label},
            )
        ]
        for one in found
    ]
    ways = [Button("by-region", OpenRegions()), Button("voices", OpenVoices())]
    return Screen("professions/directions", {}, [*rows, ways, [HOME]])


def regions(found: Sequence[tuple[Region, int]]) -> Screen:
    """Regions our sources know an employer in."""
    buttons = [[Button(region.label, BrowseRegion(region.slug))] for region, _ in found]
    back = Button("back", OpenProfessions())
    return Screen("professions/regions", {"regions": found}, [*buttons, [back, HOME]])


def direction(term: Term, shown: Page[Profession]) -> Screen:
    """The professions of a direction."""
    turn = turner(shown, lambda number: BrowseDirection(term.slug, number))
    back = Button("back", OpenProfessions())
    rows = [*_open(shown.things), turn, [back, HOME]]
    return Screen("professions/direction", {"direction": term, "total": shown.total}, rows)


def region(place: Region, shown: Page[Profession]) -> Screen:
    """The professions with an employer in a region."""
    turn = turner(shown, lambda number: BrowseRegion(place.slug, number))
    rows = [*_open(shown.things), turn, [Button("back", OpenRegions()), HOME]]
    return Screen("professions/region", {"region": place, "total": shown.total}, rows)


def _open(professions: Sequence[Profession]) -> list[list[Button]]:
    return [[Button(one.label, OpenProfession(one.slug))] for one in professions]


def card(profession: Profession, direction: Term, *, saved: bool, back: Intent) -> Screen:
    """One profession: what it is, and doors to all that is told of it."""
    slug = profession.slug
    star = _star(slug, saved=saved)
    parts = [Button(f"part-{part}", ReadProfession(slug, part)) for part in PARTS]
    near = [
        Button("who-works", ProfessionEmployers(slug)),
        Button("where-to-learn", ProfessionColleges(slug)),
    ]
    sources = Button("sources", OpenPassport("professions", slug))
    rows = [*pairs(parts), near, [star, sources], [Button("back", back), HOME]]
    facts = {
        "profession": profession,
        "direction": direction,
        "employers": len(profession.employers),
        "colleges": len(profession.colleges),
    }
    return Screen("professions/card", facts, rows)


def day(profession: Profession) -> Screen:
    """A working day, hour by hour."""
    return _part("day", profession, {"hours": profession.day})


def work(profession: Profession) -> Screen:
    """Where and when one works, and with what."""
    facts = {"where": profession.where, "tools": profession.tools}
    return _part("work", profession, facts)


def school(profession: Profession, lessons: Sequence[tuple[Term, Lesson]]) -> Screen:
    """School subjects, and where this job uses them."""
    return _part("school", profession, {"lessons": lessons})


def hard(profession: Profession, conditions: Sequence[Condition]) -> Screen:
    """What people find hard, and what the work is like."""
    facts = {"hard": profession.hard, "conditions": conditions}
    return _part("hard", profession, facts)


def learn(profession: Profession) -> Screen:
    """How one learns the trade."""
    facts = {"learn": profession.learn, "routes": profession.routes}
    return _part("learn", profession, facts)


def robots(profession: Profession) -> Screen:
    """Will a robot take it? Only what an article says."""
    return _part("robots", profession, {"robots": profession.robots})


def _part(part: Part, profession: Profession, facts: Mapping[str, object]) -> Screen:
    """A page of the card, with ways to the pages before and after it."""
    slug, at = profession.slug, PARTS.index(part)
    after = PARTS[(at + 1) % len(PARTS)]
    rows = [
        [
            Button(f"part-{after}", ReadProfession(slug, after)),
            Button("sources", OpenPassport("professions", slug)),
        ],
        [Button("back", OpenProfession(slug)), HOME],
    ]
    return Screen(f"professions/{part}", {"name": profession.name, **facts}, rows)


def employers(profession: Profession, shown: Page[Near], region: str) -> Screen:
    """Who, in our sources, has a place for this trade."""
    slug = profession.slug
    doors = [[Button(near.thing.label, OpenEmployer(near.thing.slug))] for near in shown.things]
    turn = turner(shown, lambda number: ProfessionEmployers(slug, number, region))
    return _near("professions/employers", profession.name, shown, [*doors, turn], slug)


def colleges(profession: Profession, shown: Page[Near], region: str) -> Screen:
    """Which colleges are near this trade."""
    slug = profession.slug
    doors = [[Button(near.thing.label, OpenCollege(near.thing.slug))] for near in shown.things]
    turn = turner(shown, lambda number: ProfessionColleges(slug, number, region))
    return _near("professions/colleges", profession.name, shown, [*doors, turn], slug)


def _near(
    template: str, name: Text, shown: Page[Near], doors: list[list[Button]], slug: str
) -> Screen:
    rows = [*doors, [Button("back", OpenProfession(slug)), HOME]]
    return Screen(template, {"name": name, "found": shown.things}, rows)


def _star(slug: str, *, saved: bool) -> Button:
    return (
        Button("saved", ForgetProfession(slug)) if saved else Button("save", SaveProfession(slug))
    )
