"""Places in a sentence: which region the typed words name, in any grammatical case."""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bot.guidance.folding import fold
from content.catalogue import Region
from content.kinds import LANGUAGES, Thing

ALIKE = 0.8  # one edit in five letters
SHORTEST, STEM = 5, 4  # letters of a word that is cut or mended, and of what is left at least
ENDING = 5  # letters of an ending at most
LONGEST = 3  # words of a place's name


class Places:
    """The names of regions and of their towns; `town` is the region itself where none is named."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._named = dict(_named(regions))

    def taken(self, typed: list[str]) -> tuple[str, str, list[str]]:
        """The region and the town the words name, and the words without them."""
        for length in range(LONGEST, 0, -1):
            for at in range(len(typed) - length + 1):
                if named := self.named(" ".join(typed[at : at + length])):
                    return (*named, typed[:at] + typed[at + length :])
        return "", "", typed

    def named(self, words: str) -> tuple[str, str] | None:
        """The region and the town with this name, inflected or misspelt."""
        if words in self._named or len(words) < SHORTEST:
            return self._named.get(words)
        cuts = (words[:end] for end in range(len(words) - 1, len(words) - ENDING - 1, -1))
        if stem := next((cut for cut in cuts if len(cut) >= STEM and cut in self._named), ""):
            return self._named[stem]
        scorer = Levenshtein.normalized_similarity
        near = process.extractOne(words, self._named.keys(), scorer=scorer, score_cutoff=ALIKE)
        return self._named[near[0]] if near else None


def _named(regions: Iterable[Region]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Towns last: a city's name is its town's rather than its region's."""
    for region in regions:
        for name in all_names(region):
            yield fold(name), (region.slug, "")
    for region in regions:
        for place in region.places:
            for name in all_names(place):
                yield fold(name), (region.slug, place.slug)


def all_names(thing: Thing) -> Iterator[str]:
    """Every name anybody might type."""
    for language in LANGUAGES:
        yield thing.name[language]
        yield thing.label[language]
        yield from getattr(thing.other_names, language)
