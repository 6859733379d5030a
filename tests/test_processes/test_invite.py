"""The command that invites the first counselors."""

import re
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

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
