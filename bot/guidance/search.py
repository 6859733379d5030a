"""Finding by words: any typed sentence, in three languages and any spelling, to things.

A sentence loses its place, its words for a kind ("college", "plant") and its stop words; what is
left is matched word by word against the words of all names. A name's score, 0 to 1, is the share of
the asked words it holds (rare words weigh more, half-alike words count for less), tempered by how
much of the name was asked for. Thresholds and the bar: docs/method.md, "Finding by words".
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from bot.guidance.folding import fold
from bot.guidance.places import Places, all_names
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.catalogue import Hint
from content.kinds import LANGUAGES, Thing

KINDS = ("professions", "colleges", "employers", "programmes", "terms")
STRANGE = 0.4  # what a word that no name holds weighs, against one that a single name holds
ASKED, NAMED = 0.7, 0.3  # the share of what was asked, the share of the name
ELSEWHERE, OTHER_KIND = 0.8, 0.9  # what is left of a score in another region, of another kind
SURE, AHEAD, LIKELY = 0.80, 0.10, 0.50
GUESSES = 3
CLOSER = 300  # names looked at closely
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


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a thing: its words without place and kind, and what they weigh together."""

    kind: str
    slug: str
    region: str
    words: tuple[str, ...]
    weight: float


class Index:
    """All names of a catalogue, ready to be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._places = Places(catalogue.regions)
        self._hints = Hints(catalogue.hints)
        named = list(_named(catalogue))
        counts = Counter(word for _, words in named for word in set(words))
        self._weights = {
            word: math.log(1 + len(named) / (1 + count)) for word, count in counts.items()
        }
        self._vocabulary = Vocabulary(counts)
        self._strange = STRANGE * math.log(1 + len(named) / 2)
        self._alone: dict[tuple[str, str], str] = {}  # the college that is called by its town only
        self._names = list(self._weighed(named))
        self._holding = _holding(self._names)

    def find(self, words: str) -> Found:
        """What the sentence asks for."""
        region, town, rest = self._places.taken(fold(words[:LONGEST]).split())
        wanted, rest = self._hints.taken(rest, self._vocabulary)
        if not rest and (wanted, town) in self._alone:
            return Found((Guess(wanted, self._alone[wanted, town], 1.0),), region, wanted)
        return Found(tuple(self._guesses(rest, wanted, region)), region, wanted)

    def _weighed(self, named: Iterable[tuple[Thing, tuple[str, ...]]]) -> Iterator[_Name]:
        """The names without their place and kind."""
        for (kind, thing), words in named:
            region, town, rest = self._places.taken(list(words))
            own = tuple(word for word in rest if self._hints.kind(word) != kind)
            if own:
                weight = sum(self._weights[word] for word in own)
                yield _Name(kind, thing.slug, getattr(thing, "region", None) or "", own, weight)
            elif town:
                self._alone[kind, town] = thing.slug

    def _guesses(self, asked: list[str], wanted: str, region: str) -> list[Guess]:
        """The likeliest things."""
        likeness = [self._vocabulary.alike(word) for word in asked]
        scores: dict[tuple[str, str], float] = {}
        for name, score in self._scored(likeness, region):
            score *= 1.0 if wanted in ("", name.kind) else OTHER_KIND
            if score >= LIKELY:
                owner = name.kind, name.slug
                scores[owner] = max(score, scores.get(owner, 0.0))
        every = [Guess(kind, slug, score) for (kind, slug), score in scores.items()]
        # a programme and the term that explains it share a slug: one of them is enough
        likely = {guess.slug: guess for guess in sorted(every, key=_likeliest, reverse=True)}
        return sorted(likely.values(), key=_likeliest)[:GUESSES]

    def _scored(
        self, likeness: list[dict[str, float]], region: str
    ) -> Iterator[tuple[_Name, float]]:
        """Names that hold some of the asked words, the share of these times that of the name."""
        weights = [self._weight(alike) for alike in likeness]
        held = self._held(likeness, weights)
        for name, share in ((self._names[at], held[at]) for at in nlargest(CLOSER, held, held.get)):
            told = sum(
                max(self._weights[word] * alike.get(word, 0.0) for alike in likeness)
                for word in name.words
            )
            score = share / sum(weights) * (ASKED + NAMED * told / name.weight)
            yield name, score * (ELSEWHERE if region and name.region not in ("", region) else 1.0)

    def _weight(self, alike: Mapping[str, float]) -> float:
        """What an asked word weighs: as much as the rarest word it may be."""
        return max((self._weights[word] for word in alike), default=self._strange)

    def _held(
        self, likeness: list[dict[str, float]], weights: list[float]
    ) -> dict[int, float]:
        """What of the asked words each name holds, by its place in the list."""
        held: dict[int, float] = defaultdict(float)
        for alike, weight in zip(likeness, weights, strict=True):
            best: dict[int, float] = {}
            for word, score in sorted(alike.items(), key=lambda each: each[1]):
                best.update(dict.fromkeys(self._holding.get(word, ()), score * weight))
            for at, score in best.items():
                held[at] += score
        return held


class Hints:
    """Words that tell nothing, and words that tell which kind of thing is wanted."""

    def __init__(self, hints: Iterable[Hint]) -> None:
        ...
