"""Stage 1: twenty items that are chosen against thirty that are not."""

from collections.abc import Sequence

import numpy as np

from bot.guidance.care import means
from bot.guidance.matching import FIRST, Matcher
from bot.guidance.profiles import LETTERS
from bot.guidance.sitting import Instrument
from tests.method.answering import Answers
from tests.method.people import Pupil, pupils
from tests.method.rows import Row
from tests.method.sittings import Sat, adaptive, fixed

CLOSE = 0.02
EACH = 5  # items of every letter in the long form: thirty
PEOPLE = 3000


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Hits of the first letter and of the first five trades, short and adaptive against long."""
    chance = np.random.default_rng(41)
    people = pupils(instrument.matcher, instrument.reference, int(PEOPLE * size), chance)
    reference = instrument.reference
    short = [adaptive(reference, Answers(one.leanings, chance)) for one in people]
    long = [fixed(reference, Answers(one.leanings, chance), EACH) for one in people]
    matcher = instrument.matcher
    letters = [_letters(people, [s.belief.means for s in sat]) for sat in (short, long)]
    trades = [_trades(matcher, people, [s.belief.means for s in sat]) for sat in (short, long)]
    plain_letters = _letters(people, [means(s.given) for s in long])
    plain_trades = _trades(matcher, people, [means(s.given) for s in long])
    return [
        Row("items asked, adaptive, mean", _length(short), "<=", 20),
        Row("first letter right, adaptive", letters[0], ">=", round(plain_letters - CLOSE, 3)),
        Row("  30 fixed, plain sums", plain_letters),
        Row("  30 fixed, with the belief", letters[1]),
        Row("first five trades shared, adaptive", trades[0], ">=", round(plain_trades - CLOSE, 3)),
        Row("  30 fixed, plain sums", plain_trades),
        Row("  30 fixed, with the belief", trades[1]),
    ]


def _length(sat: Sequence[Sat]) -> float:
    return float(np.mean([len(one.given) for one in sat]))


def _letters(people: Sequence[Pupil], found: Sequence[Sequence[float]]) -> float:
    """How often the letter that is truly first is found first."""
    pairs = zip(people, found, strict=True)
    return float(np.mean([_first(one.means) == _first(guess) for one, guess in pairs]))


def _first(means: Sequence[float]) -> str:
    return LETTERS[int(np.argmax(means))]


def _trades(matcher: Matcher, people: Sequence[Pupil], found: Sequence[Sequence[float]]) -> float:
    """The share of the five trades whose interests truly fit best that are found so."""
    pairs = zip(people, found, strict=True)
    shared = [len(_nearest(matcher, one.means) & _nearest(matcher, guess)) for one, guess in pairs]
    return float(np.mean(shared)) / FIRST


def _nearest(matcher: Matcher, means: Sequence[float]) -> set[int]:
    return set(np.argsort(-np.asarray(matcher.fits(means)))[:FIRST].tolist())
