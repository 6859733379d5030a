"""Parent, child and counselor: link, show, guess, give; each step the child's to take and undo."""

from bot.rooms.family.handlers import giving, linking, seeing, talking

__all__ = ["giving", "linking", "seeing", "talking"]
