"""What people type and what they mean by it: the written queries, and who judges an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.search import Found

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Query:
    """Typed words, how they are written, and what is meant: things (any is right), a region."""

    words: str
    language: str
    twist: str
    things: tuple[str, ...]
    wanted: str
    region: str

    def rank(self, found: Found) -> int:
        """Which guess is right, from 1; 0 for none. A place must be understood as well."""
        if found.region != self.region:
            return 0
        if not self.things:
            return int(not found.guesses and found.wanted == self.wanted)
        told = [f"{guess.kind}/{guess.slug}" for guess in found.guesses]
        return min((told.index(thing) + 1 for thing in self.things if thing in told), default=0)


def queries(file: str) -> list[Query]:
    """All queries of a file, `queries` or `held_out`."""
    return [
        _query(words, language, twist, means)
        for language, twists in _read(file).items()
        for twist, asked in twists.items()
        for words, means in asked.items()
    ]


def nonsense() -> list[str]:
    """What must be answered with "nothing found"."""
    return [words for asked in _read("nonsense").values() for words in asked]


def _query(words: str, language: str, twist: str, means: str) -> Query:
    """`professions/cook or professions/baker in almaty`, `colleges in almaty`, `in almaty`."""
    what, _, region = f" {means}".rpartition(" in ") if " in " in f" {means}" else (means, "", "")
    named = tuple(what.replace(" or ", " ").split())
    things = tuple(one for one in named if "/" in one)
    return Query(words, language, twist, things, "" if things else "".join(named), region)


def _read(file: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HERE / f"{file}.yaml").read_text("utf-8"))
    return read


def misses(asked: list[Query], found: list[Found], top: int) -> Iterator[str]:
    """What was meant and not found among so many guesses, a line each."""
    for query, answer in zip(asked, found, strict=True):
        if not 1 <= query.rank(answer) <= top:
            told = ", ".join(f"{one.kind}/{one.slug} {one.score:.2f}" for one in answer.guesses)
            place = f" in {answer.region}" if answer.region else ""
            yield f"{query.words}: {answer.wanted} {told or 'nothing'}{place}"
