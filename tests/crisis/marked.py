"""Marked lines: what people may write in trouble and on an ordinary day, and how much is heard.

`tuned` and `tuned_later` are what the lists in content/alarms were made with; `held_out` was
labelled before that, and never tuned on. `untuned` was written after them, indirect on purpose: it
has no bar, and tells how much of what nobody thought of is heard. So does `indirect`, one half of
120 lines more; with the other half, `indirect_learned`, the lists were widened.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import yaml
from pydantic import BaseModel

from bot.guidance import alarm
from content.kinds import LANGUAGES, Text, Thing
from content.shifts import Alarm
from tests.databases import whole

HERE = Path(__file__).parent
SETS = ("tuned", "tuned_later", "held_out")
LEARNED, NEVER = "indirect_learned", ("untuned", "indirect")  # widened with; never tuned on
EVERYDAY = "everyday"
TALK = ("professions", "missions", "games", "answers", "programmes", "voices")
RECALL, FALSE, OF_THE_CATALOGUE, MEDIAN = 0.98, 0.03, 0.001, 0.001  # the bars; the last in seconds


@dataclass(frozen=True)
class Line:
    """A line as somebody may write it: of which kind it is, and in which writing."""

    kind: str
    writing: str
    words: str

    @property
    def is_call(self) -> bool:
        """Whether it tells of trouble."""
        return self.kind != EVERYDAY


@cache
def lines(of: str) -> tuple[Line, ...]:
    """The lines of a set."""
    told = yaml.safe_load((HERE / f"{of}.yaml").read_text("utf-8"))
    return tuple(
        Line(kind, writing, words)
        for kind, writings in told.items()
        for writing, every in writings.items()
        for words in every
    )


@cache
def alarms() -> tuple[Alarm, ...]:
    """The alarms as `content/` has them."""
    return whole().every("alarms", Alarm)


def is_heard(words: str) -> bool:
    """Whether the bot takes them for a call for help."""
    return alarm.is_heard(words, whole())


@cache
def of_the_catalogue() -> tuple[str, ...]:
    """Every sentence of the catalogue: all of it is talk of trades, dangerous ones too."""
    things = (thing for kind in TALK for thing in whole().every(kind, Thing))
    texts = (text for thing in things for text in _texts(thing))
    return tuple({one.strip() for text in texts for one in re.split(r"(?<=[.!?])\s+", text)})


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, Text):
        yield from (part[language] for language in LANGUAGES)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)


def share_heard(some: list[str]) -> float:
    """The share of these words that is taken for a call for help, 0 to 1."""
    return sum(map(is_heard, some)) / len(some)


def recall(of: str) -> float:
    """The share of a set's calls for help that is heard."""
    return share_heard([line.words for line in lines(of) if line.is_call])


def false(of: str) -> float:
    """The share of a set's everyday lines that is taken for a call for help."""
    return share_heard([line.words for line in lines(of) if not line.is_call])


def typical(of: str) -> float:
    """The median of the seconds it takes to listen to a line."""
    is_heard("")
    return median(_seconds(line.words) for line in lines(of))


def _seconds(words: str) -> float:
    begun = time.perf_counter()
    is_heard(words)
    return time.perf_counter() - begun
