"""Measuring: read a ruler, read a caliper, tell whether a part passes. Sizes are in millimetres."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Literal

from bot.guidance.tasks.rungs import Option, Told, offered, plain

Asks = Literal["ruler", "caliper", "fits"]
KINDS: tuple[Asks, ...] = ("ruler", "caliper", "fits")
SHOWN = 40  # millimetres of a ruler that are seen
TENTH, HUNDREDTH = Fraction(1, 10), Fraction(1, 100)
PARTS = 4


@dataclass(frozen=True)
class Ruler:
    """A part on a ruler, from one edge to the other."""

    starts: Fraction
    ends: Fraction
    asks: Asks = "ruler"


@dataclass(frozen=True)
class Caliper:
    """What a caliper shows, and what it shows with its jaws closed."""

    shows: Fraction
    closed: Fraction
    asks: Asks = "caliper"


@dataclass(frozen=True)
class Fit:
    """Measured shafts, and the size wanted with how much more or less it may be.

    With a hole that was measured, `low` and `high` are the play that must be between the two.
    """

    size: Fraction
    low: Fraction
    high: Fraction
    parts: tuple[Fraction, ...]
    in_hole: bool = False
    asks: Asks = "fits"

    @property
    def span(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest size that passes."""
        if self.in_hole:
            return self.size - self.high, self.size - self.low
        return self.size + self.low, self.size + self.high


Measure = Ruler | Caliper | Fit


def make(chance: Random, kind: str, size: int) -> Measure:
    """Something to measure, of a kind and a size."""
    if kind == "fits":
        return _fit(chance, size)
    return _ruler(chance, size) if kind == "ruler" else _caliper(chance, size)


def _ruler(chance: Random, size: int) -> Ruler:
    """From nought; from another mark; between the marks."""
    first = chance.randint(0, 8) * 10 if size else 0
    starts = first + (chance.randint(2, 12) if size else 0)
    ends = starts + chance.randint(5, SHOWN - 16 if size else SHOWN - 3)
    half = Fraction(size == 2, 2)
    return Ruler(starts + half, ends + half * chance.choice((1, 2, 0)))


def _caliper(chance: Random, size: int) -> Caliper:
    """Below a centimetre, above one, and with jaws that are worn."""
    whole = chance.randint(2, 9) if size == 0 else chance.randint(11, 95)
    shows = whole + chance.randint(1, 9) * TENTH
    closed = chance.choice((-4, -3, -2, 2, 3, 4)) * TENTH if size == 2 else Fraction(0)
    return Caliper(shows, closed)


def _fit(chance: Random, size: int) -> Fit:
    """So much more or less; more than less; the play of a shaft in a hole."""
    wanted, unit = Fraction(chance.randint(12, 90)), HUNDREDTH * 5
    if size == 0:
        least = chance.randint(1, 5) * TENTH
        return _fitted(chance, Fit(wanted, -least, least, ()), TENTH)
    if size == 1:
        low, high = -chance.randint(1, 4) * unit, chance.randint(5, 9) * unit
        low, high = (low, high) if chance.random() < 0.5 else (-high, -low)
        return _fitted(chance, Fit(wanted, low, high, ()), HUNDREDTH)
    low = chance.randint(1, 5) * HUNDREDTH
    hole = wanted + chance.randint(0, 9) * HUNDREDTH
    high = low + chance.randint(2, 6) * HUNDREDTH
    return _fitted(chance, Fit(hole, low, high, (), in_hole=True), HUNDREDTH)


def _fitted(chance: Random, fit: Fit, unit: Fraction) -> Fit:
    """One part that passes among three that do not, on either side."""
    least, most = fit.span
    inside = least + chance.randint(0, int((most - least) / unit)) * unit
    below = least - chance.randint(1, 3) * unit
    above = [most + far * unit for far in chance.sample(range(1, 6), 2)]
    parts = [inside, below, *above]
    chance.shuffle(parts)
    return Fit(fit.size, fit.low, fit.high, tuple(parts), fit.in_hole)


# --- the answer ---


def solve(measure: Measure) -> Option:
    """The length, the size, or the number of the part that passes."""
    if isinstance(measure, Ruler):
        return measure.ends - measure.starts
    if isinstance(measure, Caliper):
        return measure.shows - measure.closed
    least, most = measure.span
    return Fraction(next(at for at, part in enumerate(measure.parts, 1) if least <= part <= most))


def options(measure: Measure, chance: Random) -> tuple[Option, ...]:
    """Four sizes, the likely misreadings among them; or the four parts."""
    if isinstance(measure, Fit):
        return tuple(Fraction(at) for at in range(1, PARTS + 1))
    if isinstance(measure, Ruler):
        half = Fraction(1, 2) if (measure.ends - measure.starts).denominator == 2 else 1
        return offered(chance, measure.ends - measure.starts, (measure.ends,), Fraction(half))
    tenths = measure.shows - int(measure.shows)
    wrong = (measure.shows + measure.closed, measure.shows, int(measure.shows) + tenths / 10)
    return offered(chance, measure.shows - measure.closed, wrong, TENTH)


# --- in words ---


def told(measure: Measure) -> Told:
    """What the picture shows."""
    if isinstance(measure, Ruler):
        return {"starts": plain(measure.starts), "ends": plain(measure.ends)}
    if isinstance(measure, Caliper):
        return {
            "whole": int(measure.shows),
            "mark": round((measure.shows - int(measure.shows)) * 10),
            "closed": plain(measure.closed),
        }
    return {
        "size": plain(measure.size),
        "low": plain(abs(measure.low)),
        "high": plain(abs(measure.high)),
        "signs": tuple("+" if one > 0 else "−" for one in (measure.low, measure.high)),
        "even": measure.low == -measure.high,
        "parts": list(map(plain, measure.parts)),
        "in_hole": measure.in_hole,
    }


def why(measure: Measure) -> Told:
    """The way to the answer."""
    shown = told(measure)
    if isinstance(measure, Ruler):
        return {**shown, "answer": plain(measure.ends - measure.starts)}
    if isinstance(measure, Caliper):
        answer = plain(measure.shows - measure.closed)
        return {**shown, "shows": plain(measure.shows), "answer": answer}
    least, most = measure.span
    passes = [(plain(part), least <= part <= most) for part in measure.parts]
    return {**shown, "span": (plain(least), plain(most)), "passes": passes}
