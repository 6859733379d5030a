"""What people ask to have side by side."""

from typing import Literal

from bot.ui import Intent

Kind = Literal["professions", "colleges"]


class CompareSaved(Intent, code="cmp"):
    """Put what I kept side by side: the newest two to four of a kind."""

    kind: Kind


class CompareWith(Intent, code="cmpw"):
    """Compare this profession with which other?"""

    profession: str
    page: int = 1


class CompareTwo(Intent, code="cmpt"):
    """Put these two professions side by side."""

    one: str
    other: str
