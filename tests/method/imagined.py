"""Imagination: how far two readers agree, and the words of content/imagination.yaml with both."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import yaml

from bot.guidance.imagination import FEATURES, seen
from bot.guidance.sitting import Instrument
from content.kinds import LANGUAGES
from content.shifts import Sign
from tests.databases import whole
from tests.method.rows import Row

LEAST = 60  # texts a language
BAR = 0.8  # of the weighted kappa
LETTERS = dict(zip("wtsdr", FEATURES, strict=True))

Signs = list[set[str]]  # of each text, in the order of the file


@dataclass(frozen=True)
class Coded:
    """The texts of a language, what each of two readers saw in them, and what the words see."""

    texts: list[str]
    first: Signs
    second: Signs

    @cached_property
    def words(self) -> Signs:
        signs = whole().every("imagination", Sign)
        return [set(seen(text, signs)) for text in self.texts]


@cache
def coded() -> dict[str, Coded]:
    """The texts by language."""
    written = yaml.safe_load((Path(__file__).parent / "imagined.yaml").read_text("utf-8"))
    return {
        language: Coded([says for *_, says in lines], *(_signs(lines, one) for one in (0, 1)))
        for language, lines in written.items()
    }


def _signs(lines: list[list[str]], reader: int) -> Signs:
    return [{LETTERS[one] for one in line[reader] if one != "-"} for line in lines]


PAIRS = (("first", "second"), ("first", "words"), ("second", "words"))


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Agreement of each two on the mark, 0 to 5, by language; of the readers on each sign."""
    marks = [
        Row(f"texts coded twice, {language}", len(coded()[language].texts), ">=", LEAST)
        for language in LANGUAGES
    ]
    kappas = [
        Row(
            f"weighted kappa, {one} and {other}, {language}",
            agreed(language, one, other),
            ">=",
            BAR,
        )
        for one, other in PAIRS
        for language in LANGUAGES
    ]
    return [
        *marks,
        *kappas,
        *(Row(f"  the two readers on `{one}`", kappa(one)) for one in FEATURES),
    ]


def agreed(language: str, one: str, other: str) -> float:
    """Weighted kappa of the marks two of `first`, `second` and `words` give."""
    marks = [[len(signs) for signs in getattr(coded()[language], who)] for who in (one, other)]
    return weighted_kappa(*marks)


def kappa(feature: str) -> float:
    """Agreement of the two readers on whether a sign is there, over all languages."""
    every = coded().values()
    first = [int(feature in signs) for one in every for signs in one.first]
    second = [int(feature in signs) for one in every for signs in one.second]
    return weighted_kappa(first, second)


def weighted_kappa(one: list[int], other: list[int]) -> float:
    """Cohen's kappa with quadratic weights: 1 for the same marks, 0 for what chance gives.

    One less the mean squared difference of the pairs over that of every mark with every other.
    """
    a, b = np.asarray(one, float), np.asarray(other, float)
    met = ((a - b) ** 2).mean()
    chance = ((a[:, None] - b[None, :]) ** 2).mean()
    return float(1 - met / chance) if chance else 1.0
