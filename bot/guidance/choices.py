"""Choices: best-worst sets of four cards that part the trades now in front.

Each card stands for a trade feature. A set is made of the features in which front-runners differ
most, seldom shown ones first; what was picked best and worst is counted. Source: docs/method.md,
"Stage 2".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from bot.guidance.matching import Matcher, Trade
from bot.guidance.profiles import Profile

SETS, CARDS = 10, 4
FRONT = 12  # trades that a set tries to part
SHRINK = 1.0  # as if every card had been shown once more, picked neither way


@dataclass(frozen=True)
class Choice:
    """A set that was shown, and which of its cards drew most and least."""

    cards: tuple[str, ...]
    best: str
    worst: str


def wishes(choices: Sequence[Choice]) -> dict[str, float]:
    """How far each shown trait is wished for, -1 to 1: best less worst, by times shown plus one."""
    shown = Counter(card for choice in choices for card in choice.cards)
    best = Counter(choice.best for choice in choices)
    worst = Counter(choice.worst for choice in choices)
    return {card: (best[card] - worst[card]) / (times + SHRINK) for card, times in shown.items()}


def next_set(
    matcher: Matcher, person: Profile, choices: Sequence[Choice], cards: Sequence[str]
) -> tuple[str, ...]:
    """The four cards to show next, the most telling first; ties in the order of the cards."""
    front = _front(matcher, person, wishes(choices))
    shown = Counter(card for choice in choices for card in choice.cards)
    telling = {card: _spread(front, card) / (1 + shown[card]) for card in cards}
    return tuple(nlargest(CARDS, cards, key=telling.__getitem__))


def _front(matcher: Matcher, person: Profile, wished: Mapping[str, float]) -> list[Trade]:
    scores = matcher.scores(person, wished)
    first = nlargest(FRONT, range(len(scores)), key=scores.__getitem__)
    return [matcher.trades[at] for at in first]


def _spread(front: Sequence[Trade], trait: str) -> float:
    """How much the front-runners differ in a trait: the variance of its 0-3 scores."""
    scores = [trade.traits.get(trait, 0) for trade in front]
    centre = sum(scores) / len(scores)
    return sum((score - centre) ** 2 for score in scores) / len(scores)
