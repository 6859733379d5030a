"""The staircase: which task comes next, and on which level somebody stands after twelve at most.

Rasch's model with the chance of a guess: somebody on level t knows the answer to a task of
difficulty b with 1 / (1 + exp(b - t)), and otherwise hits it by chance, one in as many as there are
options. Whoever says "I don't know" even once is believed not to guess at all. The level is Warm's
weighted likelihood estimate (1989), which has hardly any bias where plain likelihood has; the next
task is as hard as the level so far, or a little easier while one may be guessing: where more is
known, less is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import exp

from bot.guidance.tasks.rungs import RUNGS, logit

MOST = 12  # tasks at most
FIRST = 4  # the rung one begins on
STRIDE = 2  # rungs up or down as long as all was solved, or nothing
EASIER = 0.5  # logits below the level, where the next task is looked for, as long as one guesses
STRETCH = 1.06  # guesses draw twelve tasks' estimate inwards by so much; by simulation
FINE = 10  # steps of a logit, from -5 to 5
GRID = [step / FINE for step in range(-5 * FINE, 5 * FINE + 1)]


@dataclass(frozen=True, order=True)
class Step:
    """A task that was answered: its rung, how many options it had, whether it was solved."""

    rung: int
    options: int
    solved: bool
    unsure: bool = False


def next_rung(steps: Sequence[Step]) -> int:
    """The rung of the next task."""
    if not steps:
        return FIRST
    if all(step.solved for step in steps):
        return min(RUNGS, steps[-1].rung + STRIDE)
    if not any(step.solved for step in steps):
        return max(1, steps[-1].rung - STRIDE)
    aim = level(steps) - (EASIER if _may_guess(steps) else 0)
    return min(range(1, RUNGS + 1), key=lambda rung: abs(logit(rung) - aim))


def is_over(steps: Sequence[Step]) -> bool:
    """Whether enough was answered."""
    return len(steps) >= MOST


def level(steps: Sequence[Step]) -> float:
    """The level in logits, -5 to 5; the order of the steps does not matter, 0 where there are none.

    It is where Warm's weighted score, summed up from below, stops growing.
    """
    guesses = _may_guess(steps)
    found = _level(tuple(sorted((one.rung, one.options * guesses, one.solved) for one in steps)))
    return found * STRETCH if guesses else found


def _may_guess(steps: Sequence[Step]) -> bool:
    return not any(step.unsure for step in steps)


@lru_cache(1 << 14)
def _level(steps: tuple[tuple[int, int, bool], ...]) -> float:
    if not steps:
        return 0.0
    curves = [_curve(*step) for step in steps]
    weighted = [
        score + bent / (2 * told)
        for score, told, bent in (
            map(sum, zip(*at, strict=True)) for at in zip(*curves, strict=True)
        )
    ]
    summed = list(accumulate(weighted))
    return GRID[summed.index(max(summed))] + 0.5 / FINE


@cache
def _curve(rung: int, options: int, solved: bool) -> list[tuple[float, float, float]]:
    """Of an answer, along the grid: its score, its information, and what Warm's weight needs."""
    return [_at(at - logit(rung), 1 / options if options else 0.0, solved) for at in GRID]


def _at(above: float, guess: float, solved: bool) -> tuple[float, float, float]:
    knows = 1 / (1 + exp(-above))
    hits = guess + (1 - guess) * knows
    slope = (1 - guess) * knows * (1 - knows)
    spread = hits * (1 - hits)
    bent = slope * (1 - 2 * knows)
    return (solved - hits) * slope / spread, slope**2 / spread, slope * bent / spread
