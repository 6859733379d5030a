"""Care: whether answers tell something at all, before anything is made of them.

Thresholds come from the simulation in docs/method.md, "When the answers tell too little".
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import fmean, pstdev
from typing import Literal

from bot.guidance.profiles import LETTERS, Profile

Verdict = Literal["clear", "few", "constant", "flat", "careless"]

ANSWERED = 2 / 3  # of the questions asked
SAME = 0.80  # share of identical answers from which they tell nothing
FLAT = 0.42  # deviation of the six scale means, on 1-5: three honest pupils of a hundred are below
STRAY = 1.22  # mean squared distance of answers from the believed means: one honest in twenty above


def verdict(asked: int, answers: Sequence[tuple[str, int]], believed: Profile) -> Verdict:
    """What keeps these answers (letter, 1-5) from telling something; `clear` where nothing does.

    `believed` is the six means believed after them.
    """
    if len(answers) < ANSWERED * asked or {letter for letter, _ in answers} != set(LETTERS):
        return "few"
    if max(Counter(value for _, value in answers).values()) > SAME * len(answers):
        return "constant"
    if pstdev(means(answers)) < FLAT:
        return "flat"
    return "careless" if stray(answers, believed) > STRAY else "clear"


def means(answers: Sequence[tuple[str, int]]) -> list[float]:
    """The six scale means of the answers, in the order RIASEC; each letter must be answered."""
    given: dict[str, list[int]] = defaultdict(list)
    for letter, value in answers:
        given[letter].append(value)
    return [fmean(given[letter]) for letter in LETTERS]


def stray(answers: Sequence[tuple[str, int]], believed: Profile) -> float:
    """How far answers stray from what is believed of their letters: mean square, on 1-5."""
    centre = dict(zip(LETTERS, believed, strict=True))
    return fmean((value - centre[letter]) ** 2 for letter, value in answers)
