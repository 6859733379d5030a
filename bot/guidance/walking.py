"""Walking: the way somebody takes through a shift, and what that way tells.

A way is kept as the choices made, `scene-number` with spaces between; numbers begin at 0. What is
no longer in the mission is passed over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from bot.guidance.folding import fold
from content.kinds import Text
from content.shifts import Choice, Mission, Scene, Touches


@dataclass(frozen=True)
class Tried:
    """A shift somebody played, when, and what they liked there."""

    shift: Text
    when: datetime
    liked: Text | None


@dataclass(frozen=True)
class Tally:
    """Of the decisions about one thing, how many were sound."""

    about: Touches
    sound: int
    total: int


def further(path: str, scene: str, number: int) -> str:
    """The way with this choice at its end."""
    return f"{path} {scene}-{number}".strip()


def taken(mission: Mission, path: str) -> list[Choice]:
    """The choices of this way."""
    return [choice for step in path.split() for choice in _choice(mission, step)]


def _choice(mission: Mission, step: str) -> Iterator[Choice]:
    slug, _, number = step.rpartition("-")
    scene = mission.by_scene.get(slug)
    if scene and int(number) < len(scene.choices):
        yield scene.choices[int(number)]


def tallies(mission: Mission, path: str) -> list[Tally]:
    """The decisions of this way, by what they were about."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for choice in taken(mission, path):
        counted[choice.touches].append(choice.sound)
    every: Sequence[Touches] = get_args(Touches)
    return [Tally(one, sum(counted[one]), len(counted[one])) for one in every if counted[one]]


def meant(scene: Scene, words: str) -> int | None:
    """The choice somebody types: its number from 1, or what is written on its button."""
    said = fold(words)
    for number, choice in enumerate(scene.choices):
        if said in (
            str(number + 1),
            fold(choice.says.kk),
            fold(choice.says.ru),
            fold(choice.says.en),
        ):
            return number
    return None


def liked(missions: Iterable[tuple[Mission, int | None]]) -> list[tuple[str, int]]:
    """The trades that what they liked leads to, those named most often first."""
    counted: dict[str, int] = defaultdict(int)
    for mission, number in missions:
        if number is not None and number < len(mission.liked):
            for trade in mission.liked[number].professions:
                counted[trade] += 1
    return sorted(counted.items(), key=lambda pair: -pair[1])
