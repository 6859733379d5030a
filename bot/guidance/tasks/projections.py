"""Projections: which view is this, how many cubes, which figure belongs to these views.

A figure is stacks of cubes on a square floor: rows from the back to the front, from left to right.
It is looked at from above, its front below on the left, its right side below on the right.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import OFFERED, Option, Told, offered

Asks = Literal["view", "count", "figure"]
Side = Literal["top", "front", "right"]
KINDS: tuple[Asks, ...] = ("view", "count", "figure")
SIDES: tuple[Side, ...] = ("top", "front", "right")
Stacks = tuple[tuple[int, ...], ...]
View = tuple[tuple[bool, ...], ...]  # rows from above downwards
HIGHEST = 3
CUBES = ((4, 7), (8, 12), (13, 20))  # to be counted, by size


@dataclass(frozen=True)
class Blocks:
    """The figure; the side that is asked for; and the views, or figures, to choose from."""

    asks: Asks
    stacks: Stacks
    side: Side = "front"
    views: tuple[View, ...] = ()
    figures: tuple[Stacks, ...] = ()


def make(chance: Random, kind: str, size: int) -> Blocks:
    """A figure of a kind and a size."""
    if kind == "view":
        return _with_views(chance, size)
    if kind == "figure":
        return _with_figures(chance, size)
    least, most = CUBES[size]
    across = 2 if size == 0 else 3
    while True:
        stacks = _drawn(chance, across)
        if least <= sum(map(sum, stacks)) <= most:
            return Blocks("count", stacks)


def _drawn(chance: Random, across: int) -> Stacks:
    """A figure none of whose stacks is hidden."""
    while True:
        stacks = tuple(
            tuple(chance.randint(0, HIGHEST) for _ in range(across)) for _ in range(across)
        )
        if sum(map(sum, stacks)) >= across + 1 and is_clear(stacks):
            return stacks


def _with_views(chance: Random, size: int) -> Blocks:
    """From above; from the front; from the right, which is seen turned."""
    side = SIDES[size]
    while True:
        stacks = _drawn(chance, 3)
        others = _other_views(chance, stacks, side)
        if len(others) == OFFERED - 1:
            views = [look(stacks, side), *others]
            chance.shuffle(views)
            return Blocks("view", stacks, side, tuple(views))


def _other_views(chance: Random, stacks: Stacks, side: Side) -> list[View]:
    """Views that are not this one: its mirror, the other sides, and of figures much like it."""
    seen = look(stacks, side)
    likely = [tuple(row[::-1] for row in seen), *(look(stacks, one) for one in SIDES)]
    changed = [look(one, side) for one in _alike(chance, stacks)]
    found = dict.fromkeys(one for one in (*likely, *changed) if one != seen)
    return list(found)[: OFFERED - 1]


def _with_figures(chance: Random, size: int) -> Blocks:
    """On a floor of two by two; of three by three; and the same, cubes many."""
    across, least = (2 if size == 0 else 3), (0, 0, 11)[size]
    while True:
        stacks = _drawn(chance, across)
        seen, enough = views(stacks), sum(map(sum, stacks)) >= least
        others = [one for one in _alike(chance, stacks) if is_clear(one) and views(one) != seen]
        if enough and len(set(others)) >= OFFERED - 1:
            figures = [stacks, *list(dict.fromkeys(others))[: OFFERED - 1]]
            chance.shuffle(figures)
            return Blocks("figure", stacks, figures=tuple(figures))


def _alike(chance: Random, stacks: Stacks) -> Iterator[Stacks]:
    """Figures that differ in a stack or two, and the figure mirrored."""
    yield tuple(row[::-1] for row in stacks)
    for _ in range(24):
        changed = [list(row) for row in stacks]
        for _ in range(chance.randint(1, 2)):
            row = chance.choice(changed)
            row[chance.randrange(len(row))] = chance.randint(0, HIGHEST)
        yield tuple(map(tuple, changed))


# --- what is seen ---


def look(stacks: Stacks, side: Side) -> View:
    """The view from a side, on a field as high and as wide as can be."""
    if side == "top":
        return tuple(tuple(high > 0 for high in row) for row in stacks)
    return tuple(
        tuple(high >= level for high in _outline(stacks, side)) for level in range(HIGHEST, 0, -1)
    )


def _outline(stacks: Stacks, side: Side) -> list[int]:
    """How high it stands, from left to right as somebody on that side sees it."""
    if side == "front":
        return [max(column) for column in zip(*stacks, strict=True)]
    return [max(row) for row in reversed(stacks)]


def views(stacks: Stacks) -> tuple[View, ...]:
    """All three views."""
    return tuple(look(stacks, side) for side in SIDES)


def is_clear(stacks: Stacks) -> bool:
    """Whether the top of every stack, and every bare tile of the floor, is seen by half at least.

    A stack further to the front hides the left half of a tile, the right half, or both.
    """
    places = [(x, y) for y in range(len(stacks)) for x in range(len(stacks))]
    return all(any(_is_seen(stacks, x, y, half) for half in (0, 1)) for x, y in places)


def _is_seen(stacks: Stacks, x: int, y: int, half: int) -> bool:
    across, high = len(stacks), stacks[y][x]
    for far in range(1, across):
        nearer = ((x + far, y + far), (x + far - 1 + half, y + far - half))
        for column, row in nearer:
            if column < across and row < across and stacks[row][column] >= high + far:
                return False
    return True


# --- the answer ---


def solve(blocks: Blocks) -> Fraction:
    """The number of the view or of the figure, or how many cubes there are."""
    if blocks.asks == "count":
        return Fraction(sum(map(sum, blocks.stacks)))
    if blocks.asks == "view":
        return Fraction(1 + blocks.views.index(look(blocks.stacks, blocks.side)))
    return Fraction(1 + list(map(views, blocks.figures)).index(views(blocks.stacks)))


def options(blocks: Blocks, chance: Random) -> tuple[Option, ...]:
    """The four that are drawn; or numbers, the hidden cubes forgotten, and near."""
    if blocks.asks != "count":
        return tuple(Fraction(at) for at in range(1, OFFERED + 1))
    tops = sum(high > 0 for row in blocks.stacks for high in row)
    count = sum(map(sum, blocks.stacks))
    return offered(chance, Fraction(count), (Fraction(tops), Fraction(count - tops)), Fraction(1))


# --- in words ---


def _heights(stacks: Stacks) -> list[str]:
    return [" ".join(map(str, row)) for row in stacks]


def _squares(view: View) -> list[str]:
    return ["".join("■" if one else "□" for one in row) for row in view]


def told(blocks: Blocks) -> Told:
    """What the picture shows: the heights of the stacks, views as full and empty squares."""
    shown: dict[str, Callable[[], object]] = {
        "stacks": lambda: _heights(blocks.stacks) if blocks.asks != "figure" else [],
        "views": lambda: [_squares(one) for one in blocks.views],
        "asked": lambda: [_squares(one) for one in views(blocks.stacks)],
        "figures": lambda: [_heights(one) for one in blocks.figures],
    }
    return {"side": blocks.side, **{name: tell() for name, tell in shown.items()}}


def why(blocks: Blocks) -> Told:
    """The view that is right; the cubes counted row by row; the views of the right figure."""
    return {
        "side": blocks.side,
        "number": int(solve(blocks)),
        "view": _squares(look(blocks.stacks, blocks.side)),
        "rows": [(list(row), sum(row)) for row in blocks.stacks],
        "asked": [_squares(one) for one in views(blocks.stacks)],
        "outline": [] if blocks.side == "top" else _outline(blocks.stacks, blocks.side),
    }
