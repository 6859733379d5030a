"""Matters: found by counselors, answered with a source, and told to all who asked."""

from bot.rooms.matters.handlers import finding, writing

__all__ = ["finding", "writing"]
