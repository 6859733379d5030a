"""Finding by words: any typed sentence, in three languages and any spelling, to things.

A sentence loses its place, its words for a kind ("college", "plant") and its stop words; what is
left is matched word by word against the words of all names. A name's score, 0 to 1, is the share of
the asked words it holds (rare words weigh more, half-alike words count for less), tempered by how
much of the name was asked for. Thresholds and the bar: docs/method.md, "Finding by words".
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter

from bot.guidance.folding import fold
from bot.guidance.hints import Hints
from bot.guidance.places import Places, all_names
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.kinds import Thing

KINDS = ("professions", "colleges", "employers", "programmes", "terms", "missions")
STRANGE = 0.75  # what a word that no name holds weighs, against one that a single name holds
ASKED, NAMED = 0.7, 0.3  # the share of what was asked, the share of the name
NEXT_TOWN, ELSEWHERE = 0.95, 0.8  # what is left of a score in another town, in another region
OTHER_KIND = 0.85  # and of another kind
SURE, AHEAD, LIKELY = 0.86, 0.10, 0.50
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
    """What a sentence asks for: up to three guesses, a place, and the kind of thing wanted.

    It is `strange` where there are words in it that lead nowhere, and so no guesses.
    """

    guesses: tuple[Guess, ...] = ()
    region: str = ""
    wanted: str = ""
    strange: bool = False

    @property
    def sure(self) -> bool:
        """Whether the first guess can be shown without asking back."""
        first, second = ([guess.score for guess in self.guesses] + [0.0, 0.0])[:2]
        return first >= SURE and first - second >= AHEAD

    @property
    def lists(self) -> bool:
        """Whether it asks for a kind of thing in a place, and for nothing else."""
        return bool(self.region and self.wanted) and not (self.guesses or self.strange)


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing and its names, each without its place, and without hints and stop words."""

    kind: str
    slug: str
    region: str
    place: str
    names: tuple[tuple[str, ...], ...]
    kinds: frozenset[str]  # its own, and those its names speak of: "power plant operator"


