"""Talk: sentences that are no question of ours, and which kind answer they get."""

from bot.guidance.answers.concepts import Concepts, beside
from bot.guidance.hints import Hints
from bot.guidance.phrases import Phrases
from content.atlas import Catalogue

FOREIGN = "other-language"


class Talking:
    """Knows small talk."""

    def __init__(self, catalogue: Catalogue) -> None:
        every = catalogue.talk
        self._first = [(one.slug, Phrases(one.words)) for one in every if one.first]
        self._words, self._hints = Concepts(every), Hints(catalogue.hints)

    def first(self, folded: str, sentence: str) -> str:
        """The talk that decides whatever else is said, or nothing."""
        if not folded and any(map(str.isalpha, sentence)):
            return FOREIGN  # letters, and none that our three languages are written with
        return next((slug for slug, phrases in self._first if phrases.any(folded)), "")

    def only(self, folded: str, spare: int = 0) -> str:
        """The talk that is all the folded words say but for so many of them; or nothing."""
        words = folded.split()
        spotted = self._words.spotted(words)
        rest = [word for word in beside(words, spotted) if self._hints.taken([word]) != ("", [])]
        return spotted[-1].slug if spotted and len(rest) <= spare else ""
