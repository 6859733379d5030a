"""PostgreSQL: a few connections of asyncpg do what waits, side by side."""

import asyncio
from collections import deque
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from db.base import Away, T, Work
from db.together import TOGETHER, Asked, all_done, give, is_for_all, plainly

CONNECTIONS = 4  # more of them only make the transactions smaller
PATIENCE = 5.0  # seconds to wait for a connection
IDLE = "15s"  # a transaction may stand still: who was frozen in one lets the others go on
LONGEST = 90.0  # seconds a statement may take: a million recipients take half of it


class ManyWriters:
    """PostgreSQL: several transactions at a time; each does together all that waited for it."""

    def __init__(self, url: URL, connections: int = CONNECTIONS) -> None:
        self._engine = create_async_engine(
            url.set(drivername="postgresql+asyncpg"),
            pool_size=connections,
            max_overflow=0,
            pool_timeout=2 * PATIENCE,
            hide_parameters=True,
            connect_args={"timeout": PATIENCE, "command_timeout": LONGEST},
        )
        event.listen(self._engine.sync_engine, "connect", _let_go)
        self._connections = connections
        self._waiting: deque[Asked] = deque()
        self._writing: set[asyncio.Task[None]] = set()

    async def do(self, work: Work[T]) -> T:
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if len(self._writing) < self._connections:
            writing = asyncio.create_task(self._write())
            self._writing.add(writing)
            writing.add_done_callback(self._writing.discard)
        return await future

    async def _write(self) -> None:
        """Commit what waits, until nothing does."""
        while self._waiting:
            some = min(len(self._waiting), TOGETHER)
            await self._commit([self._waiting.popleft() for _ in range(some)])

    async def _commit(self, batch: list[Asked]) -> None:
        """Do all of it in one transaction; where one fails, each again in its own."""
        try:
            results = await self._results([work for work, _ in batch])
        except asyncio.CancelledError:
            for _, future in batch:
                future.cancel()
            raise
        except BaseException as error:  # whatever the work raises belongs to whoever asked for it
            await self._failed(batch, plainly(error))
            return
        give([(future, result, None) for (_, future), result in zip(batch, results, strict=True)])

    async def _results(self, together: list[Work[Any]]) -> list[Any]:
        connection = await self._reached()
        try:
            async with connection.begin():
                return await connection.run_sync(all_done, together)
        finally:
            await connection.close()

    async def _failed(self, batch: list[Asked], error: BaseException) -> None:
        """Nothing was kept. Of a database away all are told at once, else each is tried alone."""
        if len(batch) == 1 or is_for_all(error):
            give([(future, None, error) for _, future in batch])
            return
        for item in batch:
            await self._commit([item])

    async def close(self) -> None:
        while self._writing:
            await asyncio.wait(self._writing)
        await self._engine.dispose()

    async def _reached(self) -> AsyncConnection:
        """A connection of the pool; whatever keeps us from having one, the database is away."""
        try:
            return await self._engine.connect()
        except Exception as error:
            raise Away(type(error).__name__) from error


def _let_go(connection: Any, _: Any) -> None:
    """Have the server end what a frozen process holds on to."""
    cursor = connection.cursor()
    cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE}'")
    cursor.close()
