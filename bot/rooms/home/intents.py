"""What people ask at the front door."""

from bot.ui import Intent
from content.kinds import Language


class GoHome(Intent, code="home"):
    """Begin, or begin again."""


class OpenHelp(Intent, code="help"):
    """What can this bot do?"""


class OpenSettings(Intent, code="settings"):
    """What is set, and what is known about me?"""


class Speak(Intent, code="speak", act=True):
    """Speak this language with me."""

    language: Language
