"""Bands: whether what is stated comes true so often."""

import numpy as np

from bot.guidance.choices import SETS
from bot.guidance.matching import FIRST, STRONG, TRY
from bot.guidance.sitting import Instrument
from tests.method.answering import NOISY, STEADY, Answers
from tests.method.people import pupils, truth
from tests.method.rows import Row
from tests.method.sittings import adaptive, choose

PEOPLE = 1000


def rows(instrument: Instrument, size: float) -> list[Row]:
    """How often a trade is truly among the first five, by how often the draws said so."""
    stated, true = _stated(instrument, int(PEOPLE * size))
    near = true[(stated >= 0.55) & (stated < 0.65)].mean()
    return [
        Row("a stated .6 (.55 to .65) comes true", near, ">=", 0.55),
        Row("  and not more often than", near, "<=", 0.65),
        Row("a strong match comes true", true[stated >= STRONG].mean()),
        Row("worth a try comes true", true[(stated >= TRY) & (stated < STRONG)].mean()),
        Row("strong matches a pupil", (stated >= STRONG).sum() / int(PEOPLE * size)),
    ]


def _stated(instrument: Instrument, count: int) -> tuple[np.ndarray, np.ndarray]:
    chance, matcher = np.random.default_rng(43), instrument.matcher
    stated: list[float] = []
    true: list[bool] = []
    for number, one in enumerate(pupils(matcher, instrument.reference, count, chance)):
        sat = adaptive(instrument.reference, Answers(one.leanings, chance))
        choose(matcher, sat, one, SETS, (STEADY, NOISY)[number % 2], chance)
        hits = matcher.hits(sat.belief, sat.wishes, str(number))
        first = np.argsort(-truth(matcher, one))[:FIRST]
        named = {matcher.trades[at].slug for at in first}
        stated += hits.values()
        true += [slug in named for slug in hits]
    return np.asarray(stated), np.asarray(true)
