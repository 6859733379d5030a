"""Alarm: words by which somebody may say that they are in trouble. It counts and keeps nothing.

Rather once too often than once too few: all that follows is a card with the numbers of help.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.guidance.phrases import Phrases, together
from content.shifts import Alarm


def is_heard(words: str, alarms: Sequence[Alarm]) -> bool:
    """Whether these words may be a call for help."""
    return _phrases(tuple(alarms)).any(words)


@lru_cache(maxsize=4)
def _phrases(alarms: tuple[Alarm, ...]) -> Phrases:
    return Phrases(together(alarm.words for alarm in alarms))
