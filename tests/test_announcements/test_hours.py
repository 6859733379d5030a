"""When people may be written to, and when the last of them is served."""

from datetime import UTC, datetime

import pytest

from bot.guidance.hours import ALMATY, awake, finished, local, typed_day, typed_hour


def at(words: str) -> datetime:
    return datetime.strptime(words, "%d.%m.%Y %H:%M").replace(tzinfo=ALMATY).astimezone(UTC)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("23.11.2026 20:59", "23.11.2026 20:59"),
        ("23.11.2026 21:00", "24.11.2026 09:00"),
        ("31.12.2026 23:30", "01.01.2027 09:00"),
        ("24.11.2026 08:59", "24.11.2026 09:00"),
        ("24.11.2026 09:00", "24.11.2026 09:00"),
    ],
)
def test_nobody_is_written_to_at_night(asked: str, given: str) -> None:
    assert awake(at(asked)) == at(given)


@pytest.mark.parametrize(
    ("begins", "people", "ends"),
    [
        ("23.11.2026 12:00", 0, "23.11.2026 12:00"),
        ("23.11.2026 12:00", 28 * 60, "23.11.2026 12:01"),
        ("23.11.2026 20:59", 28 * 60, "23.11.2026 21:00"),
        ("23.11.2026 20:59", 28 * 120, "24.11.2026 09:01"),
        ("23.11.2026 22:00", 28 * 60, "24.11.2026 09:01"),
        ("23.11.2026 16:00", 28 * 3600 * 18, "25.11.2026 10:00"),
    ],
)
def test_the_hour_it_ends_leaves_the_nights_out(begins: str, people: int, ends: str) -> None:
    assert finished(at(begins), people) == at(ends)


def test_a_million_takes_until_the_next_day() -> None:
    assert local(finished(at("23.11.2026 16:00"), 1_000_000)) == "24.11.2026 13:56"


def test_typed_days_and_hours_are_read_in_almaty() -> None:
    assert typed_hour(" 01.12.2026 10:30 ") == datetime(2026, 12, 1, 5, 30, tzinfo=UTC)
    assert typed_day("01.12.2026") == datetime(2026, 12, 1, 18, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "words", ["31.02.2026", "1.12.2026", "2026-12-01", "завтра", "", "01.13.2026"]
)
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any complaint will do
        typed_day(words)


@pytest.mark.parametrize("words", ["01.12.2026 25:00", "01.12.2026", "01.12.2026 9:00", "10:30"])
def test_what_is_no_hour_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any complaint will do
        typed_hour(words)


def test_another_pace_ends_at_another_hour_and_quiet_hours_may_be_off() -> None:
    begins = at("23.11.2026 20:59")
    assert finished(begins, 120, pace=1.0) == at("24.11.2026 09:01")
    assert finished(begins, 120, pace=1.0, quiet=False) == at("23.11.2026 21:01")
    assert finished(begins, 120, pace=0) == begins
