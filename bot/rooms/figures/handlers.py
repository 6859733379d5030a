"""Figures: look up, and show; never compare what was counted differently."""

from bot.rooms.figures import screens
from bot.rooms.figures.intents import (
    BrowseFigures,
    ChooseFigure,
    CompareFigures,
    OpenFigure,
    OpenFigures,
)
from bot.rooms.figures.screens import Counted
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Figure
from content.kinds import Text

COUNTRY = "kazakhstan"


def regions(intent: OpenFigures, turn: Turn) -> Screen:
    """Regions our sources give figures of."""
    known = turn.catalogue
    counted = [(region, len(known.there(region.slug).figures)) for region in known.regions]
    return screens.regions([(region, count) for region, count in counted if count])


def region(intent: BrowseFigures, turn: Turn) -> Screen:
    """The figures of a region, or those of the whole country and of none."""
    place = None if intent.region == COUNTRY else turn.catalogue.region(intent.region)
    found = [
        _counted(one, turn) for one in turn.catalogue.there(place.slug if place else "").figures
    ]
    return screens.region(place, page(found, intent.page, size=screens.SHOWN))


def card(intent: OpenFigure, turn: Turn) -> Screen:
    """One figure."""
    figure = turn.catalogue.figure(intent.figure)
    back = turn.back(intent, BrowseFigures(figure.region or COUNTRY))
    others = len(turn.catalogue.figures) > 1
    return screens.card(_counted(figure, turn), comparable=others, back=back)


def choose(intent: ChooseFigure, turn: Turn) -> Screen:
    """Which other figure: those that counted the same first."""
    figure = turn.catalogue.figure(intent.figure)
    others = [one for one in turn.catalogue.figures if one.slug != figure.slug]
    others.sort(key=lambda one: (one.indicator != figure.indicator, one.unit != figure.unit))
    shown = page([_counted(one, turn) for one in others], intent.page, size=screens.SHOWN)
    return screens.choose(_counted(figure, turn), shown)


def compare(intent: CompareFigures, turn: Turn) -> Screen:
    """Side by side, or why not."""
    one, other = (turn.catalogue.figure(slug) for slug in (intent.one, intent.other))
    return screens.compare(_counted(one, turn), _counted(other, turn))


def _counted(figure: Figure, turn: Turn) -> Counted:
    return Counted(
        figure, turn.catalogue.term("indicators", figure.indicator), _where(figure, turn)
    )


def _where(figure: Figure, turn: Turn) -> Text | None:
    if figure.employer:
        return turn.catalogue.employer(figure.employer).name
    return turn.catalogue.region(figure.region).name if figure.region else None
