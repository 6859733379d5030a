"""Values: what matters to somebody about work, and so what to ask. They change no result."""

from dataclasses import replace

from bot.rooms.interests.intents import AskNext, DropValue, OpenValues, PickValue
from bot.rooms.interests.screens import values as screens
from bot.rooms.interests.sittings import attempt_of
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Value
from db.interests import Attempt

MOST = 4  # values that may be picked: whoever picks all has picked none


def matters(intent: OpenValues, turn: Turn) -> Screen | Intent:
    """What may matter, and the questions for what does."""
    attempt = attempt_of(intent.attempt, turn)
    return _page(attempt, turn) if attempt.finished_at else AskNext(attempt.id)


def _page(attempt: Attempt, turn: Turn) -> Screen:
    every = turn.catalogue.every("interests/values", Value)
    return screens.values(attempt.id, every, set(attempt.matters.split()), MOST)


def pick_value(intent: PickValue, turn: Turn) -> Screen | Intent:
    """This matters; four things may at most."""
    attempt = attempt_of(intent.attempt, turn)
    value = turn.catalogue.one("interests/values", intent.value, Value).slug
    picked = attempt.matters.split()
    if value not in picked and len(picked) >= MOST:
        return replace(_page(attempt, turn), toast="four-at-most")
    if value not in picked:
        attempt.matters = " ".join([*picked, value])
    return OpenValues(attempt.id)


def drop(intent: DropValue, turn: Turn) -> Intent:
    """This matters no longer."""
    attempt = attempt_of(intent.attempt, turn)
    attempt.matters = " ".join(one for one in attempt.matters.split() if one != intent.value)
    return OpenValues(attempt.id)
