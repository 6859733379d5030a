"""A radar: how strongly each of some interests draws, readable without any colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageDraw

from bot.ui.picture.letters import Lines, fitted, height
from bot.ui.picture.paper import Paper, disc, drawn, rounded

SIDE = 1080
MIDDLE = (SIDE // 2, 570)
REACH, RINGS = 250, 4  # from the middle to the outermost ring, and how many there are
INK, WHITE, LINES = "#14202e", "#ffffff", "#8593a1"
STRIPE, APART = 3, 16  # how wide the stripes inside are, and how far apart
DOT, GAP = 26, 34  # a corner's dot; how far words stand from the outermost ring
WORDS, WIDE = 290, 720  # how wide words are beside it, and above or below it

Place = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """One interest in words, how strongly it draws (0-1), and whether it stands in front."""

    words: str
    value: float
    front: bool


@dataclass(frozen=True)
class Radar:
    """What the radar says: a title, three axes or more, how to read it, and what it is not."""

    title: str
    axes: Sequence[Axis]
    how: str
    hint: str


def radar(told: Radar) -> bytes:
    """Draw it."""
    paper = _web(len(told.axes)).copy()
    top = fitted(told.title, SIDE - 120, 80, (60, 52, 44), bold=True)
    paper.lines(top, (SIDE // 2, 44), INK, WHITE, middle=True)
    paper.press(_area(tuple(axis.value for axis in told.axes)), _corner(), INK, WHITE)
    for at, axis in enumerate(told.axes):
        _dot(paper, axis, _along(at, len(told.axes), REACH * axis.value))
        _words(paper, axis, _along(at, len(told.axes), REACH + GAP))
    _foot(paper, told)
    return paper.png()


def _corner() -> tuple[int, int]:
    return MIDDLE[0] - REACH - DOT, MIDDLE[1] - REACH - DOT


def _along(at: int, count: int, far: float) -> Place:
    """A place on an axis, from the middle; the first axis points up."""
    turn = 2 * math.pi * at / count
    return far * math.sin(turn), -far * math.cos(turn)


@cache
def _web(count: int) -> Paper:
    """The rings and the axes, which are the same for everybody."""
    paper = Paper(SIDE, SIDE, WHITE)
    rings = [REACH * ring / RINGS for ring in range(1, RINGS + 1)]
    corners = [[_along(at, count, ring) for at in range(count)] for ring in rings]

    def draw(pen: ImageDraw.ImageDraw, fine: int) -> None:
        for ring in corners:
            pen.line(_scaled([*ring, ring[0]], fine), fill=255, width=2 * fine)
        for end in corners[-1]:
            pen.line(_scaled([(0, 0), end], fine), fill=255, width=2 * fine)

    paper.press(drawn(_wide(), _wide(), draw), _corner(), LINES, WHITE)
    return paper


def _wide() -> int:
    return 2 * (REACH + DOT)


def _scaled(places: Sequence[Place], fine: int) -> list[Place]:
    off = REACH + DOT
    return [((x + off) * fine, (y + off) * fine) for x, y in places]


def _area(values: tuple[float, ...]) -> Image.Image:
    """The outline between the values, striped inside."""
    places = [_along(at, len(values), REACH * value) for at, value in enumerate(values)]
    inside = Image.new("L", (_wide(), _wide()))
    ImageDraw.Draw(inside).polygon(_scaled(places, 1), fill=255)

    def outline(pen: ImageDraw.ImageDraw, fine: int) -> None:
        pen.line(_scaled([*places, places[0]], fine), fill=255, width=6 * fine, joint="curve")

    return ImageChops.lighter(ImageChops.multiply(inside, _stripes()), drawn(*_box(), outline))


def _box() -> tuple[int, int]:
    return _wide(), _wide()


@cache
def _stripes() -> Image.Image:
    """Slanting stripes, so that the area is seen without colour."""

    def draw(pen: ImageDraw.ImageDraw, fine: int) -> None:
        end = _wide() * fine
        for at in range(-end, end, APART * fine):
            pen.line([(at, end), (at + end, 0)], fill=255, width=STRIPE * fine)

    return drawn(_wide(), _wide(), draw)


def _dot(paper: Paper, axis: Axis, place: Place) -> None:
    """A full dot where the interest stands in front, a ring elsewhere."""
    x, y = round(MIDDLE[0] + place[0]), round(MIDDLE[1] + place[1])
    paper.press(disc(DOT), (x - DOT // 2, y - DOT // 2), INK, WHITE)
    if not axis.front:
        hole = DOT - 12
        paper.press(disc(hole), (x - hole // 2, y - hole // 2), WHITE, INK)


def _words(paper: Paper, axis: Axis, place: Place) -> None:
    """The interest beside the end of its axis; on a dark sign where it stands in front."""
    room = WORDS if abs(place[0]) > 1 else WIDE
    lines = fitted(axis.words, room, 130, (34, 31, 28), bold=axis.front)
    wide = round(max(lines[0].getlength(line) for line in lines[1]))
    middle, top = _beside(place, wide, height(lines))
    if axis.front:
        sign = rounded(wide + 36, height(lines) + 24, 16)
        paper.press(sign, (middle - wide // 2 - 18, top - 14), INK, WHITE)
    ink, on = (WHITE, INK) if axis.front else (INK, WHITE)
    paper.lines(lines, (middle, top), ink, on, middle=True)


def _beside(place: Place, wide: int, tall: int) -> tuple[int, int]:
    """The middle and the top of words that begin where the axis ends, inside the sheet."""
    x, y = place
    sideways = 0 if abs(x) < 1 else math.copysign(wide / 2 + 10, x)
    middle = min(SIDE - wide // 2 - 30, max(wide // 2 + 30, round(MIDDLE[0] + x + sideways)))
    return middle, round(MIDDLE[1] + y - tall * (1 - y / (REACH + GAP)) / 2)


def _foot(paper: Paper, told: Radar) -> None:
    """How to read it, and what it is not."""
    how: Lines = fitted(told.how, SIDE - 120, 76, (26, 24))
    y = paper.lines(how, (SIDE // 2, 956), INK, WHITE, middle=True)
    hint = fitted(told.hint, SIDE - 120, 40, (28, 26, 24), bold=True)
    paper.lines(hint, (SIDE // 2, y + 4), INK, WHITE, middle=True)
