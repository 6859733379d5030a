"""What typed words ask."""

from bot.ui import Intent


class Find(Intent, code="find", act=True):
    """Look for the words that were typed."""


class OpenRegion(Intent, code="reg"):
    """What is there in this region?"""

    region: str
