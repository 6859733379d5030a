"""What people ask of a counselor.

Whoever has words that nobody could answer keeps them as a draft, and leads to it:

    number = questions.draft(
        turn.session, turn.person, turn.keys.seal(turn.words), turn.now,
        Subject(topic="dormitory", thing="colleges/adilet", place="almaty-city"),
    )
    Button("ask-counselor", OpenDraft(number))

`topic` is a concept of the catalogue, `thing` a path, `place` a region; each may be empty. Nothing
leaves before the person taps "send" there.
"""

from typing import Literal

from bot.ui import Intent

Why = Literal["rude", "wrong", "private", "other"]


class OpenAsk(Intent, code="qask"):
    """Let me ask a counselor: the next words are my question."""


class WriteQuestion(Intent, code="qwrite", act=True):
    """These words are my question."""


class OpenDraft(Intent, code="qdraft"):
    """How will a counselor see this question of mine? Let me send it."""

    number: int


class DropQuestion(Intent, code="qdrop", act=True):
    """Do not send it, and forget it."""

    number: int


class SendQuestion(Intent, code="qsend", act=True):
    """Send it."""

    number: int


class OpenAsked(Intent, code="qmine"):
    """Which questions did I send?"""

    page: int = 1


class OpenThread(Intent, code="qthread"):
    """My question, and what was said to it; page 0 is the newest."""

    number: int
    page: int = 0


class AskMore(Intent, code="qmore"):
    """Let me write more to this question: the next words are added to it."""

    number: int


class SayMore(Intent, code="qsay", act=True):
    """Add these words to it."""

    number: int


class CloseThread(Intent, code="qclose", act=True):
    """Thank you, that is all."""

    number: int


class AskReport(Intent, code="qreport"):
    """Something is wrong with this answer: what?"""

    line: int


class ReportAnswer(Intent, code="qreported", act=True):
    """Let others of the staff look at this answer."""

    line: int
    why: Why


class ReplyTo(Intent, code="qreply", act=True):
    """These words reply to a message of ours."""
