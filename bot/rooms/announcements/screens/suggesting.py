"""Suggesting a shift to a class, as its counselor sees it."""

from bot.rooms.announcements.intents import OpenSuggestions, SuggestShift
from bot.rooms.classes.intents import OpenLed
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Screen
from bot.ui.pages import Page, turner
from content.shifts import Mission

HOME = Button("home", GoHome())


def shifts(group: int, name: str, shown: Page[Mission]) -> Screen:
    """The shifts that may be suggested to a class of this name."""
    doors = [[Button(one.label, SuggestShift(group, one.slug))] for one in shown.things]
    turn = turner(shown, lambda page: OpenSuggestions(group, page))
    rows = [*doors, turn, [Button("back", OpenLed(group)), HOME]]
    return Screen("announcements/suggest", {"name": name}, rows)


def words(mission: Mission) -> Screen:
    """What is suggested: words its counselor may change before they are sent."""
    return Screen("announcements/suggestion", {"mission": mission})
