"""The locator: in which towns a college, an employer or those of a trade are, as a plain map."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.ui.picture.emblems import Pen
from bot.ui.picture.field import FAR, Box, Field, Point, crowded, lead, room
from bot.ui.picture.letters import Font, fitted, font, plain
from bot.ui.picture.marks import MARK, college, employer
from bot.ui.picture.paper import Colour, Paper, disc, drawn, rounded

WIDTH, HEIGHT = 1080, 1080
HEAD, FOOT = 196, 920
FIELD = Field(20, HEAD + 16, 1060, FOOT - 16)
INK, GREY, WHITE, GROUND, LINE = "#14202e", "#52627a", "#ffffff", "#e9eff6", "#cbd6e4"
TALL = 62
SMALL, LARGE = font(22), font(30, bold=True)
BETWEEN = 10
NEAR = 20  # from a dot: a name within it would seem to be that place's
Mark = Callable[[Paper, Point, str, Colour], None]
Size = Callable[["Spot"], Point]


@dataclass(frozen=True)
class Spot:
    """A place on the map: its name, where it is, how many colleges and employers are there.

    `short` is its name where there is no room for all of it.
    """

    name: str
    longitude: float
    latitude: float
    colleges: int = 0
    employers: int = 0
    short: str = ""


@dataclass(frozen=True)
class Locator:
    """What the map says, in one language; `centres` are there for orientation only.

    A mark that does not stand on the map has no words: `colleges`, `employers`.
    """

    ground: Colour
    above: str
    name: str
    spots: tuple[Spot, ...]
    centres: tuple[Spot, ...]
    colleges: str
    employers: str
    centre: str
    note: str


def locator(told: Locator) -> bytes:
    """Draw it."""
    paper = _ground(tuple((one.longitude, one.latitude) for one in told.centres)).copy()
    _head(paper, told)
    _towns(paper, told)
    _legend(paper, told)
    return paper.png()


def _head(paper: Paper, told: Locator) -> None:
    paper.block((0, 0, WIDTH, HEAD), told.ground)
    paper.lines(fitted(told.above, WIDTH - 100, 46, (34, 30)), (50, 28), WHITE, told.ground)
    name = fitted(told.name, WIDTH - 100, 108, (76, 66, 56, 48, 42), bold=True)
    paper.lines(name, (50, 78), WHITE, told.ground)


# --- the ground, the same for every trade ---


@lru_cache(maxsize=1)
def _ground(centres: tuple[tuple[float, float], ...]) -> Paper:
    """The field with its lines, and the dots of the regional centres."""
    paper = Paper(WIDTH, HEIGHT, WHITE)
    paper.block((0, HEAD, WIDTH, FOOT), GROUND)
    paper.press(drawn(WIDTH, FOOT - HEAD, _graticule), (0, HEAD), LINE, GROUND)
    for x, y in (FIELD.at(*centre) for centre in centres):
        paper.press(disc(16), (x - 8, y - 8), GREY, GROUND)
        paper.press(disc(8), (x - 4, y - 4), GROUND, GREY)
    return paper


def _graticule(pen: Pen, fine: int) -> None:
    """Every fifth meridian and parallel."""
    for longitude in range(45, 91, 5):
        _curve(pen, fine, [(longitude, latitude) for latitude in range(38, 59)])
    for latitude in range(40, 58, 5):
        _curve(pen, fine, [(longitude, latitude) for longitude in range(42, 94)])


def _curve(pen: Pen, fine: int, places: Sequence[tuple[float, float]]) -> None:
    points = [FIELD.at(*place) for place in places]
    pen.line([(x * fine, (y - HEAD) * fine) for x, y in points], 255, 2 * fine)


# --- towns ---


def _towns(paper: Paper, told: Locator) -> None:
    """A flag for each town of the trade; the names of the other centres where there is room."""
    led = flags(told)
    for one, (left, top, _, _) in _names(told, led).items():
        paper.write(one.name, (left + 4, top), SMALL, GREY, GROUND)
    for draw in (_lead, _flag):
        for one, box in led.items():
            draw(paper, one, box)


def flags(told: Locator) -> dict[Spot, Box]:
    """Where the flags of the trade's towns stand."""
    return _places(_outermost_first(told.spots), _flag_size, dots((*told.spots, *told.centres)))


def dots(spots: Sequence[Spot], away: int = 13) -> list[Box]:
    """The dots of places, with a little room around them."""
    return [(x - away, y - away, x + away, y + away) for x, y in map(_at, spots)]


