"""Sources: what of the catalogue answers a question, and by which concepts it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.guidance.answers.asked import OWN, Asked
from bot.guidance.folding import fold
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.catalogue import Answer, Article, ArticleFact, Figure, Indicator
from content.kinds import LANGUAGES, Fact, Text

LIGHT = frozenset({"students", "apply", "graduates", "enterprises"})  # beside a general question
COUNTS = frozenset({"how-many", "share"})  # a number is asked for, which hardly an answer has
EXACT = COUNTS | {"why", "where"}  # general answers tell it only where it stands in their ways


@dataclass(frozen=True)
class Way:
    """One way a source is asked: concepts there must be, may be, and must not be."""

    needed: frozenset[str]
    allowed: frozenset[str]
    barred: frozenset[str]

    @classmethod
    def written(cls, asks: str) -> "Way":
        """`dormitory room? !how-many`"""
        words = asks.split()
        needed = {word for word in words if word[-1] != "?" and word[0] != "!"}
        may = {word[:-1] for word in words if word[-1] == "?"}
        barred = {word[1:] for word in words if word[0] == "!"}
        return cls(frozenset(needed), frozenset(needed | may), frozenset(barred))

    def touches(self, asked: Asked) -> bool:
        """Whether all it needs is asked, whatever else is."""
        return self.needed <= asked.concepts and not self.barred & asked.concepts

    def fits(self, asked: Asked, light: frozenset[str] = frozenset()) -> bool:
        """Whether nothing is asked that goes beyond it, but for concepts that weigh little."""
        return self.touches(asked) and asked.told <= self.allowed | light


@dataclass(frozen=True)
class Source:
    """Something that answers: its path (`answers/dormitory`, `facts/a2-19`), and how it is asked.

    `regions` and `things` are what it speaks of: empty where it is general.
    """

    path: str
    ways: tuple[Way, ...]
    regions: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    when: str = ""

    @property
    def kind(self) -> str:
        """`answers`, `figures` or `facts`."""
        return self.path.partition("/")[0]

    def way(self, asked: Asked) -> Way | None:
        """The way with most concepts by which exactly this is asked, if there is one."""
        if self.kind != "answers":
            fitting = [way for way in self.ways if way.fits(asked)]
        else:
            exactly = asked.concepts & EXACT
            fitting = [
                way for way in self.ways if way.fits(asked, LIGHT) and way.allowed >= exactly
            ]
        return max(fitting, key=lambda way: len(way.needed), default=None)

    def is_of(self, asked: Asked) -> bool:
        """Whether it speaks of the place, the thing and the year that are named."""
        return self._is_there(asked) and self._is_of_the_thing(asked) and self._is_then(asked)

    def _is_there(self, asked: Asked) -> bool:
        if self.kind == "facts" and not self.regions:
            return True
        everywhere = "country" in asked.concepts and not asked.places
        return not (everywhere and self.regions) and self.regions.issuperset(asked.places)

    def _is_of_the_thing(self, asked: Asked) -> bool:
        thing = asked.thing
        if thing is None or thing.kind not in OWN:
            return not any(path.startswith("employers/") for path in self.things) or self.kind != (
                "figures"
            )
        if self.kind == "answers":
            return thing.kind == SPEAKS_OF.get(self.path)
        return f"{thing.kind}/{thing.slug}" in self.things

    def _is_then(self, asked: Asked) -> bool:
        """A figure and a fact are of their year; how it is in a year to come, no answer says."""
        if self.kind == "answers":
            return not asked.years
        return all(year == self.when[:4] for year in asked.years)


SPEAKS_OF = {
    "answers/girls-in-trades": "professions",
    "answers/special-needs": "professions",
    "answers/minors-hazardous-practice": "professions",
    "answers/get-into-a-plant": "employers",
}  # general answers that hold of any such thing


class Sources:
    """Everything of a catalogue that is asked in some way."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue
        self.every = (*self._answers(), *self._figures(), *self._facts())
        self._words = {
            one.path: Vocabulary(set(fold(_said(one, catalogue)).split())) for one in self.every
        }

    @cached_property
    def by_path(self) -> dict[str, Source]:
        """The sources by their paths."""
        return {source.path: source for source in self.every}

    def holds(self, source: Source, word: str) -> bool:
        """Whether the source's own words hold this folded word."""
        return bool(self._words[source.path].alike(word))

    def fitting(self, asked: Asked) -> list[Source]:
        """Those that answer exactly this, the most particular first."""
        found = [(source.way(asked), source) for source in self.every]
        fits = [(len(way.needed), one) for way, one in found if way and one.is_of(asked)]
        newest = sorted(fits, key=lambda one: one[1].when, reverse=True)
        widest = sorted(newest, key=lambda one: bool(one[1].regions) and not asked.places)
        return [source for _, source in sorted(widest, key=lambda one: -one[0])]

    def near(self, asked: Asked) -> list[Source]:
        """Those that answer a part of this, or the same of elsewhere; most of it first."""
        found = [
            (max((len(way.needed) for way in source.ways if way.touches(asked)), default=0), source)
            for source in self.every
        ]
        return [source for held, source in sorted(found, key=lambda one: -one[0]) if held]

    def _answers(self) -> Iterator[Source]:
        for answer in self._known.every("answers", Answer):
            yield Source(f"answers/{answer.slug}", _ways(answer.asks))

    def _figures(self) -> Iterator[Source]:
        for figure in self._known.every("figures", Figure):
            indicator = self._known.one("indicators", figure.indicator, Indicator)
            yield Source(
                f"figures/{figure.slug}",
                _ways(indicator.asks),
                frozenset(filter(None, [figure.region])),
                frozenset([f"employers/{figure.employer}"] if figure.employer else []),
                figure.when,
            )

    def _facts(self) -> Iterator[Source]:
        for article in self._known.every("articles", Article):
            for fact in article.facts:
                if fact.asks:
                    yield _of_fact(fact, article)


def _of_fact(fact: ArticleFact, article: Article) -> Source:
    regions = {path.partition("/")[2] for path in fact.about if path.startswith("regions/")}
    about, when = frozenset(fact.about), fact.when or article.date
    return Source(f"facts/{fact.slug}", _ways(fact.asks), frozenset(regions), about, when)


def _ways(asks: tuple[str, ...]) -> tuple[Way, ...]:
    return tuple(Way.written(one) for one in asks)


def fact_of(catalogue: Catalogue, slug: str) -> tuple[Article, Fact] | None:
    """The article's fact with this slug, and its article."""
    for article in catalogue.every("articles", Article):
        for fact in article.facts:
            if fact.slug == slug:
                return article, fact
    return None


def _said(source: Source, known: Catalogue) -> str:
    """Everything a source says, in all languages, and how it is asked."""
    kind, _, slug = source.path.partition("/")
    if kind == "facts":
        found = fact_of(known, slug)
        return _every(found[1].says) if found else ""
    thing = known.thing(source.path)
    texts = [thing.name]
    if isinstance(thing, Answer):
        texts += [thing.says, *(fact.says for fact in thing.facts)]
        asked = [" ".join(getattr(thing.asked, language)) for language in LANGUAGES]
        return " ".join([*asked, *map(_every, texts)])
    return " ".join(map(_every, [*texts, thing.base] if isinstance(thing, Figure) else texts))


def _every(text: Text) -> str:
    return " ".join(text[language] for language in LANGUAGES)
