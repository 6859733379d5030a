"""Renewing: once a year the rules stand before the doors of the staff, to be agreed to again."""

from bot.rooms.classes.intents import OpenClasses
from bot.rooms.staff import screens
from bot.rooms.staff.intents import AgreeAgain
from bot.rooms.staff.places import note
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import day
from db import staff as memory


def threshold(intent: Intent, turn: Turn) -> Screen | None:
    """The rules, where it is a year since they agreed to them; nothing where the door is free."""
    one = memory.member(turn.session, turn.person.id)
    if isinstance(intent, AgreeAgain) or one is None or not memory.lapsed(one, turn.now):
        return None
    return screens.renewal(day(one.agreed_at))


def agree_again(intent: AgreeAgain, turn: Turn) -> Intent:
    """They agree for another year, and go where they were going."""
    if memory.agree_again(turn.session, turn.person.id, turn.now):
        note("agreed", "rules", turn)
    return turn.here(OpenClasses())
