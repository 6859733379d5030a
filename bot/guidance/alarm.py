"""Alarm: words by which somebody may say that they are in trouble. It counts and keeps nothing.

Rather once too often than once too few: all that follows is a card with the numbers of help.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.guidance.listening import Sayings
from content.kinds import LANGUAGES, Language
from content.shifts import Alarm

LONGEST = 4096  # letters of a text that are listened to


@dataclass(frozen=True)
class Help:
    """Where help is: the number to call at any hour, and the address of a chat, if one is known."""

    number: str = "111"
    chat: str = ""


HELP = Help()


def is_heard(words: str, alarms: Sequence[Alarm]) -> bool:
    """Whether these words may be a call for help, in any of the languages."""
    return any(known.heard(words[:LONGEST]) for known in _sayings(tuple(alarms)))


def heard(words: str, alarms: Sequence[Alarm]) -> list[str]:
    """The sayings in these words, for whoever mends the lists."""
    return [one for known in _sayings(tuple(alarms)) for one in known.heard(words)]


@lru_cache(maxsize=4)
def _sayings(alarms: tuple[Alarm, ...]) -> list[Sayings]:
    return [_of(language, alarms) for language in LANGUAGES]


def _of(language: Language, alarms: tuple[Alarm, ...]) -> Sayings:
    """What the alarms say in one language; a meaning told twice is told together."""
    among: dict[str, list[str]] = {}
    for meaning in (one for alarm in alarms for one in alarm.among):
        among.setdefault(meaning.name, []).extend(getattr(meaning, language))
    sayings = (one for alarm in alarms for one in getattr(alarm.words, language))
    unless = (one for alarm in alarms for one in getattr(alarm.unless, language))
    return Sayings(sayings, unless, among)
