"""Finding by words: any typed sentence, in three languages and any spelling, to things.

A sentence loses its stop words, its words for a kind ("college", "plant") and its place; what is
left is matched word by word against the words of all names. A name's score, 0 to 1, is the share of
the asked words it holds (rare words weigh more, half-alike words count for less), tempered by how
much of the name was asked for. Thresholds and the bar: docs/method.md, "Finding by words".
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bot.guidance.folding import fold
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Names, Thing

KINDS = ("professions", "colleges", "employers", "programmes", "terms")
SCORER = Levenshtein.normalized_similarity  # 0 to 1
ALIKE = 0.75  # one edit in four letters, two in eight
SHORTEST, ENDING = 4, 5  # letters of a stem at least, of an ending at most
WANTED = 0.04  # what the right kind adds to a score
SURE, AHEAD, LIKELY = 0.80, 0.10, 0.50
GUESSES = 3
LONGEST = 200  # letters of a sentence that are read


@dataclass(frozen=True)
class Guess:
    """A thing the words may mean, and how surely, 0 to 1."""

    kind: str
    slug: str
    score: float


@dataclass(frozen=True)
class Found:
    """What a sentence asks for: up to three guesses, a place, and the kind of thing wanted."""

    guesses: tuple[Guess, ...] = ()
    region: str = ""
    wanted: str = ""

    @property
    def sure(self) -> bool:
        """Whether the first guess can be shown without asking back."""
        first, second = ([guess.score for guess in self.guesses] + [0.0, 0.0])[:2]
        return first >= SURE and first - second >= AHEAD


@dataclass(frozen=True)
class _Name:
    """One name of a thing: whose it is, its words, and what they weigh together."""

    owner: tuple[str, str]
    words: tuple[str, ...]
    weight: float


class Index:
    """All names of a catalogue, ready to be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._hints = {hint.slug: _folded(hint.words) for hint in catalogue.hints}
        self._hinted = {word: kind for kind in KINDS for word in self._hints.get(kind, ())}
        self._places = dict(_places(catalogue))
        written = list(_written(catalogue))
        self._weights = _weights(words for _, words in written)
        self._names = [_Name(owner, words, self._weigh(words)) for owner, words in written]
        self._holding = _holding(self._names)
        self._vocabulary = sorted(self._holding)
        self._typical = math.log(1 + len(self._names) / 2)

    def find(self, words: str) -> Found:
        """What the sentence asks for."""
        asked = [word for word in fold(words[:LONGEST]).split() if word not in self._stop]
        region, asked = self._place(asked)
        wanted = next((self._hinted[word] for word in asked if word in self._hinted), "")
        told = [word for word in asked if word not in self._hinted]
        return Found(tuple(self._guesses(told, wanted)), region, wanted)

    @property
    def _stop(self) -> frozenset[str]:
        return self._hints.get("stop", frozenset())

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in words)

    def _place(self, asked: list[str]) -> tuple[str, list[str]]:
        """The region some of the words name, and the words without them."""
        for length in (2, 1):
            for at in range(len(asked) - length + 1):
                if region := self._region(" ".join(asked[at : at + length])):
                    return region, asked[:at] + asked[at + length :]
        return "", asked

    def _region(self, words: str) -> str:
        """The region whose name, or whose town's name, the words are, in any grammatical case."""
        if words in self._places:
            return self._places[words]
        if len(words) < 5 or words in self._weights:
            return ""
        cut = (words[:end] for end in range(len(words) - 1, len(words) - ENDING, -1))
        if stem := next((stem for stem in cut if len(stem) >= 4 and stem in self._places), ""):
            return self._places[stem]
        near = process.extractOne(words, self._places.keys(), scorer=SCORER, score_cutoff=0.8)
        return self._places[near[0]] if near else ""

    def _guesses(self, asked: list[str], wanted: str) -> list[Guess]:
        """The likeliest things, those of the wanted kind before their equals."""
        likeness = [self._alike(word) for word in asked]
        weights = [self._asked_weight(alike) for alike in likeness]
        scores: dict[tuple[str, str], float] = {}
        for at in {at for alike in likeness for word in alike for at in self._holding[word]}:
            name = self._names[at]
            score = self._score(name, likeness, weights)
            if score >= LIKELY:
                score += WANTED if name.owner[0] == wanted else 0.0
                scores[name.owner] = max(score, scores.get(name.owner, 0.0))
        every = [Guess(kind, slug, min(1.0, score)) for (kind, slug), score in scores.items()]
        likely = {guess.slug: guess for guess in sorted(every, key=_likeliest, reverse=True)}
        return sorted(likely.values(), key=_likeliest)[:GUESSES]

    def _alike(self, word: str) -> dict[str, float]:
        """The words of names that may be this word, and how alike they are, 0 to 1."""
        if word in self._holding:
            return {word: 1.0}
        if len(word) < SHORTEST:
            return {}
        near = process.extract(word, self._vocabulary, scorer=SCORER, score_cutoff=ALIKE, limit=8)
        return {other: score for other, score, _ in near} | self._inflected(word)

    def _inflected(self, word: str) -> dict[str, float]:
        """Words that differ in their ending only: the asked one is cut, or the other goes on."""
        cut = (
            word[:end] for end in range(len(word) - 1, max(SHORTEST, len(word) - ENDING) - 1, -1)
        )
        found = {stem: 1 - 0.03 * (len(word) - len(stem)) for stem in cut if stem in self._holding}
        at = bisect_left(self._vocabulary, word)
        longer = takewhile(lambda other: other.startswith(word), self._vocabulary[at:])
        return found | {other: 1 - 0.03 * (len(other) - len(word)) for other in islice(longer, 20)}

    def _asked_weight(self, alike: Mapping[str, float]) -> float:
        """What an asked word weighs; one that no name holds weighs as a rare one."""
        return max((self._weights[word] for word in alike), default=self._typical)

    def _score(self, name: _Name, likeness: list[dict[str, float]], weights: list[float]) -> float:
        """The share of the asked words the name holds, times how much of the name was asked."""
        held = told = 0.0
        for alike, weight in zip(likeness, weights, strict=True):
            score, word = max(((alike.get(own, 0.0), own) for own in name.words), default=(0.0, ""))
            held += weight * score
            told += self._weights[word] if score else 0.0
        return held / sum(weights) * (0.7 + 0.3 * min(1.0, told / name.weight))


