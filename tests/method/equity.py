"""Equity: which trades are ever shown, and whether girls are shown the working ones as boys are."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.guidance.choices import SETS
from bot.guidance.matching import Matcher
from bot.guidance.profiles import Profile
from bot.guidance.sitting import Instrument
from tests.method.answering import NOISY, Answers
from tests.method.people import Pupil, girls_and_boys
from tests.method.rows import Row
from tests.method.sittings import adaptive, choose

PEOPLE = 2000
TEN = 10
HANDS = (
    "R"  # a stricter look than `core`: trades whose highest interest is working with one's hands
)

Lists = list[list[int]]


def rows(instrument: Instrument, size: float) -> list[Row]:
    """Exposure in top-ten lists, and girls' to boys' share of core trades."""
    chance, matcher = np.random.default_rng(46), instrument.matcher
    people = girls_and_boys(matcher, instrument.reference, int(PEOPLE * size), chance)
    first, last, shown = _lists(instrument, people, chance)
    core = [trade.core for trade in matcher.trades]
    hands = [_is_of_hands(trade.interests) for trade in matcher.trades]
    # Both stages: what is ranked first ten, and what the screen shows, stretch picks included.
    return [
        *_exposure("stage 1", matcher, first),
        *_exposure("the end", matcher, last),
        Row("girls'/boys' share of core trades, stage 1", _ratio(first, people, core), ">=", 0.60),
        Row("  at the end, as shown", _ratio(shown, people, core), ">=", 0.75),
        Row("girls without a core trade, stage 1", _without(first, people, core), "<=", 0.12),
        Row("  at the end, as shown", _without(shown, people, core), "<=", 0.12),
        Row("  of trades of one's hands (R first), stage 1", _ratio(first, people, hands)),
        Row("    at the end, as shown", _ratio(shown, people, hands)),
        Row("  girls without a trade of one's hands, as shown", _without(shown, people, hands)),
    ]


def _lists(
    instrument: Instrument, people: Sequence[Pupil], chance: np.random.Generator
) -> tuple[Lists, Lists, Lists]:
    """The first ten after stage 1, the first ten after both stages, and what is shown."""
    matcher = instrument.matcher
    at = {trade.slug: number for number, trade in enumerate(matcher.trades)}
    first, last, shown = Lists(), Lists(), Lists()
    for number, one in enumerate(people):
        sat = adaptive(instrument.reference, Answers(one.leanings, chance))
        first.append(_ten(matcher.fits(sat.belief.means)))
        choose(matcher, sat, one, SETS, NOISY, chance)
        last.append(_ten(matcher.scores(sat.belief.means, sat.wishes)))
        found = matcher.suggest(sat.belief, sat.wishes, str(number))
        shown.append([at[each.slug] for each in found])
    return first, last, shown


def _ten(scores: Profile) -> list[int]:
    return [int(at) for at in np.argsort(-np.asarray(scores))[:TEN]]


def _exposure(when: str, matcher: Matcher, lists: Lists) -> list[Row]:
    """How evenly trades come into the lists."""
    counted = Counter(at for one in lists for at in one)
    shares = np.asarray([counted[at] / len(lists) for at in range(len(matcher.trades))])
    least, most = int(shares.argmin()), int(shares.argmax())
    return [
        Row(f"{when}: Gini of exposure in first tens", gini(shares), "<=", 0.25),
        Row(f"  least shown: {matcher.trades[least].slug}", shares[least], ">=", 0.03),
        Row(f"  most shown: {matcher.trades[most].slug}", shares[most]),
    ]


def gini(shares: Sequence[float] | np.ndarray) -> float:
    """The Gini coefficient: 0 where all are equal, near 1 where one has everything."""
    ordered = np.sort(np.asarray(shares))
    ranks = 2 * np.arange(1, len(ordered) + 1) - len(ordered) - 1
    return float((ranks * ordered).sum() / (len(ordered) * ordered.sum()))


def _ratio(lists: Lists, people: Sequence[Pupil], wanted: Sequence[bool]) -> float:
    """Girls' share of the wanted trades in their lists, by boys'."""
    share = [np.mean([wanted[at] for at in one]) for one in lists]
    girls = np.asarray([one.girl for one in people])
    return float(np.mean(np.asarray(share)[girls]) / np.mean(np.asarray(share)[~girls]))


def _without(lists: Lists, people: Sequence[Pupil], wanted: Sequence[bool]) -> float:
    """The share of girls in whose lists there is none of the wanted trades."""
    pairs = zip(lists, people, strict=True)
    return float(np.mean([not any(wanted[at] for at in one) for one, who in pairs if who.girl]))


def _is_of_hands(interests: Profile) -> bool:
    return max(range(6), key=lambda at: interests[at]) == "RIASEC".index(HANDS)
