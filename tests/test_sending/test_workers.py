"""A small part of the chaos: workers that hang or freeze, a database started anew, an old copy."""

from functools import partial
from pathlib import Path

import pytest

from tests.chaos.verdict import Check, Size
from tests.chaos.workers import HASTY, frozen, restarts, restore, stuck

LITE, FULL = ("sqlite",), ("postgresql",)


@pytest.mark.parametrize(
    ("check", "people", "times"),
    [
        pytest.param(partial(stuck, kinds=LITE), 60, 0, id="F05, asked to stop while calls hang"),
        pytest.param(partial(frozen, command=HASTY, kinds=FULL), 400, 0, id="F06, frozen, thawed"),
        pytest.param(restarts, 200, 1, id="F10, the database restarted"),
        pytest.param(partial(restore, kinds=LITE), 100, 0, id="F23, a copy of yesterday"),
    ],
)
async def test_nobody_is_missed_and_few_are_told_twice(
    check: Check, people: int, times: int, tmp_path: Path
) -> None:
    """F05, F06, F10, F23: with real processes."""
    verdicts = [verdict async for verdict in check(Size(tmp_path, people, times))]
    assert [str(verdict) for verdict in verdicts if not verdict.holds] == []
