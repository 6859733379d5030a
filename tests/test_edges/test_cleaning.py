"""What people type is cleaned at the border, and nothing visible is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edges.telegram.cleaning import clean

SAME = [
    "Сәлем, Өскемен! Қалайсың?",
    "/start p_welder",
    "two\nlines\tand a tab",
    "👨‍👩‍👧‍👦 family",
    "🧑🏽‍🏭 welder",
    "❤️‍🔥",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "🇰🇿",
]
STRIPPED = {
    "a\x00b": "ab",
    "a\ud800b": "ab",
    "a\udfffb!": "ab!",
    "\u202eabc\u202c": "abc",
    "\u2066a\u2069": "a",
    "pass\u200bword": "password",
    "a\u200db": "ab",
    "\u200d👨": "👨",
    "👨\u200d": "👨",
    "\ufeffstart": "start",
    "a\x1bb\x7f": "ab",
    "й": "й",
    "e\u0301": "é",
    "a\r\nb": "a\nb",
}


@pytest.mark.parametrize("text", SAME)
def test_what_people_see_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", STRIPPED)
def test_what_nobody_sees_goes(text: str) -> None:
    assert clean(text) == STRIPPED[text]


def test_length() -> None:
    assert len(clean("ә" * 5000)) == 4096
    assert len(clean("x" * 5000)) == 4096


@given(st.text(alphabet=st.characters(), max_size=60))
def test_the_clean_text_can_be_stored_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert "\x00" not in cleaned
    assert clean(cleaned) == cleaned
