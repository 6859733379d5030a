"""What a counselor asks about an announcement that is to be sent, or was."""

from typing import Literal

from bot.ui import Intent


class OpenAnnouncement(Intent, code="ann"):
    """How does this announcement stand?"""

    number: int


class OpenAnnouncements(Intent, code="anns"):
    """What did I write?"""

    page: int = 1


class PauseAnnouncement(Intent, code="anpause", act=True):
    """Send it to nobody else for now."""

    number: int


class ResumeAnnouncement(Intent, code="anresume", act=True):
    """Go on sending it."""

    number: int


class AskCancel(Intent, code="anask", act=True):
    """Stop it for good?"""

    number: int


class CancelAnnouncement(Intent, code="ancancel", act=True):
    """Send it to nobody else, ever."""

    number: int


class SendToMissed(Intent, code="anmissed", act=True):
    """Try once more with those it did not reach."""

    number: int


class AskRecall(Intent, code="anaskback", act=True):
    """Take it back from everybody?"""

    number: int


class RecallAnnouncement(Intent, code="anback", act=True):
    """Take it back from everybody who got it."""

    number: int


class Preview(Intent, code="anpreview", act=True):
    """Show me the very message, in each language."""

    number: int


class SendAnnouncement(Intent, code="ansend", act=True):
    """Send it."""

    number: int


class SendAnyway(Intent, code="ansure", act=True):
    """Send it, though the same was sent a short while ago."""

    number: int


class OpenWaiting(Intent, code="anwaiting"):
    """Which wait for a second person?"""


class Confirm(Intent, code="anconfirm", act=True):
    """I have read it too, these very words: send it."""

    number: int
    seen: str = ""


class Refuse(Intent, code="anrefuse", act=True):
    """Give it back to its author."""

    number: int


class EditSent(Intent, code="anedit", act=True):
    """Change it to the new words for everybody who got it."""

    number: int


class ExportReport(Intent, code="anfile", act=True):
    """Give me the report as a file."""

    number: int
    kind: Literal["csv", "xlsx"]
