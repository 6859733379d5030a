"""The doctor: well where all is well, and each thing that is ill named with its cure."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot import doctor
from bot.settings import Settings, read
from db import migrations
from tests.databases import apart, furnished, things
from tests.postgres import free_port
from tests.running import HOME, finished
from tests.test_processes.conftest import Telegram

NEW_YEAR = "Thu, 01 Jan 2026 00:00:00 GMT"


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The content is the same for all; a mistake in it is found by a process of its own."""
    monkeypatch.setattr(doctor, "read_content", things)


async def examined(settings: Settings, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The doctor's verdict, and all it said."""
    code = await doctor.examine(settings)
    return code, capsys.readouterr().out


async def test_all_is_well(
    address: str, telegram: Telegram, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read(**telegram.settings(database_url=address))
    code, said = await examined(settings, capsys)
    assert (code, said.count("ok "), said.count("WRONG")) == (0, 8, 0), said


async def test_without_a_token_the_playground_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = await examined(read(database_url=furnished("sqlite", tmp_path)), capsys)
    assert code == 0
    assert "none given: the playground will be used" in said


async def test_a_token_telegram_does_not_know(
    telegram: Telegram, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = read(**telegram.settings(database_url=furnished("sqlite", tmp_path)))
    telegram.playground.revoked.add(settings.token)
    code, said = await examined(settings, capsys)
    assert code == 1
    assert "WRONG API: Telegram does not know this token: ask @BotFather" in said


async def test_an_api_that_does_not_answer(
    telegram: Telegram, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = telegram.settings(database_url=furnished("sqlite", tmp_path))
    nowhere = f"http://127.0.0.1:{free_port()}"
    code, said = await examined(read(**{**ours, "telegram_api_url": nowhere}), capsys)
    assert code == 1
    assert f"WRONG API: {nowhere} does not answer" in said
    assert "check the network and TELEGRAM_API_URL" in said


@pytest.mark.parametrize("url", ["postgresql://bot:word@127.0.0.1:1/b", "sqlite:////no/such/b.db"])
async def test_a_database_that_cannot_be_reached(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = await examined(read(database_url=url), capsys)
    assert code == 1
    assert "WRONG database: cannot be reached: check DATABASE_URL" in said
    assert "word" not in said


async def test_tables_that_were_never_made(bare: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = await examined(read(database_url=bare), capsys)
    assert code == 1
    assert "WRONG migrations: at nothing, the code needs" in said
    assert "run `python -m bot release`" in said


async def test_a_catalogue_that_was_never_loaded(
    bare: str, capsys: pytest.CaptureFixture[str]
) -> None:
    apart(lambda: migrations.climb(bare))
    code, said = await examined(read(database_url=bare), capsys)
    assert code == 1
    assert "WRONG content: sound, but not loaded: run `python -m bot content load`" in said


def test_content_with_a_mistake(tmp_path: Path) -> None:
    for part in ("bot", "content", "db", "migrations", "pyproject.toml"):
        copied = shutil.copytree if (HOME / part).is_dir() else shutil.copy
        copied(HOME / part, tmp_path / part)
    welder = tmp_path / "content" / "professions" / "welder.yaml"
    welder.write_text(welder.read_text().replace("direction:", "dircetion:"))
    database = furnished("sqlite", tmp_path)
    code, said = finished("bot doctor", tmp_path, database_url=database, pythonpath=tmp_path)
    assert code == 1
    assert "WRONG content:" in said
    assert "run `python -m bot content check`" in said
    _, said = finished("bot content check", tmp_path, pythonpath=tmp_path)
    assert "welder.yaml" in said
    assert "direction" in said


async def test_a_clock_that_is_wrong(
    telegram: Telegram, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with _slow_clock() as theirs:
        ours = telegram.settings(database_url=furnished("sqlite", tmp_path))
        code, said = await examined(read(**{**ours, "telegram_api_url": theirs}), capsys)
    assert code == 1
    assert "WRONG clock:" in said
    assert "switch on time synchronisation" in said


@asynccontextmanager
async def _slow_clock() -> AsyncIterator[str]:
    """A server that still has New Year."""

    async def answer(request: web.Request) -> web.Response:
        told = {"ok": True, "result": {"username": "guide"}}
        return web.json_response(told, headers={"Date": NEW_YEAR})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


def test_a_time_zone_from_before_2024(tmp_path: Path) -> None:
    old = tmp_path / "zones" / "Asia"
    old.mkdir(parents=True)
    shutil.copy(_zones() / "Asia" / "Dhaka", old / "Almaty")  # +06:00, as Almaty once was
    database = furnished("sqlite", tmp_path)
    code, said = finished("bot doctor", tmp_path, database_url=database, pythontzpath=old.parent)
    assert code == 1
    assert "WRONG time zone: Asia/Almaty is +0600, should be +0500: update" in said


def _zones() -> Path:
    import tzdata  # type: ignore[import-untyped]

    return Path(next(iter(tzdata.__path__))) / "zoneinfo"


async def test_a_disk_that_is_nearly_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "FREE", 1.01)  # no disk is that empty
    code, said = await examined(read(database_url=furnished("sqlite", tmp_path)), capsys)
    assert code == 1
    assert "WRONG disk:" in said
    assert "make room" in said
