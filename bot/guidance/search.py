"""Finding by words: names of the catalogue that sound like what was typed."""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from content.atlas import Catalogue
from content.kinds import LANGUAGES, Thing

KINDS = ("professions", "colleges", "employers", "programmes")
SURE, LIKELY = 90, 72  # WRatio, 0-100; thresholds of shared measurements, see docs/method.md
GUESSES = 3


def guesses(catalogue: Catalogue, words: str) -> list[tuple[str, Thing]]:
    """Up to three things the words may mean, the likeliest first; none where nothing comes near."""
    names, things = _names(catalogue)
    found = process.extract(
        words.casefold(), names, scorer=fuzz.WRatio, limit=12, score_cutoff=LIKELY
    )
    likely = dict.fromkeys(things[at] for _, _, at in found)
    return [(kind, catalogue.one(kind, slug, Thing)) for kind, slug in likely][:GUESSES]


@lru_cache(maxsize=2)
def _names(catalogue: Catalogue) -> tuple[list[str], list[tuple[str, str]]]:
    """Every name anybody might type, and whose it is, in the same order."""
    pairs = list(_named(catalogue))
    return [name for name, _ in pairs], [address for _, address in pairs]


def _named(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    for kind in KINDS:
        for thing in catalogue.every(kind, Thing):
            for language in LANGUAGES:
                for name in (thing.name[language], *getattr(thing.other_names, language)):
                    yield name.casefold(), (kind, thing.slug)
