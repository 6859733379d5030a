"""Figures, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    turn = turner(shown, lambda number: BrowseFigures(slug, number))
    rows = [*_open(shown.things), turn, [Button("back", OpenFigures()), HOME]]
    return Screen("figures/region", {"region": place, "found": shown.things}, rows)


def _open(found: Sequence[Counted]) -> list[list[Button]]:
    return [[_named(one, OpenFigure(one.figure.slug))] for one in found]


def _named(one: Counted, intent: Intent) -> Button:
    return Button(one.indicator.label, intent)


def card(one: Counted, *, comparable: bool, back: Intent) -> Screen:
    """One figure, with everything one must know to read it."""
    figure = one.figure
    rows = [
        [Button("compare", ChooseFigure(figure.slug))] if comparable else [],
        [Button("sources", OpenPassport("figures", figure.slug))],
        [Button("back", back), HOME],
    ]
    return Screen("figures/card", {"counted": one}, rows)


def choose(one: Counted, shown: Page[Counted]) -> Screen:
    """Which other figure to put beside it."""
    slug = one.figure.slug
    doors = [[_named(other, CompareFigures(slug, other.figure.slug))] for other in shown.things]
    turn = turner(shown, lambda number: ChooseFigure(slug, number))
    rows = [*doors, turn, [Button("back", OpenFigure(slug)), HOME]]
    return Screen("figures/choose", {"counted": one, "found": shown.things}, rows)


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
