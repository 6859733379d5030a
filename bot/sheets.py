"""Sheets: the report of an announcement as a file, made of nothing but its numbers.

Its name is `table/xlsx/<numbers>/<edition>/<language>`, the numbers in the order of `COLUMNS`; no
person is in it but the one of the staff who took it, and when (202611231200 in Almaty), so that a
file that got out tells whose it was. Of what people did, 0 stands for a group under five, which is
not told.
"""

from bot.guidance.tables import Cell, as_csv, as_xlsx
from bot.ui.voice import labels
from content.catalogue import Gone
from content.kinds import Language

COLUMNS = (
    "number", "sent", "left", "unknown", "twice", "blocked", "gone", "failed", "recalled", "muted",
    "cap", "segment", "before", "cancelled", "done", "help", "no", "key-1", "key-2", "key-3", "off",
    "by", "at",
)  # fmt: skip
HIDDEN = {"done", "help", "no", "key-1", "key-2", "key-3", "off"}


def sheet(kind: str, written: str, language: Language) -> bytes:
    """The file of this kind with these numbers; raises Gone where it is no such name."""
    numbers = written.split("-")
    if len(numbers) != len(COLUMNS) or not all(each.isdecimal() for each in numbers):
        raise Gone(written)
    rows = [_row(name, int(many), language) for name, many in zip(COLUMNS, numbers, strict=True)]
    return as_csv(rows) if kind == "csv" else as_xlsx(rows)


def _row(name: str, many: int, language: Language) -> tuple[Cell, Cell]:
    hidden = name in HIDDEN and not many
    told = _moment(str(many)) if name == "at" else many
    return _word(name, language), _word("few", language) if hidden else told


def _moment(digits: str) -> str:
    """202611231200 as people write it: 23.11.2026 12:00."""
    return f"{digits[6:8]}.{digits[4:6]}.{digits[:4]} {digits[8:10]}:{digits[10:12]}"


def _word(name: str, language: Language) -> str:
    return labels()[f"picture-table-{name}"][language]
