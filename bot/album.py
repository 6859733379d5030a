"""The album: which pictures Telegram has already, for all processes and after every restart.

The picture of somebody's result is remembered in this process only: its name tells how they
answered, and nobody else asks for it.
"""

from collections.abc import Callable
from datetime import datetime

import structlog

from bot.conversation import now
from db import pictures
from db.base import Store

log = structlog.get_logger()

OF_AN_EDITION = ("card", "map", "code")
OF_ANY = ("task",)
REMEMBERED = 1_000  # in this process


class Album:
    """Telegram's names for pictures; where the database is away, it does without."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = now) -> None:
        self._store, self._clock = store, clock
        self._lately: dict[str, str] = {}

    async def find(self, name: str) -> str | None:
        """What Telegram calls this picture, if it has it."""
        if name not in self._lately and _shared(name):
            found = await self._asked(name)
            self._remember(name, found) if found else None
        return self._lately.get(name)

    async def keep(self, name: str, file_id: str) -> None:
        """Remember what Telegram calls it."""
        self._remember(name, file_id)
        if _shared(name):
            try:
                moment, edition = self._clock(), _edition(name)
                await self._store.do(
                    lambda session: pictures.keep(session, name, file_id, edition, moment)
                )
            except Exception as error:  # the picture is sent; it will be uploaded once more
                log.warning("picture not remembered", error=type(error).__name__)

    async def _asked(self, name: str) -> str | None:
        try:
            return await self._store.do(lambda session: pictures.found(session, name))
        except Exception as error:  # then it is drawn anew
            log.warning("picture not looked up", error=type(error).__name__)
            return None

    def _remember(self, name: str, file_id: str) -> None:
        self._lately[name] = file_id
        if len(self._lately) > REMEMBERED:
            del self._lately[next(iter(self._lately))]


def _shared(name: str) -> bool:
    """Whether others may ask for this picture too."""
    return name.partition("/")[0] in (*OF_AN_EDITION, *OF_ANY)


def _edition(name: str) -> str:
    """The edition of the catalogue that it shows; none where it shows no catalogue."""
    what, *_, edition, _ = name.split("/")
    return edition if what in OF_AN_EDITION else ""
