"""Asked: a sentence taken apart into concepts, places, years, numbers, a thing, and the rest."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.guidance.answers.concepts import Concepts, Spotted, beside
from bot.guidance.folding import fold
from bot.guidance.hints import Hints
from bot.guidance.places import Places
from bot.guidance.search import Guess, Index
from content.atlas import Catalogue

LONGEST = 300  # letters of a sentence that are read
NAMED = 0.62  # how surely words must name a thing, for a question to be about it
ASKING = frozenset(
    {"how-many", "what-is", "who", "which", "how", "whether", "where", "when", "date", "why"}
)  # the concepts that make a sentence a question
ALONE = 0.86  # and how surely a single one of them
LONG = 5  # letters of a word that names a thing by itself
OVERHEARD = 2  # letters at most of a word that tells nothing
OWN = ("colleges", "employers", "professions")  # of which general answers do not speak
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Asked:
    """What a sentence asks: its concepts, where, when, of which thing; `strange` is the rest.

    `told` are the concepts that are more than a question's words; `marked` is a sentence with a
    question mark or a question's word in it.
    """

    concepts: frozenset[str]
    told: frozenset[str]
    places: tuple[str, ...]
    years: tuple[str, ...]
    numbers: tuple[float, ...]
    thing: Guess | None
    strange: tuple[str, ...]
    marked: bool

    @property
    def thing_is_own(self) -> bool:
        """Whether it is of one college, employer or trade."""
        return self.thing is not None and self.thing.kind in OWN


class Reader:
    """Takes sentences apart, by the concepts and names of a catalogue."""

    def __init__(self, catalogue: Catalogue, index: Index) -> None:
        every = catalogue.concepts
        self._concepts, self._index = Concepts(every), index
        self._hints = Hints(catalogue.hints)
        self._places = Places(catalogue.regions, self._hints)
        self._weak = {one.slug for one in every if one.weak}
        self._named = {one.slug for one in every if one.named}

    def read(self, sentence: str) -> Asked:
        """What the sentence asks."""
        sentence = sentence[:LONGEST]
        words = fold(sentence).split()
        spotted = self._concepts.spotted(words)
        bare = beside(words, [one for one in spotted if one.slug not in self._named])
        rest, places = self._where(bare)
        named = _taken(words, [one for one in spotted if one.slug in self._named])
        thing = self._which(bare, rest, named)
        strange, mended = self._mended(self._untold(rest, thing, words, spotted))
        concepts = {one.slug for one in spotted} | mended
        return Asked(
            frozenset(concepts),
            frozenset(concepts - self._weak),
            places,
            tuple(_YEAR.findall(sentence)),
            tuple(float(one.replace(",", ".")) for one in _NUMBER.findall(sentence)),
            thing,
            strange,
            "?" in sentence or bool(concepts & ASKING),
        )

    def _where(self, rest: list[str]) -> tuple[list[str], tuple[str, ...]]:
        """The words without the places, and these: two of them where two are compared."""
        known = _Known(self._index)
        first, _, after = self._places.taken(rest, known)
        second, _, last = self._places.taken(after, known) if first else ("", "", after)
        return last, tuple(dict.fromkeys(filter(None, (first, second))))

    def _which(self, beside: list[str], rest: list[str], named: Collection[str]) -> Guess | None:
        """The thing that is named, if surely enough: by all words, by fewer, or by a single one."""
        names = [word for word in rest if self._index.knows(word)]
        around = [word for word in beside if word not in rest or self._hints.taken([word])[0]]
        bare = [word for word in names if word not in named]
        tries = [(names, NAMED), (bare, NAMED), *(([one], ALONE) for one in bare if len(one) >= LONG)]
        for words, least in tries:
            kept = [word for word in beside if word in words or word in around]
            guesses = self._index.find(" ".join(kept)).guesses if words else ()
            if guesses and guesses[0].score >= least and (least < ALONE or guesses[0].kind in OWN):
                return guesses[0]
        return None

    def _untold(
        self, rest: list[str], thing: Guess | None, words: list[str], spotted: list[Spotted]
    ) -> list[str]:
        """The words that are neither a concept's, nor of the thing's name, nor hints."""
        outside = beside(words, spotted)
        left = [word for word in rest if word in outside and len(word) > OVERHEARD]
        left = [word for word in left if not word.isdigit()]
        if thing:
            left = [word for word in left if not self._index.names(thing, word)]
        return self._hints.taken(left)[1]

    def _mended(self, strange: list[str]) -> tuple[tuple[str, ...], set[str]]:
        """The words that stay strange, and the concepts that misspelt ones are meant to speak of."""
        meant = {word: self._concepts.misspelt(word) for word in strange}
        return tuple(word for word, slug in meant.items() if not slug), set(
            filter(None, meant.values())
        )


class _Known:
    """Words that are not to be mended into a place."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._index.holds(word)


def _taken(words: Sequence[str], spotted: Sequence[Spotted]) -> set[str]:
    """The words that these concepts take."""
    return {words[at] for one in spotted for at in range(one.at, one.at + one.words)}
