"""Fault finding drawn: numbered blocks in rows and branches, ticks and crosses where measured."""

from dataclasses import dataclass

from bot.guidance.tasks.faults import Chain
from bot.ui.picture.tasks.board import NONE, PALE, Board, Place, Words

WIDTH, LANE = 1000, 150  # the sheet; from branch to branch
EDGE, WIDEST = 30, 130  # to the border; from block to block
TALL, MARK, ABOVE = 34, 22, 64  # half a block's height; a mark's radius, and how far above it is


@dataclass(frozen=True)
class Box:
    """A block on the sheet: its number, its middle, half its width, and how often it broke."""

    block: int
    x: float
    y: float
    half: float
    broke: int = 0


@dataclass(frozen=True)
class Laid:
    """The blocks, the lines between them, and the marks: where, and whether it works there."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[Place, Place], ...]
    marks: tuple[tuple[Place, bool], ...]
    height: int


def laid(chain: Chain) -> Laid:
    """A column for every block on the way, a lane for every branch."""
    depth = {block: len(chain.way(block)) for block in chain.blocks}
    lanes = _lanes(chain)
    each = min(WIDEST, (WIDTH - 2 * EDGE) / (max(depth.values()) + 0.4))
    start = WIDTH / 2 - each * (max(depth.values()) + 0.4) / 2
    boxes = {
        block: Box(
            block,
            start + each * (depth[block] - 0.5),
            130 + LANE * lanes[block],
            each * 0.3,
            chain.broke[block - 1] if chain.broke else 0,
        )
        for block in chain.blocks
    }
    pairs = zip(chain.blocks, chain.before, strict=True)
    lines = [_line(boxes[before], boxes[block]) for block, before in pairs if before]
    ends = set(chain.blocks) - set(chain.before)
    lines += [_out(boxes[block], each) for block in sorted(ends)]
    marks = tuple((_after(boxes[block], each), good) for block, good in chain.marks)
    height = round(190 + LANE * max(lanes.values()) + (40 if chain.broke else 0))
    return Laid(tuple(boxes.values()), tuple(lines), marks, height)


def _lanes(chain: Chain) -> dict[int, float]:
    """The branches one below another, the trunk beside their middle."""
    ends = sorted(set(chain.blocks) - set(chain.before))
    lanes = {
        block: float(lane)
        for lane, end in enumerate(ends)
        for block in chain.way(end)
        if sum(block in chain.way(other) for other in ends) == 1
    }
    return {block: lanes.get(block, (len(ends) - 1) / 2) for block in chain.blocks}


def _line(one: Box, other: Box) -> tuple[Place, Place]:
    return (one.x + one.half, one.y), (other.x - other.half, other.y)


def _out(one: Box, each: float) -> tuple[Place, Place]:
    return (one.x + one.half, one.y), (one.x + one.half + each * 0.36, one.y)


def _after(one: Box, each: float) -> Place:
    """Just behind a block."""
    return one.x + one.half + each * 0.12, one.y


def draw(chain: Chain, words: Words) -> bytes:
    """Draw it."""
    shown = laid(chain)
    board = Board(WIDTH, shown.height)
    for start, end in shown.lines:
        _lead(board, start, end)
    for box in shown.boxes:
        _block(board, box, words)
    for (x, y), good in shown.marks:
        board.line([(x, y), (x, y - ABOVE + MARK)], 3)
        _mark(board, (x, y - ABOVE), good=good)
    return board.png()


def _lead(board: Board, start: Place, end: Place) -> None:
    """A line, bent where the branch is in another lane."""
    if start[1] == end[1]:
        board.line([start, end], 5)
        return
    bend = start[0] + (end[0] - start[0]) * 0.55
    board.line([start, (bend, start[1]), (bend, end[1]), end], 5)


def _block(board: Board, box: Box, words: Words) -> None:
    board.box(box.x - box.half, box.y - TALL, box.x + box.half, box.y + TALL, PALE)
    board.write(str(box.block), (box.x, box.y), 38, bold=True)
    if box.broke:
        board.write(f"× {box.broke}", (box.x, box.y + TALL + 32), 34)


def _mark(board: Board, place: Place, *, good: bool) -> None:
    """A tick where it works, a cross where it does not."""
    (x, y), part = place, MARK * 0.5
    board.disc(place, MARK, NONE, 3)
    if good:
        board.line([(x - part, y), (x - part / 4, y + part * 0.8), (x + part, y - part * 0.8)], 5)
        return
    board.line([(x - part, y - part), (x + part, y + part)], 5)
    board.line([(x - part, y + part), (x + part, y - part)], 5)
