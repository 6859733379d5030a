"""Durable work: DBOS carries announcements through crashes, on one machine or on several.

What is to be done stands in our own tables; DBOS remembers how far each run of it has come. A
process takes up again what it left when it died, and what another left that has fallen silent.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import dbos
import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID, WorkflowHandleAsync
from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Engine, make_url

from bot.logs import place_of

log = structlog.get_logger()

VERSION = "1"  # of the steps below: runs begun under another are left to who knows them
LANES = 8  # messages on their way at most, in all processes together
QUEUE = "lanes"
SOON = 3.0  # seconds its end may take
DBOS_HOME = Path(dbos.__file__).parent
LOOK = 0.2  # seconds between looks into the queue
AGAIN = 5.0  # seconds until others go on with what a lane that failed has left


class Carrier(Protocol):
    """Whoever does the work the runs are made of; every part may be done again after a crash."""

    async def open(self, number: int, run: int) -> bool:
        """Get an announcement ready; False where it may not go out."""
        ...

    async def carry(self, number: int, run: int, lane: int) -> str:
        """Serve a part of it in this lane: `more`, or `over` for now."""
        ...

    async def rest(self, number: int, run: int) -> float:
        """Seconds until it can go on; below zero where it is over."""
        ...


@dataclass
class _Work:
    """The carrier of this process: DBOS knows runs by the names of functions of a module."""

    carrier: Carrier | None = None

    @property
    def now(self) -> Carrier:
        assert self.carrier is not None, "durable work was not begun"  # noqa: S101
        return self.carrier


_work = _Work()


@DBOS.step(name="open")
async def _open(number: int, run: int) -> bool:
    return await _work.now.open(number, run)


@DBOS.step(name="carry")
async def _carry(number: int, run: int, lane: int) -> str:
    return await _work.now.carry(number, run, lane)


@DBOS.step(name="rest")
async def _rest(number: int, run: int) -> float:
    return await _work.now.rest(number, run)


@DBOS.workflow(name="lane")
async def _lane(number: int, run: int, lane: int) -> None:
    """One of the lanes, until nobody is due in it."""
    while await _carry(number, run, lane) == "more":
        pass


@DBOS.workflow(name="announce")
async def _announce(number: int, run: int) -> None:
    """One run of an announcement, with its rests, until it is over."""
    on = await _open(number, run)
    while on:
        lanes = [
            await DBOS.enqueue_workflow_async(QUEUE, _lane, number, run, lane)
            for lane in range(LANES)
        ]
        ended = [await _ended(each) for each in lanes]
        seconds = await _rest(number, run)
        on = seconds >= 0
        await DBOS.sleep_async(max(0.0 if all(ended) else AGAIN, seconds))


async def _ended(lane: WorkflowHandleAsync[None]) -> bool:
    """Wait for a lane; False where it failed: what it left is served by the next ones."""
    try:
        await lane.get_result(polling_interval_sec=LOOK)
    except Exception as error:  # whatever it was, nobody is to be forgotten for it
        log.error("a lane failed; others go on with it", error=place_of(error))
        return False
    return True


class Durable:
    """DBOS in this process, from launch to the end."""

    def __init__(self, address: str, executor: str, carrier: Carrier) -> None:
        self._address, self._executor = make_url(address), executor
        _work.carrier = carrier

    async def launch(self) -> None:
        """Begin; what this process left when it died goes on. In the loop that is running.

        Its tables come first, in a thread: making them waits for every transaction that is open,
        those of this loop too, and launching holds the loop.
        """
        await asyncio.to_thread(DBOS.migrate, self._url.render_as_string(hide_password=False))
        DBOS(config=self._config())
        DBOS.launch()
        await DBOS.register_queue_async(QUEUE, polling_interval_sec=LOOK)

    async def begin(self, number: int, run: int) -> None:
        """Begin a run, once, however often it is asked for and by whomever."""
        with SetWorkflowID(f"announcement-{number}-{run}"):
            await DBOS.start_workflow_async(_announce, number, run)

    def take_over(self, executors: list[str]) -> None:
        """Go on with what these have left."""
        DBOS._recover_pending_workflows(executors)  # not public: the pin and a kill test watch it

    async def end(self) -> None:
        """Leave what is under way to be taken up again.

        DBOS writes down that a run failed, but not that its task was cancelled. And it ends with
        the threads the loop lent it, which others still need.
        """
        under_way = [task for task in asyncio.all_tasks() if _is_durable(task)]
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way, timeout=SOON)
        ending = threading.Thread(target=DBOS.destroy, daemon=True)
        ending.start()
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
        await asyncio.to_thread(ending.join, SOON)

    def _config(self) -> DBOSConfig:
        config = DBOSConfig(
            name="career-guide",
            application_version=VERSION,
            executor_id=self._executor,
            log_level="WARNING",
        )
        config.update(self._database())
        return config

    def _database(self) -> DBOSConfig:
        found = DBOSConfig(system_database_url=self._url.render_as_string(hide_password=False))
        if self._url.get_backend_name() == "sqlite":
            found["system_database_engine"] = _engine(self._url)
        return found

    @property
    def _url(self) -> URL:
        """Where DBOS remembers: beside a SQLite file, or in a schema of the PostgreSQL database."""
        if self._address.get_backend_name() == "sqlite":
            return beside(self._address)
        return self._address.set(drivername="postgresql+psycopg")


def _is_durable(task: "asyncio.Task[Any]") -> bool:
    """Whether a task was begun by DBOS."""
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and Path(code.co_filename).parent == DBOS_HOME


def _engine(url: URL) -> Engine:
    """SQLite as DBOS wants it: it begins its transactions itself, and leaves WAL to us."""
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 60.0})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def beside(address: URL) -> URL:
    """The SQLite file of durable work, beside the one of this address: bot.db → bot-durable.db."""
    name, dot, kind = str(address.database).rpartition(".")
    return address.set(database=f"{name or kind}-durable{dot}{kind if name else ''}")
