"""Concepts: what the words of a sentence are about, in any of the languages and spellings.

The longest phrase that fits is taken at each word. Words that no phrase knows may be misspelt: a
stem of six letters may be one edit away, one of nine letters two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bot.guidance.folding import fold
from content.asking import Concept, Talk
from content.kinds import LANGUAGES

SHORTEST, LONG = 6, 9  # letters of a stem that may be misspelt, and misspelt twice

Phrase = tuple[tuple[str, bool], ...]  # its words, and whether each stands for all that begin so


@dataclass(frozen=True)
class Spotted:
    """A concept, and the words of the sentence that spoke of it: from `at`, so many."""

    slug: str
    at: int
    words: int


class Concepts:
    """All concepts, ready to be looked for."""

    def __init__(self, concepts: Iterable[Concept | Talk]) -> None:
        self._by_word: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        self._by_stem: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        for concept in concepts:
            for phrase in _phrases(concept):
                word, begun = phrase[0]
                (self._by_stem if begun else self._by_word)[word].append((phrase, concept.slug))
                if begun and word.endswith("t"):  # agreement*, agreements: ts is folded to one sign
                    plural = ((f"{word[:-1]}c", True), *phrase[1:])
                    self._by_stem[plural[0][0]].append((plural, concept.slug))
        self._stems = sorted({len(stem) for stem in self._by_stem}, reverse=True)
        self._single = _single(self._by_word, self._by_stem)

    def spotted(self, words: Sequence[str]) -> list[Spotted]:
        """The concepts these folded words speak of, in their order; the longest phrases first."""
        found, at = list[Spotted](), 0
        while at < len(words):
            here = self._here(words, at)
            found += here
            at += max((one.words for one in here), default=1)
        return found

    def misspelt(self, word: str) -> str:
        """The concept a word may be meant to speak of, or nothing."""
        for length, stems in self._single.items():
            most = 2 if length >= LONG else 1
            if len(word) >= length - most:
                begun = [stem for stem in stems if stem in self._by_stem]
                near = _nearest(word[:length], begun, most) or _nearest(word, [*stems], most)
                if near:
                    return stems[near]
        return ""

    def _here(self, words: Sequence[str], at: int) -> list[Spotted]:
        """The concepts whose longest phrases begin at this word."""
        fits = [(len(p), slug) for p, slug in self._begun(words[at]) if _fits(p, words, at)]
        most = max((length for length, _ in fits), default=0)
        slugs = dict.fromkeys(slug for length, slug in fits if length == most)
        return [Spotted(slug, at, most) for slug in slugs]

    def _begun(self, word: str) -> Iterator[tuple[Phrase, str]]:
        """The phrases that may begin with this word."""
        yield from self._by_word.get(word, ())
        for length in self._stems:
            if length <= len(word):
                yield from self._by_stem.get(word[:length], ())


def _nearest(word: str, among: Sequence[str], most: int) -> str:
    """The one of these that is so many edits away at most, and begins alike; or nothing."""
    near = process.extractOne(word, among, scorer=Levenshtein.distance, score_cutoff=most)
    return near[0] if near and near[0][0] == word[0] else ""


def _phrases(concept: Concept | Talk) -> Iterator[Phrase]:
    for language in LANGUAGES:
        for written in getattr(concept.words, language):
            yield tuple(
                (part, word.endswith("*"))
                for word in written.split()
                for part in fold(word.rstrip("*")).split()
            )


def _fits(phrase: Phrase, words: Sequence[str], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(
        word.startswith(part) if begun else word == part
        for (part, begun), word in zip(phrase, words[at:], strict=False)
    )


def _single(*indexes: dict[str, list[tuple[Phrase, str]]]) -> dict[int, dict[str, str]]:
    """Concepts of one long word each, by the word's length, the longest first."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for index in indexes:
        for word, phrases in index.items():
            for phrase, slug in phrases:
                if len(phrase) == 1 and len(word) >= SHORTEST:
                    found[len(word)].setdefault(word, slug)
    return dict(sorted(found.items(), reverse=True))


def beside(words: Sequence[str], spotted: Sequence[Spotted]) -> list[str]:
    """The words that no concept takes."""
    taken = {at for one in spotted for at in range(one.at, one.at + one.words)}
    return [word for at, word in enumerate(words) if at not in taken]
