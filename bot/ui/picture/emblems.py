"""Emblems: a plain drawing of our own for each of the seven directions, and its colour."""

import math
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw

from bot.ui.picture.paper import Colour, drawn

Pen = ImageDraw.ImageDraw
Stroke = Callable[[Pen, int], None]
SIZE = 100  # the drawings' own units
OTHER = "engineering"  # for a direction that has no drawing yet

COLOURS: dict[str, Colour] = {
    "engineering": "#1b4b8f",
    "transport": "#9a4a06",
    "agriculture": "#256b35",
    "service": "#9c2157",
    "creative": "#66319c",
    "digital": "#0a6375",
    "care": "#b3262f",
}


def colour(direction: str) -> Colour:
    """The colour of a direction, dark enough for white words."""
    return COLOURS.get(direction, COLOURS[OTHER])


@cache
def emblem(direction: str, across: int) -> Image.Image:
    """The drawing of a direction, as a shape this wide and high."""
    draw = DRAWINGS.get(direction, DRAWINGS[OTHER])
    return drawn(across, across, lambda pen, fine: draw(_Scaled(pen, across * fine / SIZE)))


class _Scaled:
    """A pen that draws in the drawings' own units; `white` shows, `black` is cut out."""

    def __init__(self, pen: Pen, scale: float) -> None:
        self._pen, self._scale = pen, scale

    def disc(self, x: float, y: float, radius: float, *, cut: bool = False) -> None:
        box = [part * self._scale for part in (x - radius, y - radius, x + radius, y + radius)]
        self._pen.ellipse(box, fill=0 if cut else 255)

    def shape(self, *points: tuple[float, float], cut: bool = False) -> None:
        self._pen.polygon([self._at(point) for point in points], fill=0 if cut else 255)

    def box(self, x: float, y: float, right: float, bottom: float, corner: float = 0) -> None:
        box = [part * self._scale for part in (x, y, right, bottom)]
        self._pen.rounded_rectangle(box, corner * self._scale, fill=255)

    def line(self, *points: tuple[float, float], wide: float, cut: bool = False) -> None:
        """A thick line with round ends and bends."""
        fill, wide_ = 0 if cut else 255, wide * self._scale
        self._pen.line([self._at(point) for point in points], fill, round(wide_))
        for x, y in points:
            self.disc(x, y, wide / 2, cut=cut)

    def half(self, x: float, y: float, radius: float) -> None:
        """The upper half of a disc."""
        box = [part * self._scale for part in (x - radius, y - radius, x + radius, y + radius)]
        self._pen.pieslice(box, 180, 360, fill=255)

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale, point[1] * self._scale


def _gear(pen: _Scaled) -> None:
    for tooth in range(8):
        turn = tooth * math.pi / 4
        pen.shape(
            *(_turned(50, 50, x, y, turn) for x, y in ((-9, -48), (9, -48), (13, 0), (-13, 0)))
        )
    pen.disc(50, 50, 36)
    pen.disc(50, 50, 15, cut=True)


def _lorry(pen: _Scaled) -> None:
    pen.box(2, 26, 60, 68, 4)
    pen.shape((64, 38), (82, 38), (97, 54), (97, 68), (64, 68))
    pen.shape((70, 43), (80, 43), (88, 53), (70, 53), cut=True)
    for x in (24, 78):
        pen.disc(x, 70, 14, cut=True)
        pen.disc(x, 70, 10)
        pen.disc(x, 70, 4, cut=True)


def _sprout(pen: _Scaled) -> None:
    pen.line((50, 96), (50, 46), wide=7)
    pen.shape(*_leaf(50, 58, 6, 28))
    pen.shape(*_leaf(50, 46, 92, 6))


def _bell(pen: _Scaled) -> None:
    pen.half(50, 72, 40)
    pen.box(4, 76, 96, 86, 5)
    pen.disc(50, 26, 7)
    pen.line((26, 64), (34, 50), wide=5, cut=True)


def _palette(pen: _Scaled) -> None:
    pen.disc(50, 50, 44)
    for x, y in ((30, 38), (50, 26), (70, 38)):
        pen.disc(x, y, 8, cut=True)
    pen.disc(27, 61, 8, cut=True)
    pen.disc(72, 72, 17, cut=True)


def _brackets(pen: _Scaled) -> None:
    pen.line((28, 24), (6, 50), (28, 76), wide=10)
    pen.line((72, 24), (94, 50), (72, 76), wide=10)
    pen.line((59, 14), (41, 86), wide=10)


def _heart(pen: _Scaled) -> None:
    pen.disc(29, 36, 23)
    pen.disc(71, 36, 23)
    pen.shape((10.5, 50), (50, 92), (89.5, 50), (71, 30), (50, 28), (29, 30))
    pen.line((50, 34), (50, 66), wide=9, cut=True)
    pen.line((34, 50), (66, 50), wide=9, cut=True)


def _turned(x: float, y: float, dx: float, dy: float, turn: float) -> tuple[float, float]:
    """A point, turned about another one."""
    sin, cos = math.sin(turn), math.cos(turn)
    return x + dx * cos - dy * sin, y + dx * sin + dy * cos


def _leaf(x: float, y: float, to_x: float, to_y: float) -> list[tuple[float, float]]:
    """A leaf from its stalk to its tip."""
    long, turn = math.hypot(to_x - x, to_y - y), math.atan2(to_y - y, to_x - x)
    above = [(long * step / 24, -0.28 * long * math.sin(math.pi * step / 24)) for step in range(25)]
    below = [(along, -aside) for along, aside in reversed(above)]
    return [_turned(x, y, along, aside, turn) for along, aside in (*above, *below)]


DRAWINGS: dict[str, Callable[[_Scaled], None]] = {
    "engineering": _gear,
    "transport": _lorry,
    "agriculture": _sprout,
    "service": _bell,
    "creative": _palette,
    "digital": _brackets,
    "care": _heart,
}
