"""Seen: the answer to a task read off its layout on the sheet, as somebody with a ruler would."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

from bot.guidance.tasks import Family, Option
from bot.guidance.tasks.circuits import Circuit
from bot.guidance.tasks.faults import Chain
from bot.guidance.tasks.gears import Gears
from bot.guidance.tasks.levers import Lever
from bot.guidance.tasks.measuring import Fit, Measure, Ruler
from bot.guidance.tasks.projections import Blocks, Stacks
from bot.ui.picture.tasks import circuits as drawn_circuits
from bot.ui.picture.tasks import faults as drawn_faults
from bot.ui.picture.tasks import gears as drawn_gears
from bot.ui.picture.tasks import levers as drawn_levers
from bot.ui.picture.tasks import measuring as drawn_measuring
from bot.ui.picture.tasks import projections as drawn_projections
from bot.ui.picture.tasks.board import Place, Words
from bot.ui.picture.tasks.faults import Box
from bot.ui.picture.tasks.gears import Laid, Wheel
from bot.ui.picture.tasks.measuring import Tick
from tests.test_tasks import brute
from tests.test_tasks.nodal import Net

NEAR = 0.5  # dots on the sheet
WORDS = Words(lambda name: name, ",")


def gears(given: Gears) -> Option:
    """Wheels that touch drive each other, by the lengths of their rims; belts as they are drawn."""
    shown = drawn_gears.laid(given)
    speeds: dict[int, float] = {0: float(shown.turns) * (1 if shown.clockwise else -1)}
    every = product(shown.wheels, repeat=2)
    pairs = [(one, other) for one, other in every if _drive(shown, one, other)]
    for _ in shown.wheels:
        for one, other in pairs:
            if one.axle in speeds and other.axle not in speeds:
                speeds[other.axle] = _driven(shown, one, other, speeds[one.axle])
    if any(abs(_driven(shown, a, b, speeds[a.axle]) - speeds[b.axle]) > 1e-6 for a, b in pairs):
        return "jam"
    last = speeds[max(speeds)]
    if given.asks == "turn":
        return "clockwise" if last > 0 else "counter"
    return Fraction(abs(last)).limit_denominator(1000)


def _drive(shown: Laid, one: Wheel, other: Wheel) -> bool:
    far = math.dist((one.x, one.y), (other.x, other.y))
    touch = one.axle != other.axle and abs(far - one.radius - other.radius) < NEAR
    return touch or bool(_belt(shown, one, other))


def _belt(shown: Laid, one: Wheel, other: Wheel) -> str:
    joined = {(a, b): link for a, b, link in shown.links if link != "mesh"}
    return joined.get((one.axle, other.axle)) or joined.get((other.axle, one.axle)) or ""


def _driven(shown: Laid, one: Wheel, other: Wheel, speed: float) -> float:
    sign = 1 if _belt(shown, one, other) == "belt" else -1
    return sign * speed * one.radius / other.radius


def levers(given: Lever) -> Option:
    """Turning by distances on the sheet."""
    shown = drawn_levers.laid(given)
    turn = sum((one.x - shown.pivot) * (one.weight or 0) for one in shown.hung)
    sought = [one.x for one in shown.hung if one.weight is None] + [shown.hand]
    if given.asks == "tips":
        return "level" if abs(turn) < NEAR else "left" if turn < 0 else "right"
    assert sought[0] is not None
    return Fraction(abs(turn / (sought[0] - shown.pivot))).limit_denominator(100)


def circuits(given: Circuit) -> Option:
    """Wires that end in the same place are joined; then by the laws of the current."""
    shown, net = drawn_circuits.laid(given), Net()
    for wire in shown.wires:
        net.join([_dot(place) for place in wire])
    for one in shown.pieces:
        if one.kind == "lamp" and one.number != given.burnt:
            net.lamp(one.number, _dot(one.left), _dot(one.right))
        elif one.kind == "switch" and one.whole:
            net.join([_dot(one.left), _dot(one.right)])
    battery = next(one for one in shown.pieces if one.kind == "battery")
    flows = net.currents(_dot(battery.left), _dot(battery.right))
    if given.asks == "brightest":
        return Fraction(max(flows, key=lambda lamp: flows[lamp]))
    return tuple(sorted(lamp for lamp, flow in flows.items() if flow))


def _dot(place: Place) -> tuple[int, int]:
    return round(place[0]), round(place[1])


def measuring(given: Measure) -> Option:
    """Marks compared by where they stand; sizes read as they are written."""
    if isinstance(given, Fit):
        return _read(given)
    shown = drawn_measuring.laid(given)
    if isinstance(given, Ruler):
        left, right = (_at(edge, shown.main) for edge in shown.edges)
        return Fraction(right - left).limit_denominator(2)
    return _vernier(shown.main, shown.vernier) - given.closed


def _at(x: float, marks: Sequence[Tick]) -> float:
    first, last = marks[0], marks[-1]
    part = (x - first.x) / (last.x - first.x)
    return first.stands_for + part * (last.stands_for - first.stands_for)


def _vernier(main: Sequence[Tick], vernier: Sequence[Tick]) -> Fraction:
    """The vernier's mark that meets another one best; no other may come near."""
    gaps = [min(abs(one.x - tick.x) for tick in main) for one in vernier]
    best = gaps.index(min(gaps))
    assert all(gap > 5 for at, gap in enumerate(gaps) if at != best), "two marks meet"
    whole = max(tick.stands_for for tick in main if tick.x <= vernier[0].x + NEAR)
    return whole + Fraction(vernier[best].stands_for, 10)


