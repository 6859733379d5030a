"""Phrases: which of some words and phrases a text holds, however it is spelt."""

import re
from collections.abc import Callable, Iterable

from bot.guidance.folding import fold
from content.kinds import LANGUAGES, Names

Held = Callable[[str], bool]  # of a folded text with a space at either end


class Phrases:
    """Phrases to look for; a word that ends with a star stands for all that begin so."""

    def __init__(self, names: Names) -> None:
        every = {phrase for language in LANGUAGES for phrase in getattr(names, language)}
        self._held = {_folded(phrase): _held(phrase) for phrase in sorted(every)}

    def found(self, text: str) -> list[str]:
        """The phrases this text holds, each once, as they are folded."""
        words = f" {fold(text)} "
        return [phrase for phrase, is_held in self._held.items() if is_held(words)]

    def any(self, folded: str) -> bool:
        """Whether the folded text holds one of them."""
        words = f" {folded} "
        return any(is_held(words) for is_held in self._held.values())


def _held(phrase: str) -> Held:
    """Looking for one phrase: a stem inside it is a pattern, at its end it is not worth one."""
    folded = _folded(phrase)
    if "*" in folded[:-1]:
        pattern = re.compile(" " + folded.replace("*", r"\w*") + ("" if folded[-1] == "*" else " "))
        return lambda words: pattern.search(words) is not None
    wanted = f" {folded.removesuffix('*')}" + ("" if folded[-1] == "*" else " ")
    return lambda words: wanted in words


def _folded(phrase: str) -> str:
    """`бь* меня` as `b* mena`."""
    return " ".join(_stem(word) for word in phrase.split())


def _stem(word: str) -> str:
    return fold(word.removesuffix("*")) + "*" * word.endswith("*")


def together(names: Iterable[Names]) -> Names:
    """The words of several as one."""
    every = tuple(names)
    return Names(
        **{
            language: tuple(word for one in every for word in getattr(one, language))
            for language in LANGUAGES
        }
    )
