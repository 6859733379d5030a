"""Phrasing: whether other words for what was found say nothing that was not found.

Every figure, every name, every date and every "not" in them must stand in the facts; markup,
addresses, another language and anything long are refused, rather once too often than once too few.
What it cannot see: two figures of the facts that changed places.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from bot.guidance.answers.telling import NEGATIONS, OPENINGS, is_counted
from bot.guidance.folding import fold
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language

LONGEST = 500  # letters
NAMING = ("colleges", "employers", "regions", "programmes")  # whose names may not be made up
OWN_SCRIPT = 0.5  # of the letters at least, in the script of the language
_PLAIN = re.compile(r"[\w\s\u00a0\u202f.,:;!?()«»“”„\"'’‘–—%-]+", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"[^\W\d_]{2,}\.[^\W\d_]|_|www|http", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,:]\d+)*\s?%?")
_THOUSANDS = re.compile(r"[\s\u00a0\u202f]|[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?:]\s+[«“\"]?)([^\W\d_]+)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)


def keeps_to(facts: str, words: str, language: Language, names: Collection[str] = ()) -> bool:
    """Whether these words tell no figure, name or date that the facts do not tell.

    `names` are the folded words of names that may not be told either, unless the facts tell them.
    """
    if not words.strip() or len(words) > LONGEST or not _is_plain(words):
        return False
    told = Vocabulary(set(fold(facts).split()))
    return (
        _figures(words) <= _figures(facts)
        and _denies(words) == _denies(facts)
        and _is_in(language, words, told)
        and all(_stands(word, told) for word in _telling(words, names))
    )


def _is_plain(words: str) -> bool:
    """Letters, digits and the signs of a sentence only, and no address."""
    spelled = _LETTERS.sub("a", words)
    return bool(_PLAIN.fullmatch(spelled)) and not _ADDRESS.search(words)


def _figures(words: str) -> set[str]:
    """The figures, each in one spelling: `1 116` and `1,116`, `87,4 %` and `87.4%`."""
    return {_THOUSANDS.sub("", one).rstrip(".,:").replace(",", ".") for one in _found(words)}


def _found(words: str) -> list[str]:
    return _FIGURE.findall(words)


def _denies(words: str) -> bool:
    return any(word.lower() in NEGATIONS for word in _WORD.findall(words))


def _is_in(language: Language, words: str, told: Vocabulary) -> bool:
    """Whether it is in the script of the language; words in another one stand in the facts."""
    letters = _LETTERS.findall(words)
    own = [one for one in letters if bool(_CYRILLIC.match(one)) != (language == "en")]
    if not letters or len(own) < OWN_SCRIPT * len(letters):
        return False
    if language == "kk" and not _KAZAKH.search(words):
        return False
    if any(_is_mixed(word) for word in _WORD.findall(words)):
        return False
    return all(_stands(word, told) for word in _WORD.findall(words) if _is_foreign(word, language))


def _is_mixed(word: str) -> bool:
    """Whether a letter stands in it that only looks like one of its own."""
    return 0 < len(_CYRILLIC.findall(word)) < len(word)


def _is_foreign(word: str, language: Language) -> bool:
    cyrillic = len(_CYRILLIC.findall(word))
    if language == "en":
        return cyrillic > 0
    return cyrillic < len(word) or (language == "ru" and bool(_KAZAKH.search(word)))


def _telling(words: str, names: Collection[str]) -> list[str]:
    """The words that must stand in the facts: names, counting words, months and promises."""
    opening = {match.start(1) for match in _OPENS.finditer(words)}
    return [
        found[0]
        for found in _WORD.finditer(words)
        if not (found.start() in opening and found[0].lower() in OPENINGS)
        and (
            found[0] != found[0].lower() or is_counted(found[0].lower()) or fold(found[0]) in names
        )
    ]


def _stands(word: str, told: Vocabulary) -> bool:
    """Whether the facts have the word: a name in any of its forms, a counting word as it stands."""
    folded = fold(word)
    return folded in told if is_counted(word.lower()) else told.has_stem(folded)


@lru_cache(maxsize=2)
def names_of(catalogue: Catalogue) -> frozenset[str]:
    """The folded words of all names of colleges, employers, programmes and regions."""
    things = [thing for kind in NAMING for thing in getattr(catalogue, kind)]
    names = [thing.name[language] for thing in things for language in LANGUAGES]
    return frozenset(word for name in names for word in fold(name).split() if len(word) > 2)
