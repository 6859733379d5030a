"""The staircase: twelve tasks at most, the level found without bias, whoever climbs."""

import random

import pytest

from bot.guidance.tasks.rungs import RUNGS, logit
from bot.guidance.tasks.staircase import FIRST, MOST, Step, is_over, level, next_rung
from tests.test_tasks.climbers import Climber, bias, fewer_at_first, four

LEVELS = [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0]
MANY, BAR = 1_500, 0.1


@pytest.mark.parametrize("guesses", [True, False])
@pytest.mark.parametrize("options", [four, fewer_at_first])
@pytest.mark.parametrize("true", LEVELS)
def test_the_level_is_found_without_bias(true: float, options: object, guesses: bool) -> None:
    climber = Climber(true, guesses, options)  # type: ignore[arg-type]
    assert abs(bias(climber, MANY, 11)) < BAR


def test_who_knows_everything_climbs_to_the_top_and_who_knows_nothing_to_the_bottom() -> None:
    steps: list[Step] = []
    while not is_over(steps):
        steps.append(Step(next_rung(steps), 4, True))
    assert len(steps) == MOST
    assert steps[-1].rung == RUNGS
    assert level(steps) > logit(RUNGS)
    steps = []
    while not is_over(steps):
        steps.append(Step(next_rung(steps), 4, False))
    assert steps[-1].rung == 1
    assert level(steps) < logit(1)


def test_it_begins_below_the_middle_and_steps_wide_until_something_turns() -> None:
    assert next_rung([]) == FIRST == 4
    assert next_rung([Step(4, 4, True)]) == 6
    assert next_rung([Step(4, 4, False)]) == 2
    assert 3 <= next_rung([Step(4, 4, True), Step(6, 4, False)]) <= 6


def test_the_order_of_answers_changes_nothing() -> None:
    steps = Climber(0.3, True).climbs(random.Random(5))
    turned = random.Random(6).sample(steps, len(steps))
    assert level(steps) == level(turned)


def test_one_more_solved_is_never_a_lower_level() -> None:
    for seed in range(200):
        steps = Climber(0.0, True).climbs(random.Random(seed))
        missed = [at for at, one in enumerate(steps) if not one.solved]
        for at in missed:
            better = [*steps[:at], Step(steps[at].rung, 4, True), *steps[at + 1 :]]
            assert level(better) >= level(steps)


def test_whoever_says_so_is_not_taken_for_a_guesser() -> None:
    guessed = [Step(4, 4, True), Step(5, 4, False)]
    said = [Step(4, 4, True), Step(5, 4, False, unsure=True)]
    assert level(said) > level(guessed)


def test_nothing_answered_is_the_middle() -> None:
    assert level([]) == 0.0
