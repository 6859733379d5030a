"""Tables: rows as a file for a spreadsheet, with no cell that a spreadsheet would reckon with."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

Cell = str | int
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def safe(cell: Cell) -> Cell:
    """The cell; words that a spreadsheet would take for a formula stand behind an apostrophe."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(DANGEROUS):
        return f"'{cell}"
    return cell


def as_csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    """The rows as CSV, which begins with a mark so that Excel reads it as UTF-8."""
    into = StringIO()
    csv.writer(into).writerows([[safe(cell) for cell in row] for row in rows])
    return into.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Sequence[Cell]]) -> bytes:
    """The rows as a workbook of one sheet; every text is a text, and no formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([safe(cell) for cell in row])
    book.save(into := BytesIO())
    return into.getvalue()
