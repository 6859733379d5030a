"""Stage 2: whether the trade somebody is meant for comes into the first five."""

from collections import Counter

import numpy as np

from bot.guidance.choices import SETS
from bot.guidance.matching import FIRST
from bot.guidance.profiles import Profile
from bot.guidance.sitting import Instrument
from tests.method import toy
from tests.method.answering import NOISY, STEADY, Answers
from tests.method.people import Pupil, meant_for_core
from tests.method.rows import Row
from tests.method.sittings import Sat, adaptive, choose

ROUNDS = 8  # of all core trades
WORST = 6  # trades that are told by name


def rows(instrument: Instrument, size: float) -> list[Row]:
    """The core trade in the first five, after stage 1 and after both, and which are missed."""
    rounds = max(1, int(ROUNDS * size))
    before, steady, _ = _found(instrument, STEADY, rounds)
    _, noisy, missed = _found(instrument, NOISY, rounds)
    return [
        *_toy(size),
        Row("core trade in the first five: after stage 1 alone", before),
        Row(f"  after {SETS} sets, steady choices", steady),
        Row(f"  after {SETS} sets, noisy choices", noisy, ">=", 0.70),
        *(Row(f"    found least: {slug}", share) for slug, share in missed),
    ]


def _toy(size: float) -> list[Row]:
    chance, rounds = np.random.default_rng(44), max(4, int(60 * size))
    return [
        Row(f"toy, 8 sets, {name} (design: {told})", toy.found(noise, 8, rounds, chance))
        for name, noise, told in (("steady", STEADY, ".94"), ("noisy", NOISY, ".77"))
    ]


def _found(
    instrument: Instrument, noise: float, rounds: int
) -> tuple[float, float, list[tuple[str, float]]]:
    chance, matcher = np.random.default_rng(42), instrument.matcher
    count = rounds * sum(trade.core for trade in matcher.trades)
    people = meant_for_core(matcher, instrument.reference, count, chance)
    sat = [adaptive(instrument.reference, Answers(one.leanings, chance)) for one in people]
    before = [_hit(matcher.fits(s.belief.means), one) for s, one in zip(sat, people, strict=True)]
    for s, one in zip(sat, people, strict=True):
        choose(matcher, s, one, SETS, noise, chance)
    after = [_hit(_scores(instrument, s), one) for s, one in zip(sat, people, strict=True)]
    hits = Counter(one.mind for one, hit in zip(people, after, strict=True) if hit)
    least = sorted({one.mind for one in people}, key=lambda mind: hits[mind])[:WORST]
    named = [(matcher.trades[mind].slug, hits[mind] / rounds) for mind in least]
    return float(np.mean(before)), float(np.mean(after)), named


def _scores(instrument: Instrument, sat: Sat) -> list[float]:
    return instrument.matcher.scores(sat.belief.means, sat.wishes)


def _hit(scores: Profile, pupil: Pupil) -> bool:
    return sum(score > scores[pupil.mind] for score in scores) < FIRST
