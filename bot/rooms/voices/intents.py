"""What people ask about voices."""

from bot.ui import Intent


class OpenVoices(Intent, code="voices"):
    """Who speaks of the work here?"""

    page: int = 1


class OpenVoice(Intent, code="voice"):
    """What does this person say of the work?"""

    voice: str
