"""The card with the numbers of help. It asks nothing, notes nothing, and sells nothing."""

from bot.rooms.home.intents import GoHome, OpenHelp
from bot.ui import Button, Screen

HOME = Button("home", GoHome())


def card() -> Screen:
    """You matter; whom to call or write to, at any hour."""
    return Screen("care/card", {}, [[Button("back", OpenHelp()), HOME]])
