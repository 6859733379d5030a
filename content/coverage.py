"""Coverage: what the catalogue does not know, has not verified, translated itself; what is old."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from pydantic import BaseModel

from content.catalogue import Article, Reference
from content.kinds import Source, Text, Thing

Things = Mapping[str, Mapping[str, Thing]]
WORST = 5


@dataclass
class Count:
    """What was counted of one thing, or of a whole kind."""

    things: int = 0
    sources: int = 0
    articles: int = 0
    references: int = 0
    ours: int = 0
    medium: int = 0
    low: int = 0
    unknown: int = 0
    translated: int = 0
    old: int = 0

    def __add__(self, other: "Count") -> "Count":
        names = [field.name for field in fields(self)]
        return Count(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def doubt(self) -> int:
        """How much a person should look after it: what is low counts twice."""
        return self.unknown + self.ours + self.medium + 2 * self.low + self.old


def report(things: Things, today: date, only: str = "") -> str:
    """The table, and below it what needs a person most."""
    kinds = [kind for kind in things if kind == only or not only]
    counted = {kind: _counted(things[kind], things, today) for kind in kinds}
    rows = [(kind, sum(counted[kind].values(), Count())) for kind in kinds]
    if not only:
        rows.append(("all", sum((count for _, count in rows), Count())))
    worst = [line for kind in kinds for line in _worst(kind, counted[kind], 20 if only else WORST)]
    return "\n".join([*_table(rows), "", "look after these first:", *worst, "", MEANING])


MEANING = """\
sources: statements with a source; articles, references, ours: where they come from;
medium, low: how sure we are; unknown: what a thing says it does not know;
translated: names we translated ourselves, by language;
old: true more than a year ago, as far as the source says."""


def _counted(found: Mapping[str, Thing], things: Things, today: date) -> dict[str, Count]:
    return {slug: _count(thing, things, today) for slug, thing in found.items()}


def _count(thing: Thing, things: Things, today: date) -> Count:
    count = Count(things=1, unknown=len(getattr(thing, "unknown", ())))
    count.translated = len(thing.translated)
    for source, when in _sources(thing, ""):
        count.sources += 1
        count.articles += bool(source.article)
        count.references += bool(source.reference)
        count.ours += bool(source.ours)
        count.medium += source.confidence == "medium"
        count.low += source.confidence == "low"
        count.translated += source.ours == "translation"
        count.old += _old(when or _printed(source, things), today)
    return count


def _sources(part: Any, when: str) -> Iterator[tuple[Source, str]]:
    """Every source inside a thing, with the time its statement was true where that is said."""
    if isinstance(part, Source):
        yield part, when
    elif isinstance(part, BaseModel) and not isinstance(part, Text):
        said = getattr(part, "when", None) or when
        for name in type(part).model_fields:
            yield from _sources(getattr(part, name), said)
    elif isinstance(part, tuple | dict):
        for item in part.values() if isinstance(part, dict) else part:
            yield from _sources(item, when)


def _printed(source: Source, things: Things) -> str:
    """When the article or the reference is of."""
    kind, slug = (
        ("articles", source.article) if source.article else ("references", source.reference)
    )
    found = things.get(kind, {}).get(slug or "")
    return (found.date or "") if isinstance(found, Article | Reference) else ""


def _old(when: str, today: date) -> bool:
    """True more than a year ago; a bare year or month counts from its end."""
    if not when:
        return False
    last = when + "9999-12-31"[len(when) :]
    return last < f"{today.year - 1}-{today.month:02}-{today.day:02}"


def _table(rows: list[tuple[str, Count]]) -> Iterator[str]:
    heads = [field.name for field in fields(Count)]
    widths = [max(len(head), 5) for head in heads]
    first = max(len(kind) for kind, _ in rows)
    yield "  ".join([" " * first, *map(str.rjust, heads, widths)])
    for kind, count in rows:
        cells = [str(getattr(count, head)) for head in heads]
        yield "  ".join([kind.ljust(first), *map(str.rjust, cells, widths)])


def _worst(kind: str, counted: Mapping[str, Count], most: int) -> Iterator[str]:
    found = sorted(counted.items(), key=lambda pair: -pair[1].doubt)[:most]
    for slug, count in found:
        if count.doubt:
            names = ("unknown", "ours", "medium", "low", "old")
            said = ", ".join(f"{getattr(count, n)} {n}" for n in names if getattr(count, n))
            yield f"  {kind}/{slug}: {said}"
