"""Levers drawn: a beam on a pivot, a mark at every step, weights that hang from it."""

from dataclasses import dataclass

from bot.guidance.tasks.levers import Lever
from bot.ui.picture.tasks.board import FULL, GREY, NONE, PALE, Board, Words

WIDTH = 1000
EDGE, ABOVE = 90, 14  # to the border; how thick the beam is
HIGH, LOW = 90, 210  # where the beam lies: with nothing above it, or a hand
WIDE, TALL, ROPE = 62, 66, 104


@dataclass(frozen=True)
class Hung:
    """A weight on the sheet, by the middle of its rope; without a number it is sought."""

    x: float
    weight: int | None


@dataclass(frozen=True)
class Laid:
    """The beam, the pivot, a step, the marks, the weights, and the hand that lifts, if one does."""

    beam: float
    pivot: float
    step: float
    marks: tuple[float, ...]
    hung: tuple[Hung, ...]
    hand: float | None


def laid(lever: Lever) -> Laid:
    """Where everything stands: a step of the beam is the same everywhere."""
    places = [load.place for load in lever.loads] + [lever.sought, 0]
    least, most = min(*places, -1 if lever.asks != "lift" else 0), max(*places, 1)
    step = min((WIDTH - 2 * EDGE) / (most - least), 120.0)
    pivot = WIDTH / 2 - (most + least) / 2 * step
    hung = [Hung(pivot + load.place * step, load.weight) for load in lever.loads]
    hand = pivot + lever.sought * step if lever.asks == "lift" else None
    if lever.asks == "weight":
        hung.append(Hung(pivot + lever.sought * step, None))
    marks = tuple(pivot + at * step for at in range(least, most + 1))
    return Laid(HIGH if hand is None else LOW, pivot, step, marks, tuple(hung), hand)


def draw(lever: Lever, words: Words) -> bytes:
    """Draw it."""
    shown = laid(lever)
    board = Board(WIDTH, round(shown.beam) + 270)
    _beam(board, shown)
    unit = words.said("picture-task-newton" if lever.asks == "lift" else "picture-task-kilogram")
    for one in shown.hung:
        _weight(board, shown, one, unit)
    if shown.hand is not None:
        board.arrow((shown.hand, shown.beam - 12), (shown.hand, shown.beam - 130), 8)
        board.write("?", (shown.hand, shown.beam - 160), 54, bold=True)
    return board.png()


def _beam(board: Board, shown: Laid) -> None:
    """The beam, its marks with their numbers above, and the pivot under it."""
    left, right = shown.marks[0] - 24, shown.marks[-1] + 24
    board.box(left, shown.beam, right, shown.beam + ABOVE, GREY)
    for x in shown.marks:
        board.line([(x, shown.beam - 12), (x, shown.beam + ABOVE + 4)], 4)
        far = round(abs(x - shown.pivot) / shown.step)
        if shown.hand is None or abs(x - shown.hand) > 1:
            board.write(str(far), (x, shown.beam - 38), 32)
    top, x = shown.beam + ABOVE, shown.pivot
    board.shape([(x, top), (x - 44, top + 92), (x + 44, top + 92)], FULL)
    board.line([(x - 70, top + 96), (x + 70, top + 96)], 7)


def _weight(board: Board, shown: Laid, one: Hung, unit: str) -> None:
    """A rope and a weight with its number; the one that is sought has a dashed border."""
    top = shown.beam + ABOVE + ROPE
    board.line([(one.x, shown.beam + ABOVE), (one.x, top)], 4)
    board.box(one.x - WIDE / 2, top, one.x + WIDE / 2, top + TALL, PALE if one.weight else NONE)
    said = "?" if one.weight is None else str(one.weight)
    board.write(said, (one.x, top + TALL / 2), 36 if one.weight else 48, bold=True)
    board.write(unit, (one.x, top + TALL + 26), 28)
