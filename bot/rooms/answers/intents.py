"""What families ask."""

from bot.ui import Intent


class OpenAnswers(Intent, code="faq"):
    """Which questions are answered here?"""

    page: int = 1


class OpenAnswer(Intent, code="ans", link="q"):
    """What do the sources say to this question?"""

    answer: str
