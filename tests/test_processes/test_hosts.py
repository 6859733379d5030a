"""What hosts and people run: the Procfile, the make targets, the logs that are kept of it all."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import furnished
from tests.postgres import free_port
from tests.running import (
    CANARIES,
    ENDED_WITHIN,
    HOME,
    KEY,
    TOKEN,
    Running,
    finished,
    running,
    surroundings,
)
from tests.test_processes.conftest import Telegram

PUPIL = 1001


async def test_the_procfile_under_honcho(bare: str, telegram: Telegram, tmp_path: Path) -> None:
    port = free_port()
    bin_first = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    settings = telegram.settings(database_url=bare, port=port, path=bin_first)
    honcho = f"honcho -f {HOME / 'Procfile'} -d {HOME} start --port {port}"
    code, said = finished(f"{honcho} release", tmp_path, **settings)
    assert code == 0, said
    with running(f"{honcho} web worker", tmp_path, **settings) as host:
        assert await telegram.answered(PUPIL)
        await host.until_it_said("swept")
        host.process.send_signal(signal.SIGTERM)
        await host.ended(ENDED_WITHIN)
        assert all(f"{each}.1 stopped" in host.said for each in ("web", "worker")), host.said


def test_make_help_lists_every_target() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=HOME,
        capture_output=True,
        check=True,
        text=True,
    )
    listed = {line.split()[0] for line in told.stdout.splitlines()}
    assert {"run", "test", "check", "redraw", "bench", "chaos", "migration", "help"} <= listed
    phony = next(line for line in (HOME / "Makefile").read_text().splitlines() if ".PHONY" in line)
    assert listed == set(phony.split()[1:])


async def test_logs_are_json_where_nobody_looks_and_tell_no_secret(
    telegram: Telegram, tmp_path: Path
) -> None:
    settings = telegram.settings(database_url=furnished("sqlite", tmp_path))
    for nth, fault in enumerate(("502", "reset_before", "bad_json", "html", "429"), 1):
        for method in ("sendMessage", "getUpdates"):
            telegram.playground.faults.order(fault=fault, method=method, nth=nth)
    with running("bot web", tmp_path, **settings) as web:
        for words in ("/start", "welder", "Костанай", "/help", "/settings"):
            telegram.playground.say(PUPIL, words)
        await web.until_it_said("not said")
        telegram.playground.revoked.add(TOKEN)
        telegram.playground.say(PUPIL, "/start")
        assert await web.ended() == 1
        assert_quiet(web)


def assert_quiet(process: Running) -> None:
    """Every line is JSON, and none tells a secret."""
    lines = process.said.splitlines()
    told = [line for line in lines if any(canary in line for canary in CANARIES)]
    assert told == []
    assert all(json.loads(line)["event"] for line in lines if line.startswith("{"))
    assert any(line.startswith("{") for line in lines)


CARELESS = f"""
import logging, structlog
from bot import logs
logs.begin(({KEY!r},))
for name in ("aiohttp", "uvicorn.error", "telegram", "asyncio"):
    logging.getLogger(name).error("GET /bot%s/getMe with %s", {TOKEN!r}, {KEY!r})
structlog.get_logger().error("careless", token={TOKEN!r}, key={KEY!r})
try:
    raise ValueError({TOKEN!r} + {KEY!r})
except ValueError:
    logging.getLogger("careless").exception("with its words")
    structlog.get_logger().exception("with its words")
"""


def test_what_others_log_carelessly_is_blotted_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CARELESS], cwd=HOME, env=surroundings(), check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert len(lines) == 7
    assert not [canary for canary in CANARIES if canary in done.stderr + done.stdout]
    assert done.stderr.count("[token]") == done.stderr.count("[hidden]") == 5  # of errors, the kind


@pytest.mark.parametrize("command", ["run", "web", "worker", "release", "doctor", "content load"])
def test_no_command_tells_a_secret_when_it_fails(command: str, tmp_path: Path) -> None:
    settings = {
        "telegram_bot_token": "7000000002:CANARY-token-of-a-process_0123456789",
        "secret_key": "CANARY-secret-key-0123456789abcdef0123456789abcdef",
        "webhook_secret": "CANARY-webhook-secret-0123456789",
        "telegram_api_url": f"http://127.0.0.1:{free_port()}",
        "database_url": "postgresql://bot:CANARY-password@127.0.0.1:1/guide",
    }
    if command in ("web", "worker"):
        with running(f"bot {command}", tmp_path, **settings) as waiting:
            _until_it_said(waiting, "Away")
            said = waiting.said
    else:
        code, said = finished(f"bot {command}", tmp_path, **settings)
        assert code == 1
    assert not [canary for canary in CANARIES if canary in said], said
    assert "Traceback" not in said


def _until_it_said(process: Running, words: str) -> None:
    import asyncio

    asyncio.run(process.until_it_said(words))


@pytest.mark.parametrize("harm", ["flipped", "cut", "not one"])
def test_a_damaged_database_is_not_begun_with(harm: str, tmp_path: Path) -> None:
    path = Path(furnished("sqlite", tmp_path).removeprefix("sqlite:///"))
    body = bytearray(path.read_bytes())
    if harm == "flipped":
        body[4096:40960] = bytes(each ^ 0x5A for each in body[4096:40960])
    path.write_bytes(
        {"flipped": body, "cut": body[: len(body) // 2]}.get(harm, b"no database" * 99)
    )
    code, said = finished("bot run", tmp_path, database_url=f"sqlite:///{path}", playground_port=0)
    assert code == 1
    assert "python -m bot restore" in said
    assert "Traceback" not in said


def test_a_database_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    code, said = finished("bot run", tmp_path, database_url="sqlite:////proc/nowhere/bot.db")
    assert code == 1
    assert "Check DATABASE_URL" in said
    assert "Traceback" not in said
