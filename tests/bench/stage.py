"""The stage: a bot alone on core 0; the playground, the database and we on core 1."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import psutil

BOT_CORE, OTHER_CORE = 0, 1
TOKEN = "42:playground"
LONGEST = 240.0  # seconds one performance may take
AS_INSTALLED = """# a bot set up by `make run` has no rich, which comes with the tools of the suite
import runpy, sys
sys.modules["rich"] = None
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)"""
Bot = subprocess.Popen[bytes]
said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as we live


@dataclass(frozen=True)
class Contestant:
    """A bot: how it is started, how it hears, and what people tell it."""

    name: str
    command: tuple[str, ...]
    script: tuple[str, ...]
    polling: bool = True
    database: str = ""


@dataclass(frozen=True)
class Load:
    """How much is told, how fast, by how many people; `distance` is Telegram's, in milliseconds."""

    updates: int
    people: int = 200
    warm_up: int = 200
    rate: float = 0
    in_flight: int = 48
    distance: float = 0
    stride: int = 1
    spread: bool = True


@dataclass(frozen=True)
class Performance:
    """What one bot did under one load; memory in MB, `rss` with and `own` without file pages."""

    per_second: float
    cpu: float
    p50: float
    p95: float
    p99: float
    rss: float
    own: float
    until_first: float
    replied: int


class Fell(SystemExit):
    """A bot or the playground did not live to the end; says what it wrote last."""


def perform(bot: Contestant, load: Load, environment: dict[str, str] | None = None) -> Performance:
    """Start the playground and the bot, let them play, and tell the figures."""
    port = free_port()
    with _playground(bot, load, port) as playground:
        began = time.perf_counter()
        with started(bot, f"http://127.0.0.1:{port}", environment or {}) as playing:
            _get(f"http://127.0.0.1:{port}/watch?{playing.pid}")
            figures = _figures(bot, playground, port)
            return _performance(figures, load, _memory(playing.pid), began)


@contextmanager
def started(bot: Contestant, telegram: str, environment: dict[str, str]) -> Iterator[Bot]:
    """The bot on its core, killed at the end: nobody measured here needs to say goodbye."""
    port = free_port()
    own = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram,
        "DATABASE_URL": bot.database,
        "SECRET_KEY": "bench" * 8,
        "PORT": str(port),
        "PUBLIC_URL": "" if bot.polling else f"http://127.0.0.1:{port}",
    }
    playing = spawned(bot.command, BOT_CORE, {**own, **environment})
    try:
        yield playing
    finally:
        playing.kill()
        playing.wait()


def spawned(command: tuple[str, ...], core: int, environment: dict[str, str]) -> Bot:
    """A Python program on a core of its own; what it complains of is kept in `said`."""
    said.seek(0)
    said.truncate()
    return subprocess.Popen(
        [sys.executable, "-c", AS_INSTALLED, *command],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=said,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )


@contextmanager
def _playground(bot: Contestant, load: Load, port: int) -> Iterator[Bot]:
    hearing = ["--polling"] if bot.polling else ["--webhook", "auto"]
    told = {
        "port": port,
        "updates": load.updates,
        "warm-up": load.warm_up,
        "people": load.people,
        "rate": load.rate,
        "in-flight": load.in_flight,
        "distance-ms": load.distance,
        "stride": load.stride,
        "first": _fresh_number(),
    }
    words = [f"--{name}={value}" for name, value in told.items()]
    words += ["--spread"] if load.spread else []
    fast = ("bot.playground.fast", *hearing, *words, "--arrivals", "--script", *bot.script)
    playing = spawned(fast, OTHER_CORE, {})
    try:
        until_there(port)
        yield playing
    finally:
        playing.kill()
        playing.wait()


def _fresh_number() -> int:
    """Numbers of updates nobody has heard, in a database that stays: by the clock."""
    return int(time.time() * 10_000) % 10**15


def _figures(bot: Contestant, playground: Bot, port: int) -> dict[str, Any]:
    try:
        told, _ = playground.communicate(timeout=LONGEST)
        return dict(json.loads(told))
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        raise Fell(f"{bot.name}: not done within {LONGEST:.0f} s\n{_last(port)}") from None


def _last(port: int) -> str:
    """Where it stood, and what was complained of."""
    said.seek(0)
    complaints = said.read().decode(errors="replace")[-2000:]
    try:
        return f"{_get(f'http://127.0.0.1:{port}/figures').decode()}\n{complaints}"
    except OSError as error:
        return f"the playground is gone ({error})\n{complaints}"


def _performance(
    figures: dict[str, Any], load: Load, memory: tuple[float, float], began: float
) -> Performance:
    first = min(at for arrived in figures["arrivals"].values() for at in arrived)
    return Performance(
        per_second=figures["updates_per_second"],
        cpu=figures["watched_cpu_seconds"] / load.updates * 1000,
        p50=figures["p50_ms"],
        p95=figures["p95_ms"],
        p99=figures["p99_ms"],
        rss=memory[0],
        own=memory[1],
        until_first=first - began,
        replied=figures["replied"] - load.warm_up,
    )


def _memory(pid: int) -> tuple[float, float]:
    told = psutil.Process(pid).memory_info()
    return told.rss / 2**20, (told.rss - told.shared) / 2**20


def free_port() -> int:
    """A port nobody listens on."""
    with closing(socket.socket()) as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def until_there(port: int) -> None:
    until = time.monotonic() + 10
    while True:
        try:
            _get(f"http://127.0.0.1:{port}/figures")
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=5) as response:
        return bytes(response.read())
