"""Professions, as people see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.compare.intents import CompareWith
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.home.intents import GoHome
from bot.rooms.missions.intents import MissionsOf
from bot.rooms.passports.intents import OpenPassport
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
    Part,
    ProfessionColleges,
    ProfessionEmployers,
    ReadProfession,
    SaveProfession,
    Surprise,
    TraitGroup,
)
from bot.rooms.routes.intents import OpenRoutes
from bot.rooms.share.intents import Nearby, OpenShare, ShowMap
from bot.rooms.voices.intents import OpenVoices
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner
from content.catalogue import Condition, Lesson, Place, Profession, Region, Term, Trait
from content.kinds import Source, Thing

HOME = Button("home", GoHome())
PARTS: tuple[Part, ...] = ("day", "work", "school", "hard", "learn", "robots")


@dataclass(frozen=True)
class Near:
    """A college or an employer near a trade: where it is, and on what basis we say so."""

    thing: Thing
    place: Place | None
    source: Source


@dataclass(frozen=True)
class Variation:
    """A profession like another one, and the trait it has more of."""

    profession: Profession
    but: Term


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
    ways = [Button("other-ways", OpenWays()), HOME]
    return Screen("professions/directions", {}, [*rows, ways])


def ways() -> Screen:
    """The other ways to look through the professions."""
    rows = [
        [Button("by-region", OpenRegions()), Button("by-subject", OpenSubjects())],
        [Button("by-material", OpenTraits("material")), Button("by-place", OpenTraits("place"))],
        [Button("by-rhythm", OpenTraits("rhythm")), Button("by-manner", OpenTraits("manner"))],
        [Button("voices", OpenVoices()), Button("surprise", Surprise())],
        [Button("back", OpenProfessions()), HOME],
    ]
    return Screen("professions/ways", {}, rows)


def regions(found: Sequence[tuple[Region, int]]) -> Screen:
    """Regions our sources know an employer in."""
    buttons = [[Button(region.label, BrowseRegion(region.slug))] for region, _ in found]
    back = Button("back", OpenWays())
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


def subjects(found: Sequence[Term]) -> Screen:
    """School subjects to choose from."""
    doors = pairs([Button(one.label, BrowseSubject(one.slug)) for one in found])
    back = Button("back", OpenWays())
    return Screen("professions/subjects", {}, [*doors, [back, HOME]])


def subject(term: Term, shown: Page[Profession]) -> Screen:
    """The professions that use a school subject."""
    turn = turner(shown, lambda number: BrowseSubject(term.slug, number))
    rows = [*_open(shown.things), turn, [Button("back", OpenSubjects()), HOME]]
    return Screen("professions/subject", {"subject": term, "total": shown.total}, rows)


def traits(group: TraitGroup, shown: Page[Trait]) -> Screen:
    """What one works with (or where, in what rhythm, how) to choose from."""
    doors = [[Button(one.label, BrowseTrait(one.slug))] for one in shown.things]
    turn = turner(shown, lambda number: OpenTraits(group, number))
    rows = [*doors, turn, [Button("back", OpenWays()), HOME]]
    return Screen("professions/traits", {"group": group}, rows)


def trait(one: Trait, shown: Page[Profession]) -> Screen:
    """The professions that have much of a trait."""
    turn = turner(shown, lambda number: BrowseTrait(one.slug, number))
    rows = [*_open(shown.things), turn, [Button("back", OpenTraits(one.group)), HOME]]
    return Screen("professions/trait", {"trait": one, "total": shown.total}, rows)


def alike(profession: Profession, near: Sequence[Variation]) -> Screen:
    """Professions like this one, but different in something."""
    beside = [Button("compare", CompareWith(profession.slug))]
    doors = [[Button(one.profession.label, OpenProfession(one.profession.slug))] for one in near]
    rows = [*doors, beside, [Button("back", OpenProfession(profession.slug)), HOME]]
    return Screen("professions/alike", {"profession": profession, "found": near}, rows)


def _open(professions: Sequence[Profession]) -> list[list[Button]]:
    return [[Button(one.label, OpenProfession(one.slug))] for one in professions]


def card(
    profession: Profession, direction: Term, *, saved: bool, shift: bool, back: Intent
) -> Screen:
    """One profession: what it is, and doors to all that is told of it."""
    slug = profession.slug
    star = _star(slug, saved=saved)
    parts = [Button(f"part-{part}", ReadProfession(slug, part)) for part in PARTS]
    near = [
        Button("who-works", ProfessionEmployers(slug)),
        Button("where-to-learn", ProfessionColleges(slug)),
    ]
    share = Button("share", OpenShare("professions", slug))
    played = [Button("missions", MissionsOf(slug))] if shift else []
    sources = [Button("sources", OpenPassport("professions", slug)), *played]
    like = [Button("plan", OpenRoutes(slug)), Button("alike", OpenAlike(slug))]
    rows = [*pairs(parts), near, like, [star, share], sources, [Button("back", back), HOME]]
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
    return _near("employers", profession, shown, [*doors, turn])


def colleges(profession: Profession, shown: Page[Near], region: str) -> Screen:
    """Which colleges are near this trade."""
    slug = profession.slug
    doors = [[Button(near.thing.label, OpenCollege(near.thing.slug))] for near in shown.things]
    turn = turner(shown, lambda number: ProfessionColleges(slug, number, region))
    return _near("colleges", profession, shown, [*doors, turn])


def _near(
    kind: Nearby, profession: Profession, shown: Page[Near], doors: list[list[Button]]
) -> Screen:
    seen = [Button("map", ShowMap(profession.slug, kind))] if shown.total else []
    rows = [*doors, seen, [Button("back", OpenProfession(profession.slug)), HOME]]
    facts = {"name": profession.name, "found": shown.things}
    return Screen(f"professions/{kind}", facts, rows)


def _star(slug: str, *, saved: bool) -> Button:
    return (
        Button("saved", ForgetProfession(slug)) if saved else Button("save", SaveProfession(slug))
    )
