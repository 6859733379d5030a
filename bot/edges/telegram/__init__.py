"""Telegram: updates in, calls out, limits, retries. Knows no rules, and no words of the bot."""

from telegram.error import InvalidToken as Unknown

from bot.edges.telegram.asking import Rhythm
from bot.edges.telegram.caller import Caller
from bot.edges.telegram.edge import Edge
from bot.edges.telegram.outcomes import Ambiguous, NeverLeft, TooFast
from bot.edges.telegram.pace import Pace, Patience
from bot.edges.telegram.posting import Post
from bot.edges.telegram.setup import Profile
from bot.edges.telegram.turns import Listener

__all__ = [
    "Ambiguous",
    "Caller",
    "Edge",
    "Listener",
    "NeverLeft",
    "Pace",
    "Patience",
    "Post",
    "Profile",
    "Rhythm",
    "TooFast",
    "Unknown",
]
