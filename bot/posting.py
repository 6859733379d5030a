"""Posting: what the courier asks of an edge, and how it may end for one person."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, Protocol

from bot.ui import Message

SOON = timedelta(seconds=5)  # before what never left, or was refused for now, is tried again
AGAIN = timedelta(seconds=30)  # before what nobody knows to have arrived is sent once more
MOST = 2  # times at most anything is sent to one person

Ending = Literal["sent", "blocked", "gone", "refused", "unknown", "unsent", "slow", "closed"]


@dataclass(frozen=True)
class Fate:
    """How one call ended.

    `sent`; the person `blocked` the bot or is `gone`; the outside world `refused` the message, or
    asks us to be `slow` for so many `seconds` (why: `slowed`, where it asked for longer than is
    sensible); it never left (`unsent`); nobody knows (`unknown`); or the outside world is `closed`
    to this bot altogether (why: `closed`). `message` is its number there.
    """

    how: Ending
    message: int | None = None
    seconds: float = 0.0
    why: str = ""


class Post(Protocol):
    """Whoever brings messages to people; never raises what the outside world did."""

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring a message; where it is paid for, faster than is free."""
        ...

    async def change(self, person: int, number: int, message: Message) -> Fate:
        """Put other words into a message that was brought."""
        ...

    async def withdraw(self, person: int, number: int) -> Fate:
        """Take a message back; `refused` where it is too old for that."""
        ...
