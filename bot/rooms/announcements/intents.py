"""What people ask about announcements they got."""

from typing import Literal

from bot.ui import Intent

Topic = Literal["news", "admission", "events", "school", "work"]
Muting = Literal["news", "admission", "events", "school", "work", "all"]
Answer = Literal["done", "help", "no"]


class PressKey(Intent, code="anpress", act=True):
    """Where does this button of the announcement lead?"""

    number: int
    key: int


class AnswerAnnouncement(Intent, code="anreply", act=True):
    """This is my answer to what the announcement asks for."""

    number: int
    answer: Answer


class OpenTopics(Intent, code="topics"):
    """What am I told of?"""


class MuteTopic(Intent, code="mute", act=True):
    """Tell me of this no more."""

    topic: Muting


class UnmuteTopic(Intent, code="unmute", act=True):
    """Tell me of this again."""

    topic: Muting


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
