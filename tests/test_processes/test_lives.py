"""The processes as a host runs them: begun, ready, answering, asked to stop."""

import stat
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

from bot.playground.serving import bound
from tests.databases import furnished
from tests.postgres import free_port, server
from tests.running import ENDED_WITHIN, KEY, TOKEN, Phone, Running, finished, running
from tests.test_processes.conftest import Telegram

PUPIL, PARENT = 1001, 1002
KAZAKH, RUSSIAN = "Жұмысшы мамандықтары", "Карманный гид"
SECOND_START = 5.0  # seconds of its own work to the first answer, whoever else is at work here


async def test_run_is_a_bot_that_answers_and_its_second_start_is_quick(tmp_path: Path) -> None:
    await _run_and_ask(tmp_path)
    key = tmp_path / "data" / "secret.key"
    first = key.read_text()
    assert await _run_and_ask(tmp_path) < SECOND_START
    assert key.read_text() == first
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


async def _run_and_ask(folder: Path) -> float:
    """The seconds it worked until the first answer; asked to stop, it stops."""
    page = free_port()
    with running("bot run", folder, playground_port=page) as bot:
        await bot.ready()
        assert KAZAKH in await Phone(page).hears("/start")
        spent = psutil.Process(bot.process.pid).cpu_times()
        assert f"http://127.0.0.1:{page}/" in bot.said
        assert await bot.stop() < ENDED_WITHIN
    return spent.user + spent.system


async def test_release_web_and_worker(bare: str, telegram: Telegram, tmp_path: Path) -> None:
    settings = telegram.settings(database_url=bare.replace("postgresql://", "postgres://"))
    code, said = finished("bot release", tmp_path, **settings)
    assert code == 0, said
    with running("bot web", tmp_path, **settings) as web, _worker(tmp_path, settings) as worker:
        assert KAZAKH in await telegram.answered(PUPIL)
        assert RUSSIAN in await telegram.answered(PARENT)
        await worker.until_it_said("swept")
        assert await web.stop() < ENDED_WITHIN
        assert await worker.stop() < ENDED_WITHIN


def _worker(folder: Path, settings: dict[str, Any]) -> AbstractContextManager[Running]:
    return running("bot worker", folder, **settings)


async def test_web_hears_by_webhook_where_it_has_an_address(
    address: str, telegram: Telegram, tmp_path: Path
) -> None:
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    settings = telegram.settings(database_url=address, port=port, public_url=public)
    with running("bot web", tmp_path, **settings) as web:
        assert KAZAKH in await telegram.answered(PUPIL)
        assert telegram.playground.webhook.url.startswith(f"{public}/telegram")
        assert await _status("POST", f"{public}/telegram") == 403
        assert await web.stop() < ENDED_WITHIN
    telegram.playground.say(PARENT, "/start")
    with running("bot web", tmp_path, **settings) as web:
        await telegram.playground.until(lambda: telegram.playground.last(PARENT), 20)
        assert await web.stop() < ENDED_WITHIN


async def test_web_waits_for_the_release_and_says_so(
    bare: str, telegram: Telegram, tmp_path: Path
) -> None:
    settings = telegram.settings(database_url=bare)
    with running("bot web", tmp_path, **settings) as web:
        assert "run release" in await web.ready(status=503)
        assert await web.ready("/healthz") == "alive"
        finished("bot release", tmp_path, **settings)
        await web.ready()
        assert KAZAKH in await telegram.answered(PUPIL)


@pytest.mark.parametrize("command", ["web", "worker", "run"])
async def test_it_stops_while_telegram_and_the_database_are_away(
    command: str, tmp_path: Path
) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    settings = {"telegram_bot_token": TOKEN, "telegram_api_url": nowhere, "secret_key": KEY}
    database = furnished("sqlite", tmp_path) if command == "run" else "postgresql://a@127.0.0.1:1/b"
    with running(f"bot {command}", tmp_path, database_url=database, **settings) as bot:
        await bot.until_it_said("away" if command == "run" else "Away")
        assert await bot.stop() < ENDED_WITHIN


async def test_postgres_goes_away_and_comes_back(
    telegram: Telegram, tmp_path: Path, postgres: object
) -> None:
    settings = telegram.settings(database_url=furnished("postgresql", tmp_path))
    with running("bot web", tmp_path, **settings) as web:
        await web.ready()
        server().stop()
        assert "cannot be reached" in await web.ready(status=503)
        assert await web.ready("/healthz") == "alive"
        telegram.playground.say(PUPIL, "/start")
        await web.until_it_said("the database is away")
        server().start()
        began = time.monotonic()
        await web.ready()
        assert time.monotonic() - began < 5
        await telegram.playground.until(lambda: telegram.playground.last(PUPIL), 15)


async def test_what_is_counted_can_be_read(telegram: Telegram, tmp_path: Path) -> None:
    settings = telegram.settings(database_url=furnished("sqlite", tmp_path))
    with running("bot web", tmp_path, **settings) as web:
        await telegram.answered(PUPIL)
        counted = await web.ready("/metrics")
        assert 'telegram_heard_total{kind="words"} 1.0' in counted, counted


async def test_a_taken_port_is_named(telegram: Telegram, tmp_path: Path) -> None:
    taken = bound("0.0.0.0", 0)
    port = taken.getsockname()[1]
    settings = {"database_url": furnished("sqlite", tmp_path), "port": port}
    for command, given in (("run", {"playground_port": 0}), ("web", telegram.settings())):
        code, said = finished(f"bot {command}", tmp_path, **(given | settings))
        assert (code, "Traceback" in said) == (1, False), said
        assert f"port {port} cannot be used" in said
        assert "set PORT to another" in said
    taken.close()


async def test_a_token_telegram_does_not_know_is_named(telegram: Telegram, tmp_path: Path) -> None:
    telegram.playground.revoked.add(TOKEN)
    settings = telegram.settings(database_url=furnished("sqlite", tmp_path))
    with running("bot web", tmp_path, **settings) as web:
        assert await web.ended() == 1
        assert "Telegram does not know this token" in web.said
        assert "Traceback" not in web.said


async def _status(method: str, address: str) -> int:
    async with aiohttp.ClientSession() as session, session.request(method, address) as answer:
        return answer.status
