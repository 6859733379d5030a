"""What people ask of a counselor.

Whoever has words that nobody could answer keeps them as a draft, and leads to it:

    number = questions.draft(
        turn.session, turn.person, turn.keys.seal(turn.words), turn.now,
        Subject(topic="dormitory", thing="colleges/adilet", place="almaty-city"),
    )
    Button("ask-counselor", OpenDraft(number))

`topic` is an address among the `unknowns` of the catalogue, `thing` a path, `place` a region; each
may be empty. Nothing leaves before the person taps "send" there.
"""

from bot.ui import Intent


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
