"""Spelling: which known words a misspelt one may be."""

import math
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein


class Spelling:
    """Words, each found under every length of words it can be `least` alike to, 0 to 1.

    Alike is 1 less the edits for each letter of the longer one (Levenshtein).
    """

    def __init__(self, words: Iterable[str], least: float) -> None:
        self._least = least
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            for length in range(math.ceil(len(word) * least), int(len(word) / least) + 1):
                self._by_length[length].append(word)

    def near(self, word: str, most: int) -> list[tuple[str, float]]:
        """At most so many words it may be, and how alike they are, the likest first."""
        told = process.extract(
            word,
            self._by_length.get(len(word), ()),
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=self._least,
            limit=most,
        )
        return [(other, score) for other, score, _ in told]
