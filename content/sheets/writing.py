"""The catalogue as a spreadsheet, to be edited by people and brought back."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import get_column_letter

from content import reader
from content.sheets.layout import MARK, Sheet, sheets
from content.sheets.opening import escaped
from content.sheets.present import everything, mark
from content.sheets.rows import Row

ABOUT = "read me"
TELLS = (
    "Каталог в одной таблице. Өзгертіп, қайта жүктеңіз: python -m bot content import FILE.xlsx",
    "Весь каталог в одной таблице. Исправьте и верните: python -m bot content import FILE.xlsx",
    "The whole catalogue in one file. Edit, and bring back: python -m bot content import FILE.xlsx",
    "",
    "professions: a row a profession. professions.day: a row an hour, by `thing` and `number`.",
    "name.kk, name.ru, name.en: the same words in three languages. All three are needed.",
    "A list of single words lies in one cell: with commas, or a line each (Alt+Enter).",
    "To put a row between rows 2 and 3, number it 2.5. Never change a `slug` or the column `mark`.",
    "All cells are Text. Do not merge cells, and write no formulas.",
)
HEAD = PatternFill("solid", fgColor="DDE6EE")
WRAPPED = Alignment(wrap_text=True, vertical="top")
NARROW, BROAD = 16, 44


def export(file: Path, home: Path = reader.HOME) -> int:
    """Write all things into the spreadsheet and say how many; raises Mistaken before it writes."""
    reader.check(home)
    found: dict[str, list[Row]] = defaultdict(list)
    present = everything(home)
    for one in present.values():
        one.rows[0].cells[MARK] = mark(one.rows)
        for row in one.rows:
            found[row.sheet].append(row)
    _book(found).save(file)
    return len(present)


def _book(found: dict[str, list[Row]]) -> Workbook:
    book = Workbook()
    about: Any = book.active
    about.title = ABOUT
    for line, words in enumerate(TELLS, start=1):
        about.cell(line, 1, words)
    for sheet in sheets().values():
        _fill(book.create_sheet(sheet.name), sheet, found[sheet.name])
    return book


def _fill(page: Any, sheet: Sheet, found: list[Row]) -> None:
    for column, head in enumerate(sheet.heads, start=1):
        cell = page.cell(1, column, head)
        cell.font, cell.fill = Font(bold=True), HEAD
        letter = get_column_letter(column)
        page.column_dimensions[letter].width = (
            BROAD if head.endswith(("kk", "ru", "en")) else NARROW
        )
        page.column_dimensions[letter].hidden = head == MARK
    first = page.cell(2, 1)
    first.number_format, first.quotePrefix, first.alignment = "@", True, WRAPPED
    for line, row in enumerate(found, start=2):
        for column, head in enumerate(sheet.heads, start=1):
            if words := row.cells.get(head):
                _write(page.cell(line, column), words, first)
    page.freeze_panes = page.cell(2, len(sheet.keys) + 1)


def _write(cell: Any, words: str, like: Any) -> None:
    """Words and nothing but words: what begins with = + - @ is no formula here."""
    cell.value = escaped(words)
    cell.data_type, cell._style = "s", like._style  # one style for all: setting it anew is slow
