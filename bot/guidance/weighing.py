"""Weighing: which three answers mattered most for the trades a result shows.

Each answer is left out in turn, a rating or a set of cards, and the scores are reckoned anew (case
deletion). What counts is the lead of the trades that are shown: their mean score less the mean of
all trades. An answer gave as much as the lead loses without it. Source: docs/method.md, "The three
answers that mattered".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Literal

from bot.guidance.belief import Belief
from bot.guidance.choices import Choice, wishes
from bot.guidance.matching import Matcher

MATTERED = 3  # answers that are told
NOTHING = 1e-9  # of a lead: what is left of none by rounding


@dataclass(frozen=True)
class Mattered:
    """A rating or a set of cards, by its place among them, and how much lead it gave (0 to 2)."""

    kind: Literal["rating", "cards"]
    at: int
    gave: float


def mattered(
    matcher: Matcher,
    belief: Belief,
    answers: Sequence[tuple[str, int]],
    choices: Sequence[Choice],
    shown: Collection[str],
) -> list[Mattered]:
    """The three answers that put the shown trades forward most, the most first; fewer, or none,
    where fewer did. `belief` is what all `answers` (letter, 1-5) led to.
    """
    every = [*_ratings(matcher, belief, answers, shown), *_cards(matcher, choices, shown)]
    helping = [one for one in every if one.gave > NOTHING]
    return nlargest(MATTERED, helping, key=lambda one: one.gave)


def _ratings(
    matcher: Matcher, belief: Belief, answers: Sequence[tuple[str, int]], shown: Collection[str]
) -> list[Mattered]:
    weight, whole = matcher.weights.interests, _lead(matcher, matcher.fits(belief.means), shown)
    without = [matcher.fits(belief.without(*answer).means) for answer in answers]
    return [
        Mattered("rating", at, weight * (whole - _lead(matcher, fits, shown)))
        for at, fits in enumerate(without)
    ]


def _cards(matcher: Matcher, choices: Sequence[Choice], shown: Collection[str]) -> list[Mattered]:
    weight = matcher.weights.wishes
    whole = _lead(matcher, matcher.agreements(wishes(choices)), shown)
    rests = [[*choices[:at], *choices[at + 1 :]] for at in range(len(choices))]
    without = [matcher.agreements(wishes(rest)) for rest in rests]
    return [
        Mattered("cards", at, weight * (whole - _lead(matcher, agreed, shown)))
        for at, agreed in enumerate(without)
    ]


def _lead(matcher: Matcher, scores: Sequence[float], shown: Collection[str]) -> float:
    """The mean score of the trades that are shown, less the mean of all."""
    those = zip(matcher.trades, scores, strict=True)
    front = [score for trade, score in those if trade.slug in shown]
    return sum(front) / max(1, len(front)) - sum(scores) / len(scores)
