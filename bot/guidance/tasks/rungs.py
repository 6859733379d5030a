"""Rungs: what a task is, and how hard it is by the way it is made.

A family has three kinds of tasks, the second built on the first and the third on the second; each
kind comes in three sizes. So there are nine rungs, .7 logits apart, the fifth at 0. The distances
are an assumption of the construction, the same for every family, until answers of pupils replace
it; only the order is claimed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal, Protocol

Family = Literal["gears", "levers", "circuits", "measuring", "projections", "faults"]
Option = str | Fraction | tuple[int, ...]  # a word, a number, or a set of numbered things
Told = Mapping[str, object]

RUNGS, SIZES, MIDDLE, APART = 9, 3, 5, 0.7
OFFERED = 4  # options of a task that asks for a number


class Given(Protocol):
    """What a task is made of."""

    @property
    def asks(self) -> str: ...


@dataclass(frozen=True)
class Task:
    """A task: what is given, what may be answered, and what is right.

    `told` says in words all that the picture shows; `why` is the way to the answer.
    """

    family: Family
    rung: int
    seed: int
    given: Given
    options: tuple[Option, ...]
    answer: Option
    told: Told
    why: Told

    @property
    def path(self) -> str:
        """The name under which it is drawn."""
        return f"{self.family}/{self.rung}-{self.seed}"


def logit(rung: int) -> float:
    """How hard a rung is: -2.8 to 2.8; somebody on that level knows the answer every other time."""
    return (rung - MIDDLE) * APART


def kind_at(rung: int) -> int:
    """Which of the three kinds a rung is of, from 0."""
    return (rung - 1) // SIZES


def size_at(rung: int) -> int:
    """Which of its three sizes, from 0."""
    return (rung - 1) % SIZES


def offered(
    chance: Random, answer: Fraction, wrong: Iterable[Fraction], step: Fraction
) -> tuple[Option, ...]:
    """The answer among three others, in order: likely mistakes first, then what lies near.

    Its place among them is chance, so that no place is tapped to advantage.
    """
    near = [answer + sign * step * far for far in range(1, 9) for sign in (1, -1)]
    others = [one for one in dict.fromkeys([*wrong, *near]) if one > 0 and _is_short(one)]
    below = [one for one in others if one < answer][: chance.randrange(OFFERED)]
    above = [one for one in others if one > answer][: OFFERED - 1 - len(below)]
    return tuple(sorted([*below, answer, *above]))


def _is_short(number: Fraction) -> bool:
    """Whether it can be written on a button: six signs at most, as a decimal."""
    return (number * 100).denominator == 1 and len(f"{float(number):g}") <= 6


def plain(number: Fraction) -> int | float:
    """The number as people write it."""
    return int(number) if number.denominator == 1 else float(number)


def mixed(chance: Random, things: Iterable[Option]) -> tuple[Option, ...]:
    """The things in any order."""
    listed = list(things)
    chance.shuffle(listed)
    return tuple(listed)
