"""How the catalogue lies in a spreadsheet: a sheet a kind, languages side by side, lists as rows.

`professions` has a row a profession; what a profession has many of lies on a sheet of its own
(`professions.day`, `professions.tools`), a row an item, found by the `thing` it belongs to and its
`number`; a list of single words lies in one cell. All follows from the types of `catalogue.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

from content.catalogue import KINDS
from content.kinds import Gapped
from content.shape import Loc, Shape, shape

LABELS = "labels"
SLUG, THING, NUMBER, WHICH = "slug", "thing", "number", "which"
COMMENT, INSIDE, MARK = "comment", "comments inside", "mark"


@dataclass(frozen=True)
class Column:
    """A column: its head, the way to its value inside a row's thing, and what may stand there."""

    loc: Loc
    shape: Shape

    @cached_property
    def head(self) -> str:
        return ".".join(map(str, self.loc))


@dataclass(frozen=True)
class Sheet:
    """A sheet: whose it is, how one gets there from the sheet above it, and its columns."""

    kind: str
    way: Loc
    loc: Loc
    form: Literal["things", "list", "table"]
    keys: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def name(self) -> str:
        return ".".join((title(self.kind), *map(str, self.way)))

    @cached_property
    def above(self) -> str:
        """The sheet whose rows this one's belong to."""
        return ".".join((title(self.kind), *map(str, self.way[: len(self.way) - len(self.loc)])))

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """All columns in their order; the last ones say what stands in the file besides."""
        extra = (COMMENT, INSIDE, MARK) if self.form == "things" else ()
        return (*self.keys, *(column.head for column in self.columns), *extra)


def title(kind: str) -> str:
    """The name of a kind's first sheet; a sheet's name may hold no `/`."""
    return kind.replace("/", " ")


@cache
def sheets() -> dict[str, Sheet]:
    """Every sheet by its name, those of one kind together, a list below what it belongs to."""
    kinds: dict[str, Any] = {**KINDS, LABELS: Gapped}
    return {one.name: one for kind, of in kinds.items() for one in _sheets(kind, shape(of))}


def _sheets(kind: str, of: Shape) -> Iterator[Sheet]:
    cells, lists = _apart(of, {SLUG})
    yield Sheet(kind, (), (), "things", (SLUG,), cells)
    for loc, inside in lists:
        yield from _below(kind, loc, loc, inside, (THING,))


def _below(kind: str, way: Loc, loc: Loc, of: Shape, keys: tuple[str, ...]) -> Iterator[Sheet]:
    number = NUMBER if len(keys) == 1 else f"{NUMBER} {len(keys)}"
    assert of.item is not None  # noqa: S101 - a list has items
    cells, lists = _apart(of.item, set())
    keys = (*keys, number)
    table = of.form == "table"
    yield Sheet(kind, way, loc, "table" if table else "list", (*keys, *[WHICH] * table), cells)
    for inner, inside in lists:
        yield from _below(kind, (*way, *inner), inner, inside, keys)


def _apart(of: Shape, without: set[str]) -> tuple[tuple[Column, ...], list[tuple[Loc, Shape]]]:
    """What fits into cells of one row, and what needs rows of its own."""
    found = [pair for pair in _flat(of, ()) if pair[0][0] not in without]
    cells = tuple(Column(loc, one) for loc, one in found if _in_a_cell(one))
    return cells, [(loc, one) for loc, one in found if not _in_a_cell(one)]


def _flat(of: Shape, loc: Loc) -> Iterator[tuple[Loc, Shape]]:
    for name, inside in of.fields.items():
        here = (*loc, name)
        if inside.form in ("text", "part"):
            yield from _flat(inside, here)
        else:
            yield here, inside


def _in_a_cell(one: Shape) -> bool:
    return one.form == "word" or (one.item is not None and one.item.form == "word")


def together(words: list[str]) -> str:
    """A short list in one cell: with commas, or a line each where a word has a comma itself."""
    if any("," in word for word in words):
        return "\n".join(words) + "\n"
    return ", ".join(words)


def apart(cell: str) -> list[str]:
    """The words of such a cell."""
    found = cell.split("\n") if "\n" in cell else cell.split(",")
    return [word.strip() for word in found if word.strip()]
