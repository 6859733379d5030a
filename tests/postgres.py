"""A real PostgreSQL for the tests: the machine's own, else the pip-installable `pgserver`.

One server for the whole run, in a folder of its own, as another user where we are root (PostgreSQL
refuses to be root); a fresh database a test, copied from a template in a few milliseconds.
"""

import asyncio
import atexit
import functools
import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]
import pytest

NOBODY = "nobody"
MADE = ("--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync")
READY_WITHIN = 30.0  # seconds
FIX = (
    "The tests need a real PostgreSQL and found none. Install the system's package (on Debian and "
    "Ubuntu: apt-get install postgresql), or `pip install pgserver` into the virtual environment."
)
SETTINGS = ("fsync=off", "full_page_writes=off", "max_connections=120", "log_min_messages=fatal")


class NoPostgres(Exception):
    """There is no PostgreSQL to be had; the words say how to get one."""


class Postgres:
    """One server, on a free port of this machine."""

    def __init__(self, binaries: Path, home: Path) -> None:
        self._home, self._names = home, itertools.count(1)
        self._user = NOBODY if os.geteuid() == 0 else None
        self._binaries = self._readable(binaries)
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._run("initdb", *MADE)

    def start(self) -> None:
        """Run it; returns once it answers."""
        listening = ["-h", "127.0.0.1", "-p", str(self._port), "-k", str(self._home)]
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        with (self._home / "log").open("ab") as log:
            self._process = self._popen("postgres", *listening, *settings, stderr=log)
        self._until_it_answers()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: fast (SIGINT), or as a crash would (SIGQUIT)."""
        if self._process:
            self._process.send_signal(how)
            self._process.wait(READY_WITHIN)
            self._process = None

    def address(self, database: str) -> str:
        """Where a database is, as hosts write it."""
        return f"postgresql://postgres@127.0.0.1:{self._port}/{database}"

    def fresh(self, template: str = "template1") -> str:
        """The address of a new database, a copy of the template."""
        name = f"test_{next(self._names)}"
        self.ask(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.address(name)

    def template(self, name: str, fill: Callable[[str], object]) -> str:
        """A database with this name, filled when it is first asked for."""
        if not self.ask(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.ask(f"CREATE DATABASE {name}")
            fill(self.address(name))
        return name

    def ask(self, statement: str, database: str = "postgres") -> list[Any]:
        """Run one statement, and give its rows."""
        return list(_apart(lambda: _ask(self.address(database), statement)))

    def _until_it_answers(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while True:
            try:
                self.ask("SELECT 1")
                return
            except (OSError, asyncpg.PostgresError):
                if time.monotonic() > deadline:
                    raise NoPostgres((self._home / "log").read_text()) from None
                time.sleep(0.05)

    def _readable(self, binaries: Path) -> Path:
        """The binaries where the other user may run them: a wheel in our own home is copied."""
        try:
            subprocess.run([binaries / "postgres", "--version"], **self._as_them(), check=True)
            return binaries
        except PermissionError:
            pass
        wheel, copy = binaries.parent.parent, self._home / "installed"
        for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
            shutil.copytree(part, copy / part.name)
        return copy / wheel.name / binaries.parent.name / binaries.name

    def _run(self, name: str, *arguments: str) -> None:
        done = self._popen(name, *arguments, stderr=subprocess.PIPE)
        _, said = done.communicate()
        if done.returncode:
            raise NoPostgres(f"{name} failed: {said.decode()}")

    def _popen(self, name: str, *arguments: str, stderr: Any) -> "subprocess.Popen[bytes]":
        command = [str(self._binaries / name), "-D", str(self._home / "rows"), *arguments]
        them = self._as_them() | {"stderr": stderr}
        return subprocess.Popen(command, text=False, **them)

    def _as_them(self) -> dict[str, Any]:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        them: dict[str, Any] = {"user": self._user, "group": _group(), "extra_groups": []}
        return {**quiet, **(them if self._user else {})}


def binaries() -> Path:
    """Where `postgres` and `initdb` are; raises NoPostgres with the fix in words."""
    on_path = shutil.which("postgres")
    if on_path and (own := Path(on_path).resolve().parent / "initdb").exists():
        return own.parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if installed:
        return installed[-1].parent
    wheel = importlib.util.find_spec("pgserver")
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    raise NoPostgres(FIX)


@functools.cache
def server() -> Postgres:
    """The one server of this run, stopped when Python ends."""
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, NOBODY)
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    running = Postgres(binaries(), home)
    atexit.register(running.stop, signal.SIGQUIT)
    running.start()
    return running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL; where none can be had, the test fails and says how to get one."""
    try:
        yield server()
    except NoPostgres as none:
        pytest.fail(str(none), pytrace=False)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _group() -> int:
    return pwd.getpwnam(NOBODY).pw_gid


def _apart(asking: Callable[[], Any]) -> Any:
    """In a thread of its own, for a loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(asking())).result()


async def _ask(address: str, statement: str) -> list[Any]:
    connection = await asyncpg.connect(address, timeout=5)
    try:
        return list(await connection.fetch(statement))
    finally:
        await connection.close()
