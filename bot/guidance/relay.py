"""The relay's rules: how many questions a day, how long they may be, and when an answer is due."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.guidance.hours import awake

A_DAY = 5  # questions of one person within 24 hours
DAY = timedelta(days=1)
LONGEST = 1500  # letters of a question, as Telegram counts them
LONGEST_ANSWER = 3000
TARGET = timedelta(hours=48)  # in which a counselor is to answer
URGENT = timedelta(minutes=15)  # the same, where it may be a call for help
ALIASES = range(1000, 10000)


def due(now: datetime, *, urgent: bool = False) -> datetime:
    """By when a counselor is to answer; what comes at night counts from the morning."""
    return awake(now) + (URGENT if urgent else TARGET)


def left(said: Sequence[datetime]) -> int:
    """How many questions may still be asked, of those `said` within the last day."""
    return max(0, A_DAY - len(said))


def again(said: Sequence[datetime]) -> datetime:
    """When the next question may be asked, where none may be now; the earliest said comes first."""
    return said[-A_DAY] + DAY


def length(words: str) -> int:
    """Letters as Telegram counts them: UTF-16 units."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def wrong(words: str, most: int = LONGEST) -> str:
    """What keeps words from being sent on: `long`, `empty` (no letter in them), or nothing."""
    if length(words) > most:
        return "long"
    return "" if any(sign.isalnum() for sign in words) else "empty"


def alias(taken: Collection[int], chance: Random) -> int:
    """A number nobody goes by now; where many are taken, one that may be another's too."""
    tried = [chance.choice(ALIASES) for _ in range(50)]
    return next((one for one in tried if one not in taken), tried[0])
