"""Comparing: the two figures a sentence asks to compare, and the one whose number it quotes."""

from collections.abc import Sequence

from bot.guidance.answers.asked import Asked
from bot.guidance.answers.sources import Way
from content.atlas import Catalogue
from content.catalogue import Figure, Indicator

EMPLOYMENT = (
    "graduates-in-specialty-share",
    "graduates-work-or-study",
    "graduates-employed-share",
)  # counted differently from place to place: shown side by side, and why they are not compared
HERE_AND_THERE = ("almaty", "east-kazakhstan")  # where no two places are named
OF_WORK = frozenset({"employed", "graduates", "in-specialty", "study-on"})
BESIDE = frozenset({"compare", "plain-better", "best"})


class Comparing:
    """Finds figures by their numbers and in pairs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._figures = catalogue.figures
        self._asks = {
            one.slug: [Way.written(each) for each in one.asks]
            for one in catalogue.every("indicators", Indicator)
        }

    def explained(self, asked: Asked) -> str:
        """The figure whose very number is asked about: "what does 87 % mean?"; or nothing."""
        if not asked.concepts & {"what-is", "share"} or asked.thing_is_own:
            return ""
        if asked.told - OF_WORK - {"day"}:
            return ""
        found = [one for one in self._figures if one.value in asked.numbers and one.value > 20]
        here = [one for one in found if not asked.places or one.region in asked.places]
        return f"figures/{here[0].slug}" if here else ""

    def two(self, asked: Asked) -> tuple[str, str] | None:
        """The two figures to show side by side, if what is compared was counted in both places."""
        places = asked.places if len(asked.places) == 2 else HERE_AND_THERE
        if not _compares(asked) or len(asked.places) == 1 or asked.thing_is_own:
            return None
        first, second = (self._of(place, asked) for place in places)
        return (f"figures/{first.slug}", f"figures/{second.slug}") if first and second else None

    def _of(self, place: str, asked: Asked) -> Figure | None:
        """The figure of a place that counts what is compared."""
        there = [one for one in self._figures if one.region == place and not one.employer]
        wanted = self._wanted(there, asked)
        return wanted[0] if wanted else None

    def _wanted(self, there: Sequence[Figure], asked: Asked) -> list[Figure]:
        told = asked.told - BESIDE
        if told and told <= OF_WORK:
            return [one for slug in EMPLOYMENT for one in there if one.indicator == slug]
        return [one for one in there if any(_is_of(way, told) for way in self._asks[one.indicator])]


def _compares(asked: Asked) -> bool:
    """Whether it asks which of two is better, or where of two places."""
    return "compare" in asked.concepts or (len(asked.places) == 2 and "where" in asked.concepts)


def _is_of(way: Way, told: frozenset[str]) -> bool:
    """Whether exactly this is compared; that it is a number goes without saying."""
    return (
        bool(told)
        and told <= way.allowed
        and way.needed - {"how-many", "share", "colleges", "college-count"} <= told
    )
