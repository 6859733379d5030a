"""Quiet hours: from nine in the evening until nine in the morning nobody is told anything."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")
MORNING, EVENING = time(9), time(21)


def rests(now: datetime) -> bool:
    """Whether it is a quiet hour in Kazakhstan."""
    return not MORNING <= now.astimezone(ALMATY).time() < EVENING


def awake(now: datetime) -> datetime:
    """The moment itself, or the next morning where it is quiet."""
    here = now.astimezone(ALMATY)
    if not rests(now):
        return now
    day = here.date() + timedelta(days=1 if here.time() >= EVENING else 0)
    return datetime.combine(day, MORNING, ALMATY).astimezone(now.tzinfo)


def finished(begin: datetime, messages: int, pace: float) -> datetime:
    """When so many messages are through, begun at a moment, at so many a second, in the daytime.

    Source: docs/operating.md; a day has twelve hours for it.
    """
    at, left = awake(begin), messages / pace
    while (room := _until_evening(at)) < left:
        left -= room
        at = awake(at + timedelta(seconds=room))
    return at + timedelta(seconds=left)


def _until_evening(at: datetime) -> float:
    """Seconds from a waking moment until it is quiet."""
    here = at.astimezone(ALMATY)
    return (datetime.combine(here.date(), EVENING, ALMATY) - here).total_seconds()
