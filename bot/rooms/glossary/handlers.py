"""The glossary: look up, and show."""

from bot.rooms.glossary import screens
from bot.rooms.glossary.intents import OpenGlossary, OpenTerm
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Term


def words(intent: OpenGlossary, turn: Turn) -> Screen:
    """The words that are explained."""
    return screens.words(page(turn.catalogue.every("terms", Term), intent.page))


def term(intent: OpenTerm, turn: Turn) -> Screen:
    """One word."""
    one = turn.catalogue.term("terms", intent.term)
    return screens.term(one, turn.back(intent, OpenGlossary()))
