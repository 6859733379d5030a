"""The card with the numbers of help: open to everybody, at any time, and after words of trouble."""

from bot.rooms.care import screens
from bot.rooms.care.intents import OpenCare
from bot.turn import Turn
from bot.ui import Intent, Screen, Unreadable


def card(intent: OpenCare, turn: Turn) -> Screen:
    """Where help is."""
    return screens.card(turn.help)


def watched(reached: Intent, screen: Screen, turn: Turn) -> Screen:
    """The card in place of what would be shown, where the typed words may be a call for help.

    What the words were for is done all the same: an entry is kept, a question waits to be sent.
    """
    if not turn.calls_for_help:
        return screen
    return screens.heard(turn.help, _further(reached, turn))


def _further(reached: Intent, turn: Turn) -> Intent | None:
    """Where the words led; where they only did something, the place they were typed at."""
    if not reached.act:
        return reached
    try:
        return Intent.unpack(turn.trail[-1])
    except (IndexError, Unreadable):
        return None
