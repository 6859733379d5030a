"""The vocabulary: all words of all names, and which of them a typed word may be."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile

from rapidfuzz.distance import Prefix

from bot.guidance.spelling import Spelling

ALIKE = 0.75  # one edit in four letters, two in eight
SHORTEST = 4  # letters of a stem at least; one more where both words go on after it
ENDING = 1 / 3  # what a letter of an ending counts, against a letter of the stem
NEAREST = 8  # misspelt words looked at


class Vocabulary:
    """Folded words, in order."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._known = frozenset(self._words)
        self._spelling = Spelling(self._words, ALIKE, NEAREST)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def alike(self, word: str) -> dict[str, float]:
        """The words this one may be, and how alike they are, 0 to 1; what is known is itself."""
        if len(word) < SHORTEST:
            return {word: 1.0} if word in self else {}
        found = dict(self._inflected(word))
        return found if word in self else self._misspelt(word) | found

    def has_stem(self, word: str) -> bool:
        """Whether it is one of the words, or another form of one."""
        return word in self or any(True for _ in self._inflected(word))

    def _misspelt(self, word: str) -> dict[str, float]:
        return {other: score * score for other, score in self._spelling.near(word).items()}

    def _inflected(self, word: str) -> Iterator[tuple[str, float]]:
        """Words of the same stem."""
        stem = word[:SHORTEST]
        at = bisect_left(self._words, stem)
        for other in takewhile(lambda other: other.startswith(stem), self._words[at:]):
            if (score := stemmed(word, other)) >= ALIKE:
                yield other, score


def stemmed(word: str, other: str) -> float:
    """How alike two words are that differ in their endings only, 0 to 1."""
    stem = Prefix.similarity(word, other)
    endings = len(word) + len(other) - 2 * stem
    whole = stem in (len(word), len(other))
    return stem / (stem + ENDING * endings) if stem >= SHORTEST + (not whole) else 0.0
