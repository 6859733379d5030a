"""The command line of whoever looks after the bot: backups, keys, forgetting, a breach."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import click
from pydantic import SecretStr

from bot import logs, settings
from bot.settings import Settings
from content.kinds import LANGUAGES, Language

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _read() -> Settings:
    """The settings; where no secret key is given, the one `run` keeps."""
    found = settings.read()
    logs.begin()
    if found.secret_key is None and (settings.DATA / "secret.key").exists():
        found = found.model_copy(update={"secret_key": SecretStr(settings.kept_key())})
    return found


def _secret(key: IO[str] | None) -> str:
    """The secret half of the pair: from a file (- is what is typed or piped in), or asked for."""
    return key.read().strip() if key else click.prompt("The secret key", hide_input=True)


_key = click.option(
    "--key", type=click.File("r"), help="a file with the secret half (-: what is piped in)"
)


@click.command("backup-key")
def backup_key() -> None:
    """Make a pair of keys: the public half stays here, the secret half leaves this machine."""
    from bot import vault

    public, secret = vault.pair()
    click.echo(f"BACKUP_KEY={public}\n\nsecret half, to be kept elsewhere, on paper too: {secret}")


@click.command()
@click.option("--to", "folder", default="backups", type=click.Path(path_type=Path))
def backup(folder: Path) -> None:
    """Take a sealed backup while the bot runs; those over 30 days old go."""
    from bot import backups

    path = backups.take(_read(), folder)
    click.echo(f"{path} ({path.stat().st_size:,} bytes)")


@click.command()
@click.argument("file", type=FILE)
@_key
def verify(file: Path, key: IO[str] | None) -> None:
    """Put a backup into a scratch database and compare every table."""
    from bot import backups

    sums = backups.verify(file, _secret(key))
    click.echo(f"sound: {len(sums)} tables, {sum(many for many, _ in sums.values()):,} rows")


@click.command()
@click.argument("file", type=FILE)
@_key
@click.option("--yes", is_flag=True, help="do not ask")
def restore(file: Path, key: IO[str] | None, yes: bool) -> None:
    """Put a backup in the place of what is there; the bot must be stopped."""
    from bot import backups

    found = _read()
    secret = _secret(key)
    if not yes:
        click.confirm("All that is in the database now goes. Is the bot stopped?", abort=True)
    sums, again = backups.restore(found, file, secret)
    rows = sum(many for many, _ in sums.values())
    click.echo(f"put back: {len(sums)} tables, {rows:,} rows; forgotten again: {again}")


@click.command()
@click.argument("person", type=int)
def forget(person: int) -> None:
    """Forget whoever has this Telegram number, as /forget does."""
    from bot import custody

    known = asyncio.run(custody.forget(_read(), person))
    click.echo("forgotten" if known else "nobody of this number was known; a tombstone is laid")


@click.command("rotate-key")
def rotate_key() -> None:
    """Seal all that is sealed with the first key of SECRET_KEY; the others still open."""
    from bot import custody

    found = _read()
    if found.secret_key is None:
        raise settings.Wrong("SECRET_KEY is missing: put the new key before the old one, a comma")
    for column, (done, lost) in asyncio.run(custody.seal_anew(found)).items():
        click.echo(f"{column}: {done:,} sealed anew, {lost:,} that no key here opens")


@click.group()
def breach() -> None:
    """What to do where somebody saw what they should not; see docs/operating.md."""


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=UTC) if value else None


@breach.command()
@click.option("--table", default="all", help="the table that was seen; by default any")
@click.option("--since", type=click.DateTime(), callback=_day, help="UTC")
@click.option("--until", type=click.DateTime(), callback=_day, help="UTC")
@click.option("--numbers", is_flag=True, help="their Telegram numbers, to write to them")
def affected(table: str, since: datetime | None, until: datetime | None, numbers: bool) -> None:
    """Whom it concerns: how many, and a list of keyed names (or of numbers), as JSON."""
    from bot import custody
    from bot.running import sealing

    found = _read()
    who = asyncio.run(custody.affected(found, table, since, until))
    called: Callable[[int], object] = int if numbers else sealing(found).alias
    told = {"people": len(who.people), "languages": who.languages, "roles": who.roles}
    click.echo(json.dumps({**told, "list": [called(person) for person in who.people]}, indent=1))


@click.command()
@click.option("--language", type=click.Choice(LANGUAGES), default="ru", help="of the list")
@click.option("--to", "file", type=click.Path(path_type=Path), help="a workbook, FILE.xlsx")
def staff(language: Language, file: Path | None) -> None:
    """Who has access: role, school, region, since when, and when they agreed to the rules."""
    from bot import access
    from bot.guidance.tables import as_csv, as_xlsx

    rows = asyncio.run(access.by_hand(_read(), language))
    if file:
        file.write_bytes(as_xlsx(rows))
    click.echo(
        f"the list is in {file}" if file else as_csv(rows).decode("utf-8-sig"), nl=bool(file)
    )


COMMANDS = (staff, backup_key, backup, verify, restore, forget, rotate_key, breach)
