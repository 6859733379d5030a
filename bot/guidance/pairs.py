"""Pairs: of two things to do one is chosen, and so the five objects of work that draw most.

The young mode, for grades 5-7. The objects are Klimov's: nature, technics, people, signs, art. Each
stands in eight of the twenty pairs, each two of them meet twice, in other words: how often the same
one was chosen both times tells whether the choices tell anything. Somebody who chooses at random
is alike in eight of ten or more with a probability of 56/1024. Source: docs/method.md, "Young".
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol, TypeVar

Leaning = Literal["clear", "few", "astray", "even"]

ALIKE = 0.8  # of the objects that met twice, the least share chosen alike
TWICE = 7  # of the ten that meet twice, the least that must have done so
TOGETHER = 3  # objects in front together at most; four or five are no direction


@dataclass(frozen=True)
class Chosen:
    """The object that was chosen, and the one that was left."""

    taken: str
    left: str


@dataclass(frozen=True)
class Leanings:
    """How often each object was chosen (0-8), and of those that met twice how many alike."""

    counts: Mapping[str, int]
    alike: int
    twice: int

    @cached_property
    def order(self) -> list[tuple[str, ...]]:
        """The objects, those chosen most first, those chosen equally often together."""
        levels: dict[int, list[str]] = defaultdict(list)
        for one, count in self.counts.items():
            levels[count].append(one)
        return [tuple(levels[count]) for count in sorted(levels, reverse=True)]

    @property
    def verdict(self) -> Leaning:
        """What keeps the choices from telling something; `clear` where nothing does."""
        if self.twice < TWICE:
            return "few"
        if self.alike < ALIKE * self.twice:
            return "astray"
        return "even" if len(self.order[0]) > TOGETHER else "clear"


def leanings(choices: Sequence[Chosen], objects: Sequence[str]) -> Leanings:
    """What the choices come to; their order does not matter."""
    counted = Counter(choice.taken for choice in choices)
    met: dict[frozenset[str], list[str]] = defaultdict(list)
    for choice in choices:
        met[frozenset((choice.taken, choice.left))].append(choice.taken)
    again = [taken for taken in met.values() if len(taken) > 1]
    alike = sum(len(set(taken)) == 1 for taken in again)
    return Leanings({one: counted[one] for one in objects}, alike, len(again))


class Worked(Protocol):
    """A profession, by what it works with and where it belongs."""

    @property
    def klimov(self) -> str: ...

    @property
    def direction(self) -> str: ...


P = TypeVar("P", bound=Worked)


def worth_a_look(professions: Sequence[P], objects: Sequence[str], most: int) -> list[P]:
    """Professions of these objects in turn; of each first one of a direction not shown yet."""
    chosen: list[P] = []
    for at in range(most):
        shown = Counter(one.direction for one in chosen)
        wanted = objects[at % len(objects)]
        left = [one for one in professions if one.klimov == wanted and one not in chosen]
        chosen += sorted(left, key=lambda one: shown[one.direction])[:1]
    return chosen
