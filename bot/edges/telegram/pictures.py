"""Pictures: drawn when a message names them, uploaded once, then sent by Telegram's own name."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from telegram import InputFile
from telegram.error import BadRequest

from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import says
from bot.edges.telegram.showing import Parameters, caption
from bot.edges.telegram.working import working
from bot.ui.message import Message

Draw = Callable[[str], bytes | Awaitable[bytes]]

# what is no picture, and how its file is called
FILES = {"table": "report", "mydata": "mydata", "access": "staff"}
UNKNOWN_FILE = ("wrong file identifier", "wrong remote file identifier")


class NotDrawn(Exception):
    """There is no such picture to be had; says only what kind of error it was."""


class Call(Protocol):
    """A call that is tried again where that is safe."""

    async def __call__(self, method: str, parameters: Parameters, *, repeatable: bool) -> Any: ...


class Album(Protocol):
    """Where it is kept which pictures Telegram has already, and what it calls them."""

    async def find(self, name: str) -> str | None: ...

    async def keep(self, name: str, file_id: str) -> None: ...


class Lately:
    """An album of this process alone."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    async def find(self, name: str) -> str | None:
        """What Telegram calls this picture, if it has it."""
        return self._known.get(name)

    async def keep(self, name: str, file_id: str) -> None:
        """Remember what Telegram calls it."""
        self._known[name] = file_id


class Pictures:
    """Sends pictures; those Telegram has already by its own name for them."""

    def __init__(self, caller: Caller, draw: Draw | None, album: Album | None = None) -> None:
        self._caller, self._draw, self._album = caller, draw, album or Lately()

    async def send(self, call: Call, chat: int, message: Message) -> list[Parameters]:
        """Send the picture with the words below it; gives the words that were too long for that."""
        words, more = caption(chat, message)
        if message.picture.partition("/")[0] in FILES:
            await self._file(call, words, message.picture)
            return more
        with working(self._caller, chat, "upload_photo"):
            if not await self._sent_again(call, words, message.picture):
                await self._uploaded(call, words, message.picture)
        return more

    async def _file(self, call: Call, words: Parameters, name: str) -> None:
        """Make and upload a file; nobody asks for the same one twice, so it is not remembered."""
        what, kind, *_ = name.split("/")
        with working(self._caller, words["chat_id"], "upload_document"):
            made = await self._drawn(name, f"{FILES[what]}.{kind}")
            await call("sendDocument", words | {"document": made}, repeatable=False)

    async def _sent_again(self, call: Call, words: Parameters, name: str) -> bool:
        """Send what Telegram has already; whether it has."""
        known = await self._album.find(name)
        try:
            if known:
                await call("sendPhoto", words | {"photo": known}, repeatable=False)
        except BadRequest as error:
            if not says(error, UNKNOWN_FILE):
                raise
            return False
        return bool(known)

    async def _uploaded(self, call: Call, words: Parameters, name: str) -> None:
        """Draw and upload it, and remember what Telegram calls it."""
        photo = await self._drawn(name)
        sent = await call("sendPhoto", words | {"photo": photo}, repeatable=False)
        if isinstance(sent, dict) and sent.get("photo"):
            await self._album.keep(name, sent["photo"][-1]["file_id"])

    async def _drawn(self, name: str, called: str = "picture.png") -> InputFile:
        if self._draw is None:
            raise NotDrawn("nobody draws here")
        try:
            made = await asyncio.to_thread(self._draw, name)
            done = made if isinstance(made, bytes) else await made
            return InputFile(done, filename=called)
        except Exception as error:  # whatever drawing does, the words are still said
            raise NotDrawn(type(error).__name__) from None
