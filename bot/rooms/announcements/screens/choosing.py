"""Choosing: who gets an announcement, as the counselor chooses them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from bot.rooms.announcements.intents import (
    Exclude,
    Include,
    OpenAnnouncement,
    OpenAudience,
    OpenPart,
    Part,
    TypeSaved,
)
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Screen
from bot.ui.pages import Page, pairs, turner
from content.kinds import Text

HOME = Button("home", GoHome())
FEWEST = 5


@dataclass(frozen=True)
class Option:
    """Something people may be chosen by."""

    value: str
    label: str | Text
    facts: Mapping[str, object] = field(default_factory=dict)
    chosen: bool = False


def audience(
    number: int, told: Mapping[str, object], reach: Mapping[str, int], *, private: bool
) -> Screen:
    """Who gets it, how many they are, and who of them does not and why."""
    parts: tuple[Part, ...] = get_args(Part)
    doors = [Button(f"ann-part-{part}", OpenPart(number, part)) for part in parts]
    rows = [*pairs(doors), [Button("back", OpenAnnouncement(number)), HOME]]
    return Screen("announcements/audience", dict(told) | reached(reach, private=private), rows)


def reached(reach: Mapping[str, int], *, private: bool) -> dict[str, object]:
    """How many get it; of a few chosen by what they like or did only that they are few."""
    few = private and sum(reach.values()) < FEWEST
    left_out = {} if few else {why: many for why, many in reach.items() if why}
    return {"few": few, "many": 0 if few else reach.get("", 0), "left_out": left_out}


def part(number: int, which: Part, shown: Page[Option]) -> Screen:
    """What may be chosen; what is chosen is marked, and tapped again it is chosen no more."""
    rows = [[_option(number, which, each)] for each in shown.things]
    turn = turner(shown, lambda page: OpenPart(number, which, page))
    back = [Button("back", OpenAudience(number)), HOME]
    facts = {"part": which, "total": shown.total}
    return Screen("announcements/part", facts, [*rows, turn, back])


def _option(number: int, which: Part, one: Option) -> Button:
    without = Exclude(number, which, one.value)
    if one.chosen and isinstance(one.label, Text):
        return Button("picked", without, facts={"name": one.label})
    if one.chosen:
        return Button(f"{one.label}-on", without, facts=one.facts)
    return Button(one.label, Include(number, which, one.value), facts=one.facts)


def saved(number: int, chosen: Sequence[Option], problem: str = "") -> Screen:
    """Which profession they keep; the next typed words name it."""
    rows = [[_option(number, "saved", each)] for each in chosen]
    back = [Button("back", OpenAudience(number)), HOME]
    facts = {"problem": problem}
    return Screen("announcements/saved", facts, [*rows, back], awaits=TypeSaved(number))
