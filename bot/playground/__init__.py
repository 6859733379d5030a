"""A Telegram of one's own: the Bot API on loopback, a chat page, faults to order.

Imports nothing of the house. The real bot runs on it for the demo, the tests and the load.
"""

from bot.playground.people import Person
from bot.playground.playground import Playground, serve

__all__ = ["Person", "Playground", "serve"]
