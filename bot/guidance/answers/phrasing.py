"""Phrasing: whether other words for what was found say nothing that was not found.

Every figure, every name and every date in them must stand in the facts; markup, addresses and
anything long are refused. Whoever phrased them, a person would not notice a thing that is not so.
"""

import re

from bot.guidance.folding import fold
from bot.guidance.vocabulary import Vocabulary

LONGEST = 450  # letters
_FIGURE = re.compile(r"\d+(?:[\s.,\u00a0]\d+)*")
_FORBIDDEN = re.compile(r"[<>{}\[\]@#*_`|\\]|https?:|www\.|t\.me|\.(?:kz|com|ru|org)\b|[\x00-\x08]")
_WORD = re.compile(r"[^\W\d_]+")
_COUNTING = [
    "ноль",
    "один",
    "два",
    "две",
    "три",
    "четыр*",
    "пят*",
    "шест*",
    "сем*",
    "восем*",
    "девят*",
    "десят*",
    "сто",
    "сот*",
    "двест*",
    "тыся*",
    "миллион*",
    "миллиард*",
    "половин*",
    "треть*",
    "четверт*",
    "бір",
    "екі",
    "үш",
    "төрт",
    "бес",
    "алты",
    "жеті",
    "сегіз",
    "тоғыз",
    "он",
    "жүз",
    "мың",
    "миллион",
    "жартысы",
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred*",
    "thousand*",
    "million*",
    "billion*",
    "half",
    "third",
    "quarter",
    "dozen*",
    "всегда",
    "никогда",
    "гарантир*",
    "гарантия",
    "кепілдік",
    "guarantee*",
    "always",
    "never",
]
_MONTHS = [
    "январ*",
    "феврал*",
    "март*",
    "апрел*",
    "май",
    "мая",
    "июн*",
    "июл*",
    "август*",
    "сентябр*",
    "октябр*",
    "ноябр*",
    "декабр*",
    "қаңтар*",
    "ақпан*",
    "наурыз*",
    "сәуір*",
    "мамыр*",
    "маусым*",
    "шілде*",
    "тамыз*",
    "қыркүйек*",
    "қазан*",
    "қараша*",
    "желтоқсан*",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def keeps_to(facts: str, words: str) -> bool:
    """Whether these words tell no figure, name or date that the facts do not tell."""
    if not words.strip() or len(words) > LONGEST or _FORBIDDEN.search(words):
        return False
    told = Vocabulary(set(fold(facts).split()))
    counted = {_digits(one) for one in _FIGURE.findall(facts)}
    if any(_digits(one) not in counted for one in _FIGURE.findall(words)):
        return False
    return all(_stands(word, told) for word in _telling(words))


def _digits(figure: str) -> str:
    """`1 116` and `1,116` are one figure; `87,4` and `87.4` too."""
    return re.sub(r"[^\d]", "", figure)


def _telling(words: str) -> list[str]:
    """The words that must stand in the facts: names, counting words and months."""
    return [word for word in _WORD.findall(words) if word[0].isupper() or _is_counted(word)]


def _is_counted(word: str) -> bool:
    return any(_is(word.lower(), one) for one in (*_COUNTING, *_MONTHS))


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _stands(word: str, told: Vocabulary) -> bool:
    """Whether the facts have the word, in any of its forms; what is misspelt they have not."""
    folded = fold(word)
    return not folded or told.has_stem(folded)
