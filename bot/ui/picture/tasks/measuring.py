"""Measuring drawn: a part on a ruler, the scales of a caliper, a dimension and measured parts."""

from dataclasses import dataclass
from fractions import Fraction

from bot.guidance.tasks.measuring import SHOWN, Caliper, Fit, Measure, Ruler
from bot.ui.picture.tasks.board import GREY, NONE, PALE, Board, Words, beside

WIDTH, EDGE = 1000, 60
LINE = 230  # where the two scales meet
SEEN, BEFORE = 15, 2  # millimetres of a caliper's scale, and how many of them before its nought


@dataclass(frozen=True)
class Tick:
    """A mark of a scale, and what it stands for; on the vernier, which mark it is."""

    x: float
    stands_for: int


@dataclass(frozen=True)
class Scales:
    """The marks of the main scale, those of the vernier, and the edges of the part."""

    main: tuple[Tick, ...]
    vernier: tuple[Tick, ...] = ()
    edges: tuple[float, ...] = ()


@dataclass(frozen=True)
class Stated:
    """A size with the least and the most it may differ by, and measured parts, as written."""

    size: str
    low: str
    high: str
    parts: tuple[str, ...]


def laid(measure: Ruler | Caliper) -> Scales:
    """Where the marks stand."""
    return _ruler(measure) if isinstance(measure, Ruler) else _caliper(measure)


def _ruler(ruler: Ruler) -> Scales:
    first, wide = int(ruler.starts) // 10 * 10, (WIDTH - 2 * EDGE) / SHOWN
    main = tuple(Tick(EDGE + wide * at, first + at) for at in range(SHOWN + 1))
    edges = tuple(EDGE + wide * float(edge - first) for edge in (ruler.starts, ruler.ends))
    return Scales(main, edges=edges)


def _caliper(caliper: Caliper) -> Scales:
    """Ten divisions of the vernier are nine millimetres long."""
    first, wide = max(0, int(caliper.shows) - BEFORE), (WIDTH - 2 * EDGE) / SEEN
    main = tuple(Tick(EDGE + wide * at, first + at) for at in range(SEEN + 1))
    nought = EDGE + wide * float(caliper.shows - first)
    vernier = tuple(Tick(nought + 0.9 * wide * at, at) for at in range(11))
    return Scales(main, vernier)


def draw(measure: Measure, words: Words) -> bytes:
    """Draw it."""
    if isinstance(measure, Fit):
        return _fit(measure, words)
    if isinstance(measure, Ruler):
        return _on_ruler(laid(measure), words)
    return _read(laid(measure), measure, words)


def _on_ruler(shown: Scales, words: Words) -> bytes:
    board = Board(WIDTH, 400)
    board.box(20, LINE, WIDTH - 20, 372, NONE)
    left, right = shown.edges
    board.box(left, 70, right, LINE - 3, PALE)
    for x in shown.edges:
        board.line([(x, LINE - 30), (x, LINE)], 3)
    for tick in shown.main:
        long = 58 if tick.stands_for % 10 == 0 else 42 if tick.stands_for % 5 == 0 else 26
        board.line([(tick.x, LINE), (tick.x, LINE + long)], 3)
        if tick.stands_for % 10 == 0:
            board.write(str(tick.stands_for), (tick.x, LINE + 86), 36, bold=True)
    board.write(words.said("picture-task-millimetre"), (WIDTH - 60, LINE + 118), 28)
    return board.png()


def _read(shown: Scales, caliper: Caliper, words: Words) -> bytes:
    """The main scale above the line, the vernier below it."""
    board = Board(WIDTH, 470)
    board.box(20, 70, WIDTH - 20, LINE, NONE)
    ends = shown.vernier[0].x - 26, shown.vernier[-1].x + 26
    board.box(ends[0], LINE, ends[1], LINE + 132, PALE)
    for tick in shown.main:
        long = 84 if tick.stands_for % 5 == 0 else 56
        board.line([(tick.x, LINE), (tick.x, LINE - long)], 3)
        if tick.stands_for % 5 == 0:
            board.write(str(tick.stands_for), (tick.x, LINE - 112), 36, bold=True)
    for tick in shown.vernier:
        long = 64 if tick.stands_for % 5 == 0 else 48
        board.line([(tick.x, LINE), (tick.x, LINE + long)], 3)
        if tick.stands_for % 5 == 0:
            board.write(str(tick.stands_for), (tick.x, LINE + 92), 32, bold=True)
    board.write(words.said("picture-task-millimetre"), (WIDTH - 70, 44), 28)
    if caliper.closed:
        closed = f"{words.said('picture-task-closed')}: {signed(caliper.closed, words, 1)}"
        board.write(closed, (WIDTH / 2, 425), 36, bold=True)
    return board.png()


def signed(number: Fraction, words: Words, places: int = 2) -> str:
    """A number with its sign before it, as on drawings."""
    value = float(number)
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{words.number(abs(value), places)}"


def stated(fit: Fit, words: Words) -> Stated:
    """The numbers as they are written on a drawing: signs before deviations, all decimals."""
    parts = tuple(f"Ø {words.number(float(part))}" for part in fit.parts)
    if fit.in_hole:
        low, high = words.number(float(fit.low)), words.number(float(fit.high))
        return Stated(f"Ø {words.number(float(fit.size))}", low, high, parts)
    size = f"Ø {words.number(float(fit.size), 0)}"
    if fit.low == -fit.high:
        return Stated(f"{size} ± {words.number(float(fit.high))}", "", "", parts)
    return Stated(size, signed(fit.low, words), signed(fit.high, words), parts)


def _fit(fit: Fit, words: Words) -> bytes:
    """A shaft with its dimension, or the hole it must go into; below, what was measured."""
    board, shown = Board(WIDTH, 560), stated(fit, words)
    _hole(board, shown, words) if fit.in_hole else _shaft(board, shown)
    for at, (x, part) in enumerate(zip(beside(4, WIDTH, 20), shown.parts, strict=True), 1):
        board.box(x - 105, 400, x + 105, 470, PALE)
        board.disc((x, 370), 30, NONE)
        board.write(str(at), (x, 370), 34, bold=True)
        board.write(part, (x, 436), 38, bold=True)
    board.write(words.said("picture-task-measured"), (WIDTH / 2, 515), 32)
    return board.png()


def _shaft(board: Board, shown: Stated) -> None:
    """A shaft from the side, its diameter with how much more or less it may be."""
    board.box(120, 90, 560, 230, GREY)
    board.line([(90, 160), (590, 160)], 2)
    for y in (90, 230):
        board.line([(560, y), (690, y)], 2)
    board.arrow((660, 160), (660, 92), 3)
    board.arrow((660, 160), (660, 228), 3)
    board.write(shown.size, (760 if shown.low else 830, 160), 44, bold=True)
    board.write(shown.high, (890, 132), 36, bold=True)
    board.write(shown.low, (890, 188), 36, bold=True)


def _hole(board: Board, shown: Stated, words: Words) -> None:
    """A block cut open, its hole in the middle, and the play that is wanted."""
    board.box(120, 60, 480, 120, GREY)
    board.box(120, 200, 480, 260, GREY)
    board.line([(90, 160), (510, 160)], 2)
    board.arrow((300, 160), (300, 122), 3)
    board.arrow((300, 160), (300, 198), 3)
    board.write(f"{words.said('picture-task-hole')} {shown.size}", (740, 130), 38, bold=True)
    play = f"{words.said('picture-task-play')} {shown.low}–{shown.high}"
    board.write(play, (740, 200), 38, bold=True)
