"""How simulated pupils answer: items with noise, cards with noise, or without reading."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.guidance.matching import Matcher
from bot.guidance.profiles import LETTERS

Numbers = NDArray[np.float64]

# How much an item is liked beyond its scale, from the item means of the public-domain markers
# (codebook data, n about 145,000). Our own items are supposed to differ as much; which of them are
# the liked ones nobody knows, so that every pupil meets these differences in another order.
MEANS = {
    "R": (2.580, 2.115, 1.757, 2.303, 1.759, 2.206, 2.026, 1.975),
    "I": (3.441, 3.343, 3.112, 3.009, 2.864, 2.994, 2.768, 2.521),
    "A": (2.456, 2.796, 3.005, 2.941, 3.068, 3.216, 2.669, 2.824),
    "S": (3.424, 3.617, 3.256, 3.082, 3.544, 3.079, 3.242, 2.893),
    "E": (2.199, 2.379, 2.789, 2.392, 3.005, 2.644, 2.485, 2.664),
    "C": (2.301, 2.388, 2.382, 2.482, 2.518, 2.629, 2.198, 2.255),
}
LIKED = np.asarray([np.asarray(MEANS[letter]) - np.mean(MEANS[letter]) for letter in LETTERS])
SCATTER = 1.05  # of an answer before it is rounded to 1-5: gives alphas of .79 to .85 for 8 items
# Gumbel noise of a choice, in points of the 0-3 scores: with these the toy of the design (see
# toy.py) gives the figures it names for little and for much noise.
STEADY, NOISY = 1.0, 1.6


class Answers:
    """Somebody's answers to items, one after the other; `leanings` are as people() draws them."""

    def __init__(self, leanings: Sequence[float], chance: np.random.Generator) -> None:
        self._leanings = dict(zip(LETTERS, leanings, strict=True))
        self._liked = dict(zip(LETTERS, chance.permuted(LIKED, axis=1), strict=True))
        self._chance = chance

    def to(self, letter: str, number: int) -> int:
        """How much they like item `number` of a letter, 1 to 5."""
        liked = self._leanings[letter] + float(self._liked[letter][number % 8])
        return min(5, max(1, round(liked + self._chance.normal(0, SCATTER))))


class Careless(Answers):
    """Somebody who taps without reading."""

    def __init__(self, chance: np.random.Generator) -> None:
        super().__init__([3.0] * 6, chance)

    def to(self, letter: str, number: int) -> int:
        """Anything."""
        return int(self._chance.integers(1, 6))


class Same(Answers):
    """Somebody who always taps the same."""

    def __init__(self, value: int) -> None:
        super().__init__([3.0] * 6, np.random.default_rng(0))
        self._value = value

    def to(self, letter: str, number: int) -> int:
        """Always the same."""
        return self._value


_below = np.vectorize(lambda z: 0.5 * (1 + math.erf(z / math.sqrt(2))))


def true_means(leanings: Numbers) -> Numbers:
    """What people would answer on average, 1-5, were they asked without end: their true means."""
    liked = leanings[:, :, None] + LIKED
    steps = [_below((liked - edge) / SCATTER) for edge in (1.5, 2.5, 3.5, 4.5)]
    means: Numbers = 1 + np.sum(steps, axis=0).mean(axis=2)
    return means


def chosen(
    matcher: Matcher, mind: int, cards: Sequence[str], noise: float, chance: np.random.Generator
) -> tuple[str, str]:
    """Which card draws most, and which of the others least: random utility with Gumbel noise."""
    traits = matcher.trades[mind].traits
    wished = np.asarray([traits.get(card, 0) for card in cards], dtype=float)
    best = int(np.argmax(wished + chance.gumbel(0, noise, len(cards))))
    against = chance.gumbel(0, noise, len(cards)) - wished
    against[best] = -np.inf
    return cards[best], cards[int(np.argmax(against))]
