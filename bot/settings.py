"""What the environment must tell us: everything missing or wrong is named at once, with its fix."""

import re
import secrets
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    create_model,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.guidance.alarm import HELP, Help
from bot.guidance.hours import PACE

DATA = Path("data")
PLAYGROUND_TOKEN = "42:playground"  # noqa: S105 - opens nothing but the playground on this machine


class Wrong(SystemExit):
    """The settings cannot be used; the message names each of them and how to mend it."""


class Settings(BaseSettings):
    """The environment, checked. `.env` in the working folder is read too."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///data/bot.db"
    public_url: str | None = None
    webhook_secret: SecretStr | None = None
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    playground_port: Annotated[int, Field(ge=0, le=65535)] = 8081
    admins: Annotated[tuple[int, ...], NoDecode] = ()
    secret_key: SecretStr | None = None
    backup_key: str | None = None
    forgotten: Path | None = None
    webhook_replies: bool = True
    quiet_hours: bool = True
    pace: Annotated[float, Field(ge=0, le=1000)] = PACE
    executor: Annotated[str, Field(max_length=40)] = ""
    second_person_over: Annotated[int, Field(ge=0)] = 1000
    parent_up_to_grade: Annotated[int, Field(ge=0, le=11)] = 8
    phrasing_url: str | None = None
    phrasing_model: str = ""
    phrasing_key: SecretStr | None = None
    help_number: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 -]{1,18}$")] = HELP.number
    help_chat: str | None = None

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token.get_secret_value()):
            raise ValueError("looks like 123456:ABC…; copy it whole from @BotFather")
        return token

    @field_validator("telegram_api_url", "public_url", "phrasing_url")
    @classmethod
    def _address(cls, address: str | None) -> str | None:
        if address and urlsplit(address).scheme not in ("http", "https"):
            raise ValueError("an address begins with https:// (or http:// on this machine)")
        return address.rstrip("/") if address else address

    @field_validator("help_chat")
    @classmethod
    def _chat(cls, address: str | None) -> str | None:
        if address and not re.fullmatch(r"https://[^\s/]+\.\S+", address):
            raise ValueError("the https:// address that opens the helpline's chat")
        return address

    @field_validator("public_url")
    @classmethod
    def _public(cls, address: str | None) -> str | None:
        if _is_open(address):
            raise ValueError("Telegram tells updates to https:// addresses only")
        return address

    @field_validator("phrasing_url")
    @classmethod
    def _phrasing(cls, address: str | None) -> str | None:
        if _is_open(address):
            raise ValueError("what people typed goes to https:// addresses only")
        return address

    @model_validator(mode="after")
    def _modelled(self) -> Self:
        if self.phrasing_url and not self.phrasing_model:
            raise ValueError("PHRASING_MODEL: the model's name, as PHRASING_URL knows it")
        return self

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if self.port and self.port == self.playground_port and not self.telegram_bot_token:
            raise ValueError("PLAYGROUND_PORT: the same as PORT; give the chat page another one")
        return self

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        try:
            kind = make_url(url.replace("postgres://", "postgresql://", 1)).get_backend_name()
        except ArgumentError:
            kind = ""
        if (
            kind not in ("sqlite", "postgresql")
            or url.rstrip("/") == "sqlite:"
            or ":memory:" in url
        ):
            raise ValueError(
                "give sqlite:///path/to/bot.db or postgresql://user:password@host/name"
            )
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("1 to 256 letters, digits, _ or -")
        return secret

    @field_validator("secret_key")
    @classmethod
    def _key(cls, key: SecretStr | None) -> SecretStr | None:
        each = key.get_secret_value().split(",") if key else []
        if any(len(one.strip()) < 32 for one in each):
            raise ValueError(
                "at least 32 signs: python -c 'import secrets; print(secrets.token_hex())'"
            )
        return key

    @field_validator("backup_key")
    @classmethod
    def _backup(cls, key: str | None) -> str | None:
        if key and not re.fullmatch("[0-9a-f]{64}", key):
            raise ValueError("64 signs, as `python -m bot backup-key` tells them")
        return key

    @field_validator("admins", mode="before")
    @classmethod
    def _admins(cls, written: Any) -> Any:
        if not isinstance(written, str):
            return written
        ids = [part.strip() for part in written.split(",") if part.strip()]
        if not all(part.isdecimal() for part in ids):
            raise ValueError("Telegram ids are whole numbers, separated by commas: 123456,789")
        return tuple(int(part) for part in ids)

    @property
    def tombstones(self) -> Path:
        """The file of who was forgotten: as given, or beside the database."""
        url = make_url(self.database_url.replace("postgres://", "postgresql://", 1))
        if self.forgotten or url.get_backend_name() != "sqlite":
            return self.forgotten or DATA / "forgotten"
        return Path(f"{url.database}-forgotten")

    @property
    def help(self) -> Help:
        """Where those in trouble find help."""
        return Help(self.help_number, self.help_chat or "")

    @property
    def token(self) -> str:
        """The bot's token; the playground's where there is none."""
        given = self.telegram_bot_token
        return given.get_secret_value() if given else PLAYGROUND_TOKEN


def _is_open(address: str | None) -> bool:
    """Whether everybody on the way could read what is sent there."""
    here = address is None or urlsplit(address).hostname in ("127.0.0.1", "localhost")
    return not here and urlsplit(address or "").scheme != "https"


def read(*needed: str, **given: Any) -> Settings:
    """The settings, with these ones present; raises Wrong naming all that is missing or wrong."""
    try:
        return _with(needed)(**given)
    except ValidationError as error:
        wrong = [_complaint(one["type"], one["loc"], one["msg"]) for one in error.errors()]
    raise Wrong("\n".join(["The settings need a look:", *(f"  - {one}" for one in wrong)]))


def _with(needed: tuple[str, ...]) -> type[Settings]:
    """The settings where these ones may not be missing."""
    there: dict[str, Any] = dict.fromkeys(needed, (SecretStr, ...))
    return create_model("Settings", __base__=Settings, **there) if needed else Settings


FIXES = {
    "telegram_bot_token": "ask @BotFather for one and set it in the environment or in .env",
    "secret_key": "make one: python -c 'import secrets; print(secrets.token_hex())'",
    "backup_key": "make a pair: python -m bot backup-key, and set the public half here",
    "forgotten": "the path of a file on a disk that backups are not put back to",
    "port": "a number from 0 to 65535 that no other program uses, as 8080",
    "playground_port": "a number from 0 to 65535 that no other program uses, as 8081",
    "webhook_replies": "true or false",
    "quiet_hours": "true or false",
    "pace": "messages a second, as 28",
    "executor": "a name of at most 40 letters, another one for each process",
    "help_number": "the helpline's number as people dial it, as 111",
    "second_person_over": "a whole number of people, as 1000",
    "parent_up_to_grade": "a grade from 5 to 11, or 0 to ask no parent",
}


def _complaint(kind: str, loc: tuple[int | str, ...], message: str) -> str:
    """One line: the variable, what is the matter with it, and how to mend it."""
    name = str(loc[0]) if loc else ""
    if kind == "value_error":
        return f"{name.upper()}: {message.removeprefix('Value error, ')}".removeprefix(": ")
    return f"{name.upper()} is {'missing' if kind == 'missing' else 'wrong'}: {FIXES[name]}"


def kept_key(folder: Path = DATA) -> str:
    """The secret key kept in `data/`, made there on the first day."""
    path = folder / "secret.key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip()
