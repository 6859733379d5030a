"""A tenth of the chaos: announcements through kills, stops and a frozen worker."""

from pathlib import Path

import pytest

from tests.chaos.broadcast import broadcast, terms
from tests.chaos.verdict import Check, Size


@pytest.mark.parametrize("check", [broadcast, terms])
async def test_nobody_is_missed_and_few_are_told_twice(check: Check, tmp_path: Path) -> None:
    verdicts = [verdict async for verdict in check(Size(tmp_path, 300, 2))]
    assert [str(verdict) for verdict in verdicts if not verdict.holds] == []
