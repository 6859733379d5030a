"""Matching: from a person's interests and wishes to trades worth a closer look.

A trade's score is a weighted sum of how alike the interests are (profiles.fit) and how far its
features agree with the best-worst choices. Many plausible persons are drawn from the belief and
each ranks all trades: how often a trade comes among the first five is its band. Never a percentage,
never a rank, never "not for you". Source: docs/method.md, "From scores to professions".
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.guidance.belief import Belief
from bot.guidance.profiles import Profile, mean, shape

Band = Literal["strong", "try", "stretch"]

DRAWS, MOODS = 400, 50  # plausible persons; plausible wishes they share
HAZE = 0.35  # standard deviation of a wish, as far as few choices leave it open
FIRST = 5  # a trade counts as hit when it is among so many
STRONG, TRY = 0.60, 0.25  # shares of the draws from which a band begins
SHOWN = 6  # suggestions at most, stretch picks apart
DIRECTIONS, OF_ONE = 3, 3  # at least so many directions, at most so many trades of one
STRETCH = 2
FULL = 3  # the highest score of a feature


@dataclass(frozen=True)
class Weights:
    """How much interests and best-worst choices count; they add up to one."""

    interests: float = 0.25
    wishes: float = 0.75


@dataclass(frozen=True)
class Trade:
    """A profession as matching needs it: its scores 1-7 and its features 0-3."""

    slug: str
    direction: str
    core: bool
    interests: Profile
    traits: Mapping[str, int]


@dataclass(frozen=True)
class Suggestion:
    """A trade worth a closer look, and how surely."""

    slug: str
    band: Band


class Matcher:
    """All trades of a catalogue, ready to be compared with a person."""

    def __init__(self, trades: Sequence[Trade], people: Profile, weights: Weights) -> None:
        self.trades, self.people, self.weights = trades, people, weights
        self.centre = mean(trade.interests for trade in trades)
        shapes = [shape(trade.interests, self.centre) for trade in trades]
        self._columns = [list(column) for column in zip(*shapes, strict=True)]

    @cached_property
    def traits(self) -> list[str]:
        """All traits any trade has."""
        return sorted({trait for trade in self.trades for trait in trade.traits})

    @cached_property
    def special(self) -> list[dict[str, float]]:
        """Each trade's features, 0 to 1, less the catalogue's mean, in the trades' order."""
        usual = {trait: self._usual(trait) for trait in self.traits}
        return [
            {trait: trade.traits.get(trait, 0) / FULL - usual[trait] for trait in self.traits}
            for trade in self.trades
        ]

    def _usual(self, trait: str) -> float:
        return sum(one.traits.get(trait, 0) for one in self.trades) / FULL / len(self.trades)

    def fits(self, person: Profile) -> list[float]:
        """How alike the person's interests are to each trade's, -1 to 1, in the trades' order."""
        r, i, a, s, e, c = shape(person, self.people)
        return [
            r * R + i * I + a * A + s * S + e * E + c * C
            for R, I, A, S, E, C in zip(*self._columns, strict=True)  # noqa: E741
        ]

    def agreements(self, wishes: Mapping[str, float]) -> list[float]:
        """How far each trade has what is wished for, more than trades usually have it.

        The sum, over features, of wish (-1 to 1) times what is special about the trade (-1 to 1);
        all 0 without wishes.
        """
        return [
            sum(wish * one.get(trait, 0.0) for trait, wish in wishes.items())
            for one in self.special
        ]

    def scores(self, person: Profile, wishes: Mapping[str, float]) -> list[float]:
        """The trades' scores for a person, in the trades' order."""
        return self._joined(self.fits(person), self.agreements(wishes))

    def _joined(self, fits: list[float], agreements: list[float]) -> list[float]:
        w, v = self.weights.interests, self.weights.wishes
        return [w * fit + v * agreed for fit, agreed in zip(fits, agreements, strict=True)]

    def hits(self, belief: Belief, wishes: Mapping[str, float], seed: str) -> dict[str, float]:
        """The share of plausible persons, 0 to 1, for whom a trade comes among the first five."""
        moods, numbers = self._moods(wishes, seed), range(len(self.trades))
        counted: Counter[int] = Counter()
        for at, person in enumerate(belief.draws(DRAWS, seed)):
            scores = self._joined(self.fits(person), moods[at % MOODS])
            counted.update(sorted(numbers, key=scores.__getitem__)[-FIRST:])
        return {self.trades[at].slug: count / DRAWS for at, count in counted.items()}

    def _moods(self, wishes: Mapping[str, float], seed: str) -> list[list[float]]:
        """Agreements for plausible wishes near these: what is unsure about a wish is drawn."""
        agreed, chance = self.agreements(wishes), random.Random(f"{seed} wishes")
        return [self._mood(agreed, chance) if wishes else agreed for _ in range(MOODS)]

    def _mood(self, agreed: Sequence[float], chance: random.Random) -> list[float]:
        """One draw. A feature's mean adds the same to every trade, so that it can be left out."""
        haze = {trait: chance.gauss(0, HAZE / FULL) for trait in self.traits}
        return [
            sure + sum([haze[trait] * score for trait, score in trade.traits.items()])
            for sure, trade in zip(agreed, self.trades, strict=True)
        ]

    def suggest(self, belief: Belief, wishes: Mapping[str, float], seed: str) -> list[Suggestion]:
        """The trades worth a closer look, banded, then two stretch picks from other directions."""
        hits = self.hits(belief, wishes, seed)
        ranked = self.ranked(belief.means, wishes, hits)
        chosen = _spread(ranked, hits)
        found = [Suggestion(one.slug, _band(hits.get(one.slug, 0.0))) for one in chosen]
        return found + [Suggestion(one.slug, "stretch") for one in _stretch(ranked, chosen)]

    def ranked(
        self, person: Profile, wishes: Mapping[str, float], hits: Mapping[str, float]
    ) -> list[Trade]:
        """All trades, the most often hit first, among equals the better score."""
        scores = self.scores(person, wishes)
        order = sorted(
            range(len(self.trades)),
            key=lambda at: (-hits.get(self.trades[at].slug, 0.0), -scores[at]),
        )
        return [self.trades[at] for at in order]


