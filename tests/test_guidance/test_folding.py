"""Folding: whatever the alphabet and the spelling, one skeleton."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guidance.folding import fold
from bot.guidance.vocabulary import Vocabulary, stemmed

ALPHABETS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyz"
SAME = [
    ("Дәнекерлеуші", "данекерлеуши", "danekerleushi", "dänekerleuşı", "dánekerleýshi"),
    ("Сварщик", "svarshchik", "svarschik", "SVARSHIK", "сварщиk"),
    ("шахтёр", "шахтер", "shakhter", "shahtyor"),
    ("аспазшы", "aspazshy", "aspazşy"),
    ("Қостанай", "Костанай", "Qostanai", "Qostanaı", "Kostanay"),
    ("цех", "tsekh", "чех"),
    ("коллежд", "колежд", "kolezhd"),
]


@given(st.text())
def test_anything_can_be_folded(words: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", fold(words))


@given(st.text(alphabet=ALPHABETS + ALPHABETS.upper() + " -"))
def test_capitals_sound_the_same(words: str) -> None:
    assert fold(words.upper()) == fold(words) == fold(words.lower())


@given(st.text())
def test_no_letter_stands_twice(words: str) -> None:
    assert not re.search(r"(.)\1", fold(words))


@pytest.mark.parametrize("spellings", SAME)
def test_what_sounds_alike_is_written_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold(word) for word in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("қала", "сала"), ("сварщик", "сверщик"), ("5", "9")])
def test_what_sounds_different_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_endings_count_little_and_stems_much() -> None:
    assert stemmed("povarom", "povar") > stemmed("povarom", "povidlo")
    assert stemmed("ab", "abc") == 0.0


def test_a_misspelt_word_is_less_than_the_word_itself() -> None:
    known = Vocabulary(["svarxik", "slesar"])
    assert known.alike("svarxik") == {"svarxik": 1.0}
    assert 0.5 < known.alike("svorxik")["svarxik"] < 1.0
    assert known.alike("qwerty") == {}
