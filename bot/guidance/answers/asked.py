"""Asked: a sentence taken apart into concepts, places, years, numbers, a thing, and the rest."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.guidance.answers.concepts import Concepts, Spotted, beside
from bot.guidance.folding import fold
from bot.guidance.search import Guess, Index
from content.atlas import Catalogue

LONGEST = 300  # letters of a sentence that are read
NAMED = 0.62  # how surely words must name a thing, for a question to be about it
ASKING = frozenset(
    {"how-many", "what-is", "who", "which", "how", "whether", "where", "when", "date", "why"}
    | {
        "price",
        "places",
        "length",
        "days",
        "day",
        "schedule",
        "join",
        "college-count",
    }  # which hold a question's word
)  # the concepts that make a sentence a question
ALONE = 0.8  # and how surely a single one of them
RATHER = {"colleges": 2, "professions": 2, "employers": 1, "programmes": 1}
LONG = 5  # letters of a word that names a thing by itself
LONG_WORD = 9  # letters of a misspelt word that may be one that tells nothing
OVERHEARD = 2  # letters at most of a word that tells nothing
OWN = ("colleges", "employers", "professions")  # of which general answers do not speak
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_PRONOUN = re.compile(r"\bit\b")  # in small letters, it is not the trade
_ASKS = re.compile(r"\?(?=\s|$|[?!.)»”])")  # not one inside an address
_PARTICLE = re.compile(r"\b(?:[мбп][ае]|ше)(?:\s+екен)?\W*$")  # a Kazakh question may have no mark
KINDS = {"professions": "of-trade", "employers": "of-plant"}  # the concept of naming such a thing
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Heard:
    """A sentence's folded words, and the concepts they speak of, before any name is looked for."""

    sentence: str
    words: list[str]
    spotted: list[Spotted]
    concepts: frozenset[str]
    told: frozenset[str]
    marked: bool

    @property
    def asks_nothing(self) -> bool:
        """Whether it is no question, and speaks of nothing but perhaps a name."""
        return not self.told and not self.marked


@dataclass(frozen=True)
class Asked:
    """What a sentence asks: its concepts, where, when, of which thing; `strange` is the rest.

    `told` are the concepts that are more than a question's words, `naming` the words by which the
    thing is named; `marked` is a sentence with a question mark or a question's word in it.
    """

    concepts: frozenset[str]
    told: frozenset[str]
    places: tuple[str, ...]
    years: tuple[str, ...]
    numbers: tuple[float, ...]
    thing: Guess | None
    strange: tuple[str, ...]
    marked: bool
    naming: tuple[str, ...] = ()

    @property
    def naming_left(self) -> bool:
        """Whether words that may name a thing are not taken for its name."""
        return bool(self.naming) and self.thing is None

    @property
    def thing_is_own(self) -> bool:
        """Whether it is of one college, employer or trade."""
        return self.thing is not None and self.thing.kind in OWN


