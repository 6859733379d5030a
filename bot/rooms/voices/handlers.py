"""Voices: look up, and show."""

from bot.rooms.voices import screens
from bot.rooms.voices.intents import OpenVoice, OpenVoices
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Voice


def voices(intent: OpenVoices, turn: Turn) -> Screen:
    """The people who speak of their work."""
    return screens.voices(page(turn.catalogue.every("voices", Voice), intent.page))


def voice(intent: OpenVoice, turn: Turn) -> Screen:
    """One voice."""
    known = turn.catalogue
    one = known.one("voices", intent.voice, Voice)
    employer = known.employer(one.employer) if one.employer else None
    professions = [known.profession(slug) for slug in one.professions]
    return screens.voice(one, employer, professions, turn.back(intent, OpenVoices()))
