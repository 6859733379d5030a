"""Pairs and growth: what the choices of grades 5-7 come to, and what moved between two results."""

from collections import Counter
from itertools import product
from typing import get_args

import pytest

from bot.guidance.growth import came_forward
from bot.guidance.pairs import Chosen, Leanings, leanings, worth_a_look
from content.atlas import Catalogue
from content.catalogue import Klimov, Pair

OBJECTS = get_args(Klimov)


def _sides(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(p.one.object, p.other.object) for p in catalogue.every("interests/pairs", Pair)]


def _by_order(catalogue: Catalogue, order: list[str]) -> Leanings:
    """What comes of always choosing what stands first in an order."""
    chosen = [sorted(pair, key=order.index) for pair in _sides(catalogue)]
    return leanings([Chosen(*pair) for pair in chosen], OBJECTS)


def test_whoever_likes_one_thing_most_is_told_so(catalogue: Catalogue) -> None:
    found = _by_order(catalogue, ["art", "signs", "people", "nature", "technics"])
    assert found.counts == {"art": 8, "signs": 6, "people": 4, "nature": 2, "technics": 0}
    assert found.order == [("art",), ("signs",), ("people",), ("nature",), ("technics",)]
    assert (found.alike, found.twice, found.verdict) == (10, 10, "clear")


def test_the_order_of_choices_does_not_matter(catalogue: Catalogue) -> None:
    choices = [Chosen(*pair) for pair in _sides(catalogue)]
    assert leanings(choices, OBJECTS) == leanings(choices[::-1], OBJECTS)


def test_twenty_choices_are_twenty_whatever_is_chosen(catalogue: Catalogue) -> None:
    found = leanings([Chosen(*pair) for pair in _sides(catalogue)], OBJECTS)
    assert sum(found.counts.values()) == 20
    assert all(0 <= count <= 8 for count in found.counts.values())


def test_ties_are_said(catalogue: Catalogue) -> None:
    counts = dict(zip(OBJECTS, (6, 6, 4, 2, 2), strict=True))
    assert Leanings(counts, 10, 10).order == [("nature", "technics"), ("people",), ("signs", "art")]


@pytest.mark.parametrize(
    ("alike", "twice", "verdict"),
    [(10, 10, "clear"), (8, 10, "clear"), (7, 10, "astray"), (6, 7, "clear"), (6, 6, "few")],
)
def test_below_eight_of_ten_alike_is_a_broad_profile(alike: int, twice: int, verdict: str) -> None:
    counts = dict(zip(OBJECTS, (8, 6, 4, 2, 0), strict=True))
    assert Leanings(counts, alike, twice).verdict == verdict


def test_four_in_front_together_are_no_direction() -> None:
    assert Leanings(dict(zip(OBJECTS, (5, 5, 5, 5, 0), strict=True)), 10, 10).verdict == "even"


def test_by_chance_eight_of_ten_are_alike_in_56_of_1024() -> None:
    """All ways to choose twice in ten pairs of objects, counted by how many are alike."""
    ways = Counter(sum(way) for way in product((0, 1), repeat=10))
    assert sum(ways[alike] for alike in (8, 9, 10)) == 56


def test_professions_to_look_at_are_of_several_directions(catalogue: Catalogue) -> None:
    for one in OBJECTS:
        found = worth_a_look(catalogue.professions, (one,), 3)
        there = {each.direction for each in catalogue.professions if each.klimov == one}
        assert {each.klimov for each in found} == {one}
        assert len({each.direction for each in found}) == min(3, len(there))


def test_what_came_to_the_front_is_told_and_what_was_there_is_not() -> None:
    assert came_forward("RI", "IS") == ["S"]
    assert came_forward("RI", "IR") == []
