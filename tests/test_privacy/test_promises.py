"""What is promised to people, held against the tables, the words and the papers."""

import re
from pathlib import Path

import pytest

from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from db import belonging, consents
from tests.running import HOME

SCREENS = HOME / "content" / "screens"
NEVER = re.compile(
    "phone|iin|surname|first_name|last_name|username|photo|birth|sex|gender|latitude|longitude"
    "|email|address"
)
PRESSING = re.compile(
    "реклам.{0,20}партн|осталось .{0,12}час|only .{0,12} left|streak|серия дней|друзья уже"
)


def test_there_is_no_column_for_what_is_never_kept() -> None:
    """P01: no phone, IIN, name, photo, username, sex, birthday or exact place of anybody."""
    kept = [str(c) for t in belonging.tables() if belonging.concerned(t) for c in t.columns]
    assert [name for name in kept if NEVER.search(name.partition(".")[2])] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", consents.VERSIONS)
def test_the_words_one_agrees_to_are_short_and_there(what: str, language: Language) -> None:
    """P03: 600 letters at most, in each language, of every version there ever was."""
    for version in range(1, consents.VERSIONS[what] + 1):
        words = SCREENS / language / "privacy" / "words" / f"{what}_{version}.html"
        assert 50 < len(words.read_text("utf-8")) <= 600


def test_nothing_presses_people() -> None:
    """P12: no countdowns, no streaks, no "your friends did", no advertising."""
    pages = [path.read_text("utf-8").lower() for path in SCREENS.rglob("*.html")]
    words = [text[language].lower() for text in labels().values() for language in LANGUAGES]
    assert [one for one in (*pages, *words) if PRESSING.search(one)] == []


def test_the_assessment_names_every_table_with_something_of_people() -> None:
    """P18: docs/privacy.md is changed with each feature that touches what is kept of people."""
    told = (HOME / "docs" / "privacy.md").read_text("utf-8")
    tables = [t for t in belonging.tables() if belonging.concerned(t)]
    assert [t.name for t in tables if f"`{t.name}`" not in told] == []


def test_the_assessment_names_tests_that_are_there() -> None:
    """P18: what it points to exists."""
    told = (HOME / "docs" / "privacy.md").read_text("utf-8")
    for named in set(re.findall(r"`(test[\w/]+(?:\.py|/))`", told)):
        places = [HOME / named, HOME / "tests" / "test_privacy" / named]
        assert [place for place in places if Path(place).exists()], named


def test_the_papers_name_commands_that_are_there() -> None:
    """P18: every `python -m bot …` of docs/operating.md is a command."""
    from bot.__main__ import main

    told = (HOME / "docs" / "operating.md").read_text("utf-8")
    named = set(re.findall(r"python -m bot ([a-z-]+)", told))
    assert {"backup", "verify", "restore", "rotate-key", "forget", "breach"} <= named
    assert named <= set(main.commands)
