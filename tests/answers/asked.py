"""What people ask, and who judges an answer: the sets of questions in this folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import yaml

from bot.guidance.answers import Understood

HERE = Path(__file__).parent
SETS = ("tuned", "developed", "held_out")


@dataclass(frozen=True)
class Question:
    """A question, its language, and what must answer it; nothing where it must be refused."""

    words: str
    language: str
    sources: tuple[str, ...]
    about: str = ""

    def is_right(self, told: Understood) -> bool:
        """Whether it was answered by the right source, or refused."""
        if self.sources:
            return told.kind in self.sources or any(
                _holds(one, told.source) for one in self.sources
            )
        return told.kind == "refusal"

    def is_named(self, told: Understood) -> bool:
        """Whether what a refusal is about was understood as well."""
        return told.about.startswith(self.about)


def _holds(path: str, told: str) -> bool:
    """Whether it is this source, or a page of its card."""
    return told == path or told.startswith(f"{path}/")


def answerable(name: str) -> list[Question]:
    """The questions of a set that a source answers."""
    return [
        Question(words, language, tuple(source.split(" or ")))
        for words, language, source in _lines(name, "answerable")
    ]


def unanswerable(name: str) -> list[Question]:
    """The questions of a set that no source answers."""
    return [
        Question(words, language, (), what.partition(" ")[2])
        for words, language, what in _lines(name, "unanswerable")
    ]


def _lines(name: str, part: str) -> Iterator[tuple[str, str, str]]:
    for language, asked in _read(name)[part].items():
        for words, means in asked.items():
            yield words, language, means


@lru_cache
def _read(name: str) -> dict[str, dict[str, dict[str, str]]]:
    """The set of this name: by part, then by language, the words and what they mean."""
    return cast(
        "dict[str, dict[str, dict[str, str]]]",
        yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8")),
    )
