"""The commands that invite the first counselors, and list who has access."""

import re
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.databases import furnished
from tests.running import HOME, finished


def test_an_invitation_is_made_and_only_its_hash_is_kept(tmp_path: Path) -> None:
    database = furnished("sqlite", tmp_path)
    code, said = finished(
        "bot invite --school № --region abai --bot @guide_bot", HOME, database_url=database
    )
    link = re.fullmatch(r"https://t\.me/guide_bot\?start=i_([0-9a-f]{32})\n", said)
    assert (code, bool(link)) == (0, True), said
    with sqlite3.connect(database.removeprefix("sqlite:///")) as kept:
        ((hash_, region),) = kept.execute("SELECT hash, region FROM invitations").fetchall()
        acts = kept.execute("SELECT who, act, what FROM audit").fetchall()
    assert link
    assert (hash_, region) == (sha256(link[1].encode()).digest(), "abai")
    assert acts == [(0, "invited", "schools/1")]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("--region nowhere --bot guide_bot", "there is no 'nowhere'. One of: abai,"),
        ("--region abai", "give it with --bot NAME"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(tmp_path: Path, asked: str, answer: str) -> None:
    database = furnished("sqlite", tmp_path)
    nobody = "http://127.0.0.1:9"
    code, said = finished(
        f"bot invite {asked}", HOME, database_url=database, telegram_api_url=nobody
    )
    assert code == 1
    assert answer in said
    assert "Traceback" not in said


def test_who_has_access_is_listed_and_the_listing_is_in_the_trail(tmp_path: Path) -> None:
    """P17: as CSV on the screen, or as a workbook."""
    database, book = furnished("sqlite", tmp_path), tmp_path / "staff.xlsx"
    with sqlite3.connect(database.removeprefix("sqlite:///")) as kept:
        now = ("2026-11-23 07:00:00.000000",)
        columns, staff = "id, language, trail, awaited, met_at", "person_id, role, region, since"
        kept.execute(f"INSERT INTO people ({columns}) VALUES (7, 'ru', '', '', ?)", now)
        kept.execute(f"INSERT INTO staff ({staff}) VALUES (7, 'counselor', 'abai', ?)", now)
    code, said = finished("bot staff --language en", HOME, database_url=database, admins="9")
    told = said.splitlines()
    assert (code, told[0]) == (0, "Telegram number,Role,School,Region,Since,Agreed to the rules")
    assert told[1:3] == [
        "9,Admin (in the settings),,,,",
        "7,Counselor,,Abai Region,23.11.2026,23.11.2026",
    ]
    assert told[3].startswith("Taken at (Almaty),")
    code, said = finished(f"bot staff --to {book}", HOME, database_url=database)
    assert (code, said) == (0, f"the list is in {book}\n")
    assert [row[0] for row in load_workbook(book)["Sheet"].values][1] == "7"
    with sqlite3.connect(database.removeprefix("sqlite:///")) as kept:
        acts = kept.execute("SELECT who, act, what, reach FROM audit").fetchall()
    assert acts == [(0, "staff-listed", "staff", 1)] * 2
