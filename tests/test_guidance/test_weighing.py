"""Which answers mattered: by hand, and that what is told is what leaving out really does."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guidance.belief import Belief, Reference, believed
from bot.guidance.choices import Choice, wishes
from bot.guidance.matching import Matcher, Trade, Weights
from bot.guidance.profiles import LETTERS
from bot.guidance.sitting import Instrument, instrument
from bot.guidance.weighing import MATTERED, NOTHING, Mattered, mattered
from content.atlas import Catalogue

MIDDLE = [3.0] * 6
PLAIN = Reference(MIDDLE, [1.0] * 6, {a + b: 0.0 for a in LETTERS for b in LETTERS})
SMITH = Trade("smith", "metal", True, (7, 1, 1, 1, 1, 1), {"metal": 3})
COOK = Trade("cook", "food", True, (1, 7, 1, 1, 1, 1), {"food": 3})
TWO = Matcher((SMITH, COOK), MIDDLE, Weights(0.25, 0.75))
METAL = Choice(("metal", "food", "height", "data"), best="metal", worst="food")


def test_by_hand_the_cards_gave_more_than_the_only_rating() -> None:
    """Only R was liked: its shape is (5, -1, -1, -1, -1, -1) / √30, the smith's (1, -1) / √2.

    So the smith fits 6 / √60, and the cook as far the other way; without the rating nobody fits.
    Wishes are 1/2 and -1/2, what is special 1/2 and -1/2: the smith agrees 1/2, the cook -1/2.
    """
    found = mattered(TWO, believed(PLAIN, [("R", 5)]), [("R", 5)], [METAL], {"smith"})
    assert [(one.kind, one.at) for one in found] == [("cards", 0), ("rating", 0)]
    assert [one.gave for one in found] == pytest.approx([0.75 * 0.5, 0.25 * 6 / 60**0.5])


def test_what_speaks_against_what_is_shown_is_not_told() -> None:
    assert mattered(TWO, believed(PLAIN, [("I", 5)]), [("I", 5)], [METAL], {"smith"}) == [
        Mattered("cards", 0, 0.375)
    ]
    assert mattered(TWO, believed(PLAIN, []), [], [], {"smith"}) == []


rated = st.lists(st.tuples(st.sampled_from(LETTERS), st.integers(1, 5)), min_size=1, max_size=54)


@settings(max_examples=60, deadline=None)
@given(answers=rated, at=st.integers(0, 53))
def test_a_belief_without_an_answer_is_that_of_the_others(
    answers: list[tuple[str, int]], at: int
) -> None:
    at %= len(answers)
    rest = believed(PLAIN, answers[:at] + answers[at + 1 :])
    without = believed(PLAIN, answers).without(*answers[at])
    assert without.means == pytest.approx(rest.means, abs=1e-6)
    for row, other in zip(without.covariance, rest.covariance, strict=True):
        assert row == pytest.approx(other, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(answers=rated, chance=st.randoms(use_true_random=False))
def test_what_is_told_is_what_the_score_loses_without_it(
    catalogue: Catalogue, answers: list[tuple[str, int]], chance: Random
) -> None:
    """Reckoned the long way: the whole belief and all scores anew, without this one answer."""
    made = instrument(catalogue)
    cards = made.matcher.traits
    chosen = [Choice(tuple(four), *four[:2]) for four in (chance.sample(cards, 4) for _ in "1234")]
    belief = believed(made.reference, answers)
    shown = {trade.slug for trade in chance.sample(list(made.matcher.trades), 4)}
    found = mattered(made.matcher, belief, answers, chosen, shown)
    whole = _lead(made, belief, chosen, shown)
    lost = sorted(_losses(made, answers, chosen, shown, whole), reverse=True)[:MATTERED]
    assert [one.gave for one in found] == pytest.approx([each for each in lost if each > NOTHING])


def _losses(
    made: Instrument,
    answers: list[tuple[str, int]],
    chosen: list[Choice],
    shown: set[str],
    whole: float,
) -> Sequence[float]:
    rated = [believed(made.reference, _but(answers, at)) for at in range(len(answers))]
    belief = believed(made.reference, answers)
    picked = [_but(chosen, at) for at in range(len(chosen))]
    leads = [_lead(made, one, chosen, shown) for one in rated]
    leads += [_lead(made, belief, rest, shown) for rest in picked]
    return [whole - lead for lead in leads]


def _but(every: list, at: int) -> list:  # type: ignore[type-arg]
    return every[:at] + every[at + 1 :]


def _lead(made: Instrument, belief: Belief, chosen: list[Choice], shown: set[str]) -> float:
    scores = made.matcher.scores(belief.means, wishes(chosen))
    named = {trade.slug: score for trade, score in zip(made.matcher.trades, scores, strict=True)}
    front = [named[slug] for slug in shown]
    return sum(front) / len(front) - sum(scores) / len(scores)
