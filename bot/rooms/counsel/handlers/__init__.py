"""Questions in the hands of the staff: reading and answering, passing on, and looking after it."""

from bot.rooms.counsel.handlers import acts, answering, reviewing

__all__ = ["acts", "answering", "reviewing"]
