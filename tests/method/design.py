"""The design's own yardstick: its 52 occupations, ranked by interests alone.

The figures of the design were reckoned on these. So they are reckoned again here: what our
catalogue of more, and more alike, trades gives can then be told apart from a fault of our rules.
"""

import numpy as np

from bot.guidance.belief import Reference
from tests.annex import ANNEX_A
from tests.method.answering import Numbers
from tests.method.people import apart_by_sex, leanings
from tests.method.rows import Row

FIRST, TEN = 5, 10
CORE = 33  # its core trades are the first rows: industry, building, energy, mining, vehicles
PEOPLE = 20_000


def shaped(profiles: Numbers) -> Numbers:
    """Profiles less their own mean, of length 1."""
    apart = profiles - profiles.mean(axis=-1, keepdims=True)
    length: Numbers = np.linalg.norm(apart, axis=-1, keepdims=True)
    shapes: Numbers = apart / length
    return shapes


OCCUPATIONS: Numbers = np.asarray(list(ANNEX_A.values()))


def plain(means: Numbers) -> Numbers:
    """The plain correlation of people's six means with each occupation's scores."""
    return shaped(means) @ shaped(OCCUPATIONS).T


def centred(means: Numbers, reference: Reference) -> Numbers:
    """The same once what everybody shares is taken out of both: our fit."""
    ours = shaped(OCCUPATIONS - OCCUPATIONS.mean(axis=0))
    return shaped(means - np.asarray(reference.means)) @ ours.T


def shared(true: Numbers, found: Numbers) -> float:
    """The share of the five truly first that are among the five found first."""
    pairs = zip(_first(true, FIRST), _first(found, FIRST), strict=True)
    return float(np.mean([len(set(one) & set(other)) for one, other in pairs])) / FIRST


def _first(scores: Numbers, count: int) -> list[list[int]]:
    first: list[list[int]] = np.argsort(-scores, axis=1, kind="stable")[:, :count].tolist()
    return first


def rows(reference: Reference, size: float) -> list[Row]:
    """Exposure as the design reckoned it: the first tens of people's profiles themselves."""
    chance, count = np.random.default_rng(48), int(PEOPLE * size)
    drawn = leanings(reference, count, chance)
    shares = np.bincount(np.ravel(_first(centred(drawn, reference), TEN)), minlength=52) / count
    return [
        Row("the design's 52, profiles: Gini (design: .22)", gini(shares), "<=", 0.25),
        Row("  least shown (design: .054)", shares.min(), ">=", 0.03),
        Row("  most shown (design: .33)", shares.max()),
        Row("  girls'/boys' share of its 33 core trades (design: .62)", _ratio(drawn, reference)),
    ]


def _ratio(drawn: Numbers, reference: Reference) -> float:
    girls = np.arange(len(drawn)) % 2 == 0
    tens = np.asarray(_first(centred(apart_by_sex(drawn, girls, reference), reference), TEN))
    share = (tens < CORE).mean(axis=1)
    return float(share[girls].mean() / share[~girls].mean())


def gini(shares: Numbers) -> float:
    """The Gini coefficient: 0 where all are equal, near 1 where one has everything."""
    ordered = np.sort(shares)
    ranks = 2 * np.arange(1, len(ordered) + 1) - len(ordered) - 1
    return float((ranks * ordered).sum() / (len(ordered) * ordered.sum()))
