"""What people ask about words."""

from bot.ui import Intent


class OpenGlossary(Intent, code="words"):
    """Which words are explained here?"""

    page: int = 1


class OpenTerm(Intent, code="term", link="t"):
    """What does this word mean?"""

    term: str
