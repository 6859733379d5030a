"""Hints in a sentence: words that tell nothing, and words that name a kind of thing."""

from collections.abc import Iterable, Iterator

from bot.guidance.folding import fold
from content.catalogue import Hint
from content.kinds import LANGUAGES

STOP = "stop"


class Hints:
    """The words of `content/hints.yaml`; one that ends with `*` stands for all that begin so."""

    def __init__(self, hints: Iterable[Hint]) -> None:
        written = [(word, hint.slug) for hint in hints for word in _words(hint)]
        self._whole = {fold(word): kind for word, kind in written if "*" not in word}
        self._begun = {fold(word): kind for word, kind in written if "*" in word}
        self._lengths = sorted({len(stem) for stem in self._begun}, reverse=True)

    def taken(self, words: list[str]) -> tuple[str, list[str]]:
        """The kind that is wanted, if any, and the words that are no hints."""
        kinds = [self._kind(word) for word in words]
        wanted = next((kind for kind in kinds if kind not in ("", STOP)), "")
        return wanted, [word for word, kind in zip(words, kinds, strict=True) if not kind]

    def _kind(self, word: str) -> str:
        """The kind this word tells of, `stop`, or nothing."""
        if word in self._whole:
            return self._whole[word]
        begun = (word[:length] for length in self._lengths)
        return next((self._begun[stem] for stem in begun if stem in self._begun), "")


def _words(hint: Hint) -> Iterator[str]:
    for language in LANGUAGES:
        yield from getattr(hint.words, language)
