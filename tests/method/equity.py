"""Equity: which trades are ever shown, and whether girls are shown the working ones as boys are."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.guidance.choices import SETS
from bot.guidance.matching import Matcher
from bot.guidance.profiles import Profile
from bot.guidance.sitting import Instrument
from tests.method import design
from tests.method.answering import NOISY, Answers
from tests.method.people import Pupil, girls_and_boys
from tests.method.rows import Row
from tests.method.sittings import Sat, adaptive, choose

PEOPLE, MORE = 2000, 4  # who take both stages; so many times as many take the first alone
TEN = 10
INDUSTRY = ("engineering", "transport")

Lists = list[list[int]]
Shown = tuple[Lists, Sequence[Pupil]]  # lists of trades, and whose they are


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Exposure in first tens, and girls' to boys' share of working trades."""
    chance, matcher, count = np.random.default_rng(46), instrument.matcher, int(PEOPLE * size)
    people = girls_and_boys(matcher, instrument.reference, count * MORE, chance)
    sat = [adaptive(instrument.reference, Answers(one.leanings, chance)) for one in people]
    first = [_ten(matcher.fits(one.belief.means)) for one in sat]
    last, shown = _ends(matcher, people[:count], sat, chance)
    return [
        *design.rows(instrument.reference, size),
        *_exposure("the end", matcher, last, barred=True),
        *_exposure("stage 1 alone, shown to nobody", matcher, first, barred=False),
        *_shares(matcher, (first, people), (shown, people[:count])),
    ]


def _ends(
    matcher: Matcher, people: Sequence[Pupil], sat: Sequence[Sat], chance: np.random.Generator
) -> tuple[Lists, Lists]:
    """The first ten after both stages, and what the screen shows, stretch picks included."""
    at = {trade.slug: number for number, trade in enumerate(matcher.trades)}
    last, shown = Lists(), Lists()
    for number, (pupil, one) in enumerate(zip(people, sat, strict=False)):
        choose(matcher, one, pupil, SETS, NOISY, chance)
        last.append(_ten(matcher.scores(one.belief.means, one.wishes)))
        found = matcher.suggest(one.belief, one.wishes, str(number))
        shown.append([at[each.slug] for each in found])
    return last, shown


def _ten(scores: Profile) -> list[int]:
    return [int(at) for at in np.argsort(-np.asarray(scores))[:TEN]]


def _exposure(when: str, matcher: Matcher, lists: Lists, *, barred: bool) -> list[Row]:
    """How evenly trades come into the lists."""
    counted = Counter(at for one in lists for at in one)
    shares = np.asarray([counted[at] / len(lists) for at in range(len(matcher.trades))])
    least, most = int(shares.argmin()), int(shares.argmax())
    return [
        Row(f"{when}: Gini of first tens", design.gini(shares), "<=" if barred else "", 0.25),
        Row(f"  least: {matcher.trades[least].slug}", shares[least], ">=" if barred else "", 0.03),
        Row(f"  most: {matcher.trades[most].slug}", shares[most]),
    ]


def _shares(matcher: Matcher, first: Shown, shown: Shown) -> list[Row]:
    """Working trades in girls' lists and in boys'; then only those of industry and building."""
    core = [trade.core for trade in matcher.trades]
    industry = [trade.core and trade.direction in INDUSTRY for trade in matcher.trades]
    return [
        Row("girls'/boys' share of core trades, stage 1", _ratio(*first, core), ">=", 0.60),
        Row("  at the end, as shown", _ratio(*shown, core), ">=", 0.75),
        Row("girls without a core trade, stage 1", _without(*first, core), "<=", 0.12),
        Row("  at the end, as shown", _without(*shown, core), "<=", 0.12),
        Row("girls'/boys' share of industrial ones, stage 1", _ratio(*first, industry)),
        Row("  at the end, as shown", _ratio(*shown, industry)),
        Row("girls without an industrial one, stage 1", _without(*first, industry)),
        Row("  at the end, as shown", _without(*shown, industry)),
    ]


def _ratio(lists: Lists, people: Sequence[Pupil], wanted: Sequence[bool]) -> float:
    """Girls' share of the wanted trades in their lists, by boys'."""
    share = np.asarray([np.mean([wanted[at] for at in one]) for one in lists])
    girls = np.asarray([one.girl for one in people])
    return float(np.mean(share[girls]) / np.mean(share[~girls]))


def _without(lists: Lists, people: Sequence[Pupil], wanted: Sequence[bool]) -> float:
    """The share of girls in whose lists there is none of the wanted trades."""
    pairs = zip(lists, people, strict=True)
    return float(np.mean([not any(wanted[at] for at in one) for one, who in pairs if who.girl]))
