"""Keeping: nothing longer than it was said. Once a day, by whichever process comes first.

And every minute who was forgotten is written into a file beside the database, which an old copy of
the database does not bring back; see docs/decisions/0008.
"""

import asyncio
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from bot.conversation import now
from bot.keys import Keys
from db import (
    catalogue,
    child_codes,
    chores,
    family,
    gaps,
    given,
    heard,
    pictures,
    retention,
    tombstones,
)
from db.base import Store
from db.tombstones import Laid

log = structlog.get_logger()

EVERY = 30.0  # seconds between looks
CHORE = "retention"
SWEEP = 3600.0  # seconds between sweeps


class Keeping:
    """Clears away what is old, and carries tombstones between the database and their file."""

    def __init__(
        self, store: Store, keys: Keys, file: Path, clock: Callable[[], datetime] = now
    ) -> None:
        self._store, self._file, self._clock = store, file, clock
        self._steps = retention.steps(keys.pseudonym, keys.marks)

    async def watch(self) -> None:
        """Look again and again, for as long as the process lives."""
        while True:
            try:
                await self.look()
            except Exception as error:  # whatever it is, the next look may be better
                log.warning("not cleared away", error=type(error).__name__)
            await asyncio.sleep(EVERY)

    async def look(self) -> int:
        """Look once, and do what is due; how many rows went."""
        await self.carry()
        due = await self._store.do(lambda session: chores.due(session, CHORE, self._clock()))
        return await self._clear() if due else 0

    async def carry(self) -> None:
        """Have every tombstone in both places."""
        written = read(self._file)
        since = self._clock() - tombstones.KEPT
        laid = await self._store.do(lambda session: _both(session, written, since))
        if laid != written:
            write(self._file, laid)

    async def _clear(self) -> int:
        gone = 0
        for step in self._steps:
            while some := await self._store.do(partial(step, now=self._clock())):
                gone += some
        await self._store.do(lambda session: chores.done(session, CHORE, self._clock()))
        log.info("cleared away what was kept long enough", rows=gone)
        return gone


def _both(session: Session, written: Laid, since: datetime) -> Laid:
    """All that are younger than this, of the file and of the table, kept in the table."""
    young = {hash_: at for hash_, at in written.items() if at >= since}
    tombstones.lay(session, young) if young else None
    return tombstones.standing(session)


def read(file: Path) -> dict[bytes, datetime]:
    """The tombstones in a file, a line each; none where there is no file yet."""
    lines = file.read_text("ascii").split("\n") if file.exists() else []
    pairs = (line.split() for line in lines if line.count(" ") == 1)
    return {bytes.fromhex(hash_): datetime.fromisoformat(at) for hash_, at in pairs}


def write(file: Path, laid: Laid) -> None:
    """Write them all, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    with fresh.open("w", encoding="ascii") as out:
        out.writelines(f"{hash_.hex()} {at.isoformat()}\n" for hash_, at in laid.items())
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)


# --- every hour ---


async def sweep(store: Store) -> None:
    """Forget, every hour, what is older than it is needed."""
    while True:
        try:
            gone = await store.do(lambda session: swept(session, datetime.now(UTC)))
            log.info("swept", rows=gone)
        except Exception as error:
            log.warning("not swept", error=type(error).__name__)
        await asyncio.sleep(SWEEP)


def swept(session: Session, now: datetime) -> int:
    """How many rows went that nobody needs any longer."""
    edition = catalogue.edition(session) or ""
    kin = (
        child_codes.sweep(session, now)
        + family.sweep(session, now)
        + gaps.sweep(session)
        + given.sweep(session, now)
    )
    return heard.sweep(session, now) + pictures.sweep(session, edition, now) + kin
