"""Projections drawn: cubes from above, and flat views beside them."""

from dataclasses import dataclass
from typing import Literal

from bot.guidance.tasks.projections import HIGHEST, SIDES, Blocks, Stacks, View, views
from bot.ui.picture.tasks.board import DARK, GREY, NONE, PALE, Board, Place, Words, beside

WIDTH = 1000
ACROSS = 0.866  # how far a step to the right goes across; it goes half as far down
Face = Literal["floor", "top", "front", "right"]
SHADES: dict[Face, int] = {"floor": NONE, "top": NONE, "front": PALE, "right": GREY}


@dataclass(frozen=True)
class Drawn:
    """A face of a cube, or a tile of the floor: its corners on the sheet."""

    kind: Face
    corners: tuple[Place, ...]


def laid(stacks: Stacks, middle: Place, unit: float) -> list[Drawn]:
    """The faces of a figure, those further away first; the floor's middle is at this place."""
    half = len(stacks) / 2

    def at(x: float, y: float, z: float) -> Place:
        x, y = x - half, y - half
        return (middle[0] + (x - y) * ACROSS * unit, middle[1] + ((x + y) / 2 - z) * unit)

    def face(kind: Face, *corners: tuple[float, float, float]) -> Drawn:
        return Drawn(kind, tuple(at(*corner) for corner in corners))

    drawn: list[Drawn] = []
    for y, row in enumerate(stacks):
        for x, high in enumerate(row):
            tile = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
            drawn.append(face("floor", *((a, b, 0) for a, b in tile)))
            for z in range(high):
                near, far = (x, y + 1), (x + 1, y + 1)
                drawn.append(face("front", (*near, z), (*far, z), (*far, z + 1), (*near, z + 1)))
                side = (x + 1, y)
                drawn.append(face("right", (*side, z), (*far, z), (*far, z + 1), (*side, z + 1)))
            if high:
                drawn.append(face("top", *((a, b, high) for a, b in tile)))
    return drawn


def draw(blocks: Blocks, words: Words) -> bytes:
    """Draw it."""
    if blocks.asks == "figure":
        return _figures(blocks, words)
    if blocks.asks == "count":
        board = Board(WIDTH, 620)
        _figure(board, blocks.stacks, (WIDTH / 2, 440), 86)
        return board.png()
    board = Board(WIDTH, 800)
    _figure(board, blocks.stacks, (WIDTH / 2, 394), 68)
    _asked(board, blocks, words)
    for at, (x, view) in enumerate(zip(beside(4, WIDTH, 20), blocks.views, strict=True), 1):
        _view(board, view, (x, 650), 46)
        board.write(str(at), (x, 764), 40, bold=True)
    return board.png()


def _figure(board: Board, stacks: Stacks, middle: Place, unit: float) -> None:
    for one in laid(stacks, middle, unit):
        wide = 2 if one.kind == "floor" else 4
        board.shape(one.corners, SHADES[one.kind], wide)


def _asked(board: Board, blocks: Blocks, words: Words) -> None:
    """An arrow from the side that is asked for."""
    ends: dict[str, tuple[Place, Place, Place]] = {
        "top": ((500, 6), (500, 80), (640, 34)),
        "front": ((230, 520), (360, 445), (190, 455)),
        "right": ((770, 520), (640, 445), (810, 455)),
    }
    start, end, said = ends[blocks.side]
    board.arrow(start, end, 9)
    board.write(words.said(f"picture-task-{blocks.side}"), said, 36, bold=True)


def _view(board: Board, view: View, middle: Place, unit: float) -> None:
    """Squares on a field, full where there is something."""
    rows, columns = len(view), len(view[0])
    left, top = middle[0] - columns * unit / 2, middle[1] - rows * unit / 2
    for row, cells in enumerate(view):
        for column, full in enumerate(cells):
            x, y = left + column * unit, top + row * unit
            board.box(x, y, x + unit, y + unit, DARK if full else NONE)


def _figures(blocks: Blocks, words: Words) -> bytes:
    """Three views above, four figures below."""
    board = Board(WIDTH, 720)
    for x, side, view in zip(beside(3, WIDTH, 60), SIDES, views(blocks.stacks), strict=True):
        board.write(words.said(f"picture-task-{side}"), (x, 36), 34, bold=True)
        _view(board, view, (x, 64 + HIGHEST * 25), 50)
    board.line([(30, 246), (WIDTH - 30, 246)], 2)
    unit = 41 if len(blocks.stacks) == HIGHEST else 54
    for at, (x, stacks) in enumerate(zip(beside(4, WIDTH, 0), blocks.figures, strict=True), 1):
        _figure(board, stacks, (x, 530), unit)
        board.write(str(at), (x, 680), 42, bold=True)
    return board.png()
