"""Whatever is done with announcements in whatever order, many times over."""

import asyncio
from collections.abc import AsyncIterator

from tests.chaos.verdict import Size, Verdict
from tests.databases import BOTH
from tests.test_sending.test_course import played

STEPS = 12


async def course(size: Size) -> AsyncIterator[Verdict]:
    """So many courses on each database: totals add up, nobody is told twice unlisted."""
    for kind in BOTH:
        wrong = await asyncio.to_thread(_wrong, kind, size)
        yield Verdict(f"course-{kind}", int(bool(wrong)), detail=wrong or f"{size.updates} courses")


def _wrong(kind: str, size: Size) -> str:
    try:
        played(kind, size.folder, size.updates, STEPS)
    except AssertionError as error:
        return f"{type(error).__name__} {error}"
    return ""
