"""Gears drawn: discs with teeth that touch, belts around them, arrows for how they turn."""

import math
from dataclasses import dataclass

from bot.guidance.tasks.gears import Gears, Link
from bot.ui.picture.tasks.board import GREY, PALE, Board, Place, Words

WIDTH, HEIGHT = 1000, 560
EDGE, LARGEST = 64, 175  # to the border; the largest radius
TALL = HEIGHT - 130  # room for the gears
BELT = 1.6  # how much further apart two gears on a belt stand
SMALL = 44  # a radius on which a number and a middle do not both fit


@dataclass(frozen=True)
class Wheel:
    """A gear on the sheet: its middle, its radius, its teeth, and on which axle it sits."""

    x: float
    y: float
    radius: float
    teeth: int
    axle: int


@dataclass(frozen=True)
class Laid:
    """The wheels, the links between axles, which way the first turns, and how often."""

    wheels: tuple[Wheel, ...]
    links: tuple[tuple[int, int, Link], ...]
    clockwise: bool
    turns: int


def laid(gears: Gears) -> Laid:
    """Where everything stands: radii go with teeth, gears that mesh touch."""
    wheels = _wheels(gears)
    left = min(one.x - one.radius for one in wheels)
    right = max(one.x + one.radius for one in wheels)
    top = min(one.y - one.radius for one in wheels)
    bottom = max(one.y + one.radius for one in wheels)
    most = LARGEST / max(one.radius for one in wheels)
    scale = min((WIDTH - 2 * EDGE) / (right - left), TALL / (bottom - top), most)
    middle = (left + right) / 2, (top + bottom) / 2
    placed = tuple(
        Wheel(
            WIDTH / 2 + (one.x - middle[0]) * scale,
            HEIGHT / 2 + (one.y - middle[1]) * scale,
            one.radius * scale,
            one.teeth,
            one.axle,
        )
        for one in wheels
    )
    links = [(at, at + 1, link) for at, link in enumerate(gears.links)]
    links += [(0, gears.ring - 1, "mesh")] if gears.ring else []
    return Laid(placed, tuple(links), gears.clockwise, gears.turns)


def _wheels(gears: Gears) -> list[Wheel]:
    """Every wheel in units of teeth: a ring around the middle, a row to the right."""
    placed, wheels = _ring(gears), []
    for axle, one in enumerate(gears.axles):
        if axle >= len(placed):
            placed.append(_next(gears, axle, placed))
        x, y = placed[axle]
        wheels += [Wheel(x, y, teeth, teeth, axle) for teeth in {one.takes: 0, one.gives: 0}]
    return wheels


def _ring(gears: Gears) -> list[Place]:
    """A ring of equal gears, the last of them on the right; or one gear alone."""
    if not gears.ring:
        return [(0.0, 0.0)]
    far = gears.axles[0].gives / math.sin(math.pi / gears.ring)
    turns = [2 * math.pi * (at + 1) / gears.ring for at in range(gears.ring)]
    return [(far * math.cos(turn), far * math.sin(turn)) for turn in turns]


def _next(gears: Gears, axle: int, placed: list[Place]) -> Place:
    """To the right of the axle before: touching it, or further off on a belt."""
    gives, takes = gears.axles[axle - 1].gives, gears.axles[axle].takes
    far = 1.0 if gears.links[axle - 1] == "mesh" else BELT
    x, y = placed[-1]
    return x + far * (gives + takes), y


def draw(gears: Gears, words: Words) -> bytes:
    """Draw them: the ends darker, and every rim whole, so that it is seen what touches what."""
    shown, board = laid(gears), Board(WIDTH, HEIGHT)
    for wheel in (shown.wheels[0], shown.wheels[-1]):
        board.shape(rim(wheel), PALE, 0)
    for wheel in shown.wheels:
        board.line([*rim(wheel), rim(wheel)[0]], 3)
        if wheel.radius > SMALL:
            board.disc((wheel.x, wheel.y), 7, GREY, 3)
    for start, end, link in shown.links:
        if link != "mesh":
            _belt(board, _of(shown, start), _of(shown, end), crossed=link == "crossed")
    for one in shown.wheels:
        _number(board, shown, one)
    _ends(board, shown, gears)
    return board.png()


def _of(shown: Laid, axle: int) -> Wheel:
    return next(one for one in shown.wheels if one.axle == axle)


def rim(wheel: Wheel) -> list[Place]:
    """The outline of its teeth."""
    deep = max(5.0, min(12.0, math.pi * wheel.radius / wheel.teeth))
    points = []
    for step in range(4 * wheel.teeth):
        far = wheel.radius + (deep / 2 if step % 4 in (0, 1) else -deep / 2)
        turn = 2 * math.pi * (step + 0.5) / (4 * wheel.teeth)
        points.append((wheel.x + far * math.cos(turn), wheel.y + far * math.sin(turn)))
    return points


def _belt(board: Board, one: Wheel, other: Wheel, *, crossed: bool) -> None:
    """Two lines from rim to rim, parallel or crossed."""
    for side in (-1, 1):
        far = -side if crossed else side
        start, end = one.y + side * one.radius * 0.86, other.y + far * other.radius * 0.86
        board.line([(one.x, start), (other.x, end)], 6)


def _number(board: Board, shown: Laid, wheel: Wheel) -> None:
    """How many teeth it has: above its middle; for the larger one of two, above its rim."""
    others = [one.radius for one in shown.wheels if one.axle == wheel.axle and one != wheel]
    if others and others[0] < wheel.radius:
        board.write(
            str(wheel.teeth), (wheel.x, wheel.y - wheel.radius - 26), 30, bold=True, sign=True
        )
        return
    far = max(26.0, wheel.radius * 0.45) if wheel.radius > SMALL else 0.0
    size = 30 if wheel.radius > SMALL else 26
    board.write(str(wheel.teeth), (wheel.x, wheel.y - far), size, bold=True, sign=True)


def _ends(board: Board, shown: Laid, gears: Gears) -> None:
    """The first turns so, the last is asked for."""
    first, last = shown.wheels[0], shown.wheels[-1]
    around, start, end = (
        (first.radius * 0.66, 40, 140) if gears.ring else (first.radius + 24, -130, -50)
    )
    start, end = (start, end) if shown.clockwise else (end, start)
    board.arc((first.x, first.y), around, start, end)
    if gears.asks != "turn":
        board.write(f"× {shown.turns}", (first.x, first.y + first.radius + 38), 36, bold=True)
    board.write("?", (last.x + last.radius + 32, last.y), 54, bold=True)
