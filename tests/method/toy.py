"""The toy of the design: random sparse trades, whose two figures tell which noise it meant."""

import numpy as np
from numpy.typing import NDArray

TRADES, FEATURES, PRESENT, CARDS = 33, 16, 4, 4
FIRST = 5

Numbers = NDArray[np.float64]


def found(noise: float, sets: int, rounds: int, chance: np.random.Generator) -> float:
    """The share of trades that come among the first five after so many choices, 0 to 1."""
    every = [_round(noise, sets, chance) for _ in range(rounds)]
    return float(np.mean(every))


def _round(noise: float, sets: int, chance: np.random.Generator) -> float:
    trades = _trades(chance)
    apart = trades - trades.mean(axis=0)
    apart -= apart.mean(axis=1, keepdims=True)
    apart /= np.linalg.norm(apart, axis=1, keepdims=True)
    scores = np.asarray([apart @ _wishes(trade, noise, sets, chance) for trade in trades])
    better = (scores > np.diagonal(scores)[:, None]).sum(axis=1)
    return float((better < FIRST).mean())


def _trades(chance: np.random.Generator) -> Numbers:
    trades = np.zeros((TRADES, FEATURES))
    for trade in trades:
        trade[chance.choice(FEATURES, PRESENT, replace=False)] = chance.integers(1, 4, PRESENT)
    return trades


def _wishes(trade: Numbers, noise: float, sets: int, chance: np.random.Generator) -> Numbers:
    """Best less worst by times shown, for somebody who has this trade in mind."""
    shown, picked = np.zeros(FEATURES), np.zeros(FEATURES)
    dealt = np.concatenate([chance.permutation(FEATURES) for _ in range(1 + sets // 4)])
    for cards in dealt[: sets * CARDS].reshape(-1, CARDS):
        best = int(np.argmax(trade[cards] + chance.gumbel(0, noise, CARDS)))
        against = chance.gumbel(0, noise, CARDS) - trade[cards]
        against[best] = -np.inf
        shown[cards] += 1
        picked[cards[best]] += 1
        picked[cards[int(np.argmax(against))]] -= 1
    wishes: Numbers = picked / (shown + 1)
    return wishes
