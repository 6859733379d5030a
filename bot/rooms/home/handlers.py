"""The front door: where everybody begins, and where the lost are led."""

from dataclasses import replace

from bot.guidance import search
from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.home import screens
from bot.rooms.home.intents import Find, GoHome, OpenHelp, OpenSettings, Speak
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.kinds import Thing
from db import people

LONGEST = 60  # letters of somebody's words that are shown again


def home(intent: GoHome, turn: Turn) -> Screen:
    """What there is."""
    known = turn.catalogue
    return screens.home(
        professions=len(known.professions),
        colleges=len(known.colleges),
        employers=len(known.employers),
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


def find(intent: Find, turn: Turn) -> Screen:
    """What the typed words may mean."""
    guesses = search.guesses(turn.catalogue, turn.words)
    things = [(thing, _open(kind, thing)) for kind, thing in guesses]
    return replace(screens.found(turn.words[:LONGEST], things), fresh=True)


def _open(kind: str, thing: Thing) -> Intent:
    """The intent that opens a thing of this kind."""
    doors = {
        "professions": OpenProfession,
        "colleges": OpenCollege,
        "employers": OpenEmployer,
        "programmes": OpenProgramme,
    }
    return doors[kind](thing.slug)
