"""Turns: what arrived is heard, and answered once the turn is committed.

One person is heard at a time, and one chat is answered in the order of its turns; all else goes on
side by side. Nobody is acknowledged here: whoever asks acknowledges after `take` came back.
"""

import asyncio
import time
from typing import Protocol

import structlog

from bot.edges.telegram import counts
from bot.edges.telegram.arrival import Arrival
from bot.edges.telegram.caller import Caller
from bot.edges.telegram.lanes import Lanes
from bot.edges.telegram.saying import Speaker
from bot.edges.telegram.working import working
from bot.heard import Heard
from bot.ui.message import Message
from bot.ui.offer import Offer
from db.base import Away

log = structlog.get_logger()

ALBUMS = 1_000
LEAVING = 6.0  # seconds for the last answers, when a process ends
Saying = asyncio.Task[None]


class Listener(Protocol):
    """Whoever hears, and says what to say; the conversation."""

    async def hear(self, heard: Heard) -> Message | None:
        """The message, committed before it is returned; raises Away."""
        ...

    def offer(self, words: str) -> Offer:
        """What may be sent into another chat, for words typed there."""
        ...


class Turns:
    """Takes turns with people."""

    def __init__(self, caller: Caller, listener: Listener, speaker: Speaker) -> None:
        self._caller, self._listener, self._speaker = caller, listener, speaker
        self._hearing, self._answering = Lanes(), Lanes()
        self._albums: dict[str, int] = {}
        self.under_way: set[Saying] = set()

    async def take(self, arrival: Arrival) -> Saying | None:
        """Hear it, committed when this returns, and begin to answer. Raises Away."""
        heard = arrival.heard
        counts.heard(heard.kind).inc()
        if heard.kind == "inline":
            return self._begin(arrival, self._offered(heard))
        if heard.kind == "nothing":
            return self._begin(arrival, None)
        more = self._is_of_a_known_album(arrival)
        async with self._hearing.within(heard.person):
            message = await self._heard(heard)
            return self._begin(arrival, None if more else message)

    async def finish(self, within: float = LEAVING) -> None:
        """Wait until all that was heard is answered, but not for ever."""
        loop = asyncio.get_running_loop()
        until = loop.time() + within
        while self.under_way and loop.time() < until:
            await asyncio.wait(self.under_way, timeout=until - loop.time())
        if late := len(self.under_way):
            log.warning("left without answering", replies=late)
        for saying in self.under_way:
            saying.cancel()
        await self._speaker.finish()

    async def _heard(self, heard: Heard) -> Message | None:
        began = time.perf_counter()
        try:
            with working(self._caller, heard.chat):
                message = await self._listener.hear(heard)
        except Away:
            counts.AWAY.inc()
            raise
        except Exception as error:  # not even kept aside; asked again, it would be so again
            counts.LOST.inc()
            what = type(error).__name__
            log.error("turn lost", update=heard.update, error=what, person=heard.person)
            return None
        counts.TURNS.inc()
        counts.TURN_SECONDS.observe(time.perf_counter() - began)
        return message

    def _offered(self, heard: Heard) -> Offer | None:
        """What is offered in another chat; that is no turn, and nobody is alone with it."""
        try:
            return self._listener.offer(heard.words)
        except Exception as error:
            counts.LOST.inc()
            log.error("nothing offered", update=heard.update, error=type(error).__name__)
            return None

    def _begin(self, arrival: Arrival, message: Message | Offer | None) -> Saying | None:
        if message is None and not arrival.query:
            return None
        saying = asyncio.create_task(self._answer(arrival, message))
        self.under_way.add(saying)
        saying.add_done_callback(self.under_way.discard)
        return saying

    async def _answer(self, arrival: Arrival, message: Message | Offer | None) -> None:
        place = 0 if arrival.heard.kind == "inline" else arrival.heard.chat
        try:
            async with self._answering.within(place or arrival.query):
                await self._speaker.say(arrival, message)
        except Exception as error:
            counts.UNSAID.inc()
            log.error("not said", update=arrival.heard.update, error=type(error).__name__)

    def _is_of_a_known_album(self, arrival: Arrival) -> bool:
        """Whether another picture of the same album was heard: an album is answered once."""
        if not arrival.album:
            return False
        first = self._albums.setdefault(arrival.album, arrival.heard.update)
        if len(self._albums) > ALBUMS:
            del self._albums[next(iter(self._albums))]
        return first != arrival.heard.update