def _names(told: Locator, led: Mapping[Spot, Box]) -> dict[Spot, Box]:
    """Where the names of the centres stand that have no flag."""
    named = {one.name for one in told.spots}
    others = [one for one in told.centres if one.name not in named]
    lines = [dot for one, box in led.items() for dot in lead(_at(one), box)]
    taken = [*dots((*told.spots, *told.centres), NEAR), *led.values(), *lines]
    return _places(others, _name_size, taken, far=2 * NEAR)


def _outermost_first(spots: Sequence[Spot]) -> list[Spot]:
    """Towns at the border of the field have the least room, so they choose first."""
    return sorted(spots, key=lambda one: FIELD.inside(_at(one)))


def _at(one: Spot) -> Point:
    return FIELD.at(one.longitude, one.latitude)


def _places(
    spots: Sequence[Spot], size: Size, taken: Sequence[Box], far: int = FAR
) -> dict[Spot, Box]:
    """Where boxes of these sizes stand, each by its dot, off all others and their lines.

    A whole name stands no farther than `far`; else the short one does instead.
    """
    found: dict[Spot, Box] = {}
    filled = list(taken)
    for one in spots:
        named, box = _placed(one, size, filled, far)
        found[named] = box
        filled += [box, *lead(_at(one), box)]
    return found


def _placed(one: Spot, size: Size, taken: Sequence[Box], far: int) -> tuple[Spot, Box]:
    brief = replace(one, name=one.short or one.name)
    for named, most in ((one, far), (brief, FAR)):
        if box := room(_at(one), size(named), FIELD, taken, most):
            return named, box
    return brief, crowded(_at(one), size(brief), FIELD, taken)


def _flag_size(one: Spot) -> Point:
    marks = bool(one.colleges) + bool(one.employers)
    return 32 + _length(one, LARGE) + marks * (MARK + BETWEEN), TALL


def _name_size(one: Spot) -> Point:
    return _length(one, SMALL) + 8, 29


def _lead(paper: Paper, one: Spot, box: Box) -> None:
    """The town's dot, and a line from it to its flag."""
    x, y = _at(one)
    to_x, to_y = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
    left, top = min(x, to_x) - 4, min(y, to_y) - 4
    ends = [(x - left, y - top), (to_x - left, to_y - top)]
    size = abs(to_x - x) + 8, abs(to_y - y) + 8
    line = drawn(
        *size, lambda pen, fine: pen.line([(a * fine, b * fine) for a, b in ends], 255, 4 * fine)
    )
    paper.press(line, (left, top), INK, GROUND)
    paper.press(disc(24), (x - 12, y - 12), INK, GROUND)


def _flag(paper: Paper, one: Spot, box: Box) -> None:
    """The town's name, and how many colleges and employers there are."""
    left, top, right, bottom = box
    paper.press(rounded(right - left, bottom - top, 16), (left, top), INK, GROUND)
    inner = rounded(right - left - 6, bottom - top - 6, 13)
    paper.press(inner, (left + 3, top + 3), WHITE, INK)
    paper.write(one.name, (left + 16, top + 12), LARGE, INK, WHITE)
    x = left + 16 + _length(one, LARGE) + BETWEEN
    for count, draw in ((one.colleges, college), (one.employers, employer)):
        if count:
            draw(paper, (x, top + 10), str(count), WHITE)
            x += MARK + BETWEEN


def _length(one: Spot, face: Font) -> int:
    return round(face.getlength(plain(one.name)))


def _legend(paper: Paper, told: Locator) -> None:
    """What the marks mean, and how good the positions are."""
    y = FOOT + 16
    x = 50
    for draw, words in ((college, told.colleges), (employer, told.employers)):
        x = _meaning(paper, draw, words, (x, y)) if words else x
    paper.press(disc(20), (x + 11, y + 11), GREY, WHITE)
    paper.press(disc(10), (x + 16, y + 16), WHITE, GREY)
    paper.write(told.centre, (x + MARK + 4, y + 2), font(30), INK, WHITE)
    note = fitted(told.note, WIDTH - 100, 74, (28, 25))
    paper.lines(note, (50, FOOT + 70), GREY, WHITE)


def _meaning(paper: Paper, draw: Mark, words: str, at: Point) -> int:
    """A mark and what it means; gives where the next may stand."""
    draw(paper, at, "", WHITE)
    x, face = at[0] + MARK + 12, font(30)
    paper.write(words, (x, at[1] + 2), face, INK, WHITE)
    return x + round(face.getlength(plain(words))) + 36
