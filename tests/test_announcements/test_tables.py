"""A file for a spreadsheet holds no formula, whatever somebody wrote."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from bot.guidance.tables import as_csv, as_xlsx, safe

FORMULAS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "  =1",
    "\r=1",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula(words: str) -> None:
    """S19: what looks like a formula is words."""
    (row,) = csv.reader(StringIO(as_csv([[words, 7]]).decode("utf-8-sig"), newline=""))
    assert row == [f"'{words}", "7"]
    if not words.startswith("\r"):  # a sheet keeps no carriage return
        sheet = load_workbook(BytesIO(as_xlsx([[words, 7]]))).active
        assert sheet is not None
        assert [(cell.data_type, cell.value) for cell in next(sheet.iter_rows())] == [
            ("s", f"'{words}"),
            ("n", 7),
        ]


def test_plain_words_and_numbers_stay() -> None:
    assert [safe(cell) for cell in ("Жетті", -3, "a=b")] == ["Жетті", -3, "a=b"]
