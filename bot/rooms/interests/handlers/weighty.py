"""Weighty answers: those that mattered most for a result, as they were given."""

from collections.abc import Collection, Sequence

from bot.guidance.choices import Choice
from bot.guidance.sitting import Sitting
from bot.guidance.weighing import Mattered, mattered
from bot.rooms.interests.handlers import cards
from bot.rooms.interests.screens.results import Given
from bot.rooms.interests.sittings import sitting_of
from bot.turn import Turn
from content.catalogue import Item, Trait
from db.interests import Attempt


def of(attempt: Attempt, shown: Collection[str], turn: Turn) -> list[Given]:
    """The three answers that put these trades forward most."""
    sitting, chosen = sitting_of(attempt, turn), cards.chosen(attempt, turn)
    matcher = sitting.instrument.matcher
    found = mattered(matcher, sitting.belief, sitting.answers, chosen, shown)
    return [_given(one, sitting, chosen, turn) for one in found]


def _given(one: Mattered, sitting: Sitting, chosen: Sequence[Choice], turn: Turn) -> Given:
    if one.kind == "cards":
        best, worst = chosen[one.at].best, chosen[one.at].worst
        return Given(best=_trait(best, turn), worst=_trait(worst, turn))
    slug, value = sitting.counted[one.at]
    return Given(turn.catalogue.one("interests/items", slug, Item), value)


def _trait(slug: str, turn: Turn) -> Trait:
    return turn.catalogue.one("features", slug, Trait)
