"""Climbers: simulated pupils on the staircase, who know a task by Rasch's model and may guess."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import fmean

from bot.guidance.tasks.rungs import logit
from bot.guidance.tasks.staircase import Step, is_over, level, next_rung

Options = Callable[[int], int]  # by the rung


def four(rung: int) -> int:
    """Four options everywhere."""
    return 4


def fewer_at_first(rung: int) -> int:
    """Three options on the first three rungs, as gears and levers have."""
    return 3 if rung <= 3 else 4


@dataclass(frozen=True)
class Climber:
    """Somebody on a level; whoever does not guess says "I don't know"."""

    level: float
    guesses: bool
    options: Options = four

    def answers(self, rung: int, chance: Random) -> Step:
        """Their answer to a task of this rung."""
        many = self.options(rung)
        knows = chance.random() < 1 / (1 + exp(logit(rung) - self.level))
        lucky = self.guesses and not knows and chance.random() < 1 / many
        return Step(rung, many, knows or lucky, not knows and not self.guesses)

    def climbs(self, chance: Random) -> list[Step]:
        """All their steps."""
        steps: list[Step] = []
        while not is_over(steps):
            steps.append(self.answers(next_rung(steps), chance))
        return steps


def bias(climber: Climber, many: int, seed: int) -> float:
    """How far the level found is from the true one, on average."""
    chance = Random(seed)
    return fmean(level(climber.climbs(chance)) for _ in range(many)) - climber.level


def pooled(climbers: list[Climber], many: int, seed: int) -> tuple[float, float]:
    """The average difference, and the root of the average of its square, over all of them."""
    chance = Random(seed)
    far = [level(one.climbs(chance)) - one.level for one in climbers for _ in range(many)]
    return fmean(far), fmean(one * one for one in far) ** 0.5
