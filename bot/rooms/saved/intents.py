"""What people ask about the things they keep."""

from bot.ui import Intent


class OpenSaved(Intent, code="shelf"):
    """What did I keep?"""

    page: int = 1
