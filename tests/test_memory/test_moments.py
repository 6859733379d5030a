"""Moments: in UTC, or refused."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from db import heard
from db.base import Store

FOLDED = datetime(2024, 2, 29, 23, 30, tzinfo=ZoneInfo("Asia/Almaty"))


async def remembered(store: Store, moment: datetime) -> datetime:
    """The moment, as the database gives it back."""
    await store.do(lambda session: heard.keep(session, 1, b"", moment))
    return await store.do(lambda session: session.scalars(select(heard.Told.heard_at)).one())


async def test_a_moment_without_its_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="a moment needs its time zone"):
        await remembered(store, datetime(2026, 11, 23, 12))  # noqa: DTZ001


@pytest.mark.parametrize(("fold", "hour"), [(0, 17), (1, 18)])
async def test_the_hour_that_almaty_had_twice_is_two_moments(
    fold: int, hour: int, store: Store
) -> None:
    kept = await remembered(store, FOLDED.replace(fold=fold))
    assert kept == datetime(2024, 2, 29, hour, 30, tzinfo=UTC)
    assert kept.utcoffset() is not None


async def test_a_moment_comes_back_as_it_went(store: Store) -> None:
    moment = datetime(2026, 11, 23, 7, 0, 0, 123456, tzinfo=UTC)
    assert await remembered(store, moment) == moment