def _likeliest(guess: Guess) -> tuple[float, int, str]:
    return -guess.score, KINDS.index(guess.kind), guess.slug


def _folded(words: Names) -> frozenset[str]:
    every = (word for language in LANGUAGES for word in getattr(words, language))
    return frozenset(part for word in every for part in fold(word).split())


def _places(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Folded names of regions and of their towns, each with its region's address."""
    for region in catalogue.regions:
        for named in (region, *region.places):
            for name in _all_names(named):
                yield fold(name), region.slug


def _written(catalogue: Catalogue) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """Every name anybody might type, as folded words, with whose it is."""
    for kind in KINDS:
        for thing in catalogue.every(kind, Thing):
            for words in {tuple(fold(name).split()) for name in _all_names(thing)}:
                if words:
                    yield (kind, thing.slug), words


def _all_names(thing: Thing) -> Iterator[str]:
    for language in LANGUAGES:
        yield thing.name[language]
        yield thing.label[language]
        yield from getattr(thing.other_names, language)


def _weights(names: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """How telling each word is: the fewer names hold it, the more (inverse document frequency)."""
    counts: dict[str, int] = defaultdict(int)
    total = 0
    for words in names:
        total += 1
        for word in set(words):
            counts[word] += 1
    return {word: math.log(1 + total / (1 + count)) for word, count in counts.items()}


def _holding(names: list[_Name]) -> dict[str, list[int]]:
    """Which names hold a word, by their place in the list."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        for word in set(name.words):
            held[word].append(at)
    return dict(held)


@lru_cache(maxsize=2)
def index(catalogue: Catalogue) -> Index:
    """The index of a catalogue, made once."""
    return Index(catalogue)
