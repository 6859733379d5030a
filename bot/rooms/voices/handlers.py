"""Voices: look up, and show."""

from bot.rooms.matters.intents import OpenContribution
from bot.rooms.voices import screens
from bot.rooms.voices.intents import OpenVoice, OpenVoices
from bot.turn import Turn
from bot.ui import Button, Screen
from bot.ui.pages import page
from content.catalogue import Gone, Voice
from content.kinds import Text
from db import contributions as memory


def voices(intent: OpenVoices, turn: Turn) -> Screen:
    """The people who speak of their work."""
    told = [(one.id, _whose(one.employer, turn)) for one in memory.voices(turn.session, turn.now)]
    every = [
        *(
            Button("voice-of", OpenContribution(one), facts={"name": name})
            for one, name in told
            if name
        ),
        *(Button(one.label, OpenVoice(one.slug)) for one in turn.catalogue.every("voices", Voice)),
    ]
    return screens.voices(page(every, intent.page))


def _whose(employer: str, turn: Turn) -> Text | None:
    """The name of an enterprise; nothing where we no longer tell of it."""
    try:
        return turn.catalogue.employer(employer).label
    except Gone:
        return None


def voice(intent: OpenVoice, turn: Turn) -> Screen:
    """One voice."""
    known = turn.catalogue
    one = known.one("voices", intent.voice, Voice)
    employer = known.employer(one.employer) if one.employer else None
    professions = [known.profession(slug) for slug in one.professions]
    return screens.voice(one, employer, professions, turn.back(intent, OpenVoices()))
