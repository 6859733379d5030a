"""The answers: as brute force finds them, on tasks of all families and rungs that nobody chose."""

from fractions import Fraction

import pytest

from bot.guidance.tasks import FAMILIES, KINDS, RUNGS, Family, kind_at, logit, make, right
from bot.guidance.tasks.faults import Chain, suspects
from bot.guidance.tasks.projections import Blocks, is_clear
from bot.guidance.tasks.uses import USES, solved
from content.atlas import Catalogue
from tests.test_tasks import brute

MANY = 2_000  # 10,000 of each: `python -m tests.test_tasks.brute 10000`

every_family = pytest.mark.parametrize("family", FAMILIES)


@every_family
def test_the_solver_and_brute_force_agree(family: Family) -> None:
    assert brute.wrong(family, MANY) == []


@every_family
def test_there_are_a_thousand_different_tasks_and_more(family: Family) -> None:
    found = {make(family, rung, seed).given for rung in range(1, RUNGS + 1) for seed in range(250)}
    assert len(found) >= 1_000


@every_family
def test_a_task_is_the_same_wherever_it_is_made(family: Family) -> None:
    assert make(family, 5, 77) == make(family, 5, 77)
    assert make(family, 5, 77).given != make(family, 6, 77).given


@every_family
def test_every_rung_is_of_its_kind_and_harder_than_the_one_before(family: Family) -> None:
    asks = [make(family, rung, 1).given.asks for rung in range(1, RUNGS + 1)]
    assert asks == [KINDS[family][kind_at(rung)] for rung in range(1, RUNGS + 1)]
    assert sorted(set(asks), key=asks.index) == list(KINDS[family])
    assert [logit(rung) for rung in range(1, RUNGS + 1)] == sorted(map(logit, range(1, RUNGS + 1)))


@every_family
def test_every_place_among_the_answers_is_right_at_times(family: Family) -> None:
    """No task is solved by always tapping the same place."""
    for kind in range(3):
        tasks = [make(family, 3 * kind + 2, seed) for seed in range(200)]
        first = [right(task) for task in tasks if len(task.options) > 2]
        assert max(map(first.count, set(first))) <= 0.67 * len(first)


@every_family
def test_answers_fit_on_their_buttons(family: Family) -> None:
    for task in brute.drawn(family, 300):
        assert 2 <= len(task.options) == len(set(task.options)) <= 12
        numbers = [float(one) for one in task.options if isinstance(one, Fraction)]
        assert all(number == round(number, 2) and len(f"{number:g}") <= 6 for number in numbers)


def test_no_stack_of_a_figure_is_hidden() -> None:
    for task in brute.drawn("projections", 300):
        assert isinstance(task.given, Blocks)
        assert all(map(is_clear, task.given.figures or (task.given.stacks,)))
    assert not is_clear(((0, 0, 0), (0, 3, 3), (0, 3, 3)))


def test_half_of_an_even_number_is_the_only_best_place_to_measure() -> None:
    for seed in range(300):
        given = make("faults", 5, seed).given
        assert isinstance(given, Chain)
        assert len(suspects(given)) % 2 == 0


def test_each_family_leads_to_professions_that_are_there(catalogue: Catalogue) -> None:
    known = {one.slug for one in catalogue.professions}
    assert set(USES) == set(FAMILIES)
    assert all(3 <= len(slugs) == len(set(slugs)) for slugs in USES.values())
    assert {slug for slugs in USES.values() for slug in slugs} <= known


def test_what_is_solved_grows_with_the_level() -> None:
    assert solved("gears", -5.0).kinds == ()
    assert solved("gears", -5.0).then == "turn"
    assert solved("gears", 0.1).kinds == ("turn", "revolutions")
    assert solved("gears", 5.0).kinds == KINDS["gears"]
    assert solved("gears", 5.0).then == ""
