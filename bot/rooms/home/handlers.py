"""The front door: where everybody begins, and where the lost are led."""

from dataclasses import replace

from bot.rooms.home import screens
from bot.rooms.home.intents import GoHome, OpenHelp, OpenSettings, Speak
from bot.turn import Turn
from bot.ui import Screen
from db import interests, people


def home(intent: GoHome, turn: Turn) -> Screen:
    """What there is; and the way back into a test that was begun."""
    known = turn.catalogue
    return screens.home(
        professions=len(known.professions),
        colleges=len(known.colleges),
        employers=len(known.employers),
        going=interests.going(turn.session, turn.person),
        staff=turn.person.staff,
        silent=not turn.person.topics,
    )


def lost(turn: Turn, notice: str) -> Screen:
    """The way home, under a line that says why."""
    return replace(home(GoHome(), turn), notice=notice)


def help_page(intent: OpenHelp, turn: Turn) -> Screen:
    """What the bot does."""
    return screens.help_page()


def settings(intent: OpenSettings, turn: Turn) -> Screen:
    """The language, and what is kept."""
    return screens.settings(turn.language)


def speak(intent: Speak, turn: Turn) -> Screen:
    """Speak this language from now on, beginning with home."""
    people.speak(turn.session, turn.person, intent.language)
    turn.language = intent.language
    return replace(home(GoHome(), turn), toast="speaking")
