"""The command line: run · web · worker · release · content · doctor."""

import asyncio
import sys
from pathlib import Path

import click
from pydantic import SecretStr

from bot import logs, settings
from bot.settings import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The career guide's processes and tools."""


def _begin(*needed: str) -> Settings:
    """The settings of a process, and its logs set up not to tell them."""
    found = settings.read(*needed)
    hidden = (found.telegram_bot_token, found.secret_key, found.webhook_secret)
    logs.begin(tuple(one.get_secret_value() for one in hidden if one))
    return found


@main.command()
def run() -> None:
    """Everything in one process; without a token, with the playground."""
    from bot import lifetime, processes

    found = _begin()
    if found.secret_key is None:
        found = found.model_copy(update={"secret_key": SecretStr(settings.kept_key())})
    processes.release(found)
    lifetime.live(processes.run(found))


@main.command()
def web() -> None:
    """Hear and answer: webhook (or polling where there is no PUBLIC_URL), health, metrics."""
    from bot import lifetime, processes

    lifetime.live(processes.web(_begin("telegram_bot_token", "secret_key")))


@main.command()
def worker() -> None:
    """What is not an answer: sweeping what is old."""
    from bot import lifetime, processes

    lifetime.live(processes.worker(_begin("telegram_bot_token", "secret_key")))


@main.command()
def release() -> None:
    """Bring the tables and the catalogue up to date."""
    from bot import processes

    processes.release(_begin())


@main.command()
def doctor() -> None:
    """Check token, API, database, migrations, content, clock, time zone and disk."""
    from bot import doctor as checks

    sys.exit(asyncio.run(checks.examine(_begin())))


@main.group()
def content() -> None:
    """The words and facts in content/."""


@content.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Name every mistake with its file, line and column."""
    from content.reader import HOME, Mistaken, read

    try:
        found = read(folder or HOME)
    except Mistaken as mistaken:
        raise SystemExit(str(mistaken)) from None
    click.echo(", ".join(f"{len(things)} {kind}" for kind, things in found.items()))


@content.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path), required=False)
def load(folder: Path | None) -> None:
    """Bring the catalogue in the database up to date with content/."""
    from bot import processes

    changed = asyncio.run(processes.load(_begin(), folder))
    click.echo("a new edition is in force" if changed else "nothing had changed")


if __name__ == "__main__":
    main()
