"""Imagination: what an imagined working day tells of, 0 to 5; for whoever wrote it, no one else.

A point each for people, a tool, steps, what is hard, and a reason: whether they are there, never
whether they are right. The words are in content/imagination.yaml; docs/method.md says how far two
readings agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.guidance.growth import came_forward
from bot.guidance.phrases import Phrases
from content.shifts import Sign

Feature = Literal["who", "tool", "step", "difficulty", "reason"]
FEATURES: tuple[Feature, ...] = ("who", "tool", "step", "difficulty", "reason")


@dataclass(frozen=True)
class Growth:
    """How a day was imagined at first and lately, and what came to it."""

    first: int
    latest: int
    added: Sequence[str]


def seen(words: str, signs: Sequence[Sign]) -> tuple[str, ...]:
    """What these words tell of, in the order of the signs; their number is the mark, 0 to 5."""
    looked = _looked(tuple(signs))
    return tuple(slug for slug, (one, least) in looked.items() if len(one.found(words)) >= least)


@lru_cache(maxsize=4)
def _looked(signs: tuple[Sign, ...]) -> Mapping[str, tuple[Phrases, int]]:
    """What is looked for, by sign, and how many different ones it takes."""
    return {sign.slug: (Phrases(sign.words), sign.least) for sign in signs}


def growth(marks: Sequence[Sequence[str]]) -> Growth | None:
    """What moved between the first entry and the latest; nothing can be said of a single one."""
    if len(marks) < 2:
        return None
    first, latest = marks[0], marks[-1]
    return Growth(len(first), len(latest), came_forward(first, latest))
