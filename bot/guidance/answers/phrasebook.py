"""The phrasebook: ways people ask, written down in `content/answers` (`asked`), in any spelling.

A sentence is one of them where each of its telling words is one of the phrase's, and each of the
phrase's is said: in any order and form, but nothing more and nothing less.
"""

from collections import defaultdict
from collections.abc import Iterator

from bot.guidance.answers.concepts import Concepts, beside
from bot.guidance.answers.sources import EXACT
from bot.guidance.folding import fold
from bot.guidance.hints import Hints
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.catalogue import Answer
from content.kinds import LANGUAGES

IDLE = {"say", "whether"}  # concepts whose words tell nothing
COUNTING = EXACT | {"college-count", "length", "places", "price", "days", "several", "who", "when"}
FEWEST = 2  # telling words of a sentence; of one word people search


class Phrasebook:
    """All ways of asking, ready to be looked up."""

    def __init__(self, catalogue: Catalogue, concepts: Concepts) -> None:
        self._hints = Hints(catalogue.hints)
        every = catalogue.concepts
        self._concepts = concepts
        self._idle = Concepts(one for one in every if one.slug in IDLE)
        self._light = {one.slug for one in every if one.weak} - EXACT
        self._phrases = [
            (frozenset(self._telling(fold(words))), self._concepts_of(fold(words)), answer.slug)
            for answer in catalogue.answers
            for words in _asked(answer)
        ]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, (words, *_) in enumerate(self._phrases):
            for word in words:
                self._holding[word].append(at)
        self._vocabulary = Vocabulary(self._holding)

    def answer(self, folded: str, concepts: frozenset[str]) -> str:
        """The path of the answer that is asked for in just these folded words, or nothing.

        `concepts` are what they speak of: a phrase that speaks of less is not what is asked."""
        telling = self._telling(folded)
        if len(telling) < FEWEST:
            return ""
        alike = [self._vocabulary.alike(word).keys() for word in telling]
        near = {at for words in alike[:1] for word in words for at in self._holding[word]}
        for at in sorted(near):
            words, meant, slug = self._phrases[at]
            same = all(words & each for each in alike) and words <= set().union(*alike)
            if same and concepts - self._light <= meant and meant & COUNTING <= concepts:
                return f"answers/{slug}"
        return ""

    def _concepts_of(self, folded: str) -> frozenset[str]:
        return frozenset(one.slug for one in self._concepts.spotted(folded.split()))

    def _telling(self, folded: str) -> list[str]:
        """The words that tell something, a college or a plant included."""
        words = folded.split()
        every = dict.fromkeys(beside(words, self._idle.spotted(words)))
        return [word for word in every if self._hints.taken([word]) != ("", [])]


def _asked(answer: Answer) -> Iterator[str]:
    for language in LANGUAGES:
        yield answer.name[language]
        yield from getattr(answer.asked, language)
