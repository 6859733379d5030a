"""Simulated pupils: what truly draws them, drawn from the published reference sample.

Only here, as an input to the simulation, do girls and boys differ: by the published differences of
the six interests (O*NET Interest Profiler Manual 2021). No code of the bot knows of any such thing.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.guidance.belief import Reference
from bot.guidance.matching import Matcher
from bot.guidance.profiles import LETTERS
from tests.method.answering import Numbers, true_means

# Boys' mean less girls', in standard deviations; for A and E the manual tells none.
BOYS_LESS_GIRLS = {"R": 0.86, "I": 0.26, "A": 0.0, "S": -0.59, "E": 0.0, "C": -0.36}
CONGRUENCE = 3.0  # how strongly interests decide which trade somebody has in mind


@dataclass(frozen=True)
class Pupil:
    """Somebody: what they lean to, their true means (1-5), and the trade they have in mind."""

    leanings: list[float]
    means: list[float]
    mind: int
    girl: bool = False


def leanings(reference: Reference, count: int, chance: np.random.Generator) -> Numbers:
    """What so many people lean to, by the means and covariance of the sample."""
    return chance.multivariate_normal(
        np.asarray(reference.means), np.asarray(reference.covariance()), size=count
    )


def pupils(
    matcher: Matcher, reference: Reference, count: int, chance: np.random.Generator
) -> list[Pupil]:
    """People of the sample, each with a trade in mind that suits them more or less."""
    return _minded(matcher, leanings(reference, count, chance), [False] * count, chance)


def girls_and_boys(
    matcher: Matcher, reference: Reference, count: int, chance: np.random.Generator
) -> list[Pupil]:
    """As many girls as boys, apart by the published differences."""
    girls = np.arange(count) % 2 == 0
    drawn = apart_by_sex(leanings(reference, count, chance), girls, reference)
    return _minded(matcher, drawn, girls.tolist(), chance)


def apart_by_sex(drawn: Numbers, girls: NDArray[np.bool_], reference: Reference) -> Numbers:
    """These leanings, girls' and boys' moved apart by the published differences."""
    apart = [BOYS_LESS_GIRLS[letter] for letter in LETTERS] * np.asarray(reference.deviations)
    moved: Numbers = drawn + np.where(girls, -0.5, 0.5)[:, None] * apart
    return moved


def _minded(
    matcher: Matcher, drawn: Numbers, girls: list[bool], chance: np.random.Generator
) -> list[Pupil]:
    means = true_means(drawn).tolist()
    minds = [_mind(matcher, person, chance) for person in means]
    every = zip(drawn.tolist(), means, minds, girls, strict=True)
    return [Pupil(*one) for one in every]


def _mind(matcher: Matcher, means: list[float], chance: np.random.Generator) -> int:
    """The trade somebody has in mind: any, the likelier the better it fits their interests."""
    likely = np.exp(CONGRUENCE * np.asarray(matcher.fits(means)))
    return int(chance.choice(len(likely), p=likely / likely.sum()))


def meant_for_core(
    matcher: Matcher, reference: Reference, count: int, chance: np.random.Generator
) -> list[Pupil]:
    """Pupils whose truly first trade is a core one: each core trade in turn."""
    core = [at for at, trade in enumerate(matcher.trades) if trade.core]
    drawn = leanings(reference, 3000, chance)
    means = true_means(drawn)
    fits = np.asarray([matcher.fits(person) for person in means.tolist()])
    found = []
    for number in range(count):
        mind = core[number % len(core)]
        at = int(chance.choice(_suited(matcher, mind, fits)))
        found.append(Pupil(drawn[at].tolist(), means[at].tolist(), mind))
    return found


def _suited(matcher: Matcher, mind: int, fits: Numbers) -> NDArray[np.int_]:
    """Those for whom this trade is truly first, by their interests and by its own features."""
    suited = np.flatnonzero(_joined(fits, agreement(matcher, mind)).argmax(axis=-1) == mind)
    if not len(suited):
        raise ValueError(f"nobody is meant for {matcher.trades[mind].slug}")
    return suited


def truth(matcher: Matcher, pupil: Pupil) -> Numbers:
    """The true score of each trade for a pupil, were all of them known: not the matcher's formula.

    It is the design's: .4 of the interests' correlation and .6 of the features', both centred.
    """
    return _joined(np.asarray(matcher.fits(pupil.means)), agreement(matcher, pupil.mind))


def _joined(fits: Numbers, agreed: Numbers) -> Numbers:
    return 0.4 * fits + 0.6 * agreed


@lru_cache(maxsize=1000)
def agreement(matcher: Matcher, mind: int) -> Numbers:
    """How alike each trade's features are to those of the trade in mind, -1 to 1."""
    traits = matcher.traits
    every = np.asarray([[trade.traits.get(one, 0) for one in traits] for trade in matcher.trades])
    apart = every - every.mean(axis=0)
    apart -= apart.mean(axis=1, keepdims=True)
    apart /= np.linalg.norm(apart, axis=1, keepdims=True)
    alike: Numbers = apart @ apart[mind]
    return alike
