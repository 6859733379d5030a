"""Imagination: how far the words of content/imagination.yaml agree with a person's reading."""

from functools import cache
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

Coded = list[tuple[set[str], str]]  # what a person saw in it, and the text


@cache
def texts() -> dict[str, Coded]:
    """The texts by language, each with what a person saw in it."""
    written = yaml.safe_load((Path(__file__).parent / "imagined.yaml").read_text("utf-8"))
    return {
        language: [({LETTERS[one] for one in codes if one != "-"}, says) for codes, says in lines]
        for language, lines in written.items()
    }


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Agreement on the mark, 0 to 5, by language; and on each sign, over all."""
    marks = [
        Row(f"texts coded twice, {language}", len(texts()[language]), ">=", LEAST)
        for language in LANGUAGES
    ]
    kappas = [
        Row(f"weighted kappa of the mark, {language}", weighted_kappa(*totals(language)), ">=", BAR)
        for language in LANGUAGES
    ]
    return [*marks, *kappas, *(Row(f"  kappa of `{one}`", kappa(one)) for one in FEATURES)]


def totals(language: str) -> tuple[list[int], list[int]]:
    """The marks a person gave, and those the words give."""
    hand, words = both(language)
    return [len(one) for one in hand], [len(one) for one in words]


def both(language: str) -> tuple[list[set[str]], list[set[str]]]:
    """What a person saw in each text, and what the words see."""
    signs = whole().every("imagination", Sign)
    coded = texts()[language]
    return [hand for hand, _ in coded], [set(seen(says, signs)) for _, says in coded]


def kappa(feature: str) -> float:
    """Agreement on whether a sign is there, over all languages, less what chance gives."""
    pairs = [both(language) for language in LANGUAGES]
    hand = [int(feature in one) for pair in pairs for one in pair[0]]
    words = [int(feature in one) for pair in pairs for one in pair[1]]
    return weighted_kappa(hand, words)


def weighted_kappa(one: list[int], other: list[int]) -> float:
    """Cohen's kappa with quadratic weights: 1 for the same marks, 0 for what chance gives.

    One less the mean squared difference of the pairs over that of every mark with every other.
    """
    a, b = np.asarray(one, float), np.asarray(other, float)
    met = ((a - b) ** 2).mean()
    chance = ((a[:, None] - b[None, :]) ** 2).mean()
    return float(1 - met / chance) if chance else 1.0
