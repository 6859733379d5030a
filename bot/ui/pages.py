"""Pages: a long list cut to what fits a phone, and the row that turns it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

from bot.ui.intent import Intent
from bot.ui.screen import Button

T = TypeVar("T")
SIZE = 6


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of the things, which page this is, and of how many."""

    things: Sequence[T]
    number: int
    count: int
    total: int


def page(things: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """The page with this number, from 1; a number past the end is the last page."""
    count = max(1, ceil(len(things) / size))
    number = min(max(1, number), count)
    return Page(things[(number - 1) * size : number * size], number, count, len(things))


def turner(shown: Page[T], to: Callable[[int], Intent]) -> list[Button]:
    """`‹  2/9  ›`, where there is more than one page; the ends stay, and stay where they are."""
    if shown.count == 1:
        return []
    before, after = max(1, shown.number - 1), min(shown.count, shown.number + 1)
    facts = {"page": shown.number, "pages": shown.count}
    return [
        Button("page-before", to(before)),
        Button("page", to(shown.number), facts=facts),
        Button("page-after", to(after)),
    ]


def pairs(buttons: Sequence[Button]) -> list[list[Button]]:
    """The buttons two on a row."""
    return [list(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
