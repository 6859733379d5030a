"""Belief: what the answers so far tell about six interests, and which question tells most next.

A person's six scale means are believed to be normal (mean, covariance); before any answer they are
those of the reference sample. An answer is the scale's mean plus noise, so each answer updates the
belief as a Kalman filter does. Source: docs/method.md, "Stage 1".
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.profiles import LETTERS

NOISE = 1.05  # standard deviation of one answer about its scale's mean, on 1-5
FIRST, MOST = 2, 20  # questions a letter to begin with; questions in all, unless asked for more
DOUBT = 0.10  # probability of a wrong order that is small enough to stop

Matrix = list[list[float]]


@dataclass(frozen=True)
class Reference:
    """Means, standard deviations (1-5) and correlations of the six scales in a reference sample."""

    means: Sequence[float]
    deviations: Sequence[float]
    correlations: Mapping[str, float]

    def covariance(self) -> Matrix:
        """The prior covariance, six by six."""
        return [[self._between(row, column) for column in range(6)] for row in range(6)]

    def _between(self, row: int, column: int) -> float:
        if row == column:
            return self.deviations[row] ** 2
        first, second = sorted((row, column))
        r = self.correlations[LETTERS[first] + LETTERS[second]]
        return r * self.deviations[row] * self.deviations[column]


@dataclass(frozen=True)
class Belief:
    """What is believed of a person: six means (1-5) and their covariance."""

    means: Sequence[float]
    covariance: Matrix

    def after(self, letter: str, answer: float, noise: float = NOISE) -> "Belief":
        """The belief after one answer (1-5) to a question of this letter."""
        return self._told(letter, answer, noise**2)

    def without(self, letter: str, answer: float, noise: float = NOISE) -> "Belief":
        """The belief as if this answer, one of those it stands on, had not been given.

        The same step backwards: what the answer told has the opposite sign.
        """
        return self._told(letter, answer, -(noise**2))

    def _told(self, letter: str, answer: float, variance: float) -> "Belief":
        at = LETTERS.index(letter)
        column = [row[at] for row in self.covariance]
        spread = column[at] + variance
        surprise = (answer - self.means[at]) / spread
        means = [mean + gain * surprise for mean, gain in zip(self.means, column, strict=True)]
        covariance = [
            [value - column[row] * column[at_] / spread for at_, value in enumerate(line)]
            for row, line in enumerate(self.covariance)
        ]
        return Belief(means, covariance)

    def doubt(self, first: str, second: str) -> float:
        """The probability, 0 to 0.5 and more, that the letter believed higher is really lower."""
        a, b = LETTERS.index(first), LETTERS.index(second)
        ahead = self.means[a] - self.means[b]
        c = self.covariance
        spread = math.sqrt(max(1e-12, c[a][a] + c[b][b] - 2 * c[a][b]))
        return 0.5 * math.erfc(ahead / spread / math.sqrt(2))

    def order(self) -> str:
        """The letters, the likeliest strongest first; ties in the order RIASEC."""
        return "".join(sorted(LETTERS, key=lambda letter: -self.means[LETTERS.index(letter)]))

    def draws(self, count: int, seed: int | str) -> list[list[float]]:
        """Plausible persons: `count` draws of six means; the same seed gives the same."""
        chance, root = random.Random(seed), _root(self.covariance)
        return [self._drawn([chance.gauss(0, 1) for _ in LETTERS], root) for _ in range(count)]

    def _drawn(self, noise: list[float], root: Matrix) -> list[float]:
        return [
            mean + sum(root[row][at] * noise[at] for at in range(row + 1))
            for row, mean in enumerate(self.means)
        ]


def believed(reference: Reference, answers: Sequence[tuple[str, float]]) -> Belief:
    """The belief after these answers (letter, 1-5); their order does not matter."""
    belief = Belief(list(reference.means), reference.covariance())
    for letter, answer in answers:
        belief = belief.after(letter, answer)
    return belief


def next_letter(belief: Belief, asked: Mapping[str, int]) -> str | None:
    """The letter to ask about next, or None where the first two places are clear enough.

    First two questions a letter; then from the more doubtful letter at the more doubtful of the
    boundaries between the first and second, and the second and third place.
    """
    if fewest := [letter for letter in LETTERS if asked.get(letter, 0) < FIRST]:
        return min(fewest, key=lambda letter: asked.get(letter, 0))
    if sum(asked.values()) >= MOST:
        return None
    first, second, third = list(belief.order()[:3])
    boundaries = [(first, second), (second, third)]
    doubts = [belief.doubt(*pair) for pair in boundaries]
    if max(doubts) < DOUBT:
        return None
    pair = boundaries[doubts.index(max(doubts))]
    return max(
        pair, key=lambda letter: belief.covariance[LETTERS.index(letter)][LETTERS.index(letter)]
    )


def _root(covariance: Matrix) -> Matrix:
    """The lower triangular square root of a covariance (Cholesky)."""
    root = [[0.0] * 6 for _ in range(6)]
    for row in range(6):
        for column in range(row + 1):
            rest = covariance[row][column] - sum(
                root[row][at] * root[column][at] for at in range(column)
            )
            root[row][column] = (
                math.sqrt(max(rest, 1e-12)) if row == column else rest / root[column][column]
            )
    return root
