"""Care: who is told a broad profile, and who should be."""

from collections.abc import Sequence

import numpy as np

from bot.guidance.care import verdict
from bot.guidance.sitting import Instrument
from tests.method.answering import Answers, Careless, Same
from tests.method.people import leanings
from tests.method.rows import Row
from tests.method.sittings import Sat, adaptive, fixed

PEOPLE = 3000
LEVELS = 0.7  # how much flat pupils differ in how they like everything


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Caught and falsely caught, by kind of answering."""
    chance, count = np.random.default_rng(45), int(PEOPLE * size)
    reference = instrument.reference
    drawn = leanings(reference, count, chance).tolist()
    honest = [adaptive(reference, Answers(one, chance)) for one in drawn]
    careless = [adaptive(reference, Careless(chance)) for _ in range(count)]
    same = [adaptive(reference, Same(1 + at % 5)) for at in range(50)]
    levels = chance.normal(0, LEVELS, count)
    flat = [adaptive(reference, Answers([3 + level] * 6, chance)) for level in levels]
    usual = np.asarray(reference.means)
    plain = [adaptive(reference, Answers((usual + level).tolist(), chance)) for level in levels]
    long = [fixed(reference, Careless(chance), 5) for _ in range(count)]
    fair = [fixed(reference, Answers(one, chance), 5) for one in drawn]
    return [
        Row("careless caught at 20 items", _share(careless, "careless", "flat"), ">=", 0.75),
        Row("  by straying alone", _share(careless, "careless")),
        Row("  at 30 items", _share(long, "careless", "flat")),
        Row("honest called careless at 20 items", _share(honest, "careless"), "<=", 0.05),
        Row("  at 30 items", _share(fair, "careless"), "<=", 0.05),
        Row("honest called flat", _share(honest, "flat")),
        Row("always the same answer caught", _share(same, "constant"), ">=", 1.0),
        Row("truly flat (likes all six alike) told so", _share(flat, "flat")),
        Row("likes what everybody likes, told flat", _share(plain, "flat")),
    ]


def _share(sat: Sequence[Sat], *kinds: str) -> float:
    told = [verdict(len(one.given), one.given, one.belief.means) for one in sat]
    return float(np.mean([each in kinds for each in told]))
