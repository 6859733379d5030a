"""What matters about work, as people see it: things to pick, and questions to ask."""

from collections.abc import Collection, Sequence

from bot.rooms.interests.intents import DropValue, PickValue
from bot.rooms.interests.screens.results import back_to
from bot.ui import Button, Screen
from content.catalogue import Value


def values(attempt: int, every: Sequence[Value], picked: Collection[str], most: int) -> Screen:
    """The values, those that matter marked, and what to ask about them."""
    rows = [[_button(attempt, value, value.slug in picked)] for value in every]
    facts = {"picked": [value for value in every if value.slug in picked], "most": most}
    return Screen("interests/values", facts, [*rows, back_to(attempt)])


def _button(attempt: int, value: Value, picked: bool) -> Button:
    if picked:
        return Button("picked", DropValue(attempt, value.slug), facts={"name": value.label})
    return Button(value.label, PickValue(attempt, value.slug))
