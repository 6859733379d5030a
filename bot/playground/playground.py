"""A playground: a world, the hands of its people, and the application that serves it."""

import functools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from starlette.applications import Starlette

from bot.playground.acts import gathering, sharing, talking, tapping
from bot.playground.app import build
from bot.playground.serving import bound, listen, listening
from bot.playground.shapes import Json
from bot.playground.world import World

Seen = TypeVar("Seen")


class Playground(World):
    """A Telegram of one's own, for one bot."""

    invite = gathering.invite
    change = gathering.change

    start = talking.start
    say = talking.say
    edit = talking.edit
    delete = talking.delete
    block = talking.block
    unblock = talking.unblock

    press = tapping.press
    ask = tapping.ask
    choose = tapping.choose
    open_app = tapping.open_app

    send = sharing.send
    forward = sharing.forward

    found = gathering.found
    kick = gathering.kick
    migrate = gathering.migrate
    post = gathering.post
    inject = gathering.inject

    @functools.cached_property
    def app(self) -> Starlette:
        """The application that serves this playground."""
        return build(self)

    def messages(self, chat: int) -> list[Json]:
        """A chat as people see it now."""
        return self.chats.messages(chat)

    def last(self, chat: int) -> Json:
        """The newest message the bot wrote in a chat; empty if there is none."""
        own = [message for message in self.chats.messages(chat) if self.is_own(message)]
        return own[-1] if own else {}

    def transcript(self, chat: int | None = None) -> list[Json]:
        """All that ever happened, in one chat or in all."""
        return self.chats.transcript(chat)

    async def until(self, look: Callable[[], Seen], seconds: float = 5.0) -> Seen:
        """What `look` sees, once it sees something; it looks again and again."""
        return await self.live.until(look, seconds)

    @asynccontextmanager
    async def open(self, port: int = 0) -> AsyncIterator[str]:
        """Served while the block runs; gives the address."""
        async with listening(self.app, self.close, port) as address:
            yield address


async def serve(
    port: int = 8081, *, host: str = "127.0.0.1", playground: Playground | None = None
) -> None:
    """Serve a playground in the running loop, until cancelled."""
    playground = playground or Playground()
    await listen(playground.app, bound(host, port), playground.close)
