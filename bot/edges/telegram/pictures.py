"""Pictures: drawn when a message names them, uploaded once, then sent by Telegram's own name."""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from telegram import InputFile
from telegram.error import BadRequest

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import says
from bot.edges.telegram.showing import Parameters, caption
from bot.edges.telegram.working import working
from bot.ui.message import Message

Draw = Callable[[str], bytes]

REMEMBERED = 1_000
UNKNOWN_FILE = ("wrong file identifier", "wrong remote file identifier")


class NotDrawn(Exception):
    """There is no such picture to be had; says only what kind of error it was."""


class Call(Protocol):
    """A call that is tried again where that is safe."""

    async def __call__(self, method: str, parameters: Parameters, *, repeatable: bool) -> Any: ...


class Pictures:
    """Sends pictures, and remembers by name those this process has sent lately."""

    def __init__(self, caller: Caller, draw: Draw | None) -> None:
        self._caller, self._draw = caller, draw
        self._known: dict[str, str] = {}

    async def send(self, call: Call, chat: int, message: Message) -> list[Parameters]:
        """Send the picture with the words below it; gives the words that were too long for that."""
        words, more = caption(chat, message)
        with working(self._caller, chat, "upload_photo"):
            sent = await self._sent(call, words, message.picture)
        self._remember(message.picture, sent)
        return more

    async def _sent(self, call: Call, words: Parameters, name: str) -> Any:
        """The message that was sent; drawn anew if Telegram has forgotten what it kept."""
        photo = {"photo": self._known.get(name) or await self._drawn(name)}
        try:
            return await call("sendPhoto", words | photo, repeatable=False)
        except BadRequest as error:
            if not says(error, UNKNOWN_FILE) or not self._known.pop(name, None):
                raise
        return await call("sendPhoto", words | {"photo": await self._drawn(name)}, repeatable=False)

    async def _drawn(self, name: str) -> InputFile:
        if self._draw is None:
            raise NotDrawn("nobody draws here")
        try:
            return InputFile(await asyncio.to_thread(self._draw, name), filename="picture.png")
        except Exception as error:  # whatever drawing does, the words are still said
            raise NotDrawn(type(error).__name__) from None

    def _remember(self, name: str, sent: Any) -> None:
        photo = sent.get("photo") if isinstance(sent, dict) else None
        if photo:
            self._known[name] = photo[-1]["file_id"]
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
