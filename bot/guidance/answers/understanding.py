"""Understanding: what a typed sentence is, and what answers it, if anything does.

In this order: small talk that decides whatever else is said, a number to be
explained, a comparison, what a source answers, what a card tells, what no source says, a search.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.guidance.answers.asked import OVERHEARD, Asked, Heard, Reader
from bot.guidance.answers.cards import Cards
from bot.guidance.answers.comparing import Comparing
from bot.guidance.answers.concepts import Concepts
from bot.guidance.answers.phrasebook import Phrasebook
from bot.guidance.answers.sources import COUNTS, SPEAKS_OF, Source, Sources
from bot.guidance.answers.talk import Talking
from bot.guidance.folding import fold
from bot.guidance.search import Found, index
from content.asking import Concept
from content.atlas import Catalogue

Kind = Literal["talk", "answer", "compare", "refusal", "search"]
NEAREST = 2  # sources named beside a refusal
FORGIVEN = 1  # strange words beside two concepts that a general answer is given for all the same


@dataclass(frozen=True)
class Understood:
    """What a sentence is.

    `source` is the path that answers (`answers/dormitory`, `facts/a2-19`, `professions/welder/day`)
    or the slug of small talk, `other` what it is compared with. Of a refusal `topic` is the concept
    no source speaks of, if one is understood, `about` the thing, and `near` paths of what is known.
    """

    kind: Kind
    source: str = ""
    other: str = ""
    topic: str = ""
    about: str = ""
    near: tuple[str, ...] = ()


SEARCH = Understood("search")
SPARE = 2  # words beside small talk that nobody understands


class Understanding:
    """Understands sentences, by one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known, self._index = catalogue, index(catalogue)
        concepts = Concepts(catalogue.concepts)
        self._reader = Reader(catalogue, self._index, concepts)
        self._sources, self._cards = Sources(catalogue), Cards(catalogue)
        self._phrases = Phrasebook(catalogue, concepts)
        self._comparing, self._talking = Comparing(catalogue), Talking(catalogue)
        self._concepts = {one.slug: one for one in catalogue.concepts}

    def of(self, sentence: str, found: Found | None = None) -> Understood:
        """What this sentence is, of which so much was `found` by its words."""
        folded, found = fold(sentence), found or self._index.find(sentence)
        if talk := self._talking.first(folded, sentence):
            return Understood("talk", talk)
        heard = self._reader.heard(sentence)
        if heard.asks_nothing and (found.sure or found.lists):
            return SEARCH
        if talk := self._talking.only(folded):
            return Understood("talk", talk)
        return self._of_all(heard, folded, found)

    def _of_all(self, heard: Heard, folded: str, found: Found) -> Understood:
        """A name, an answer in just these words, or what it is once it is taken apart."""
        answer = self._phrases.answer(folded, heard.concepts)
        if found.sure and not answer and self._is_whole(heard, found):
            return SEARCH
        asked = self._reader.read(heard)
        if answer and not asked.thing_is_own:
            return Understood("answer", answer)
        return self._asked(asked, found, folded)

    def _is_whole(self, heard: Heard, found: Found) -> bool:
        """Whether nothing but a name is typed, though words of it speak of something."""
        guess, words = found.guesses[0], [word for word in heard.words if len(word) > OVERHEARD]
        return not heard.marked and all(self._index.names(guess, word) for word in words)

    def _asked(self, asked: Asked, found: Found, folded: str) -> Understood:
        """A search for a name, an answer, a refusal; or small talk, where none of these."""
        if found.sure and self._is_a_name(asked):
            return SEARCH
        if understood := self._answered(asked) or self._answered(self._of_no_trade(asked)):
            return understood
        if self._is_asked(asked, found):
            return self._refused(asked)
        nothing = not found.guesses and not found.region
        talk = self._talking.only(folded, spare=SPARE) if nothing else ""
        return Understood("talk", talk) if talk else SEARCH

    def _answered(self, asked: Asked) -> Understood | None:
        """What answers it, if anything does."""
        if figure := self._comparing.explained(asked):
            return Understood("answer", figure)
        if two := self._comparing.two(asked):
            return Understood("compare", *two)
        if "compare" in asked.told and len(asked.places) > 1:
            return None
        return self._told(asked)

    def _is_a_name(self, asked: Asked) -> bool:
        """Whether it is rather a name to look for than a question."""
        if asked.marked or self._refuses(asked):
            return False
        return not asked.told or (len(asked.told) == 1 and not asked.thing_is_own)

    def _of_no_trade(self, asked: Asked) -> Asked:
        """The question, where words that may name a trade are taken for what they are besides."""
        if asked.thing is None or asked.thing.kind != "professions" or self._hides(asked):
            return asked
        return replace(asked, thing=None, strange=(*asked.strange, *asked.naming))

    def _hides(self, asked: Asked) -> bool:
        """Whether it asks for something that of a single thing no source says."""
        return any(self._concepts[slug].untold for slug in asked.told)

    def _told(self, asked: Asked) -> Understood | None:
        for source in self._sources.fitting(asked):
            if self._explains(source, asked):
                return Understood("answer", source.path)
        card = self._cards.page(asked)
        return Understood("answer", card) if card else None

    def _explains(self, source: Source, asked: Asked) -> bool:
        """Whether no word of the question leads away from the source."""
        way = source.way(asked)
        names = asked.naming if asked.thing and not asked.thing_is_own else ()
        every = [*asked.strange, *names]
        strange = [word for word in every if not self._sources.holds(source, word)]
        if source.path in SPEAKS_OF:
            strange = [word for word in strange if word not in asked.naming]
        general = source.kind == "answers" and not asked.naming_left
        general = general and way is not None and len(way.needed & asked.told) > 1
        forgiven = FORGIVEN if general else 0
        return len(strange) <= forgiven

    def _refused(self, asked: Asked) -> Understood:
        """What is not known, of what, and what is known nearby."""
        return Understood(
            "refusal", topic=self._topic(asked), about=_about(asked), near=self._near(asked)
        )

    def _near(self, asked: Asked) -> tuple[str, ...]:
        """What is known nearby; nothing where the words lead elsewhere."""
        if asked.strange and len(asked.told) < 2 and not asked.thing:
            return ()
        near = [source.path for source in self._sources.near(asked) if _is_near(source, asked)]
        return tuple(near[:NEAREST])

    def _is_asked(self, asked: Asked, found: Found) -> bool:
        """Whether it is a question at all, and not a name to look for."""
        if asked.thing_is_own and (asked.told or asked.strange) and asked.marked:
            return True
        if asked.thing_is_own and self._hides(asked):
            return True
        topical = [slug for slug in asked.told if not self._concepts[slug].named]
        if not topical and not asked.concepts & COUNTS:
            return asked.marked and bool(asked.strange or asked.years) and not _is_found(found)
        return self._refuses(asked) or asked.marked or len(topical) > 1

    def _refuses(self, asked: Asked) -> bool:
        """Whether something is asked that no source says of anything."""
        return any(self._concepts[slug].refused for slug in asked.told)

    def _topic(self, asked: Asked) -> str:
        """The concept that no source speaks of: one with a question to ask about it first."""
        told = sorted(asked.told, key=lambda slug: _rank(self._concepts[slug]))
        return told[0] if told else ""


def _is_found(found: Found) -> bool:
    """Whether a search shows anything: a thing, or such things of a place."""
    return bool(found.guesses) or bool(found.region and found.wanted)


def _rank(concept: Concept) -> tuple[bool, bool, bool, str]:
    return (not concept.refused, concept.named, concept.untold is None, concept.slug)


def _about(asked: Asked) -> str:
    """The thing a question is about, or the region; a word of the field is none."""
    if asked.thing and asked.thing.kind != "terms":
        return f"{asked.thing.kind}/{asked.thing.slug}"
    return f"regions/{asked.places[0]}" if asked.places else ""


def _is_near(source: Source, asked: Asked) -> bool:
    """Whether it may be named beside a refusal: of the same thing, or of none."""
    if asked.thing and f"{asked.thing.kind}/{asked.thing.slug}" in source.things:
        return True
    return not any(path.startswith("employers/") for path in source.things)


@lru_cache(maxsize=2)
def understanding(catalogue: Catalogue) -> Understanding:
    """The understanding of a catalogue, made once."""
    return Understanding(catalogue)
