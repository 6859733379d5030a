"""A spreadsheet that came back, as rows; or what is wrong with it, sheet by sheet, cell by cell."""

from collections.abc import Iterable
from typing import Any

from content.kinds import did_you_mean
from content.mistakes import Mistake
from content.sheets.layout import COMMENT, INSIDE, MARK, NUMBER, SLUG, THING, WHICH, Sheet, sheets
from content.sheets.opening import Cells, grid, numbered, words
from content.sheets.rows import Row, number
from content.sheets.writing import ABOUT
from content.tree import HIDDEN, NOTHING

BESIDE = (COMMENT, INSIDE, MARK)
SPARE = (INSIDE, MARK)  # without them nothing is lost
FIGURES = (int, float, bool)


def read(book: Any) -> tuple[dict[str, list[Row]], list[Mistake]]:
    """The rows of every sheet, and what cannot be read."""
    mistakes = list[Mistake]()
    for name in book.sheetnames:
        if name not in sheets() and name != ABOUT:
            says = (
                f"this sheet is not one of ours{did_you_mean(name, sheets())}: rename or delete it"
            )
            mistakes.append(Cells(name, 1, 1, "", says))
    found = {name: _rows(book, sheet, mistakes) for name, sheet in sheets().items()}
    for name, sheet in sheets().items():
        mistakes += _homeless(sheet, found[name], found)
    return found, mistakes


def _rows(book: Any, sheet: Sheet, mistakes: list[Mistake]) -> list[Row]:
    if sheet.name not in book.sheetnames:
        says = "this sheet is missing: export again, and copy it from there"
        mistakes.append(Cells(sheet.name, 1, 1, "", says))
        return []
    found = grid(book[sheet.name], mistakes)
    heads = _heads(sheet, found[0] if found else [], mistakes)
    return [_row(sheet, heads, line, row, mistakes) for line, row in numbered(found)]


def _heads(sheet: Sheet, row: list[Any], mistakes: list[Mistake]) -> dict[int, str]:
    """The heads by column number; a column that is lost or renamed is a mistake."""
    said = {cell.column: str(cell.value).strip() for cell in row if cell.value is not None}
    missing = [head for head in sheet.heads if head not in said.values() and head not in SPARE]
    for column, head in said.items():
        twice = list(said.values()).index(head) < list(said).index(column)
        if head not in sheet.heads or twice:
            near = did_you_mean(head, missing or sheet.heads)
            says = "this column stands here twice" if twice else f"no column is called so{near}"
            mistakes.append(Cells(sheet.name, 1, column, head, says))
    for head in missing:
        mistakes.append(Cells(sheet.name, 1, 1, "", f"the column `{head}` is missing: put it back"))
    return {column: head for column, head in said.items() if head in sheet.heads}


def _row(
    sheet: Sheet, heads: dict[int, str], line: int, row: list[Any], mistakes: list[Mistake]
) -> Row:
    numeric = _numeric(sheet)
    found = Row(sheet.name, {}, line)
    for cell in row:
        head = heads.get(cell.column, "")
        said, wrong = words(cell, numeric=head in numeric)
        wrong = wrong or _unsafe(said, head)
        if said and not head:
            wrong = "this column has no head: name it, or clear it"
        if wrong:
            mistakes.append(Cells(sheet.name, line, cell.column, str(cell.value), wrong))
        elif said:
            found.cells[head] = said
    mistakes += _unfound(sheet, found)
    return found


def _unsafe(said: str, head: str) -> str:
    if found := HIDDEN.search(said):
        return f"a hidden sign (U+{ord(found.group()):04X}) stands here: type the words anew"
    if said in NOTHING and head not in BESIDE:
        return f"{said} means nothing: leave the cell empty where nothing is known"
    return ""


def _numeric(sheet: Sheet) -> set[str]:
    """The heads of columns in which a spreadsheet's number is what was meant."""
    kinds = {column.head: column.shape.item or column.shape for column in sheet.columns}
    found = {head for head, shape in kinds.items() if shape.type in FIGURES}
    return {*found, *(key for key in sheet.keys if key.startswith(NUMBER)), MARK}


def _unfound(sheet: Sheet, row: Row) -> Iterable[Mistake]:
    """A row that does not say what it belongs to, or in which order."""
    for column, key in enumerate(sheet.keys, start=1):
        said = row.cells.get(key, "")
        if not said:
            says = f"`{key}` is empty: say {HOW.get(key, 'its number: 1, 2, 3')}"
            yield Cells(sheet.name, row.line, column, "", says)
        elif key.startswith(NUMBER) and number(said) is None:
            yield Cells(sheet.name, row.line, column, said, "a number is wanted: 1, 2, 3")


HOW = {
    SLUG: "its address, in small Latin letters",
    THING: "the slug of what this row belongs to",
    WHICH: "which one it is",
}


def _homeless(sheet: Sheet, mine: list[Row], found: dict[str, list[Row]]) -> Iterable[Mistake]:
    """Rows that belong to nothing, and rows that say the same key twice."""
    above = sheets()[sheet.above]
    homes = {row.keys(above) for row in found[sheet.above]}
    seen: dict[tuple[str, ...], int] = {}
    for row in mine:
        keys = row.keys(sheet)
        if keys in seen and all(keys):
            says = (
                f"row {seen[keys]} has the same {' and '.join(sheet.keys[: len(keys)])}: change one"
            )
            yield Cells(sheet.name, row.line, len(keys), keys[-1], says)
        seen.setdefault(keys, row.line)
        if sheet.form != "things" and all(keys) and keys[:-1] not in homes:
            near = did_you_mean(keys[0], {home[0] for home in homes})
            says = f"the sheet {above.name} has no row {' '.join(keys[:-1])}{near}"
            yield Cells(sheet.name, row.line, 1, keys[0], says)
