"""Speed: seconds of work of one thread, so that others on the machine count little."""

from collections.abc import Callable
from statistics import median
from time import thread_time

import numpy as np

from bot.guidance import choices
from bot.guidance.belief import believed, next_letter
from bot.guidance.choices import SETS
from bot.guidance.sitting import Instrument
from tests.method.answering import NOISY, Answers
from tests.method.people import pupils
from tests.method.rows import Row
from tests.method.sittings import adaptive, choose

TIMES = 60


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Milliseconds for what happens between two taps."""
    chance, matcher = np.random.default_rng(47), instrument.matcher
    pupil = pupils(matcher, instrument.reference, 1, chance)[0]
    sat = adaptive(instrument.reference, Answers(pupil.leanings, chance))
    choose(matcher, sat, pupil, SETS, NOISY, chance)
    asked = dict.fromkeys("RIASEC", 2)

    def question() -> object:
        return next_letter(believed(instrument.reference, sat.given[:12]), asked)

    def cards() -> object:
        return choices.next_set(matcher, sat.belief.means, sat.picked[:-1], matcher.traits)

    def result() -> object:
        return matcher.suggest(sat.belief, sat.wishes, "speed")

    return [
        Row("the next question", _taken(question), "<=", 5, " ms"),
        Row("the next cards", _taken(cards), "<=", 5, " ms"),
        Row("the result, 400 draws, whole catalogue", _taken(result), "<=", 30, " ms"),
    ]


def _taken(work: Callable[[], object]) -> float:
    """The median of several runs, in milliseconds."""
    every = []
    for _ in range(TIMES):
        begun = thread_time()
        work()
        every.append(thread_time() - begun)
    return median(every) * 1000
