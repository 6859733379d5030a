"""Alike, but: trades near a trade, each with what it has more of."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Traits = Mapping[str, int]
ENOUGH = 5
NEAR = 0.35  # cosine from which two trades are told to be alike at all


@dataclass(frozen=True)
class Alike:
    """A trade near another one, and the trait it has clearly more of."""

    slug: str
    but: str
    likeness: float


def alike(traits: Traits, others: Mapping[str, Traits]) -> list[Alike]:
    """Up to five trades like this one, each with another difference, the likest first.

    `traits` and `others` are trade features, 0 to 3 each, missing ones 0. Likeness is the cosine of
    the two vectors, 0 to 1; the difference is the trait with the largest gain (2 or more).
    """
    near = sorted(_near(traits, others), key=lambda one: -one.likeness)
    differing = {one.but: one for one in reversed(near)}
    return sorted(differing.values(), key=lambda one: -one.likeness)[:ENOUGH]


def _near(traits: Traits, others: Mapping[str, Traits]) -> Iterable[Alike]:
    for slug, theirs in others.items():
        gain, but = max((score - traits.get(trait, 0), trait) for trait, score in theirs.items())
        likeness = cosine(traits, theirs)
        if gain >= 2 and likeness >= NEAR:
            yield Alike(slug, but, likeness)


def cosine(one: Traits, other: Traits) -> float:
    """How alike two vectors of trade features point, 0 to 1; 0 where one is empty."""
    both = sum(score * other.get(trait, 0) for trait, score in one.items())
    size = math.hypot(*one.values()) * math.hypot(*other.values())
    return both / size if size else 0.0
