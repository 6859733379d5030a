"""Places in a sentence: which region the typed words name, in any grammatical case."""

from collections.abc import Container, Iterable, Iterator

from bot.guidance.folding import fold
from bot.guidance.hints import Hints
from bot.guidance.spelling import Spelling
from content.catalogue import Region
from content.kinds import LANGUAGES, Thing

ALIKE, SHORTEST = 0.8, 5  # a misspelt place: one edit in five letters at least
STEM, ENDING = 4, 5  # letters of a stem at least, of an ending at most
LONGEST = 3  # words of a place's name
VOWELS = frozenset("aeiou")  # one is in every ending: `рудник` is not in Рудный


class Places:
    """The names of regions and of their towns."""

    def __init__(self, regions: Iterable[Region], hints: Hints) -> None:
        self._named = dict(_named(tuple(regions), hints))
        self._begun = {name[:STEM] for name in self._named}
        self._spelling = Spelling(self._named, ALIKE, most=1)

    def taken(self, typed: list[str], known: Container[str]) -> tuple[str, str, list[str]]:
        """The region and the town some words name, and the rest; what is `known` is not mended."""
        for length in range(min(LONGEST, len(typed)), 0, -1):
            for at in range(len(typed) - length + 1):
                words = typed[at : at + length]
                if (name := self._name(words)) or (name := self._mended(words, known)):
                    return (*self._named[name], typed[:at] + typed[at + length :])
        return "", "", typed

    def _name(self, words: list[str]) -> str:
        """The place's name that these words are, the last of them in any case."""
        whole, last = " ".join(words), len(words[-1])
        if whole in self._named:
            return whole
        if whole[:STEM] not in self._begun:
            return ""
        for at in range(len(whole) - 1, len(whole) - min(ENDING, last - STEM) - 1, -1):
            if whole[:at] in self._named and not VOWELS.isdisjoint(whole[at:]):
                return whole[:at]
        return ""

    def _mended(self, words: list[str], known: Container[str]) -> str:
        """The place's name that these words are, misspelt."""
        whole = " ".join(words)
        if len(whole) < SHORTEST or all(word in known for word in words):
            return ""
        return next(iter(self._spelling.near(whole)), "")


def _named(regions: tuple[Region, ...], hints: Hints) -> Iterator[tuple[str, tuple[str, str]]]:
    """Folded names, each with its region and town; a city's name is rather its town's."""
    for region in regions:
        for name in map(fold, all_names(region)):
            yield " ".join(hints.taken(name.split())[1]), (region.slug, "")  # without "region of"
    for region in regions:
        for name in map(fold, all_names(region)):
            yield name, (region.slug, "")
        for place in region.places:
            for name in all_names(place):
                yield fold(name), (region.slug, place.slug)


def all_names(thing: Thing) -> Iterator[str]:
    """Every name anybody might type."""
    for language in LANGUAGES:
        yield thing.name[language]
        yield thing.label[language]
        yield from getattr(thing.other_names, language)
