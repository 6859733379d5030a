"""The shelf: where this process keeps the catalogue in force, and notices a new edition."""

import asyncio

import structlog

from content.atlas import Catalogue
from db import catalogue as rows
from db.base import Store

log = structlog.get_logger()

EVERY = 2.0  # seconds between looks


def _prepare(catalogue: Catalogue) -> None:
    """What only typed words need, made once; whoever types before it is there makes it."""
    from bot.guidance.alarm import sayings  # who begins, or sends only, needs none of it
    from bot.guidance.answers import understanding
    from bot.guidance.search import index

    index(catalogue)
    sayings(catalogue)
    understanding(catalogue)


class Shelf:
    """The catalogue in force; swapped whole, never half. What cannot be read keeps the old.

    Where words are `typed`, it is prepared for them, the first one once the bot has begun.
    """

    def __init__(self, store: Store, *, typed: bool = True) -> None:
        self._store, self.typed = store, typed
        self.catalogue = Catalogue({})

    async def look(self) -> bool:
        """Read the catalogue again if there is a new edition; whether there was."""
        edition = await self._store.do(rows.edition)
        if edition is None or edition == self.catalogue.edition:
            return False
        things = await self._store.do(rows.read)
        catalogue = Catalogue(things, edition)
        if self.typed and self.catalogue.edition:
            await asyncio.to_thread(_prepare, catalogue)  # not in the turn of whoever types first
        self.catalogue = catalogue
        log.info("catalogue", things=sum(map(len, things.values())))
        return True

    async def looked(self) -> bool:
        """Look as `look` does, whatever comes of it; whether there is a catalogue now."""
        try:
            await self.look()
        except Exception as error:
            log.warning("catalogue not read, the old one stays", error=type(error).__name__)
        return bool(self.catalogue.edition)

    async def watch(self) -> None:
        """Look again and again, for as long as the process lives."""
        while True:
            await asyncio.sleep(EVERY)
            await self.looked()
            if self.typed:
                await asyncio.to_thread(_prepare, self.catalogue)
