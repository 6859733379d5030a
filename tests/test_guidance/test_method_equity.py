"""The equity audit in small: a catalogue that hides trades, or hides them from girls, fails here.

The full size, and everything else that is measured, is `make method`.
"""

import numpy as np
import pytest

from bot.guidance.sitting import instrument
from content.atlas import Catalogue
from tests.method import design, equity
from tests.method.rows import Row

SIZE = 0.15  # 300 pupils, 1,200 in stage 1: ten seconds or so of one processor


@pytest.fixture(scope="module")
def audit(catalogue: Catalogue) -> list[Row]:
    """The rows of the audit."""
    return equity.rows(instrument(catalogue), SIZE)


def test_trades_are_shown_evenly_and_to_girls_as_to_boys(audit: list[Row]) -> None:
    kept = [row for row in audit if row.sign]
    assert len(kept) == 8
    assert [str(row) for row in kept if not row.passed] == []


def test_the_gini_of_equals_is_nothing_and_of_one_that_has_all_is_near_one() -> None:
    assert design.gini(np.asarray([2.0, 2, 2, 2])) == 0
    assert design.gini(np.asarray([0.0, 0, 0, 1])) == 0.75


def test_a_bar_can_fail() -> None:
    assert not Row("", 0.3, "<=", 0.25).passed
    assert not Row("", 0.5, ">=", 0.6).passed
