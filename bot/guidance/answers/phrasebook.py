"""The phrasebook: ways people ask, written down in `content/answers` (`asked`), in any spelling.

A sentence is one of them where each of its telling words is one of the phrase's, and each of the
phrase's is said: in any order and form, but nothing more and nothing less.
"""

from collections import defaultdict
from collections.abc import Iterator

from bot.guidance.folding import fold
from bot.guidance.hints import Hints
from bot.guidance.vocabulary import Vocabulary
from content.atlas import Catalogue
from content.catalogue import Answer
from content.kinds import LANGUAGES

FEWEST = 2  # telling words of a sentence; of one word people search


class Phrasebook:
    """All ways of asking, ready to be looked up."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._hints = Hints(catalogue.hints)
        self._phrases = [
            (frozenset(self._telling(fold(words))), answer.slug)
            for answer in catalogue.answers
            for words in _asked(answer)
        ]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, (words, _) in enumerate(self._phrases):
            for word in words:
                self._holding[word].append(at)
        self._vocabulary = Vocabulary(self._holding)

    def answer(self, folded: str) -> str:
        """The path of the answer that is asked for in just these folded words, or nothing."""
        telling = self._telling(folded)
        if len(telling) < FEWEST:
            return ""
        alike = [self._vocabulary.alike(word).keys() for word in telling]
        near = {at for words in alike[:1] for word in words for at in self._holding[word]}
        for at in sorted(near):
            words, slug = self._phrases[at]
            if all(words & each for each in alike) and words <= set().union(*alike):
                return f"answers/{slug}"
        return ""

    def _telling(self, folded: str) -> list[str]:
        """The words that tell something, a college or a plant included."""
        every = list(dict.fromkeys(folded.split()))
        return [word for word in every if self._hints.taken([word]) != ("", [])]


def _asked(answer: Answer) -> Iterator[str]:
    for language in LANGUAGES:
        yield answer.name[language]
        yield from getattr(answer.asked, language)
