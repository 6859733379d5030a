"""Spelling: which known words a misspelt one may be."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

REMEMBERED = 4096  # misspelt words: people misspell the same ones


class Spelling:
    """Words, each found under every length of words it can be `least` alike to, 0 to 1.

    Alike is 1 less the edits for each letter of the longer one (Levenshtein). `near` gives at most
    `most` words the asked one may be, and how alike they are, the likest first.
    """

    def __init__(self, words: Iterable[str], least: float, most: int) -> None:
        self._least, self._most = least, most
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in words:
            for length in range(math.ceil(len(word) * least), int(len(word) / least) + 1):
                self._by_length[length].append(word)
        self.near: Callable[[str], dict[str, float]] = lru_cache(REMEMBERED)(self._near)

    def _near(self, word: str) -> dict[str, float]:
        told = process.extract(
            word,
            self._by_length.get(len(word), ()),
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=self._least,
            limit=self._most,
        )
        return {other: score for other, score, _ in told}
