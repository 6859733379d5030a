"""What typed words ask."""

from bot.ui import Intent


class Find(Intent, code="find", act=True):
    """Look for the words that were typed."""


class OpenRegion(Intent, code="reg"):
    """What is there in this region?"""

    region: str


class OpenThere(Intent, code="there"):
    """Where is this trade at home in this region?"""

    profession: str
    region: str
