"""The catalogue: everything the bot tells of, by kind and address, and what leads to what."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from content.asking import Concept, Talk
from content.catalogue import (
    Answer,
    Article,
    College,
    Employer,
    Figure,
    Gone,
    Hint,
    Place,
    Profession,
    Programme,
    Reference,
    Region,
    Term,
    Unknown,
    Voice,
)
from content.kinds import Fact, Thing
from content.regional import There, regional
from content.shifts import Game, Mission

K = TypeVar("K", bound=Thing)


class Catalogue:
    """All things by kind and slug. It never changes: a new edition is a new catalogue."""

    def __init__(self, things: Mapping[str, Mapping[str, Thing]], edition: str = "") -> None:
        self._things, self.edition = things, edition

    def every(self, kind: str, of: type[K]) -> tuple[K, ...]:
        """All things of a kind, in the order of their files."""
        return tuple(
            thing for thing in self._things.get(kind, {}).values() if isinstance(thing, of)
        )

    def one(self, kind: str, slug: str, of: type[K]) -> K:
        """The thing at this address; raises Gone."""
        thing = self._things.get(kind, {}).get(slug)
        if not isinstance(thing, of):
            raise Gone(f"{kind}/{slug}")
        return thing

    def thing(self, path: str) -> Thing:
        """The thing at a path like `employers/kazzinc`; raises Gone."""
        kind, _, slug = path.rpartition("/")
        return self.one(kind, slug, Thing)

    # --- by kind ---

    @cached_property
    def professions(self) -> tuple[Profession, ...]:
        """Those the articles speak of most come first."""
        every = self.every("professions", Profession)
        return tuple(sorted(every, key=lambda one: -len(self.about(f"professions/{one.slug}"))))

    @cached_property
    def employers(self) -> tuple[Employer, ...]:
        return self.every("employers", Employer)

    @cached_property
    def colleges(self) -> tuple[College, ...]:
        """Colleges the articles name first, then the others."""
        return tuple(sorted(self.every("colleges", College), key=lambda c: not c.source.article))

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        return self.every("programmes", Programme)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return self.every("figures", Figure)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        return self.every("regions", Region)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return self.every("hints", Hint)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        return self.every("concepts", Concept)

    @cached_property
    def talk(self) -> tuple[Talk, ...]:
        return self.every("talk", Talk)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        return self.every("answers", Answer)

    @cached_property
    def missions(self) -> tuple[Mission, ...]:
        return self.every("missions", Mission)

    @cached_property
    def games(self) -> tuple[Game, ...]:
        return self.every("games", Game)

    def mission(self, slug: str) -> Mission:
        return self.one("missions", slug, Mission)

    def profession(self, slug: str) -> Profession:
        return self.one("professions", slug, Profession)

    def employer(self, slug: str) -> Employer:
        return self.one("employers", slug, Employer)

    def college(self, slug: str) -> College:
        return self.one("colleges", slug, College)

    def programme(self, slug: str) -> Programme:
        return self.one("programmes", slug, Programme)

    def figure(self, slug: str) -> Figure:
        return self.one("figures", slug, Figure)

    def region(self, slug: str) -> Region:
        return self.one("regions", slug, Region)

    def article(self, slug: str) -> Article:
        return self.one("articles", slug, Article)

    def reference(self, slug: str) -> Reference:
        return self.one("references", slug, Reference)

    def term(self, kind: str, slug: str) -> Term:
        return self.one(kind, slug, Term)

    def unknowns(self, slugs: Iterable[str]) -> tuple[Unknown, ...]:
        """What is not known, in words."""
        return tuple(self.one("unknowns", slug, Unknown) for slug in slugs)

    def place(self, slug: str) -> Place:
        """A city or a town; raises Gone."""
        if slug not in self._places:
            raise Gone(f"places/{slug}")
        return self._places[slug]

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.slug: place for region in self.regions for place in region.places}

    # --- what leads to what ---

    def professions_of_employer(self, slug: str) -> tuple[Profession, ...]:
        """The trades that are at home with this employer."""
        return self._by_employer.get(slug, ())

    def professions_of_college(self, slug: str) -> tuple[Profession, ...]:
        """The trades near this college."""
        return self._by_college.get(slug, ())

    def professions_of_subject(self, slug: str) -> tuple[Profession, ...]:
        """The trades that use this school subject."""
        return tuple(p for p in self.professions if any(one.subject == slug for one in p.subjects))

    def professions_with(self, trait: str) -> tuple[Profession, ...]:
        """The trades that have much of this trait (2 or 3 of 3), those with most of it first."""
        scored = [(p.features[trait].score, p) for p in self.professions if trait in p.features]
        return tuple(p for score, p in sorted(scored, key=lambda one: -one[0]) if score >= 2)

    def there(self, region: str) -> There:
        """What there is in a region; under the empty word, what belongs to none."""
        return self._there.get(region, There())

    @cached_property
    def _there(self) -> Mapping[str, There]:
        return regional(self.professions, self.colleges, self.employers, self.figures)

    def missions_of(self, profession: str) -> tuple[Mission, ...]:
        """The shifts on which this trade is seen, its own first."""
        return self._by_trade.get(profession, ())

    @cached_property
    def _by_trade(self) -> dict[str, tuple[Mission, ...]]:
        found: dict[str, tuple[Mission, ...]] = {}
        for mission in self.missions:
            found[mission.profession] = (*found.get(mission.profession, ()), mission)
        for mission in self.missions:
            for trade in mission.also:
                found[trade] = (*found.get(trade, ()), mission)
        return found

    @cached_property
    def _by_employer(self) -> dict[str, tuple[Profession, ...]]:
        return self._linked(lambda profession: (link.employer for link in profession.employers))

    @cached_property
    def _by_college(self) -> dict[str, tuple[Profession, ...]]:
        return self._linked(lambda profession: (link.college for link in profession.colleges))

    def _linked(
        self, links: Callable[[Profession], Iterable[str]]
    ) -> dict[str, tuple[Profession, ...]]:
        found: dict[str, tuple[Profession, ...]] = {}
        for profession in self.professions:
            for slug in links(profession):
                found[slug] = (*found.get(slug, ()), profession)
        return found

    def told(self, path: str) -> tuple[Fact, ...]:
        """What the articles say about a thing, then what its own file adds."""
        return (*self.about(path), *_own_facts(self.thing(path)))

    def about(self, path: str) -> tuple[Fact, ...]:
        """What the articles say about a thing."""
        return self._about.get(path, ())

    @cached_property
    def _about(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, tuple[Fact, ...]] = {}
        for article in self.every("articles", Article):
            for fact in article.facts:
                for path in fact.about:
                    found[path] = (*found.get(path, ()), fact)
        return found


def _own_facts(thing: Thing) -> tuple[Fact, ...]:
    """The facts a thing's own file gives, whatever its kind."""
    if isinstance(thing, Figure):
        return (Fact(says=thing.name, source=thing.source, when=thing.when, note=thing.note),)
    if isinstance(thing, Voice):
        return (Fact(says=thing.role, source=thing.source, opinion=True),)
    if isinstance(thing, Programme):
        summary = Fact(says=thing.summary, source=thing.summary_source)
        return (summary, *thing.who, *thing.how, *thing.facts)
    facts: tuple[Fact, ...] = getattr(thing, "facts", ())
    return facts
