"""What no single thing can see: places of two regions, links given twice, facts told twice."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from content.catalogue import KINDS, Article, College, Employer, Hint, Region
from content.kinds import Thing, did_you_mean
from content.mistakes import Mistake
from content.shape import Loc

Tell = Callable[[Loc, str], Mistake]


@dataclass(frozen=True)
class Known:
    """A thing that is sound in itself, and how to complain of a place in it."""

    kind: str
    thing: Thing
    tell: Tell


# The lists in which nothing may stand twice, and what makes two items the same.
ONCE: Mapping[str, Callable[[Any], Hashable]] = {
    "employers": lambda link: link.employer,
    "colleges": lambda link: link.college,
    "subjects": lambda lesson: lesson.subject,
    "roles": lambda role: (role.role, role.source),
    "competitions": lambda one: (one.programme, one.skill.en),
    "routes": lambda route: (route.code, route.qualification_code, route.title.ru),
    "specialties": lambda one: (one.title.ru, one.code),
    **{name: lambda slug: slug for name in ("conditions", "unknown", "translated", "audience")},
    **{name: lambda slug: slug for name in ("terms", "programmes", "professions")},
}


def mistakes(everything: Iterable[Known]) -> Iterator[Mistake]:
    """What is wrong between things."""
    known = tuple(everything)
    for one in known:
        yield from _twice(one)
    yield from _facts(known)
    yield from _regions(known)
    yield from _hints(known)


def _twice(one: Known) -> Iterator[Mistake]:
    """What a list says twice."""
    for name, same in ONCE.items():
        seen: dict[Hashable, int] = {}
        for number, item in enumerate(getattr(one.thing, name, ())):
            if (mark := same(item)) in seen:
                says = f"`{name}`: this stands there already, as number {seen[mark] + 1}: keep one"
                yield one.tell((name, number), says)
            seen.setdefault(mark, number)


def _facts(known: Iterable[Known]) -> Iterator[Mistake]:
    """An article's facts are numbered once in all articles, and cite their own article."""
    seen: dict[str, str] = {}
    for one in known:
        if not isinstance(one.thing, Article):
            continue
        for number, fact in enumerate(one.thing.facts):
            if fact.slug in seen:
                says = f"a fact {fact.slug!r} stands in articles/{seen[fact.slug]} already"
                yield one.tell(("facts", number, "slug"), says)
            seen.setdefault(fact.slug, one.thing.slug)
            if fact.source.article != one.thing.slug:
                says = f"a fact in this file cites this article: {one.thing.slug}"
                yield one.tell(("facts", number, "source"), says)


def _regions(known: tuple[Known, ...]) -> Iterator[Mistake]:
    """A place lies in one region, a region has its centre, and whoever is there is there."""
    home: dict[str, str] = {}
    codes: dict[str, str] = {}
    regions = [one for one in known if isinstance(one.thing, Region)]
    for one in regions:
        yield from _region(one, home, codes)
    for one in known:
        if isinstance(one.thing, College | Employer) and one.thing.place:
            right = home.get(one.thing.place, one.thing.region)
            if right != one.thing.region:
                says = f"{one.thing.place} lies in {right}, not in {one.thing.region}: mend one"
                yield one.tell(("place",), says)


def _region(one: Known, home: dict[str, str], codes: dict[str, str]) -> Iterator[Mistake]:
    region = one.thing
    assert isinstance(region, Region)  # noqa: S101 - for the types
    for number, place in enumerate(region.places):
        if (there := home.setdefault(place.slug, region.slug)) != region.slug:
            says = f"the place {place.slug!r} stands in regions/{there} already"
            yield one.tell(("places", number, "slug"), says)
    if region.centre not in (slugs := [place.slug for place in region.places]):
        says = f"the centre is not among `places`{did_you_mean(region.centre, slugs)}"
        yield one.tell(("centre",), says)
    if (other := codes.setdefault(region.code, region.slug)) != region.slug:
        yield one.tell(("code",), f"regions/{other} has this code already")


def _hints(known: Iterable[Known]) -> Iterator[Mistake]:
    """A hint says nothing (`stop`), or names a kind."""
    for one in known:
        if isinstance(one.thing, Hint) and one.thing.slug not in ("stop", *KINDS):
            near = did_you_mean(one.thing.slug, ("stop", *KINDS))
            yield one.tell((), f"a hint is `stop` or the name of a kind{near}")
