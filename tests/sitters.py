"""Sitters: people who take the interest test, each by what draws them, always in the same way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.rooms.interests.intents import PickBest, PickSide, PickWorst, Rate
from bot.ui import Intent
from content.catalogue import Item, Pair
from tests.databases import whole


@dataclass(frozen=True)
class Sitter:
    """How they like each of RIASEC (0-5), which cards and which objects they would rather have."""

    likes: Mapping[str, int]
    cards: Sequence[str] = ()
    objects: Sequence[str] = ()

    def answers(self, offered: Iterable[Intent]) -> Intent | None:
        """Which of these buttons they tap; None where nothing is asked."""
        ways = [one for one in offered if isinstance(one, Rate | PickBest | PickWorst | PickSide)]
        return max(ways, key=self._drawn, default=None)

    def _drawn(self, way: Intent) -> float:
        """How much a button draws them."""
        if isinstance(way, Rate):
            return -abs(way.value - self.likes[_letters()[way.item]])
        if isinstance(way, PickSide):
            pair = _pairs()[way.pair]
            return -_place(self.objects, getattr(pair, way.side).object)
        assert isinstance(way, PickBest | PickWorst)
        place = _place(self.cards, way.card)
        return place if isinstance(way, PickWorst) else -place


def _place(wanted: Sequence[str], one: str) -> int:
    return wanted.index(one) if one in wanted else len(wanted)


@cache
def _letters() -> dict[str, str]:
    return {item.slug: item.letter for item in whole().every("interests/items", Item)}


@cache
def _pairs() -> dict[str, Pair]:
    return {pair.slug: pair for pair in whole().every("interests/pairs", Pair)}


def _likes(r: int, i: int, a: int, s: int, e: int, c: int) -> dict[str, int]:
    return dict(zip("RIASEC", (r, i, a, s, e, c), strict=True))


METAL = Sitter(
    _likes(5, 4, 1, 2, 1, 4),
    ("metal", "machines", "workshop", "precision", "mend", "electricity"),
    ("technics", "signs", "nature", "art", "people"),
)
PEOPLE = Sitter(
    _likes(2, 2, 3, 5, 4, 1),
    ("people", "salon", "food", "team"),
    ("people", "art", "nature", "signs", "technics"),
)
EVENLY = Sitter(_likes(3, 3, 3, 3, 3, 3))
UNSURE = Sitter(_likes(0, 0, 0, 0, 0, 0))
