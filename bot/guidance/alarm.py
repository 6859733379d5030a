"""Alarm: words by which somebody may say that they are in trouble. It counts and keeps nothing.

Rather once too often than once too few: all that follows is a card with the numbers of help.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.guidance.listening import Sayings, spoken
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language
from content.shifts import Alarm

LONGEST = 4096  # letters of a text that are listened to


@dataclass(frozen=True)
class Help:
    """Where help is: the number to call at any hour, and the address of a chat, if one is known."""

    number: str = "111"
    chat: str = ""


HELP = Help()


def is_heard(words: str, catalogue: Catalogue) -> bool:
    """Whether these words may be a call for help, in any of the languages."""
    said = spoken(words[:LONGEST])
    return any(known.heard(said) for known in sayings(catalogue))


@lru_cache(maxsize=2)
def sayings(catalogue: Catalogue) -> list[Sayings]:
    """What is listened for, in each language; made once."""
    alarms = catalogue.every("alarms", Alarm)
    return [_of(language, alarms) for language in LANGUAGES]


def _of(language: Language, alarms: Sequence[Alarm]) -> Sayings:
    """What the alarms say in one language; a meaning told twice is told together."""
    among: dict[str, list[str]] = {}
    for meaning in (one for alarm in alarms for one in alarm.among):
        among.setdefault(meaning.name, []).extend(getattr(meaning, language))
    sayings = (one for alarm in alarms for one in getattr(alarm.words, language))
    unless = (one for alarm in alarms for one in getattr(alarm.unless, language))
    return Sayings(sayings, unless, among)
