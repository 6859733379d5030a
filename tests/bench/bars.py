"""The bars: what must hold, what was measured, and whether it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.stage import Performance


@dataclass(frozen=True)
class Bar:
    """One promise: a value, and what it must at least or at most be."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None
    unit: str = "x"

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        above = self.least is None or self.value >= self.least
        return above and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        sign, goal = (">=", self.least) if self.most is None else ("<=", self.most)
        verdict = "PASS" if self.holds else "FAIL"
        return f"{self.name:<66} {self.value:>8.2f} {self.unit:<4} {sign} {goal:<6g} {verdict}"


Rounds = Sequence[Performance]


def ratio(ours: Rounds, others: Rounds, figure: str) -> float:
    """The median over rounds of our figure divided by theirs of the same round."""
    pairs = zip(ours, others, strict=True)
    return float(median(getattr(one, figure) / getattr(other, figure) for one, other in pairs))


def middle(rounds: Rounds, figure: str) -> float:
    """The median of a figure over rounds."""
    return float(median(getattr(one, figure) for one in rounds))


HEAD = f"{'':<36} {'upd/s':>7} {'CPU s/1000':>11} {'p50 ms':>8} {'p95':>8} {'p99':>8} {'RSS MB':>7}"


def row(name: str, rounds: Rounds) -> str:
    """One line of the table: medians, and the spread of the speed."""
    speeds = [one.per_second for one in rounds]
    figures = (
        f"{middle(rounds, 'per_second'):>7.0f} {middle(rounds, 'cpu'):>11.3f} "
        f"{middle(rounds, 'p50'):>8.1f} {middle(rounds, 'p95'):>8.1f} "
        f"{middle(rounds, 'p99'):>8.1f} {middle(rounds, 'rss'):>7.0f}"
    )
    return f"{name:<36} {figures}   ({min(speeds):.0f}..{max(speeds):.0f})"
