"""Profiles: six interests (R I A S E C), and how alike two of them are once the common is out.

Source of the formulas: docs/method.md, "From scores to professions".
"""

import math
from collections.abc import Iterable, Sequence

LETTERS = "RIASEC"

Profile = Sequence[float]


def mean(profiles: Iterable[Profile]) -> list[float]:
    """The mean profile of several: six numbers on their scale."""
    every = list(profiles)
    return [sum(column) / len(every) for column in zip(*every, strict=True)]


def shape(profile: Profile, centre: Profile) -> list[float]:
    """What is special about a profile: less the centre, less its own mean, divided by its length.

    Six numbers of length 1; all zeros for a profile that differs from the centre by a constant.
    """
    apart = [own - common for own, common in zip(profile, centre, strict=True)]
    level = sum(apart) / len(apart)
    special = [each - level for each in apart]
    length = math.hypot(*special)
    return [each / length for each in special] if length > 1e-9 else [0.0] * len(special)


def fit(person: Profile, profession: Profile, people: Profile, professions: Profile) -> float:
    """How alike two interest profiles are once what everybody shares is taken out of both.

    Pearson correlation of the person's six scale means less the reference means (`people`) with the
    profession's six scores less the catalogue's means (`professions`); -1 to 1, and 0 for a person
    without a shape.
    """
    ours, theirs = shape(person, people), shape(profession, professions)
    return sum(a * b for a, b in zip(ours, theirs, strict=True))


def correlation(one: Profile, other: Profile) -> float:
    """Pearson's r of two equally long rows of numbers; -1 to 1, 0 where one is constant."""
    nothing = [0.0] * len(one)
    return sum(a * b for a, b in zip(shape(one, nothing), shape(other, nothing), strict=True))


def critical(t: float, freedom: int) -> float:
    """The smallest r that a one-tailed t test with so many degrees of freedom lets pass."""
    return t / math.sqrt(t * t + freedom)
