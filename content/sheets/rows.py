"""Things as rows, and rows as things again; pure, whatever the rows are kept in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from content.catalogue import KINDS
from content.shape import Loc
from content.sheets.layout import LABELS, SLUG, WHICH, Sheet, apart, sheets, together

ALL_KINDS = (*KINDS, LABELS)

Keys = tuple[str, ...]


@dataclass
class Row:
    """A row of a sheet: its cells by head; and where it stands, if it was read from a sheet."""

    sheet: str
    cells: dict[str, str]
    line: int = 0

    def keys(self, sheet: Sheet) -> Keys:
        """What finds the row: the thing, and numbers."""
        return tuple(self.cells.get(key, "") for key in sheet.keys if key != WHICH)


@dataclass
class Built:
    """A thing built of rows, and the cell each of its values stands in."""

    kind: str
    slug: str
    body: dict[str, Any] = field(default_factory=dict)
    cells: dict[Loc, tuple[str, int, str]] = field(default_factory=dict)


def kind_sheets(kind: str) -> list[Sheet]:
    """The sheets of a kind, those above first."""
    return [one for one in sheets().values() if one.kind == kind]


def rows(kind: str, slug: str, body: dict[str, Any]) -> Iterator[Row]:
    """The thing's rows on all sheets of its kind."""
    for sheet in kind_sheets(kind):
        if sheet.form == "things":
            yield Row(sheet.name, {SLUG: slug} | _cells(sheet, body))
        else:
            yield from _items(sheet, slug, body)


def _items(sheet: Sheet, slug: str, body: dict[str, Any]) -> Iterator[Row]:
    for numbers, inside in _holders(sheet, body):
        found = at(inside, sheet.loc)
        for number, (which, item) in enumerate(_each(sheet, found), start=1):
            values = (slug, *numbers, str(number), which)
            keys = dict(zip(sheet.keys, values, strict=False))
            yield Row(sheet.name, keys | _cells(sheet, item))


def _holders(sheet: Sheet, body: dict[str, Any]) -> Iterator[tuple[Keys, Any]]:
    """What has such a list: the thing itself, or each item of a list of it."""
    above = sheets()[sheet.above]
    if above.form == "things":
        yield (), body
        return
    for numbers, inside in _holders(above, body):
        for number, (_, item) in enumerate(_each(above, at(inside, above.loc)), start=1):
            yield (*numbers, str(number)), item


def _each(sheet: Sheet, found: Any) -> Iterator[tuple[str, Any]]:
    """The items of a list, or of a table, with their names."""
    if sheet.form == "table":
        yield from (found or {}).items()
    else:
        yield from (("", item) for item in found or ())


def _cells(sheet: Sheet, item: Any) -> dict[str, str]:
    found = {column.head: at(item, column.loc) for column in sheet.columns}
    return {head: _cell(value) for head, value in found.items() if value is not None}


def _cell(value: Any) -> str:
    return together(value) if isinstance(value, list) else str(value).strip(" ")


def at(body: Any, loc: Loc) -> Any:
    """What stands there, or nothing."""
    for step in loc:
        body = body.get(step) if isinstance(body, dict) else None
    return body


# --- and back ---


def build(kind: str, slug: str, found: dict[str, list[Row]]) -> Built:
    """The thing these rows tell of; a sheet's rows stand in the order of their numbers."""
    built = Built(kind, slug)
    holders: dict[tuple[str, Keys], tuple[Any, Loc]] = {}
    for sheet in kind_sheets(kind):
        for row in sorted(found.get(sheet.name, ()), key=lambda row: order(row.keys(sheet))):
            if sheet.form == "things":
                holder: tuple[Any, Loc] | None = (built.body, ())
            else:
                holder = _placed(sheet, row, holders.get((sheet.above, row.keys(sheet)[:-1])))
            if holder is not None:
                holders[sheet.name, row.keys(sheet)] = holder
                _fill(sheet, row, holder, built)
    return built


def order(keys: Keys) -> tuple[float, ...]:
    """Rows by their numbers; 2.5 stands between 2 and 3."""
    return tuple(number(key) or 0 for key in keys[1:])


def number(words: str) -> float | None:
    """The number in a cell, if it is one."""
    try:
        return float(words.replace(",", "."))
    except ValueError:
        return None


def _placed(sheet: Sheet, row: Row, above: tuple[Any, Loc] | None) -> tuple[Any, Loc] | None:
    """A place for the row inside what it belongs to: the item, and the way to it."""
    if above is None:
        return None
    inside, loc = above
    for step in sheet.loc[:-1]:
        inside = inside.setdefault(step, {})
    last = sheet.loc[-1]
    if sheet.form == "table":
        which = row.cells.get(WHICH, "")
        return inside.setdefault(last, {}).setdefault(which, {}), (*loc, *sheet.loc, which)
    items = inside.setdefault(last, [])
    items.append({})
    return items[-1], (*loc, *sheet.loc, len(items) - 1)


def _fill(sheet: Sheet, row: Row, holder: tuple[Any, Loc], built: Built) -> None:
    inside, loc = holder
    built.cells.setdefault(loc, (sheet.name, row.line, sheet.keys[0]))
    for column in sheet.columns:
        value, way = row.cells.get(column.head), (*loc, *column.loc)
        built.cells.setdefault(way, (sheet.name, row.line, column.head))
        if value:
            _put(inside, column.loc, apart(value) if column.shape.form == "list" else value)


def _put(inside: Any, loc: Loc, value: Any) -> None:
    for step in loc[:-1]:
        inside = inside.setdefault(step, {})
    inside[loc[-1]] = value
