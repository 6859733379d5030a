"""What people ask about the way into a trade."""

from typing import Literal

from bot.ui import Intent

Grade = Literal[9, 11]
Way = Literal["state", "dual", "targeted", "paid"]


class OpenRoutes(Intent, code="route"):
    """How do I get into this trade: after which grade?"""

    profession: str


class ChooseWay(Intent, code="way"):
    """On which way: state order, dual, targeted, paid?"""

    profession: str
    grade: Grade


class OpenRoute(Intent, code="steps"):
    """The steps of this way, a few at a time."""

    profession: str
    grade: Grade
    way: Way
    page: int = 1


class AskBefore(Intent, code="before"):
    """What should we ask before we sign or decide?"""

    profession: str
    grade: Grade
    way: Way
    page: int = 1
