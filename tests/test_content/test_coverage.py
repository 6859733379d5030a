"""Coverage counts what is unknown, unverified, translated by us, or old."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from content.coverage import report
from content.reader import read
from tests.test_content.small import made

NOON = date(2026, 7, 1)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = made(tmp_path / "content")
    (home / "unknowns.yaml").write_text(
        "pay: {name: {kk: а, ru: б, en: c}, ask: {kk: а, ru: б, en: c}}\n", "utf-8"
    )
    with (home / "colleges/second.yaml").open("a") as file:
        file.write("unknown: [pay]\ntranslated: [kk, en]\n")
    return home


def row(said: str, kind: str) -> dict[str, int]:
    heads, *lines = [line.split() for line in said.split("\n")]
    cells = next(line for line in lines if line[:1] == [kind])
    return dict(zip(heads, map(int, cells[1:]), strict=True))


def test_the_table_counts_a_kind(home: Path) -> None:
    assert row(report(read(home), NOON), "colleges") == {
        "things": 2, "sources": 5, "articles": 0, "references": 3, "ours": 2,
        "medium": 1, "low": 1, "unknown": 1, "translated": 2, "old": 3,
    }  # fmt: skip


def test_the_last_row_is_the_sum(home: Path) -> None:
    assert row(report(read(home), NOON), "all")["things"] == 7


def test_what_a_year_ago_was_true_is_old_only_later(home: Path) -> None:
    assert row(report(read(home), date(2026, 6, 30)), "colleges")["old"] == 0
    assert row(report(read(home), date(2026, 12, 1)), "colleges")["old"] == 4


def test_the_worst_stand_below_the_table(home: Path) -> None:
    said = report(read(home), NOON, "colleges")
    assert "colleges/first: 1 ours, 1 medium, 1 low, 3 old" in said
    assert "regions" not in said


def test_the_command_knows_the_kinds() -> None:
    runner = CliRunner()
    assert "colleges/" in runner.invoke(main, ["content", "coverage", "--kind", "colleges"]).output
    wrong = runner.invoke(main, ["content", "coverage", "--kind", "colege"])
    assert wrong.exit_code == 1
    assert "there is no kind 'colege'" in wrong.output
