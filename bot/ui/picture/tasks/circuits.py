"""Circuits drawn: lamps are crossed discs, switches are open or closed, a battery feeds them."""

from dataclasses import dataclass
from typing import Literal

from bot.guidance.tasks.circuits import Branch, Circuit, Part, Piece
from bot.ui.picture.tasks.board import FULL, NONE, Board, Place, Words

WIDTH, BRANCH, FOOT = 1000, 124, 110  # the sheet; from branch to branch; room for the battery
EDGE, WIDEST, BETWEEN = 60, 150, 0.45  # to the border; of a piece; between parts, in pieces
LAMP, CONTACT = 32, 8
BATTERY = 26


@dataclass(frozen=True)
class Placed:
    """A lamp, a switch or the battery between two places."""

    kind: Literal["lamp", "switch", "battery"]
    number: int
    whole: bool
    left: Place
    right: Place


@dataclass(frozen=True)
class Laid:
    """The pieces, and the wires; what shares a place is joined."""

    pieces: tuple[Placed, ...]
    wires: tuple[tuple[Place, ...], ...]
    height: int


def laid(circuit: Circuit) -> Laid:
    """The parts from left to right, their branches one above another, the battery below."""
    most = max(len(part) for part in circuit.parts)
    height, middle = most * BRANCH + FOOT + 40, most * BRANCH / 2 + 10
    long = sum(map(_columns, circuit.parts)) + BETWEEN * (len(circuit.parts) + 1)
    piece = min(WIDEST, (WIDTH - 2 * EDGE) / long)
    start = x = WIDTH / 2 - piece * long / 2
    pieces: list[Placed] = []
    wires: list[tuple[Place, ...]] = []
    for part in circuit.parts:
        left, right = x + piece * BETWEEN, x + piece * (BETWEEN + _columns(part))
        wires.append(((x, middle), (left, middle)))
        for at, branch in enumerate(part):
            y = middle + (at - (len(part) - 1) / 2) * BRANCH
            _lay(branch, (left, right), (middle, y), piece, pieces, wires)
        x = right
    end, low = x + piece * BETWEEN, height - FOOT / 2
    feeds = (WIDTH / 2 - BATTERY / 2, low), (WIDTH / 2 + BATTERY / 2, low)
    wires += [((x, middle), (end, middle), (end, low), feeds[1])]
    wires += [((start, middle), (start, low), feeds[0])]
    pieces.append(Placed("battery", 0, True, *feeds))
    return Laid(tuple(pieces), tuple(wires), height)


def _columns(part: Part) -> int:
    return max(len(branch) for branch in part)


def _lay(
    branch: Branch,
    ends: tuple[float, float],
    levels: tuple[float, float],
    piece: float,
    pieces: list[Placed],
    wires: list[tuple[Place, ...]],
) -> None:
    """A branch from the left end to the right one, its pieces at even distances."""
    (left, right), (middle, y) = ends, levels
    each, half = (right - left) / len(branch), min(LAMP, piece * 0.32)
    before: tuple[Place, ...] = tuple(dict.fromkeys([(left, middle), (left, y)]))
    for at, one in enumerate(branch):
        centre = left + each * (at + 0.5)
        wires.append((*before, (centre - half, y)))
        pieces.append(_placed(one, (centre - half, y), (centre + half, y)))
        before = ((centre + half, y),)
    wires.append(tuple(dict.fromkeys([*before, (right, y), (right, middle)])))


def _placed(piece: Piece, left: Place, right: Place) -> Placed:
    return Placed(piece.kind, piece.number, piece.whole, left, right)


def draw(circuit: Circuit, words: Words) -> bytes:
    """Draw it."""
    shown = laid(circuit)
    board = Board(WIDTH, shown.height)
    for wire in shown.wires:
        board.line(wire, 5)
    drawing = {"lamp": _lamp, "switch": _switch, "battery": _battery}
    for one in shown.pieces:
        drawing[one.kind](board, one, is_burnt=one.kind == "lamp" and one.number == circuit.burnt)
    return board.png()


def _lamp(board: Board, one: Placed, *, is_burnt: bool) -> None:
    """A crossed disc with its number above; one that burns out has a flash through it."""
    half, y = (one.right[0] - one.left[0]) / 2, one.left[1]
    x, part = one.left[0] + half, half * 0.7
    board.disc((x, y), half, NONE)
    board.line([(x - part, y - part), (x + part, y + part)], 4)
    board.line([(x - part, y + part), (x + part, y - part)], 4)
    board.write(str(one.number), (x, y - half - 20), 30, bold=True)
    if is_burnt:
        far = half + 16
        board.line([(x - far, y + far), (x + 4, y - 8), (x - 8, y + 6), (x + far, y - far)], 11)


def _switch(board: Board, one: Placed, *, is_burnt: bool) -> None:
    """Two contacts, and a bar that joins them or stands off."""
    del is_burnt
    end = one.right if one.whole else (one.right[0] - 8, one.right[1] - 38)
    board.line([one.left, end], 7)
    for place in (one.left, one.right):
        board.disc(place, CONTACT, FULL)


def _battery(board: Board, one: Placed, *, is_burnt: bool) -> None:
    """A long plate and a short one."""
    del is_burnt
    (left, y), (right, _) = one.left, one.right
    board.line([(left, y - 36), (left, y + 36)], 5)
    board.line([(right, y - 18), (right, y + 18)], 11)
    board.write("+", (left - 30, y - 28), 34, bold=True)
    board.write("−", (right + 30, y - 28), 34, bold=True)
