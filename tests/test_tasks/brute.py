"""Brute force: the answer to a task found by trying everything, without a formula.

`python -m tests.test_tasks.brute 10000` solves so many random tasks of each family both ways.
"""

import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count, product
from random import Random
from time import perf_counter
from typing import Any

from bot.guidance.tasks import FAMILIES, RUNGS, Family, Option, Task, make
from bot.guidance.tasks.circuits import Circuit
from bot.guidance.tasks.faults import Chain
from bot.guidance.tasks.gears import Gears
from bot.guidance.tasks.levers import Lever
from bot.guidance.tasks.measuring import Caliper, Fit, Measure, Ruler
from bot.guidance.tasks.projections import Blocks, Stacks
from tests.test_tasks.nodal import Net

Cube = tuple[int, int, int]


def gears(given: Gears) -> Option:
    """Every way each gear could turn; every number of turns, tooth by tooth."""
    return _way(given) if given.asks == "turn" else _turns(given)


def _way(given: Gears) -> str:
    links = [(at, at + 1, link) for at, link in enumerate(given.links)]
    links += [(0, given.ring - 1, "mesh")] if given.ring else []
    for ways in product((True, False), repeat=len(given.axles)):
        agree = all((ways[one] == ways[two]) == (link == "belt") for one, two, link in links)
        if ways[0] == given.clockwise and agree:
            return "clockwise" if ways[-1] else "counter"
    return "jam"


def _turns(given: Gears) -> Fraction:
    """The first number of turns at which as many teeth came in as went out, everywhere."""
    driving, driven = given.turns, 1
    for one, other in zip(given.axles, given.axles[1:], strict=False):
        driving, driven = driving * one.gives, driven * other.takes
    return Fraction(next(turns for turns in count() if turns * driven >= driving), 1)


def levers(given: Lever) -> Option:
    """Weights of one kilogram, one after another, until the lever no longer sinks there."""
    if given.asks == "tips":
        turn = _turning(given)
        return "left" if turn < 0 else "right" if turn > 0 else "level"
    side = -1 if given.asks == "lift" else 1
    start = _turning(given)
    for weight in range(1, 1000):
        if start * (start + side * weight * given.sought) <= 0:
            return Fraction(weight)
    raise AssertionError


def _turning(given: Lever) -> int:
    units = [load.place for load in given.loads for _ in range(load.weight)]
    return sum(units)


def circuits(given: Circuit) -> Option:
    """By the laws of the current alone."""
    flows = wired(given).currents("+", "-")
    if given.asks == "brightest":
        return Fraction(max(flows, key=lambda lamp: flows[lamp]))
    return tuple(sorted(lamp for lamp, flow in flows.items() if flow))


def wired(given: Circuit) -> Net:
    """The circuit as a net of places."""
    net = Net()
    ends: list[object] = ["+", *range(1, len(given.parts)), "-"]
    for part, branches in enumerate(given.parts):
        for at, branch in enumerate(branches):
            inner = [(part, at, step) for step in range(1, len(branch))]
            places = [ends[part], *inner, ends[part + 1]]
            for piece, one, other in zip(branch, places, places[1:], strict=False):
                if piece.kind == "lamp" and piece.number != given.burnt:
                    net.lamp(piece.number, one, other)
                elif piece.kind == "switch" and piece.whole:
                    net.join([one, other])
    return net


def measuring(given: Measure) -> Option:
    """Half millimetres counted; vernier marks tried; parts tried in their place."""
    if isinstance(given, Ruler):
        return Fraction(sum(given.starts <= Fraction(at, 2) < given.ends for at in range(300)), 2)
    if isinstance(given, Caliper):
        marks = [at for at in range(1, 10) if _meets(given.shows + Fraction(9 * at, 10))]
        whole = max(mark for mark in range(200) if mark <= given.shows)
        return whole + Fraction(marks[0], 10) - given.closed
    return Fraction(1 + [_passes(given, part) for part in given.parts].index(True))


def _meets(place: Fraction) -> bool:
    return any(place == mark for mark in range(300))


def _passes(given: Fit, part: Fraction) -> bool:
    difference = given.size - part if given.in_hole else part - given.size
    return given.low <= difference <= given.high


def projections(given: Blocks) -> Option:
    """Cube by cube."""
    if given.asks == "count":
        return Fraction(len(cubes(given.stacks)))
    if given.asks == "view":
        seen = shadow(cubes(given.stacks), given.side, len(given.stacks))
        return Fraction(1 + [_squares(view) for view in given.views].index(seen))
    wanted = shadows(given.stacks)
    return Fraction(1 + [shadows(one) for one in given.figures].index(wanted))


def cubes(stacks: Stacks) -> set[Cube]:
    """Every cube by its place: right, front, up."""
    return {
        (x, y, z) for y, row in enumerate(stacks) for x, high in enumerate(row) for z in range(high)
    }


def shadow(figure: set[Cube], side: str, across: int) -> set[tuple[int, int]]:
    """The squares it covers: from the left, and from above downwards."""
    if side == "top":
        return {(x, y) for x, y, _ in figure}
    if side == "front":
        return {(x, 2 - z) for x, _, z in figure}
    return {(across - 1 - y, 2 - z) for _, y, z in figure}


def shadows(stacks: Stacks) -> list[set[tuple[int, int]]]:
    """All three."""
    return [shadow(cubes(stacks), side, len(stacks)) for side in ("top", "front", "right")]


def _squares(view: tuple[tuple[bool, ...], ...]) -> set[tuple[int, int]]:
    return {(x, y) for y, row in enumerate(view) for x, full in enumerate(row) if full}


def faults(given: Chain) -> Option:
    """Every block broken in turn; every measurement tried on each of them."""
    left = [block for block in given.blocks if _explains(given, block)]
    if given.asks == "where":
        return Fraction(*left)
    weight = dict.fromkeys(given.blocks, 1) | dict(enumerate(given.broke, 1))
    worst = {
        place: max(
            sum(weight[one] for one in left if _works(given, one, place) == works)
            for works in (True, False)
        )
        for place in given.blocks
    }
    return Fraction(min(worst, key=lambda place: worst[place]))


def _explains(given: Chain, broken: int) -> bool:
    return all(_works(given, broken, place) == good for place, good in given.marks)


def _works(given: Chain, broken: int, place: int) -> bool:
    """Whether it still works after a place: walked from there to the beginning."""
    while place:
        if place == broken:
            return False
        place = given.before[place - 1]
    return True


SOLVERS: dict[Family, Callable[[Any], Option]] = {
    "gears": gears,
    "levers": levers,
    "circuits": circuits,
    "measuring": measuring,
    "projections": projections,
    "faults": faults,
}


def drawn(family: Family, many: int) -> Iterator[Task]:
    """So many tasks of a family, of all rungs in turn, none chosen by hand."""
    chance = Random(family)
    return (make(family, at % RUNGS + 1, chance.randrange(10**9)) for at in range(many))


def wrong(family: Family, many: int) -> list[Task]:
    """The tasks that are solved otherwise, or whose answer is not offered just once."""
    solver = SOLVERS[family]
    return [
        task
        for task in drawn(family, many)
        if solver(task.given) != task.answer or task.options.count(task.answer) != 1
    ]


def main(many: int) -> int:
    """Both ways for every family; how many tasks differ."""
    differ = 0
    for family in FAMILIES:
        begun = perf_counter()
        differ += len(found := wrong(family, many))
        print(f"{family:12} {many} tasks, {len(found)} differ, {perf_counter() - begun:.1f} s")
    return differ


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)))
