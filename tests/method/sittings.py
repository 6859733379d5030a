"""Whole sittings of simulated pupils: the real rules ask, the pupils answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.guidance import choices
from bot.guidance.belief import Belief, Reference, believed, next_letter
from bot.guidance.choices import Choice
from bot.guidance.matching import Matcher
from bot.guidance.profiles import LETTERS
from tests.method.answering import Answers, chosen
from tests.method.people import Pupil

Given = list[tuple[str, int]]


@dataclass
class Sat:
    """What a sitting left behind: the answers, the belief from them, and the choices."""

    given: Given
    belief: Belief
    picked: list[Choice] = field(default_factory=list)

    @property
    def wishes(self) -> dict[str, float]:
        """What the choices say."""
        return choices.wishes(self.picked)


def adaptive(reference: Reference, answers: Answers) -> Sat:
    """Stage 1 as pupils get it: the next letter by the rule, until it stops."""
    belief, asked, given = believed(reference, []), Counter[str](), Given()
    while letter := next_letter(belief, asked):
        value = answers.to(letter, asked[letter])
        belief = belief.after(letter, value)
        asked[letter] += 1
        given.append((letter, value))
    return Sat(given, belief)


def fixed(reference: Reference, answers: Answers, each: int) -> Sat:
    """Stage 1 with so many items of every letter."""
    given = [(letter, answers.to(letter, at)) for at in range(each) for letter in LETTERS]
    return Sat(given, believed(reference, given))


def choose(
    matcher: Matcher, sat: Sat, pupil: Pupil, sets: int, noise: float, chance: np.random.Generator
) -> Sat:
    """Stage 2: so many sets, each made for the trades then in front."""
    cards: Sequence[str] = matcher.traits
    for _ in range(sets):
        shown = choices.next_set(matcher, sat.belief.means, sat.picked, cards)
        best, worst = chosen(matcher, pupil.mind, shown, noise, chance)
        sat.picked.append(Choice(shown, best, worst))
    return sat
