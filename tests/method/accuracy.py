"""Stage 1: twenty items that are chosen against thirty that are not."""

from collections.abc import Sequence

import numpy as np

from bot.guidance.care import means
from bot.guidance.choices import SETS
from bot.guidance.matching import Matcher
from bot.guidance.sitting import Instrument
from tests.method import design
from tests.method.answering import NOISY, Answers, Numbers
from tests.method.people import Pupil, pupils, truth
from tests.method.rows import Row
from tests.method.sittings import Sat, adaptive, choose, fixed

CLOSE = 0.02
EACH = 5  # items of every letter in the long form: thirty
PEOPLE, SOME = 6000, 2000  # who answer the items; who go on to the cards


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Hits of the first letter and of the first five trades, short and adaptive against long."""
    chance, reference = np.random.default_rng(41), instrument.reference
    people = pupils(instrument.matcher, reference, int(PEOPLE * size), chance)
    short = [adaptive(reference, Answers(one.leanings, chance)) for one in people]
    long = [fixed(reference, Answers(one.leanings, chance), EACH) for one in people]
    true = np.asarray([one.means for one in people])
    twenty = np.asarray([sat.belief.means for sat in short])
    thirty = np.asarray([means(sat.given) for sat in long])
    return [
        Row(
            "items asked, adaptive, mean",
            float(np.mean([len(sat.given) for sat in short])),
            "<=",
            20,
        ),
        *_against("first letter right", _letters(true, twenty), _letters(true, thirty)),
        *_by_the_design(true, twenty, thirty),
        *_by_our_fit(instrument.matcher, true, twenty, thirty),
        *_in_the_end(instrument, people[: int(SOME * size)], short, long),
    ]


def _against(name: str, short: float, long: float) -> list[Row]:
    """The short form, which may fall a little behind the long one."""
    bar = round(long - CLOSE, 3)
    return [Row(f"{name}, adaptive", short, ">=", bar), Row("  30 fixed, plain sums", long)]


def _letters(true: Numbers, found: Numbers) -> float:
    """How often the letter that is truly first is found first."""
    return float(np.mean(true.argmax(axis=1) == found.argmax(axis=1)))


def _by_the_design(true: Numbers, twenty: Numbers, thirty: Numbers) -> list[Row]:
    """The five of its 52 by plain correlation, as its table has them: .703 and .70."""
    short, long = (
        design.shared(design.plain(true), design.plain(found)) for found in (twenty, thirty)
    )
    return _against("first five of the design's 52 shared", short, long)


def _by_our_fit(matcher: Matcher, true: Numbers, twenty: Numbers, thirty: Numbers) -> list[Row]:
    """The same by our own fit among our own trades: a list that nobody is shown, so only told."""
    ours, short, long = (
        np.asarray([matcher.fits(one) for one in each.tolist()]) for each in (true, twenty, thirty)
    )
    return [
        Row("  of all our trades by interests alone, adaptive", design.shared(ours, short)),
        Row("    30 fixed, plain sums", design.shared(ours, long)),
    ]


def _in_the_end(
    instrument: Instrument, people: Sequence[Pupil], short: Sequence[Sat], long: Sequence[Sat]
) -> list[Row]:
    """The five that come of both stages: what pupils are shown rests on this."""
    matcher, chance = instrument.matcher, np.random.default_rng(49)
    true = np.asarray([truth(matcher, one) for one in people])
    for sat in (short, long):
        for one, pupil in zip(sat, people, strict=False):
            choose(matcher, one, pupil, SETS, NOISY, chance)
    twenty = [matcher.scores(one.belief.means, one.wishes) for one in short[: len(people)]]
    thirty = [matcher.scores(means(one.given), one.wishes) for one in long[: len(people)]]
    found = (design.shared(true, np.asarray(each)) for each in (twenty, thirty))
    return _against("first five after the cards shared", *found)
