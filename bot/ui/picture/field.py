"""The field: where on the paper a place of Kazakhstan lies, and where words about it find room.

Albers' equal-area conic projection, its two standard parallels a sixth of the country's height
from its edges; a sphere is exact enough for dots that are good to about 5 km.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

SOUTH, NORTH, WEST, EAST = 41.6, 55.2, 49.0, 87.0  # degrees; all towns we know lie within
MIDDLE = 67.0
PARALLELS = 43.0, 53.0
AROUND = [(math.cos(step * math.pi / 12), math.sin(step * math.pi / 12)) for step in range(24)]
FAR = 420  # dots on the paper: the most from a point to a box of its own

Point = tuple[int, int]
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Field:
    """A part of the paper on which the country is laid out."""

    left: int
    top: int
    right: int
    bottom: int

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place lies on the paper."""
        x, y = _projected(longitude, latitude)
        west, north, east, south = _bounds()
        scale = min(
            (self.right - self.left) / (east - west), (self.bottom - self.top) / (south - north)
        )
        middle = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        return (
            round(middle[0] + (x - (west + east) / 2) * scale),
            round(middle[1] + (y - (north + south) / 2) * scale),
        )

    def inside(self, point: Point) -> int:
        """How far a point is from the border."""
        x, y = point
        return min(x - self.left, self.right - x, y - self.top, self.bottom - y)

    def holds(self, box: Box) -> bool:
        """Whether all of a box lies on the field."""
        left, top, right, bottom = box
        across = self.left <= left and right <= self.right
        return across and self.top <= top and bottom <= self.bottom


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Albers' coordinates, y downwards."""
    one, two = (math.sin(math.radians(each)) for each in PARALLELS)
    n = (one + two) / 2
    c = 1 - one * one + 2 * n * one
    rho = math.sqrt(c - 2 * n * math.sin(math.radians(latitude))) / n
    turn = n * math.radians(longitude - MIDDLE)
    return rho * math.sin(turn), rho * math.cos(turn)


@cache
def _bounds() -> tuple[float, float, float, float]:
    edge = [_projected(lon, lat) for lon in (WEST, MIDDLE, EAST) for lat in (SOUTH, NORTH)]
    xs, ys = zip(*edge, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def room(
    point: Point, size: Point, field: Field, taken: Sequence[Box], most: int = FAR
) -> Box | None:
    """A box near the point, on the field, it and the line to it off everything taken."""
    clear = (box for box in _around(point, size, field, most) if _is_free(box, taken))
    led = (box for box in clear if all(_is_free(dot, taken) for dot in lead(point, box)))
    return next(led, None)


def crowded(point: Point, size: Point, field: Field, taken: Sequence[Box]) -> Box:
    """The box near the point that covers the least, for where nothing is free."""
    return min(
        _around(point, size, field), key=lambda box: sum(_shared(box, other) for other in taken)
    )


def lead(point: Point, box: Box) -> list[Box]:
    """The line from a point to the middle of a box, as small boxes; without its first steps."""
    (x, y), to_x, to_y = point, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    long = math.hypot(to_x - x, to_y - y)
    steps = [
        (x + (to_x - x) * far / long, y + (to_y - y) * far / long)
        for far in range(24, int(long), 12)
    ]
    return [(round(a) - 4, round(b) - 4, round(a) + 4, round(b) + 4) for a, b in steps]


def _around(point: Point, size: Point, field: Field, most: int = FAR) -> Iterator[Box]:
    """Boxes of a size on the field around a point, the nearest first."""
    (x, y), (width, height) = point, size
    for far in range(22, most, 22):
        for across, down in AROUND:
            left = round(x + across * (far + width / 2) - width / 2)
            top = round(y + down * (far + height / 2) - height / 2)
            box = left, top, left + width, top + height
            if field.holds(box):
                yield box


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return not any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in taken
    )


def _shared(one: Box, other: Box) -> int:
    """How many dots two boxes have in common."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0, across) * max(0, down)