class Reader:
    """Takes sentences apart, by the concepts and names of a catalogue."""

    def __init__(self, catalogue: Catalogue, index: Index, concepts: Concepts) -> None:
        every = catalogue.concepts
        self._concepts, self._index = concepts, index
        self._hints, self._places = index.hints, index.places
        self._weak = {one.slug for one in every if one.weak}
        self._named = {one.slug for one in every if one.named}
        self._asking = Concepts(one for one in every if one.weak and one.slug in ASKING)

    def heard(self, sentence: str) -> Heard:
        """The sentence's words, and what they speak of."""
        sentence = sentence[:LONGEST]
        words = fold(_PRONOUN.sub(" ", sentence)).split()
        spotted = self._concepts.spotted(words)
        concepts = frozenset(one.slug for one in spotted)
        marked = self._is_marked(sentence, words) or bool(concepts & ASKING)
        return Heard(sentence, words, spotted, concepts, concepts - self._weak, marked)

    def _is_marked(self, sentence: str, words: list[str]) -> bool:
        """Whether there is a question mark or a question's word, be it in the midst of a phrase."""
        asked = _ASKS.search(sentence) or _PARTICLE.search(sentence.lower())
        return bool(asked or self._asking.spotted(words))

    def read(self, heard: Heard) -> Asked:
        """What the sentence asks."""
        sentence, words, spotted = heard.sentence, heard.words, heard.spotted
        bare = beside(words, [one for one in spotted if one.slug not in self._named])
        rest, places = self._where(bare)
        named = _taken(words, [one for one in spotted if one.slug in self._named])
        thing = self._which(bare, rest, named)
        strange, mended = self._mended(self._untold(rest, thing, words, spotted))
        concepts = _of_kind(heard.concepts | mended, thing)
        return Asked(
            concepts,
            concepts - self._weak,
            places,
            tuple(_YEAR.findall(sentence)),
            tuple(float(one.replace(",", ".")) for one in _NUMBER.findall(sentence)),
            thing,
            strange,
            heard.marked or bool(mended & ASKING),
            self._naming(thing, rest, named),
        )

    def _naming(
        self, thing: Guess | None, rest: list[str], named: Collection[str]
    ) -> tuple[str, ...]:
        """The words that name the thing; none where a concept names a programme or a term."""
        told = self._told_of(thing, rest) if thing else []
        is_own = thing is not None and thing.kind in OWN
        return tuple(told) if is_own or not set(told) & set(named) else ()

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
        bare = [word for word in names if word not in named and len(word) > OVERHEARD]
        tries = [names, bare, *([word] for word in bare if self._is_name(word)), []]
        kept = [tuple(w for w in beside if w in one or w in around) for one in tries]
        called = {words: self._called(words) for words in dict.fromkeys(kept)}
        found = [called[words] for words in kept]
        sure = [
            guess for guess, one in zip(found, tries, strict=True) if guess and _sure(guess, one)
        ]
        fullest = max(sure, key=lambda one: self._fullness(one, names, bare), default=None)
        return None if fullest and self._is_hardly_named(fullest, names, bare) else fullest

    def _is_hardly_named(self, guess: Guess, names: list[str], bare: list[str]) -> bool:
        """Whether nothing but a concept's words, or the shortest ones, names it."""
        told = self._told_of(guess, names)
        return guess.kind in OWN and bool(told) and not {*told} & {*bare}

    def _told_of(self, guess: Guess, words: list[str]) -> list[str]:
        """The words that are of its name."""
        return [word for word in words if self._index.names(guess, word)]

    def _fullness(self, guess: Guess, names: list[str], bare: list[str]) -> tuple[int, int, float]:
        """How much rather one asks of such a thing, then how many of the words are of its name.

        A concept's words name nothing by themselves: "state" is of many colleges' names."""
        told = len(self._told_of(guess, bare))
        rather = told or not self._told_of(guess, names)
        return RATHER.get(guess.kind, 0) if rather else 0, told, guess.score

    def _is_name(self, word: str) -> bool:
        """Whether the word may name a thing by itself: a long one, or a name as it stands."""
        return len(word) >= LONG or (len(word) == LONG - 1 and self._index.holds(word))

    def _called(self, words: tuple[str, ...]) -> Guess | None:
        """The likeliest thing of this name."""
        guesses = self._index.find(" ".join(words)).guesses if words else ()
        return guesses[0] if guesses else None

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
        """The words that stay strange, and the concepts the misspelt ones are meant to speak of."""
        meant = {word: self._meant(word) for word in strange}
        return tuple(word for word, slug in meant.items() if not slug), set(
            filter(None, meant.values())
        )

    def _meant(self, word: str) -> str:
        """The concept a misspelt word speaks of; a word that tells nothing is not read into it."""
        slug = "" if self._index.inflects(word) else self._concepts.misspelt(word)
        return "" if slug in self._weak - self._named and len(word) < LONG_WORD else slug


class _Known:
    """Words that are not to be mended into a place."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._index.holds(word)


def _taken(words: Sequence[str], spotted: Sequence[Spotted]) -> set[str]:
    """The words that these concepts take."""
    return {words[at] for one in spotted for at in range(one.at, one.at + one.words)}


def _of_kind(concepts: frozenset[str], thing: Guess | None) -> frozenset[str]:
    """The concepts and that of the thing's kind: a plant that is named is no plant in general."""
    if thing is None or thing.kind not in KINDS:
        return concepts
    general = {"enterprises"} if thing.kind == "employers" else set()
    return concepts - general | {KINDS[thing.kind]}


def _sure(guess: Guess, words: Sequence[str]) -> bool:
    """Whether the thing is named surely enough by so many words."""
    return guess.score >= (NAMED if len(words) > 1 else ALONE)
