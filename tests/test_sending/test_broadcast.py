"""A small part of the chaos: announcements through kills and stops."""

from pathlib import Path

import pytest

from tests.chaos.broadcast import broadcast, terms
from tests.chaos.verdict import Check, Size


@pytest.mark.parametrize(
    "check",
    [pytest.param(broadcast, id="F03, killed"), pytest.param(terms, id="F04, asked to stop")],
)
async def test_nobody_is_missed_and_few_are_told_twice(check: Check, tmp_path: Path) -> None:
    """F03, F04: with real processes."""
    verdicts = [verdict async for verdict in check(Size(tmp_path, 300, 2))]
    assert [str(verdict) for verdict in verdicts if not verdict.holds] == []
