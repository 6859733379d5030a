"""The edge: everything between Telegram and the conversation, put together."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping

import structlog
from starlette.routing import Route

from bot.edges.telegram.address import expect, expect_none
from bot.edges.telegram.asking import Rhythm
from bot.edges.telegram.caller import TELEGRAM, Caller
from bot.edges.telegram.outcomes import Ambiguous, NeverLeft, TooFast
from bot.edges.telegram.pace import Pace, Patience
from bot.edges.telegram.pictures import Album, Draw, Pictures
from bot.edges.telegram.polling import Poller
from bot.edges.telegram.saying import Speaker, Unreachable
from bot.edges.telegram.setup import Profile, introduce
from bot.edges.telegram.turns import Listener, Turns
from bot.edges.telegram.webhook import Hook

log = structlog.get_logger()


class Edge:
    """One bot at Telegram: told by webhook or asked by polling, it lets a listener answer."""

    def __init__(
        self,
        token: str,
        listener: Listener,
        *,
        address: str = TELEGRAM,
        draw: Draw | None = None,
        album: Album | None = None,
        unreachable: Unreachable | None = None,
        patience: Patience | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.caller = Caller(token, address=address)
        pictures = Pictures(self.caller, draw, album)
        speaker = Speaker(self.caller, pictures, unreachable, patience, pace)
        self.turns = Turns(self.caller, listener, speaker)

    async def open(self, profiles: Mapping[str, Profile] | None = None) -> str:
        """Learn the bot's own name and tell its profile, however long Telegram is away.

        Raises InvalidToken when Telegram does not know the bot.
        """
        await _until_done(self.caller.initialize)
        if profiles:
            await _until_done(lambda: introduce(self.caller, profiles))
        return self.caller.name_known

    async def close(self) -> None:
        """Answer what was heard, and let the connections go."""
        await self.turns.finish()
        await self.caller.shutdown()

    async def poll(self, stop: asyncio.Event, rhythm: Rhythm | None = None) -> None:
        """Ask Telegram for updates until `stop` is set; raises InvalidToken."""
        await _until_done(lambda: expect_none(self.caller))
        await Poller(self.caller, self.turns, rhythm).run(stop)

    async def expect(self, address: str, secret: str, connections: int = 100) -> None:
        """Have Telegram tell updates to this address."""
        await _until_done(lambda: expect(self.caller, address, secret, connections))

    def route(self, secret: str, path: str = "/telegram", *, in_response: bool = True) -> Route:
        """Where Telegram tells its updates; `in_response` lets replies ride in the answers."""
        hook = Hook(self.caller, self.turns, secret, in_response=in_response)
        return Route(path, hook)


async def _until_done(asking: Callable[[], Awaitable[object]], longest: float = 60) -> None:
    """Ask again, ever more slowly, while Telegram is away; what it refuses is raised."""
    rest = 1.0
    while True:
        try:
            await asking()
            return
        except (NeverLeft, Ambiguous, TooFast) as error:
            log.warning("Telegram is away", error=str(error), rest=rest)
        await asyncio.sleep(rest * random.uniform(0.75, 1.25))
        rest = min(2 * rest, longest)
