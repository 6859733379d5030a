"""What counselors ask about questions nobody could answer, and everybody about the answers."""

from typing import Literal

from bot.ui import Intent

Part = Literal["words", "source", "ends", "speaker"]


class OpenMatters(Intent, code="matters"):
    """What do people ask that nobody could answer?"""

    page: int = 1


class OpenMatter(Intent, code="matterone"):
    """What is asked here, how often, and is it being answered?"""

    number: int


class AnswerMatter(Intent, code="matterans", act=True):
    """Let me answer this for all who asked."""

    number: int


class AnswerAll(Intent, code="matterall", act=True):
    """My answer in this thread is for all who ask the same: let me add its source."""

    number: int


class ChooseVoice(Intent, code="mvoice"):
    """My answer in this thread is an enterprise's own: of which one?"""

    number: int
    page: int = 1


class MakeVoice(Intent, code="mvoiced", act=True):
    """Make a voice card of it."""

    number: int
    employer: str


class OpenWriting(Intent, code="mdraft"):
    """How would this contribution look, and what is missing?"""

    number: int


class WritePart(Intent, code="mwrite"):
    """Let me write this part of it: the next words are it."""

    number: int
    part: Part


class SayPart(Intent, code="msay", act=True):
    """These words are this part of it."""

    number: int
    part: Part


class Publish(Intent, code="mpublish", act=True):
    """Let everybody see it, and tell all who asked."""

    number: int


class ConfirmPublish(Intent, code="mconfirm", act=True):
    """I am a second person of the staff, and confirm it."""

    number: int


class AskWithdraw(Intent, code="maskback"):
    """Shall it really be taken back?"""

    number: int


class Withdraw(Intent, code="mback", act=True):
    """Let nobody see it any more."""

    number: int


# --- everybody ---


class OpenContribution(Intent, code="contrib", link="n"):
    """What did a counselor find out, and where from?"""

    number: int
