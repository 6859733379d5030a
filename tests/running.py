"""Running the bot as a machine does: `python -m bot …`, in a folder and surroundings of its own."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.postgres import free_port

HOME = Path(__file__).parent.parent
TOKEN = "7000000002:CANARY-token-of-a-process_0123456789"
KEY = "CANARY-secret-key-0123456789abcdef0123456789abcdef"
SECRET = "CANARY-webhook-secret-0123456789"
CANARIES = ("CANARY-token", "CANARY-secret-key", "CANARY-webhook-secret", "CANARY-password")
READY_WITHIN, ENDED_WITHIN = 60.0, 10.0  # seconds


def surroundings(**settings: object) -> dict[str, str]:
    """The environment of a process: only what is given, and what Python itself needs."""
    ours = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HOME), "PYTHONUNBUFFERED": "1"}
    return ours | {name.upper(): str(value) for name, value in settings.items()}


class Running:
    """One process of ours: begun, watched, ended."""

    def __init__(self, command: str, folder: Path | None = None, **settings: object) -> None:
        self.port = int(str(settings.setdefault("port", free_port())))
        self.address = f"http://127.0.0.1:{self.port}"
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process lives
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command.split()],
            cwd=folder or HOME, env=surroundings(**settings),
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
        )  # fmt: skip

    @property
    def said(self) -> str:
        """All it wrote so far."""
        self._log.seek(0)
        return self._log.read().decode()

    async def ready(self, path: str = "/readyz", status: int = 200) -> Any:
        """Once it answers with this status there; gives the answer."""
        deadline = time.monotonic() + READY_WITHIN
        async with aiohttp.ClientSession() as session:
            while time.monotonic() < deadline:
                assert self.process.poll() is None, self.said
                if (answer := await _asked(session, self.address + path))[0] == status:
                    return answer[1]
                await asyncio.sleep(0.02)
        raise AssertionError(f"{path} never answered {status}: {self.said}")

    async def until_it_said(self, words: str) -> None:
        """Once these words are in its log."""
        deadline = time.monotonic() + READY_WITHIN
        while words not in self.said:
            assert time.monotonic() < deadline, self.said
            assert self.process.poll() is None, self.said
            await asyncio.sleep(0.02)

    async def ended(self, within: float = READY_WITHIN) -> int:
        """Once it has ended: its code."""
        return await asyncio.to_thread(self.process.wait, within)

    async def stop(self) -> float:
        """Ask it to end, as a host does; the seconds that took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        assert await self.ended(ENDED_WITHIN) == 0, self.said
        return time.monotonic() - began

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self.process.wait()


class Phone:
    """A person on the playground of a process, over HTTP: says words, reads what is answered."""

    def __init__(self, port: int, person: int = 1001) -> None:
        self._home = f"http://127.0.0.1:{port}/playground"
        self._person = person

    async def hears(self, words: str) -> str:
        """What the bot says to these words."""
        async with aiohttp.ClientSession() as session:
            path = f"{self._home}/people/{self._person}/say"
            async with session.post(path, json={"text": words}) as said:
                number = (await said.json())["message_id"]
            return await self._later(session, number)

    async def _later(self, session: aiohttp.ClientSession, number: int) -> str:
        async with asyncio.timeout(READY_WITHIN):
            while True:
                async with session.get(f"{self._home}/chats/{self._person}") as seen:
                    newest = (await seen.json())[-1]
                if newest["message_id"] > number:
                    return str(newest["text"])
                await asyncio.sleep(0.02)


async def _asked(session: aiohttp.ClientSession, address: str) -> tuple[int, str]:
    try:
        async with session.get(address, timeout=aiohttp.ClientTimeout(total=8)) as answer:
            return answer.status, await answer.text()
    except (aiohttp.ClientError, TimeoutError):
        return 0, ""


@contextmanager
def running(command: str, folder: Path | None = None, **settings: object) -> Iterator[Running]:
    """The process while the block runs; killed at the end if it still lives."""
    process = Running(command, folder, **settings)
    try:
        yield process
    finally:
        process.kill()


def finished(command: str, folder: Path | None = None, **settings: object) -> tuple[int, str]:
    """The process run to its end: its code, and all it wrote."""
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=folder or HOME, env=surroundings(**settings), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode()
