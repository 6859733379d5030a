"""What happens, as it happens: told to every open chat page and to every waiting test."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from bot.playground.shapes import Json

Seen = TypeVar("Seen")
BLINK = 0.005


class Live:
    """Everyone who is looking right now."""

    def __init__(self) -> None:
        self._lookers: set[asyncio.Queue[Json | None]] = set()

    def tell(self, kind: str, **what: object) -> None:
        """Say to all lookers that something happened."""
        for looker in self._lookers:
            looker.put_nowait({"kind": kind, **what})

    def close(self) -> None:
        """Send everyone home, so that the server can stop."""
        for looker in self._lookers:
            looker.put_nowait(None)

    async def watch(self) -> AsyncIterator[Json]:
        """All that happens from now on, until the server stops."""
        mine: asyncio.Queue[Json | None] = asyncio.Queue()
        self._lookers.add(mine)
        try:
            while (event := await mine.get()) is not None:
                yield event
        finally:
            self._lookers.discard(mine)

    async def until(self, look: Callable[[], Seen], seconds: float = 5.0) -> Seen:
        """What `look` sees, once it sees something; it looks again and again."""
        async with asyncio.timeout(seconds):
            while not (seen := look()):  # noqa: ASYNC110 - what it looks at tells nobody
                await asyncio.sleep(BLINK)
        return seen
