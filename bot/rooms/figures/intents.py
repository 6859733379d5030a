"""What people ask about figures."""

from bot.ui import Intent


class OpenFigures(Intent, code="figs"):
    """Which figures are there?"""


class BrowseFigures(Intent, code="figr"):
    """The figures of a region."""

    region: str
    page: int = 1


class OpenFigure(Intent, code="fig"):
    """One figure: what was counted, of whom, where and when."""

    figure: str


class ChooseFigure(Intent, code="figw"):
    """Compare this figure with another one: with which?"""

    figure: str
    page: int = 1


class CompareFigures(Intent, code="figc"):
    """Put two figures side by side, if they counted the same."""

    one: str
    other: str
