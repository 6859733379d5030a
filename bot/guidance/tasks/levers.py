"""Levers: which side goes down, what weight keeps balance, how strongly to lift.

Places are counted from the pivot, to the left negative; a load turns the lever by its weight times
its distance.
"""

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import Option, Told, offered, plain

Asks = Literal["tips", "weight", "lift"]
KINDS: tuple[Asks, ...] = ("tips", "weight", "lift")
SIDES = ("left", "level", "right")
FARTHEST, HEAVIEST = 6, 9


@dataclass(frozen=True)
class Load:
    """A weight, and how far from the pivot it hangs."""

    place: int
    weight: int


@dataclass(frozen=True)
class Lever:
    """The loads; `sought` is where the unknown weight hangs, or where the hand lifts."""

    asks: Asks
    loads: tuple[Load, ...]
    sought: int = 0


def make(chance: Random, kind: str, size: int) -> Lever:
    """A lever of a kind and a size."""
    draw = {"tips": _tips, "weight": _weight, "lift": _lift}[kind]
    while True:
        lever = draw(chance, size)
        if lever is not None:
            return lever


def _hung(chance: Random, count: int, side: int, unit: int = 1) -> list[Load]:
    """Loads at different places of a side."""
    places = sorted(chance.sample(range(1, FARTHEST + 1), count))
    return [Load(side * place, unit * chance.randint(1, HEAVIEST)) for place in places]


def _tips(chance: Random, size: int) -> Lever | None:
    """Each of the three outcomes as often; the heavier side is not always the one that sinks."""
    wanted = chance.choice(SIDES)
    left, right = ((1, 1), (2, 1), (2, 2))[size]
    left, right = (left, right) if chance.random() < 0.5 else (right, left)
    while True:
        lever = Lever("tips", (*_hung(chance, left, -1), *_hung(chance, right, 1)))
        if solve(lever) == wanted and (size == 0 or abs(_moment(lever)) <= 6):
            return lever


def _weight(chance: Random, size: int) -> Lever | None:
    left, right = ((1, 0), (2, 0), (2, 1))[size]
    side = chance.choice((-1, 1))
    loads = [*_hung(chance, left, side), *_hung(chance, right, -side)]
    taken = {load.place for load in loads}
    free = [-side * place for place in range(1, FARTHEST + 1) if -side * place not in taken]
    return _balanced(Lever("weight", tuple(loads), chance.choice(free)), 1, 15)


def _lift(chance: Random, size: int) -> Lever | None:
    """The pivot is at one end, the hand at the other, as on a wheelbarrow."""
    loads = _hung(chance, (1, 2, 2)[size], 1, 10)
    loads += _hung(chance, 1, -1, 10) if size == 2 else []
    hand = max(load.place for load in loads) + chance.randint(1, 2)
    return _balanced(Lever("lift", tuple(loads), hand), 5, 200)


def _balanced(lever: Lever, least: int, most: int) -> Lever | None:
    """The lever, if its answer is a whole number that one meets in life."""
    answer = _sought(lever)
    return lever if answer.denominator == 1 and least <= answer <= most else None


# --- the answer ---


def solve(lever: Lever) -> Option:
    """The side that goes down, or the weight sought."""
    if lever.asks != "tips":
        return _sought(lever)
    moment = _moment(lever)
    return SIDES[1 + (moment > 0) - (moment < 0)]


def _moment(lever: Lever) -> int:
    return sum(load.place * load.weight for load in lever.loads)


def _sought(lever: Lever) -> Fraction:
    """A weight there pulls down, a hand up."""
    return abs(Fraction(_moment(lever), lever.sought)) if _is_sound(lever) else Fraction(0)


def _is_sound(lever: Lever) -> bool:
    """Whether a weight can hang there, or a hand must lift and not push."""
    moment = _moment(lever) * lever.sought
    return moment > 0 if lever.asks == "lift" else moment < 0


def options(lever: Lever, chance: Random) -> tuple[Option, ...]:
    """Three outcomes, or four numbers: distances forgotten, taken the other way round, and near."""
    if lever.asks == "tips":
        return SIDES
    total = sum(load.weight for load in lever.loads)
    first = lever.loads[0]
    other = Fraction(first.weight * abs(lever.sought), abs(first.place))
    step = Fraction(10 if lever.asks == "lift" else 1)
    return offered(chance, _sought(lever), (Fraction(total), other), step)


# --- in words ---


def told(lever: Lever) -> Told:
    """What the picture shows: weights and distances, on either side."""
    return {
        "left": [(-load.place, load.weight) for load in lever.loads if load.place < 0],
        "right": [(load.place, load.weight) for load in lever.loads if load.place > 0],
        "sought": abs(lever.sought),
        "on_left": lever.sought < 0,
    }


def why(lever: Lever) -> Told:
    """The turning of either side, each load's weight times its distance."""
    left = [-load.place * load.weight for load in lever.loads if load.place < 0]
    right = [load.place * load.weight for load in lever.loads if load.place > 0]
    answer = plain(_sought(lever)) if lever.sought else 0
    turns = {"turns": (sum(left), sum(right)), "difference": abs(_moment(lever))}
    return {**told(lever), **turns, "answer": answer}
