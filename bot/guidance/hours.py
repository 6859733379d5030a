"""Hours: when people may be written to in Almaty, when it is finished, and typed days."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")
MORNING, EVENING = time(9), time(21)
PACE = 28.0  # messages a second, of Telegram's 30
PAID = 80.0  # where speed is paid for: what eight on their way bring, a tenth of a second each
_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")
_HOUR = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d)")


def awake(moment: datetime) -> datetime:
    """This moment, or the next morning's nine o'clock where it falls into the quiet hours."""
    local = moment.astimezone(ALMATY)
    if local.time() >= EVENING:
        return _on(local.date() + timedelta(days=1), MORNING)
    return _on(local.date(), MORNING) if local.time() < MORNING else moment


def finished(begins: datetime, people: int, pace: float = PACE, *, quiet: bool = True) -> datetime:
    """When the last of so many is served at so many a second (0: at once); nights are left out."""
    left = timedelta(seconds=people / pace if pace else 0)
    if not quiet:
        return begins + left
    at = awake(begins)
    while left > (room := _on(at.astimezone(ALMATY).date(), EVENING) - at):
        at, left = awake(at + room), left - room
    return at + left


def local(moment: datetime) -> str:
    """As people write it in Almaty: 23.11.2026 13:16, the minute rounded up."""
    full = moment.astimezone(ALMATY) + timedelta(seconds=59)
    return full.strftime("%d.%m.%Y %H:%M")


def typed_day(words: str) -> datetime:
    """The end of the day written as 01.12.2026; raises ValueError."""
    if not (found := _DAY.fullmatch(words.strip())):
        raise ValueError(words)
    day, month, year = map(int, found.groups())
    return _on(date(year, month, day), time(23, 59))


def typed_hour(words: str) -> datetime:
    """The moment written as 01.12.2026 10:30; raises ValueError."""
    if not (found := _HOUR.fullmatch(words.strip())):
        raise ValueError(words)
    day, month, year, hour, minute = map(int, found.groups())
    return _on(date(year, month, day), time(hour, minute))


def _on(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ALMATY).astimezone(UTC)
