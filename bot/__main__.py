"""The command line: run · web · worker · release · invite · staff · content · doctor, and more."""

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import click
from pydantic import SecretStr

from bot import caretaking, logs, settings
from bot.settings import Settings

Found = TypeVar("Found")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The career guide's processes and tools."""


def _hurry() -> None:
    """Look for no garbage while people wait for the start; `running` does, once it has begun."""
    gc.disable()


def _begin(*needed: str) -> Settings:
    """The settings of a process, and its logs set up not to tell them."""
    found = settings.read(*needed)
    hidden = (found.telegram_bot_token, found.secret_key, found.webhook_secret)
    told = ",".join(one.get_secret_value() for one in hidden if one)
    logs.begin(tuple(one.strip() for one in told.split(",")), _alias(found))
    return found


def _alias(found: Settings) -> logs.Alias | None:
    """How people are called in the log; made of the key, so that nobody can turn it back."""
    from bot.keys import Keys

    return Keys(found.secret_key.get_secret_value()).alias if found.secret_key else None


@main.command()
def run() -> None:
    """Everything in one process; without a token, with the playground."""
    _hurry()
    found = _begin()
    if found.secret_key is None:
        found = found.model_copy(update={"secret_key": SecretStr(settings.kept_key())})
    _released()
    from bot import lifetime, running  # compiled by the release

    lifetime.live(running.run(found))


def _released() -> None:
    """Release in a program of its own: what it reads and imports would stay in memory."""
    done = subprocess.run([sys.executable, "-m", "bot", "release"], check=False)
    if done.returncode:
        sys.exit(done.returncode)


@main.command()
def web() -> None:
    """Hear and answer: webhook (or polling where there is no PUBLIC_URL), health, metrics."""
    _hurry()
    from bot import lifetime, running

    lifetime.live(running.web(_begin("telegram_bot_token", "secret_key")))


@main.command()
def worker() -> None:
    """What is not an answer: announcements, and sweeping what is old."""
    _hurry()
    from bot import lifetime, running

    lifetime.live(running.worker(_begin("telegram_bot_token", "secret_key")))


@main.command()
def release() -> None:
    """Bring the tables and the catalogue up to date."""
    _hurry()
    from bot.release import release

    release(_begin())


@main.command()
def doctor() -> None:
    """Check token, API, database, migrations, content, clock, time zone and disk."""
    from bot import doctor as checks

    sys.exit(asyncio.run(checks.examine(_begin())))


@main.command()
@click.option("--school", default="", help="the school's name; without it, all of the region")
@click.option("--region", required=True, help="the region, as content/regions.yaml calls it")
@click.option("--bot", default="", help="the bot's name; without it, Telegram is asked")
def invite(school: str, region: str, bot: str) -> None:
    """Make an invitation for a counselor: a link for one person, once, within 48 hours."""
    from bot import inviting

    called = " ".join(school.split())[:80]
    click.echo(asyncio.run(inviting.invite(_begin(), called, region, bot.lstrip("@"))))


def _or_say(work: Callable[[], Found]) -> Found:
    """What the work finds; or every mistake in the content, and the end."""
    from content.mistakes import Mistaken

    try:
        return work()
    except Mistaken as mistaken:
        raise SystemExit(str(mistaken)) from None


@main.group()
def interests() -> None:
    """The interest test."""


@interests.command()
def norms() -> None:
    """What our own pupils' answers would give as reference, by language, once they are enough."""
    from bot import release
    from bot.guidance import norms as reckoned
    from content.atlas import Catalogue
    from content.reader import read

    given = asyncio.run(release.answers(_begin()))
    click.echo(reckoned.report(given, Catalogue(_or_say(read))))


@main.group()
def content() -> None:
    """The words and facts in content/."""


@content.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Name every mistake with its file, line and column."""
    from content import reader

    found = _or_say(lambda: reader.check(folder or reader.HOME))
    click.echo(", ".join(f"{len(things)} {kind}" for kind, things in found.items()))


@content.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(exists=True, path_type=Path), required=False)
def export_sheets(file: Path, folder: Path | None) -> None:
    """Write the whole catalogue into a spreadsheet, FILE.xlsx."""
    from content import reader, sheets

    count = _or_say(lambda: sheets.export(file, folder or reader.HOME))
    click.echo(f"{count} things are in {file}")


@content.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="another folder than content/"
)
@click.option("--remove", is_flag=True, help="remove things that have no row any more")
def import_sheets(file: Path, folder: Path | None, remove: bool) -> None:
    """Bring an edited spreadsheet back into the files, after the same checks."""
    from content import reader, sheets

    changed = _or_say(lambda: sheets.bring(file, folder or reader.HOME, remove=remove))
    click.echo("\n".join([*changed[:20], f"{len(changed)} files changed"]))


@content.command()
@click.option("--kind", default="", help="one kind only, such as colleges")
def coverage(kind: str) -> None:
    """What is unknown, not verified, translated by us, or old."""
    from content import coverage, reader

    things = _or_say(reader.read)
    if kind and kind not in things:
        raise SystemExit(f"there is no kind {kind!r}: {', '.join(things)}")
    click.echo(coverage.report(things, datetime.now(UTC).date(), kind))


@content.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def provenance(folder: Path) -> None:
    """Look figures and names up in the articles' texts, in FOLDER."""
    from content import provenance, reader
    from content.atlas import Catalogue

    count, doubts = provenance.examine(Catalogue(_or_say(reader.read)), folder)
    click.echo("\n".join([*doubts, f"{count} statements looked up, {len(doubts)} to look at"]))


@content.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path), required=False)
def load(folder: Path | None) -> None:
    """Bring the catalogue in the database up to date with content/."""
    from bot import release

    changed = asyncio.run(release.load(_begin(), folder))
    click.echo("a new edition is in force" if changed else "nothing had changed")


for command in caretaking.COMMANDS:
    main.add_command(command)

if __name__ == "__main__":
    main()
