"""Asking a counselor: drafting and sending, and the threads that grow from it."""

from bot.rooms.asking.handlers import asking, threads

__all__ = ["asking", "threads"]
