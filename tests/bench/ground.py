"""The ground: databases with tables, catalogue and people, as a bot finds them on any day."""

import asyncio
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import psutil

from bot.release import compile_ours
from content.reader import read
from db import catalogue, migrations
from db.base import open_store
from tests.bench import crowds
from tests.bench.stage import OTHER_CORE
from tests.postgres import Postgres, server

FEW, MANY = 1_000, 1_000_000


@dataclass(frozen=True)
class Ground:
    """The addresses of all databases of one run."""

    folder: Path
    sqlite: str
    postgres: str
    few: tuple[str, str]
    many: tuple[str, str]

    def beside(self, name: str) -> str:
        """The address of an empty database, for a bot that makes its own tables."""
        return f"sqlite+aiosqlite:///{self.folder / name}.db"


def lay(folder: Path, known: int, many: int) -> Ground:
    """Make the databases: of everyday size, with a thousand people, and with a million."""
    bare, postgres = folder / "bare.db", _postgres()
    furnish(f"sqlite:///{bare}")
    furnish(postgres.address(postgres.template("bench", lambda address: None)))
    lite = {people: _lite(folder, bare, people) for people in (known, FEW, many)}
    full = {people: _full(postgres, people) for people in (known, FEW, many)}
    return Ground(
        folder, lite[known], full[known], (lite[FEW], full[FEW]), (lite[many], full[many])
    )


def furnish(address: str) -> None:
    """Tables, catalogue and compiled modules, as the release command brings them."""
    compile_ours()
    migrations.climb(address)
    asyncio.run(_load(address))


async def _load(address: str) -> None:
    store = open_store(address)
    await store.do(lambda session: catalogue.load(session, read(), datetime.now(UTC)))
    await store.close()


def _lite(folder: Path, bare: Path, people: int) -> str:
    path = folder / f"{people}.db"
    copyfile(bare, path)
    crowds.meet_in_sqlite(path, people)
    return f"sqlite:///{path}"


def _full(postgres: Postgres, people: int) -> str:
    address = postgres.fresh("bench")
    crowds.meet_in_postgres(address, people)
    return address


def _postgres() -> Postgres:
    """The server of this run, on the core that is not the bot's; we run there ourselves."""
    running = server()
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == "postgres" and process.ppid() == os.getpid():
            _pin(process)
    return running


def _pin(process: psutil.Process) -> None:
    for one in (process, *process.children(recursive=True)):
        one.cpu_affinity([OTHER_CORE])
