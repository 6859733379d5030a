"""Pictures: a profession's card, a map of towns, a square code, a radar. They know no catalogue."""

from bot.ui.picture.card import Card, card
from bot.ui.picture.emblems import colour
from bot.ui.picture.letters import plain
from bot.ui.picture.locator import Locator, Spot, locator
from bot.ui.picture.marks import COLLEGE, EMPLOYER
from bot.ui.picture.paper import Pale
from bot.ui.picture.qr import qr
from bot.ui.picture.radar import Axis, Radar, radar

__all__ = [
    "COLLEGE",
    "EMPLOYER",
    "Axis",
    "Card",
    "Locator",
    "Pale",
    "Radar",
    "Spot",
    "card",
    "colour",
    "locator",
    "plain",
    "qr",
    "radar",
]
