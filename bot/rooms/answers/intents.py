"""What families ask."""

from bot.ui import Intent


class Hear(Intent, code="hear", act=True):
    """These words were typed: a question, a call for help, small talk, or a name to look for."""


class OpenAnswers(Intent, code="faq"):
    """Which questions are answered here?"""

    page: int = 1


class OpenAnswer(Intent, code="ans", link="q"):
    """What do the sources say to this question?"""

    answer: str


class OpenFact(Intent, code="fact"):
    """What does an article say to what I asked?"""

    fact: str


class KeepQuestion(Intent, code="qkeep", act=True):
    """Put this draft on my list: I will ask the college myself."""

    number: int


class OpenList(Intent, code="qlist"):
    """What do I want to ask?"""

    page: int = 1


class EmptyList(Intent, code="qempty", act=True):
    """Take everything off my list."""
