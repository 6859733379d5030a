"""The interest test: ask, keep, and show what came of it."""

from bot.rooms.interests.handlers.asking import again, ask, begin, begin_page, method, more, rate
from bot.rooms.interests.handlers.cards import best, repick, worst
from bot.rooms.interests.handlers.results import history, picture, read, result, shifts, tell
from bot.rooms.interests.handlers.values import drop, matters, pick_value
from bot.rooms.interests.handlers.young import begin as begin_young
from bot.rooms.interests.handlers.young import pick_side

__all__ = [
    "again",
    "ask",
    "begin",
    "begin_page",
    "begin_young",
    "best",
    "drop",
    "history",
    "matters",
    "method",
    "more",
    "pick_side",
    "pick_value",
    "picture",
    "rate",
    "read",
    "repick",
    "result",
    "shifts",
    "tell",
    "worst",
]
