"""Tongues: in which of the three languages somebody typed the name of a thing."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.guidance.folding import fold
from content.kinds import LANGUAGES, Language, Text

ALIKE = 60.0  # of 100: less alike than this, the words are no name in that language
NEAR = 5.0  # languages this near to the best one are meant as well


def tongues(words: str, names: Iterable[Text]) -> tuple[Language, ...]:
    """The languages in which one of the names is nearest to the words; all where none is near.

    Several, where a name is written alike in them.
    """
    asked, names = fold(words), tuple(names)
    scores = {
        language: max(fuzz.token_set_ratio(asked, fold(name[language])) for name in names)
        for language in LANGUAGES
    }
    least = max(ALIKE, max(scores.values()) - NEAR)
    return tuple(each for each in LANGUAGES if scores[each] >= least) or LANGUAGES


def asked_in(words: str) -> tuple[str, tuple[Language, ...]]:
    """The words without a language named last (`welder kk`), and that language, if one is."""
    before, _, last = words.strip().rpartition(" ")
    for language in LANGUAGES:
        if last.lower() == language:
            return before, (language,)
    return words.strip(), ()
