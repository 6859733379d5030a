"""The board on which a task is drawn: lines, discs, shapes and words in one ink, and greys."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.ui.picture.letters import font, plain
from bot.ui.picture.paper import Paper

Place = tuple[float, float]
INK, WHITE = "#14202e", "#ffffff"
FULL, DARK, GREY, PALE, NONE = 255, 120, 70, 28, 0  # how much ink: from all to none
FINE = 3  # how much larger it is drawn before it is made small and soft
THICK, THIN = 5, 2.5


@dataclass(frozen=True)
class Words:
    """The few words of the pictures in one language, and its sign before decimals."""

    said: Callable[[str], str]
    point: str

    def number(self, value: float, places: int = 2) -> str:
        """The number with so many decimals, as on drawings."""
        return f"{value:.{places}f}".replace(".", self.point)


class Board:
    """A white sheet; what is drawn later covers what was drawn before, words stand on top."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._large = Image.new("L", (width * FINE, height * FINE))
        self._pen = ImageDraw.Draw(self._large)
        self._words: list[tuple[str, Place, int, bool, bool]] = []

    def line(self, places: Sequence[Place], wide: float = THICK, ink: int = FULL) -> None:
        """A line through these places, its corners and ends round."""
        scaled = [(x * FINE, y * FINE) for x, y in places]
        self._pen.line(scaled, ink, round(wide * FINE), joint="curve")
        for place in (places[0], places[-1]):
            self._round(place, wide / 2, ink)

    def _round(self, place: Place, radius: float, ink: int) -> None:
        x, y = place
        box = [part * FINE for part in (x - radius, y - radius, x + radius, y + radius)]
        self._pen.ellipse(box, fill=ink)

    def disc(self, place: Place, radius: float, fill: int = NONE, wide: float = THICK) -> None:
        """A disc with a border."""
        self._round(place, radius, FULL)
        self._round(place, radius - wide, fill)

    def shape(self, places: Sequence[Place], fill: int, wide: float = THICK) -> None:
        """A shape with a border."""
        self._pen.polygon([(x * FINE, y * FINE) for x, y in places], fill=fill)
        if wide:
            self.line([*places, places[0]], wide)

    def box(self, left: float, top: float, right: float, bottom: float, fill: int = NONE) -> None:
        """A box with a border."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def arrow(self, start: Place, end: Place, wide: float = THICK) -> None:
        """A line with a point at its end."""
        turn = math.atan2(end[1] - start[1], end[0] - start[0])
        self.line([start, end], wide)
        self.point(end, turn, 5 * wide)

    def point(self, end: Place, turn: float, long: float) -> None:
        """The point of an arrow that comes in this direction."""
        sides = [
            (end[0] - long * math.cos(turn + aside), end[1] - long * math.sin(turn + aside))
            for aside in (0.45, -0.45)
        ]
        self.shape([end, *sides], FULL, 0)

    def arc(self, place: Place, radius: float, start: float, end: float) -> None:
        """A bent arrow around a place, from one angle to another, in degrees clockwise."""
        steps = [math.radians(start + (end - start) * step / 24) for step in range(25)]
        path = [(place[0] + radius * math.cos(t), place[1] + radius * math.sin(t)) for t in steps]
        self.line(path, THICK + 1)
        turn = steps[-1] + math.copysign(math.pi / 2, end - start)
        tip = path[-1][0] + 10 * math.cos(turn), path[-1][1] + 10 * math.sin(turn)
        self.point(tip, turn, min(32.0, 12 + radius * 0.3))

    def write(
        self, words: str, place: Place, size: int = 34, *, bold: bool = False, sign: bool = False
    ) -> None:
        """Words with their middle here; on a white sign of their own where lines cross."""
        self._words.append((words, place, size, bold, sign))

    def png(self) -> bytes:
        """The sheet as a file."""
        paper = Paper(self.width, self.height, WHITE)
        paper.press(self._large.reduce(FINE), (0, 0), INK, WHITE)
        for words, place, size, bold, sign in self._words:
            _write(paper, plain(words), place, size, bold=bold, sign=sign)
        return paper.png()


def _write(paper: Paper, words: str, place: Place, size: int, *, bold: bool, sign: bool) -> None:
    face = font(size, bold=bold)
    wide, tall = round(face.getlength(words)), round(size * 1.22)
    left, top = round(place[0] - wide / 2), round(place[1] - tall / 2)
    if sign:
        paper.block((left - 6, top, left + wide + 6, top + tall), WHITE)
    paper.write(words, (left, top), face, INK, WHITE)


def beside(count: int, width: float, edge: float = 0) -> list[float]:
    """The middles of so many things side by side."""
    each = (width - 2 * edge) / count
    return [edge + each * (at + 0.5) for at in range(count)]
