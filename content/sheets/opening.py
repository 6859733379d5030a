"""Opening a spreadsheet somebody sent: no bombs, no formulas, no merged cells, only words."""

import math
import re
import zipfile
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.cell import get_column_letter

from content.mistakes import Mistake, Mistaken

HEAVIEST, LARGEST, MOST = 50_000_000, 100_000_000, 500  # bytes packed, bytes unpacked, files in it
WIDEST, LONGEST = 100, 50_000  # columns, rows
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Cells(Mistake):
    """A mistake in a spreadsheet: its line is a row, its column a letter."""

    @property
    def where(self) -> str:
        return f"{self.file}, cell {get_column_letter(self.column)}{self.line}"


def refused(says: str, file: str) -> Mistaken:
    """The spreadsheet as a whole cannot be used."""
    return Mistaken([Mistake(file, 1, 1, "", says)])


def opened(path: Path) -> Any:
    """The workbook, if it is one and of a size a spreadsheet of content has; raises Mistaken."""
    if path.stat().st_size > HEAVIEST:
        raise refused(f"over {HEAVIEST // 1_000_000} MB: this is not our spreadsheet", path.name)
    try:
        _weigh(path)
        return load_workbook(path, keep_links=False)
    except Mistaken:
        raise
    except Exception as error:  # a broken workbook breaks the reader in any way
        says = f"this is not a sound .xlsx file ({type(error).__name__}): save it as XLSX again"
        raise refused(says, path.name) from None


def _weigh(path: Path) -> None:
    """Refuse a bomb: what is said to be in the file, and what comes out, must both be little."""
    with zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if len(parts) > MOST or sum(part.file_size for part in parts) > LARGEST:
            raise refused("unpacked it would be far too large: this is not our sheet", path.name)
        left = LARGEST
        for part in parts:
            with packed.open(part) as stream:
                while piece := stream.read(1 << 20):
                    left -= len(piece)
                    if left < 0 or b"<!ENTITY" in piece:
                        raise refused("unpacked it would be far too large", path.name)


def grid(sheet: Any, mistakes: list[Mistake]) -> list[list[Any]]:
    """The cells of a sheet in rows; merged cells are complained of."""
    for merged in sheet.merged_cells.ranges:
        says = f"the cells {merged.coord} are merged: part them, and fill each"
        mistakes.append(Cells(sheet.title, merged.min_row, merged.min_col, "", says))
    if sheet.max_column > WIDEST or sheet.max_row > LONGEST:
        says = f"{sheet.max_row} rows and {sheet.max_column} columns: clear what is far outside"
        mistakes.append(Cells(sheet.title, 1, 1, "", says))
        return []
    return [list(row) for row in sheet.iter_rows()]


def words(cell: Cell, *, numeric: bool) -> tuple[str, str]:
    """What a cell says, as it was written; and what is wrong with it, if anything."""
    value = cell.value
    if value is None or isinstance(value, str):
        return _text(cell, value or "")
    if isinstance(value, bool):
        return str(value).lower(), ""
    if isinstance(value, int | float):
        return _number(value, numeric)
    return "", _turned(value)


def _text(cell: Cell, value: str) -> tuple[str, str]:
    if cell.data_type == "f":
        return "", "a formula stands here: write the words themselves"
    if cell.data_type == "e":
        return "", "the spreadsheet says this is an error: write the words themselves"
    return ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), value).strip(" "), ""


def _number(value: float, numeric: bool) -> tuple[str, str]:
    if not math.isfinite(value):
        return "", "this number has no end: write the words themselves"
    shown = str(value).removesuffix(".0")
    if numeric or (isinstance(value, int) and 1900 <= value <= 2100):  # a year is no slip
        return shown, ""
    says = f"the spreadsheet made the number {shown} of this: format the cell as Text, type again"
    return "", says


def _turned(value: Any) -> str:
    kind = (
        "a date" if isinstance(value, date) else "an hour" if isinstance(value, time) else "a value"
    )
    return f"the spreadsheet made {kind} of this ({value}): format the cell as Text, type again"


def escaped(value: str) -> str:
    """Words as a cell can keep them: a bare carriage return would be lost."""
    kept = ESCAPED.sub(lambda found: f"_x005F_x{found.group(1)}_", value)
    return kept.replace("\r", "_x000D_")


def numbered(rows: list[list[Any]]) -> Iterator[tuple[int, list[Any]]]:
    """The rows below the heads, with their numbers, the empty ones left out."""
    for line, row in enumerate(rows[1:], start=2):
        if any(str(cell.value).strip() for cell in row if cell.value is not None):
            yield line, row
