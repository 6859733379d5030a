"""Figures, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.asking.intents import OpenAsk
from bot.rooms.figures.intents import (
    BrowseFigures,
    ChooseFigure,
    CompareFigures,
    OpenFigure,
    OpenFigures,
)
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Figure, Region, Term
from content.kinds import Text

HOME = Button("home", GoHome())
SHOWN = 5  # figures on a page: several may count the same, so each has its number to tap
Numbered = list[tuple[int, "Counted"]]


@dataclass(frozen=True)
class Counted:
    """A figure with what it counts and where, in words."""

    figure: Figure
    indicator: Term
    where: Text | None


def regions(found: Sequence[tuple[Region, int]]) -> Screen:
    """Regions our sources give figures of."""
    rows = [[Button(region.label, BrowseFigures(region.slug))] for region, _ in found]
    country = [Button("country", BrowseFigures("kazakhstan"))]
    return Screen("figures/regions", {}, [*rows, country, [HOME]])


def region(place: Region | None, shown: Page[Counted]) -> Screen:
    """The figures of a region, or of no single one."""
    slug = place.slug if place else "kazakhstan"
    numbered = _numbered(shown)
    turn = turner(shown, lambda number: BrowseFigures(slug, number))
    doors = [_door(number, OpenFigure(one.figure.slug)) for number, one in numbered]
    rows = [doors, turn, [Button("back", OpenFigures()), HOME]]
    return Screen("figures/region", {"region": place, "found": numbered}, rows)


def _numbered(shown: Page[Counted]) -> Numbered:
    return list(enumerate(shown.things, (shown.number - 1) * SHOWN + 1))


def _door(number: int, intent: Intent) -> Button:
    return Button("number", intent, facts={"number": number})


def card(one: Counted, *, comparable: bool, back: Intent) -> Screen:
    """One figure, with everything one must know to read it."""
    figure = one.figure
    rows = [
        [Button("compare", ChooseFigure(figure.slug))] if comparable else [],
        [Button("sources", OpenPassport("figures", figure.slug))],
        [Button("ask-counselor", OpenAsk())],
        [Button("back", back), HOME],
    ]
    return Screen("figures/card", {"counted": one}, rows)


def choose(one: Counted, shown: Page[Counted]) -> Screen:
    """Which other figure to put beside it."""
    slug = one.figure.slug
    numbered = _numbered(shown)
    doors = [_door(number, CompareFigures(slug, other.figure.slug)) for number, other in numbered]
    turn = turner(shown, lambda number: ChooseFigure(slug, number))
    rows = [doors, turn, [Button("back", OpenFigure(slug)), HOME]]
    return Screen("figures/choose", {"counted": one, "found": numbered}, rows)


def compare(one: Counted, other: Counted) -> Screen:
    """Two figures side by side, or why they cannot be."""
    same = one.figure.indicator == other.figure.indicator
    doors = [
        Button("figure-one", OpenFigure(one.figure.slug)),
        Button("figure-other", OpenFigure(other.figure.slug)),
    ]
    rows = [doors, [Button("back", ChooseFigure(one.figure.slug)), HOME]]
    template = "figures/compared" if same else "figures/incomparable"
    return Screen(template, {"one": one, "other": other}, rows)