def _band(hit: float) -> Band:
    if hit >= STRONG:
        return "strong"
    return "try" if hit >= TRY else "stretch"


def _spread(ranked: Sequence[Trade], hits: Mapping[str, float]) -> list[Trade]:
    """The first trades of a ranking that leave room for several directions and a core trade."""
    most = len({trade.direction for trade in ranked}) - STRETCH  # so that stretch picks find theirs
    chosen: list[Trade] = []
    for trade in ranked:
        likely = hits.get(trade.slug, 0.0) >= TRY
        if _leaves_room([*chosen, trade], most) and (likely or _is_lacking(chosen, trade)):
            chosen.append(trade)
    return chosen


def _leaves_room(chosen: Sequence[Trade], most: int) -> bool:
    """Whether what these still lack can be had in the places left."""
    directions = Counter(trade.direction for trade in chosen)
    lacking = max(DIRECTIONS - len(directions), 0 if any(one.core for one in chosen) else 1)
    few = len(directions) <= max(most, DIRECTIONS) and max(directions.values()) <= OF_ONE
    return few and SHOWN - len(chosen) >= lacking


def _is_lacking(chosen: Sequence[Trade], trade: Trade) -> bool:
    """Whether it is an unlikely trade's turn: for its direction, or for being a core one."""
    directions = {one.direction for one in chosen}
    if len(directions) < DIRECTIONS:
        return trade.direction not in directions
    return trade.core and not any(one.core for one in chosen)


def _stretch(ranked: Sequence[Trade], chosen: Sequence[Trade]) -> list[Trade]:
    """Two picks from directions not chosen: the best, then the best core trade of yet another."""
    taken = {trade.direction for trade in chosen}
    first = next((trade for trade in ranked if trade.direction not in taken), None)
    taken |= {first.direction} if first else set()
    others = [t for t in ranked if t.core and t.direction not in taken and t not in chosen]
    anyway = [t for t in ranked if t.core and t not in chosen and t is not first]
    second = next(iter(others or anyway), None)
    return [trade for trade in (first, second) if trade]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
