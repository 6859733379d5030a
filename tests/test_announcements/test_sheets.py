"""The report as a file: every number in its place, groups under five hidden."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.rooms.announcements.screens.following import exported
from bot.sheets import COLUMNS, sheet
from bot.ui.voice import labels
from content.catalogue import Gone
from db.ledger import Standing

OVER = Standing(
    "done", "", 985, 1, 2, 3, {"blocked": 9, "gone": 4, "bad": 5},
    {"muted": 7, "cap": 6, "segment": 8, "blocked": 10, "cancelled": 11}, {"done": 400, "help": 4},
    {0: 77, 2: 5}, 12, recalled=13,
)  # fmt: skip
TAKEN = 9_000_000_001, "202611231200"
TOLD = [1, 985, 1, 2, 3, 9, 4, 5, 13, 7, 6, 8, 10, 11, 400, 0, 0, 77, 0, 5, 12, *TAKEN]


def test_every_number_stands_in_its_place() -> None:
    _, kind, written, _ = exported(1, "xlsx", "x", OVER, "", TAKEN).picture.split("/")
    assert written.split("-") == list(map(str, TOLD))
    rows = load_workbook(BytesIO(sheet(kind, written, "en"))).active
    assert rows is not None
    told = [row[1] for row in rows.iter_rows(values_only=True)]
    assert told[:-1] == [many or "fewer than 5" for many in TOLD[:-1]]


def test_a_file_tells_who_took_it_and_when() -> None:
    """S28: a report that got out can be traced to whoever took it."""
    _, kind, written, _ = exported(1, "csv", "x", OVER, "", TAKEN).picture.split("/")
    said = sheet(kind, written, "en").decode("utf-8-sig")
    assert "Taken by,9000000001" in said
    assert "Taken at (Almaty),23.11.2026 12:00" in said


@pytest.mark.parametrize("written", ["", "1-2", "x-" * len(COLUMNS), "-".join("=" * len(COLUMNS))])
def test_a_forged_name_makes_no_file(written: str) -> None:
    with pytest.raises(Gone):
        sheet("csv", written, "en")


def test_every_word_of_the_file_is_used() -> None:
    words = {name for name in labels() if name.startswith("picture-table-")}
    assert words == {f"picture-table-{name}" for name in (*COLUMNS, "few")}
