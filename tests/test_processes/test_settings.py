"""Settings: everything missing or wrong is named at once, each with its fix."""

import os
import stat
from pathlib import Path

import pytest

from bot.settings import Wrong, kept_key, read
from tests.running import KEY, TOKEN, finished

BROKEN = {
    "TELEGRAM_BOT_TOKEN=abc": "TELEGRAM_BOT_TOKEN: looks like 123456:ABC…",
    "TELEGRAM_BOT_TOKEN=123456:": "copy it whole from @BotFather",
    "TELEGRAM_BOT_TOKEN=123456:ABC DEF": "copy it whole from @BotFather",
    "TELEGRAM_API_URL=api.telegram.org": "TELEGRAM_API_URL: an address begins with https://",
    "TELEGRAM_API_URL=ftp://example.org": "TELEGRAM_API_URL: an address begins with https://",
    "DATABASE_URL=bot.db": "DATABASE_URL: give sqlite:///path/to/bot.db or postgresql://",
    "DATABASE_URL=mysql://root@localhost/bot": "DATABASE_URL: give sqlite:///path/to/bot.db",
    "DATABASE_URL=sqlite://": "DATABASE_URL: give sqlite:///path/to/bot.db",
    "DATABASE_URL=sqlite:///:memory:": "DATABASE_URL: give sqlite:///path/to/bot.db",
    "PUBLIC_URL=bot.example.org": "PUBLIC_URL: an address begins with https://",
    "PHRASING_URL=http://example.org": "PHRASING_URL: what people typed goes to https://",
    "PHRASING_URL=https://example.org": "PHRASING_MODEL: the model's name",
    "PUBLIC_URL=http://bot.example.org": "PUBLIC_URL: Telegram tells updates to https:// addresses",
    "WEBHOOK_SECRET=with a space": "WEBHOOK_SECRET: 1 to 256 letters, digits, _ or -",
    f"WEBHOOK_SECRET={'a' * 257}": "WEBHOOK_SECRET: 1 to 256 letters, digits, _ or -",
    "PORT=http": "PORT is wrong: a number from 0 to 65535",
    "PORT=70000": "PORT is wrong: a number from 0 to 65535",
    "PORT=-1": "PORT is wrong: a number from 0 to 65535",
    "PLAYGROUND_PORT=8.5": "PLAYGROUND_PORT is wrong: a number from 0 to 65535",
    "PLAYGROUND_PORT=8080": "PLAYGROUND_PORT: the same as PORT",
    "ADMINS=@someone": "ADMINS: Telegram ids are whole numbers",
    "ADMINS=12;13": "ADMINS: Telegram ids are whole numbers, separated by commas",
    "SECRET_KEY=short": "SECRET_KEY: at least 32 signs: python -c",
    "WEBHOOK_REPLIES=perhaps": "WEBHOOK_REPLIES is wrong: true or false",
}


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder without `.env`, and an environment without our names."""
    monkeypatch.chdir(tmp_path)
    names = {line.partition("=")[0] for line in BROKEN}
    for name in names & os.environ.keys():
        monkeypatch.delenv(name)


@pytest.mark.parametrize("line", BROKEN)
def test_what_is_wrong_is_named_with_its_fix(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*line.split("=", 1))
    with pytest.raises(Wrong) as wrong:
        read()
    assert BROKEN[line] in str(wrong.value)
    assert len(str(wrong.value).splitlines()) == 2


def test_everything_wrong_and_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in ("PORT=http", "ADMINS=x", "DATABASE_URL=bot.db", "SECRET_KEY=short"):
        monkeypatch.setenv(*line.split("="))
    with pytest.raises(Wrong) as wrong:
        read("telegram_bot_token", "secret_key")
    named = [line.split()[1].rstrip(":") for line in str(wrong.value).splitlines()[1:]]
    assert sorted(named) == ["ADMINS", "DATABASE_URL", "PORT", "SECRET_KEY", "TELEGRAM_BOT_TOKEN"]


@pytest.mark.parametrize("command", ["web", "worker"])
def test_web_and_worker_want_a_token_and_a_key(command: str, tmp_path: Path) -> None:
    code, said = finished(f"bot {command}", tmp_path)
    assert code == 1
    assert "TELEGRAM_BOT_TOKEN is missing: ask @BotFather" in said
    assert "SECRET_KEY is missing: make one: python -c" in said
    assert "Traceback" not in said


def test_a_secret_that_is_wrong_is_not_repeated(tmp_path: Path) -> None:
    given = {
        "telegram_bot_token": "CANARY one",
        "secret_key": "CANARY",
        "webhook_secret": "CANARY!",
    }
    code, said = finished("bot release", tmp_path, **given)
    assert code == 1
    assert "CANARY" not in said


def test_what_is_left_empty_is_as_if_it_were_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in BROKEN:
        monkeypatch.setenv(line.partition("=")[0], "")
    assert read().database_url == "sqlite:///data/bot.db"


def test_settings_are_read_from_the_env_file_too(tmp_path: Path) -> None:
    lines = f"TELEGRAM_BOT_TOKEN={TOKEN}\nSECRET_KEY={KEY}\nADMINS=12, 13\nPORT=9000\n"
    (tmp_path / ".env").write_text(lines)
    found = read("telegram_bot_token", "secret_key")
    assert (found.token, found.admins, found.port) == (TOKEN, (12, 13), 9000)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_postgres_addresses_are_taken_as_hosts_give_them(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://bot:word@db.example.org:5432/guide")
    assert read().database_url.startswith(scheme)


def test_the_kept_key_is_made_once_and_for_nobody_elses_eyes(tmp_path: Path) -> None:
    key = kept_key(tmp_path / "data")
    path = tmp_path / "data" / "secret.key"
    assert len(key) == 64
    assert kept_key(tmp_path / "data") == key == path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
