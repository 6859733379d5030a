"""What people ask when they are in trouble."""

from bot.ui import Intent


class OpenCare(Intent, code="care"):
    """Where is help?"""
