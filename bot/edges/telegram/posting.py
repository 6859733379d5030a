"""Posting by Telegram: one call at a time, tried once; what came of it is told, never raised."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram.error import ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import Ambiguous, NeverLeft, TooFast, says
from bot.edges.telegram.saying import CLOSED, NOT_MODIFIED
from bot.edges.telegram.showing import calls
from bot.posting import Ending, Fate
from bot.ui import Message

Call = tuple[str, dict[str, Any]]
DEACTIVATED = ("user is deactivated", "bot was kicked")
LONGEST = 300.0  # seconds we wait at most, whatever Telegram says: then we ask again
TRIES, SHORTEST = 5, 1.0  # for what follows a photo that arrived, and the seconds between them


class Post:
    """Brings announcements; their words are edited, and they are taken back, the same way."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring a message; where it takes several calls, the last one's number is its own."""
        first, *others = calls(person, message)
        fate = await self._called(first, paid=paid)
        for other in others if fate.how == "sent" else ():
            fate = await self._followed(other, paid=paid)
            if fate.how != "sent":
                break
        return fate

    async def _called(self, call: Call, *, paid: bool) -> Fate:
        method, parameters = call
        more = {"allow_paid_broadcast": True} if paid else {}
        return await _fate(self._caller.call(method, **parameters, **more))

    async def _followed(self, call: Call, *, paid: bool) -> Fate:
        """What follows something that arrived: it waits here, or all of it would be sent anew."""
        for _ in range(TRIES):
            fate = await self._called(call, paid=paid)
            if fate.how not in ("slow", "unsent"):
                break
            await asyncio.sleep(max(SHORTEST, min(fate.seconds, TRIES * SHORTEST)))
        late = fate.how in ("slow", "unsent")
        return Fate("unknown", why="in part") if late else fate

    async def change(self, person: int, number: int, message: Message) -> Fate:
        """Put other words into a message that was brought."""
        (method, shown), *_ = reversed(calls(person, message))
        place = {"message_id": number}
        if method == "sendMessage":
            return await _fate(self._caller.call("editMessageText", **shown, **place))
        words = {name: value for name, value in shown.items() if name not in ("photo", "document")}
        return await _fate(self._caller.call("editMessageCaption", **words, **place))

    async def withdraw(self, person: int, number: int) -> Fate:
        """Take a message back."""
        gone = self._caller.call("deleteMessage", chat_id=person, message_id=number)
        return await _fate(gone)


async def _fate(calling: Awaitable[Any]) -> Fate:
    try:
        told = await calling
    except TelegramError as error:
        return _failed(error)
    number = told.get("message_id") if isinstance(told, dict) else None
    return Fate("sent", number if isinstance(number, int) else None)


def _failed(error: TelegramError) -> Fate:
    if isinstance(error, TooFast):
        absurd = error.seconds > LONGEST
        return Fate("slow", None, min(error.seconds, LONGEST), "slowed" if absurd else "")
    if isinstance(error, ChatMigrated):
        return Fate("gone", why="moved")
    ending = _ending(error)
    return Fate(ending, why="closed" if ending == "closed" else str(error)[:32])


def _ending(error: TelegramError) -> Ending:
    if isinstance(error, NeverLeft):
        return "unsent"
    if isinstance(error, Ambiguous):
        return "unknown"
    if isinstance(error, InvalidToken):
        return "closed"
    if isinstance(error, Forbidden):
        return "gone" if says(error, DEACTIVATED) else "blocked"
    if says(error, (NOT_MODIFIED,)):
        return "sent"
    return "gone" if says(error, CLOSED) else "refused"
