"""Reasons: why a trade was suggested, and what would have brought another one first.

Both are read off the real terms of the score, never made up: a reason is one of the
two largest contributions, a counterfactual is found by ranking again with one interest raised.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Literal

from bot.guidance.matching import Matcher
from bot.guidance.profiles import LETTERS, Profile, shape

RAISES = (0.5, 1.0, 1.5, 2.0)  # points of the 1-5 scale that are tried, the smallest first
GIVEN = 2  # reasons for a suggestion


@dataclass(frozen=True)
class Reason:
    """One contribution to a score: an interest (a letter) or a trait, and how much it gave."""

    kind: Literal["letter", "trait"]
    name: str
    weight: float


@dataclass(frozen=True)
class Otherwise:
    """If this interest were stronger by so much, this trade would come first."""

    letter: str
    raised: float
    slug: str


def reasons(
    matcher: Matcher, person: Profile, wishes: Mapping[str, float], slug: str
) -> list[Reason]:
    """The two largest contributions to a trade's score, largest first; fewer where none helps."""
    every = [*_letters(matcher, person, slug), *_traits(matcher, wishes, slug)]
    helping = [reason for reason in every if reason.weight > 0]
    return nlargest(GIVEN, helping, key=lambda reason: reason.weight)


def _letters(matcher: Matcher, person: Profile, slug: str) -> list[Reason]:
    trade = next(trade for trade in matcher.trades if trade.slug == slug)
    ours, theirs = shape(person, matcher.people), shape(trade.interests, matcher.centre)
    weight = matcher.weights.interests
    terms = zip(LETTERS, ours, theirs, strict=True)
    return [Reason("letter", letter, weight * a * b) for letter, a, b in terms if a > 0]


def _traits(matcher: Matcher, wishes: Mapping[str, float], slug: str) -> list[Reason]:
    special = next(
        own
        for trade, own in zip(matcher.trades, matcher.special, strict=True)
        if trade.slug == slug
    )
    weight = matcher.weights.wishes
    return [
        Reason("trait", trait, weight * wish * special[trait])
        for trait, wish in wishes.items()
        if wish > 0 and trait in special
    ]


def otherwise(matcher: Matcher, person: Profile, wishes: Mapping[str, float]) -> Otherwise | None:
    """The smallest raise of one interest that brings another trade first, if there is one."""
    first = _first(matcher, person, wishes)
    for raised in RAISES:
        for at, letter in enumerate(LETTERS):
            other = [value + raised * (row == at) for row, value in enumerate(person)]
            if (slug := _first(matcher, other, wishes)) != first:
                return Otherwise(letter, raised, slug)
    return None


def _first(matcher: Matcher, person: Profile, wishes: Mapping[str, float]) -> str:
    scores = matcher.scores(person, wishes)
    return matcher.trades[max(range(len(scores)), key=scores.__getitem__)].slug
