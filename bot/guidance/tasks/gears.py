"""Gears: which way does the last one turn, and how often.

An axle carries the gear that is driven and the gear that drives the next axle; mostly they are one.
Meshing gears and a crossed belt turn the other way, an open belt turns the same way. Gears that
mesh in a ring turn only if they are even in number.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm, prod
from operator import mul
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import Option, Told, offered, plain

Asks = Literal["turn", "revolutions", "train"]
Link = Literal["mesh", "belt", "crossed"]
KINDS: tuple[Asks, ...] = ("turn", "revolutions", "train")
WAYS = ("clockwise", "counter", "jam")
RATIOS = ((3, 2), (2, 3), (4, 3), (3, 4), (5, 2), (2, 5), (5, 4), (4, 5), (5, 3), (3, 5))
WHOLE = (2, 3, 4)
CLEAR = 5  # teeth that gears which do not mesh are apart, or overlap, at least
MESH: tuple[Link, ...] = ("mesh",)
LINKS: tuple[Link, ...] = ("mesh", "belt", "crossed")


@dataclass(frozen=True)
class Axle:
    """The teeth of the gear that is driven, and of the one that drives on."""

    takes: int
    gives: int


@dataclass(frozen=True)
class Gears:
    """Axles from the first, which is turned, to the last, and the links between them.

    The first `ring` of them mesh in a ring; with 0 there is none.
    """

    asks: Asks
    axles: tuple[Axle, ...]
    links: tuple[Link, ...]
    ring: int = 0
    clockwise: bool = True
    turns: int = 1


def make(chance: Random, kind: str, size: int) -> Gears:
    """Some gears of a kind and a size."""
    if kind == "turn":
        return (_chain, _belts, _ring)[size](chance)
    return _train(chance, size) if kind == "train" else _pair(chance, size)


def _single(*teeth: int) -> tuple[Axle, ...]:
    return tuple(Axle(one, one) for one in teeth)


def _turned(chance: Random, count: int, links: tuple[Link, ...], ring: int = 0) -> Gears:
    teeth = [chance.randrange(10, 25, 2) for _ in range(count - ring)]
    alike = [chance.randrange(10, 19, 2)] * ring
    return Gears("turn", _single(*alike, *teeth), links, ring, chance.random() < 0.5)


def _chain(chance: Random) -> Gears:
    count = chance.randint(3, 5)
    return _turned(chance, count, MESH * (count - 1))


def _belts(chance: Random) -> Gears:
    count = chance.randint(4, 6)
    links = [chance.choice(LINKS) for _ in range(count - 1)]
    links[chance.randrange(count - 1)] = "crossed"
    return _turned(chance, count, tuple(links))


def _ring(chance: Random) -> Gears:
    ring, tail = chance.randint(3, 6), chance.randint(0, 2)
    links = MESH * (ring - 1) + tuple(chance.choice(LINKS) for _ in range(tail))
    return _turned(chance, ring + tail, links, ring)


def _pair(chance: Random, size: int) -> Gears:
    """Two gears, or three of which the middle one changes nothing."""
    up, down = chance.choice(RATIOS) if size else chance.choice([(m, 1) for m in WHOLE])
    up, down = (up, down) if chance.random() < 0.5 else (down, up)
    part = chance.randint(3, 8) * (2 if max(up, down) < 4 else 1)
    first, last, idle = up * part, down * part, chance.randrange(8, 31, 2)
    teeth = _single(first, idle, last) if size == 2 else _single(first, last)
    turns = down * chance.randint(1, 6)
    return Gears("revolutions", teeth, MESH * (len(teeth) - 1), turns=turns)


def _train(chance: Random, size: int) -> Gears:
    """Two gears on an axle: one is driven, the other drives on."""
    while True:
        stages = [_stage(chance, size, at) for at in range(3 if size == 2 else 2)]
        gives, takes = zip(*stages, strict=True)
        axles = tuple(map(Axle, (gives[0], *takes), (*gives, takes[-1])))
        if not any(_touch_twice(one, other) for one, other in pairwise(axles)):
            break
    ratios = accumulate((Fraction(one, other) for one, other in stages), mul)
    whole = lcm(*(ratio.denominator for ratio in ratios))
    turns = whole * chance.randint(1, max(1, 24 // whole))
    return Gears("train", axles, MESH * len(stages), turns=turns)


def _touch_twice(one: Axle, other: Axle) -> bool:
    """Whether gears that do not mesh would seem to, so that nobody could tell which pair does."""
    pair = one.gives, other.takes
    others = ((a, b) for a in (one.takes, one.gives) for b in (other.takes, other.gives))
    return any(abs(sum(each) - sum(pair)) < CLEAR and each != pair for each in others)


def _stage(chance: Random, size: int, at: int) -> tuple[int, int]:
    """The teeth of two gears that mesh: slower twice, slower and faster, or as it comes."""
    many, small = chance.choice(WHOLE[: 3 - size // 2]), chance.randrange(8, 13)
    slower = {0: True, 1: at == 0, 2: chance.random() < 0.6}[size]
    return (small, small * many) if slower else (small * many, small)


# --- the answer ---


def solve(gears: Gears) -> Option:
    """Which way the last one turns, or how often."""
    if gears.asks != "turn":
        return gears.turns * _ratio(gears)
    return "jam" if gears.ring % 2 else _ways(gears)[-1]


def _ratio(gears: Gears) -> Fraction:
    pairs = pairwise(gears.axles)
    return prod((Fraction(one.gives, other.takes) for one, other in pairs), start=Fraction(1))


def _ways(gears: Gears) -> list[str]:
    """The way each turns, from the first on."""
    ways = [gears.clockwise]
    for link in gears.links:
        ways.append(ways[-1] if link == "belt" else not ways[-1])
    return ["clockwise" if one else "counter" for one in ways]


def options(gears: Gears, chance: Random) -> tuple[Option, ...]:
    """Three ways, or four numbers: the ratio upside down, the ring taken for a gear, and near."""
    if gears.asks == "turn":
        return WAYS
    turns, ratio = Fraction(gears.turns), _ratio(gears)
    first, second = gears.axles[0], gears.axles[1]
    wrong = (turns / ratio, turns * Fraction(first.gives, second.takes), turns)
    return offered(chance, turns * ratio, wrong, Fraction(1))


# --- in words ---


def told(gears: Gears) -> Told:
    """What the picture shows."""
    return {
        "axles": [(one.takes, one.gives) for one in gears.axles],
        "links": gears.links,
        "ring": gears.ring,
        "clockwise": gears.clockwise,
        "turns": gears.turns,
    }


def why(gears: Gears) -> Told:
    """The way each gear turns; or the turns of each axle that counts, from the first on."""
    counting = gears.axles if gears.asks == "train" else (gears.axles[0], gears.axles[-1])
    turns, steps = Fraction(gears.turns), []
    for one, other in pairwise(counting):
        after = turns * Fraction(one.gives, other.takes)
        steps.append((plain(turns), one.gives, other.takes, plain(after)))
        turns = after
    ways = ["↻" if way == "clockwise" else "↺" for way in _ways(gears)]
    idle = gears.asks == "revolutions" and len(gears.axles) > len(counting)
    return {"ways": ways, "steps": steps, "ring": gears.ring, "idle": idle}