def _read(given: Fit) -> Fraction:
    shown = drawn_measuring.stated(given, WORDS)
    size, *more = _numbers(shown.size)
    parts = [_numbers(part)[0] for part in shown.parts]
    low, high = (-more[0], more[0]) if more else (_numbers(shown.low)[0], _numbers(shown.high)[0])
    least, most = (size - high, size - low) if given.in_hole else (size + low, size + high)
    fits = [at for at, part in enumerate(parts, 1) if least <= part <= most]
    assert len(fits) == 1
    return Fraction(fits[0])


def _numbers(words: str) -> list[Fraction]:
    found = re.findall(r"[+−]?\d+(?:,\d+)?", words)
    return [Fraction(one.replace(",", ".").replace("−", "-")) for one in found]


def projections(given: Blocks) -> Option:
    """The figure as it is drawn must be the figure there is; then cube by cube."""
    for stacks in given.figures or (given.stacks,):
        assert painted(stacks) == hit(stacks), "not this figure"
    return brute.projections(given)


def painted(stacks: Stacks) -> list[str]:
    """What is drawn last at every spot."""
    faces = drawn_projections.laid(stacks, (0, 0), 1)
    wide = drawn_projections.ACROSS
    return [
        next((one.kind for one in reversed(faces) if _inside((u * wide, v), one.corners)), "")
        for u, v in SPOTS
    ]


SPOTS = [
    (chance.uniform(-3, 3), chance.uniform(-4, 3)) for chance in [Random(3)] for _ in range(80)
]


def hit(stacks: Stacks) -> list[str]:
    """What a line of sight meets first at every spot: a tile, or a stack's top, front or right."""
    return [max(_met(stacks, u, v), default=(0.0, ""))[1] for u, v in SPOTS]


def _met(stacks: Stacks, u: float, v: float) -> Iterator[tuple[float, str]]:
    """Every face on the line, and how near it is: u = x - y, v = (x + y) / 2 - z."""
    half = len(stacks) / 2
    for y, row in enumerate(stacks):
        for x, high in enumerate(row):
            across, along = v + u / 2 + half, v - u / 2 + half
            if x < across + high < x + 1 and y < along + high < y + 1:
                yield high, "top" if high else "floor"
            front, right = y + 1 - along, x + 1 - across
            if 0 < front < high and x < across + front < x + 1:
                yield front, "front"
            if 0 < right < high and y < along + right < y + 1:
                yield right, "right"


def _inside(place: Place, corners: Sequence[Place]) -> bool:
    """Whether a place lies inside a shape without dents."""
    sides = [
        (b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0])
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    return all(side > 0 for side in sides) or all(side < 0 for side in sides)


def faults(given: Chain) -> Option:
    """The order of blocks by the lines between them, the marks by where they stand."""
    shown = drawn_faults.laid(given)
    before = [0] * len(shown.boxes)
    for start, end in shown.lines:
        into = [box for box in shown.boxes if math.dist((box.x - box.half, box.y), end) < NEAR]
        for box in into:
            before[box.block - 1] = _left_of(shown.boxes, start).block
    marks = tuple((_left_of(shown.boxes, place).block, good) for place, good in shown.marks)
    broke = tuple(box.broke for box in shown.boxes if box.broke)
    return brute.faults(Chain(given.asks, tuple(before), marks, broke))


def _left_of(boxes: Sequence[Box], place: Place) -> Box:
    """The nearest block that ends before a place on its own line."""
    ended = [box for box in boxes if box.y == place[1] and box.x + box.half <= place[0] + NEAR]
    return max(ended, key=lambda box: box.x)


READERS: dict[Family, Callable[[Any], Option]] = {
    "gears": gears,
    "levers": levers,
    "circuits": circuits,
    "measuring": measuring,
    "projections": projections,
    "faults": faults,
}
