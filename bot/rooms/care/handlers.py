"""The card with the numbers of help: open to everybody, at any time."""

from bot.rooms.care import screens
from bot.rooms.care.intents import OpenCare
from bot.turn import Turn
from bot.ui import Screen


def card(intent: OpenCare, turn: Turn) -> Screen:
    """Where help is."""
    return screens.card()
