"""What people ask about the things they keep."""

from typing import Literal

from bot.ui import Intent

Kind = Literal["professions", "colleges", "employers", "programmes"]


class OpenSaved(Intent, code="shelf"):
    """What did I keep?"""

    page: int = 1


class Save(Intent, code="save", act=True):
    """Keep this for later."""

    slug: str
    kind: Kind = "professions"


class Forget(Intent, code="forget", act=True):
    """Keep it no longer."""

    slug: str
    kind: Kind = "professions"