class Index:
    """All names of a catalogue, ready to be asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.hints = Hints(catalogue.hints)
        self.places = Places(catalogue.regions, self.hints)
        self._alone: dict[tuple[str, str], str] = {}  # who is called by a kind and a town only
        self._things = [self._named(kind, thing) for kind, thing in _every(catalogue)]
        self._at = {(one.kind, one.slug): at for at, one in enumerate(self._things)}
        self._holding = _holding(self._things)
        self._weights = _weights(self._holding, len(self._things))
        self._whole = {name: self._sum(name) for thing in self._things for name in thing.names}
        self._vocabulary = Vocabulary(self._holding)
        self._strange = STRANGE * math.log(1 + len(self._things) / 2)

    def find(self, words: str, most: int = GUESSES) -> Found:
        """What the sentence asks for, with so many guesses at most."""
        typed = _spoken(words[:LONGEST])
        region, town, rest = self.places.taken(typed, self._holding)
        wanted, rest = self.hints.taken(rest)
        if not rest and (wanted, town) in self._alone:
            return Found((Guess(wanted, self._alone[wanted, town], 1.0),), region, wanted)
        asked = rest or ([] if region or wanted else typed)
        guesses = tuple(self._guesses(asked, wanted, region, town)[:most])
        return Found(guesses, region, wanted, strange=bool(asked and not guesses))

    def knows(self, word: str) -> bool:
        """Whether this folded word may be of somebody's name."""
        return bool(self._vocabulary.alike(word))

    def holds(self, word: str) -> bool:
        """Whether this folded word is, as it stands, a word of somebody's name."""
        return word in self._holding

    def inflects(self, word: str) -> bool:
        """Whether this folded word is a word of somebody's name in any of its forms."""
        return self._vocabulary.has_stem(word)

    def names(self, guess: Guess, word: str) -> bool:
        """Whether this folded word may be of this thing's name."""
        here = self._at[guess.kind, guess.slug]
        return any(here in self._holding[alike] for alike in self._vocabulary.alike(word))

    def _named(self, kind: str, thing: Thing) -> _Named:
        """The thing with its names; a college that is called by its town only is noted."""
        names, kinds = set(), {kind}
        for words in {tuple(fold(name).split()) for name in all_names(thing)}:
            _, town, rest = self.places.taken(list(words), words)
            wanted, own = self.hints.taken(rest)
            kinds.add(wanted)
            names.add(tuple(own or ([] if town else rest)))
            if town and not own:
                self._alone[kind, town] = thing.slug
        region, place = (getattr(thing, where, None) or "" for where in ("region", "place"))
        told = tuple(filter(None, names))
        return _Named(kind, thing.slug, region, place, told, frozenset(kinds))

    def _guesses(self, asked: list[str], wanted: str, region: str, town: str) -> list[Guess]:
        """The likeliest things; one of a programme and the term that explains it."""
        likeness = [self._vocabulary.alike(word) for word in asked]
        scored = self._scored(likeness)
        near = [(thing, score * _near(thing, region, town)) for thing, score in scored]
        likely = [(thing, score) for thing, score in near if score >= LIKELY]
        told: dict[str, Guess] = {}
        for thing, score in sorted(likely, key=lambda one: _rank(one[0], one[1], wanted)):
            told.setdefault(thing.slug, Guess(thing.kind, thing.slug, score))
        return list(told.values())

    def _scored(self, likeness: list[dict[str, float]]) -> Iterator[tuple[_Named, float]]:
        """Things that hold some of the asked words: the share of these, tempered by the name's."""
        weights = [self._weight(alike) for alike in likeness]
        held = self._held(likeness, weights)
        known, whole = frozenset().union(*likeness), sum(weights)
        for at in nlargest(CLOSER, held, held.__getitem__):
            if held[at] / whole < LIKELY:  # neither this one nor any after it can be likely
                return
            told = max(self._told(name, known, len(likeness)) for name in self._things[at].names)
            yield self._things[at], held[at] / whole * (ASKED + NAMED * told)

    def _weight(self, alike: Mapping[str, float]) -> float:
        """What an asked word weighs: as much as the rarest word it may be."""
        return max((self._weights[word] for word in alike), default=self._strange)

    def _held(self, likeness: list[dict[str, float]], weights: list[float]) -> dict[int, float]:
        """What of the asked words each thing holds, by its place in the list."""
        held: dict[int, float] = defaultdict(float)
        for alike, weight in zip(likeness, weights, strict=True):
            best: dict[int, float] = {}
            for word, score in sorted(alike.items(), key=itemgetter(1)):
                best.update(dict.fromkeys(self._holding[word], score * weight))
            for at, score in best.items():
                held[at] += score
        return held

    def _sum(self, name: tuple[str, ...]) -> float:
        return sum(self._weights[word] for word in name)

    def _told(self, name: tuple[str, ...], known: frozenset[str], asked: int) -> float:
        """The share of a name that was asked for: one word of it by each asked word."""
        told = sorted([self._weights[word] for word in name if word in known], reverse=True)
        return sum(told[:asked]) / self._whole[name] if told else 0.0


def _spoken(words: str) -> list[str]:
    """The folded words, each once; single letters are none."""
    once = dict.fromkeys(fold(words).split())
    return [word for word in once if len(word) > 1 or word.isdigit()]


def _near(thing: _Named, region: str, town: str) -> float:
    """What is left of a score where another region was named, or another town of it."""
    if region and thing.region not in ("", region):
        return ELSEWHERE
    return NEXT_TOWN if town and thing.place not in ("", town) else 1.0


def _rank(thing: _Named, score: float, wanted: str) -> tuple[float, int, str]:
    """The likeliest first: those of the wanted kind, then trades before colleges and so on."""
    fits = OTHER_KIND if wanted and wanted not in thing.kinds else 1.0
    return -score * fits, KINDS.index(thing.kind), thing.slug


def _every(catalogue: Catalogue) -> Iterator[tuple[str, Thing]]:
    for kind in KINDS:
        for thing in catalogue.every(kind, Thing):
            yield kind, thing


def _holding(things: list[_Named]) -> dict[str, list[int]]:
    """Which things hold a word, by their place in the list."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, thing in enumerate(things):
        for word in {word for name in thing.names for word in name}:
            held[word].append(at)
    return dict(held)


def _weights(holding: Mapping[str, list[int]], total: int) -> dict[str, float]:
    """How telling each word is: the fewer things hold it, the more (inverse document frequency)."""
    return {word: math.log(1 + total / (1 + len(held))) for word, held in holding.items()}


@lru_cache(maxsize=2)
def index(catalogue: Catalogue) -> Index:
    """The index of a catalogue, made once."""
    return Index(catalogue)
