"""Backups: taken while the bot runs, sealed, put back, and tried out on a database beside."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import text
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot import keeping, vault
from bot.durable import beside
from bot.keys import Keys
from bot.settings import Settings, Wrong
from db import agenda, dump, forgetting, letters, migrations, revisions, tombstones
from db.dump import Sums
from db.tombstones import Laid

T = TypeVar("T")
KEPT = timedelta(days=30)  # a backup, then it goes
NAMES = "guide-*.backup"


# --- taking one ---


def take(settings: Settings, folder: Path) -> Path:
    """A backup of all there is, in this folder; those over 30 days old go. Raises Wrong."""
    if not settings.backup_key:
        raise Wrong("BACKUP_KEY is missing: python -m bot backup-key makes a pair")
    now = datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"guide-{now:%Y%m%d-%H%M%S}.backup"
    fresh = path.with_suffix(".new")
    fresh.touch(mode=0o600)
    with fresh.open("wb") as out:
        _read(settings, lambda found: vault.seal(_all(found, now), str(settings.backup_key), out))
    fresh.replace(path)
    for old in folder.glob(NAMES):
        if datetime.fromtimestamp(old.stat().st_mtime, UTC) < now - KEPT:
            old.unlink()
    return path


def _all(connection: Connection, now: datetime) -> Iterator[bytes]:
    with Session(connection) as session:
        at = revisions.reached(session)
    if at != revisions.newest():
        raise Wrong(f"the tables are at {at}, the code needs {revisions.newest()}: run release")
    yield from dump.lines(connection, at, now)


def _read(settings: Settings, work: Callable[[Connection], T]) -> T:
    engine = dump.engine(settings.database_url)
    try:
        with engine.connect() as connection, connection.begin():
            return work(connection)
    finally:
        engine.dispose()


# --- trying one out ---


def verify(file: Path, secret: str) -> Sums:
    """Put it into an empty SQLite database, compare, and throw that away. Raises Wrong."""
    with tempfile.TemporaryDirectory(prefix="guide-verify-") as folder:
        return _loaded(file, secret, f"sqlite:///{folder}/scratch.db")


def _loaded(file: Path, secret: str, address: str) -> Sums:
    """The backup in an empty database at this address, and its tables at the newest step."""
    try:
        with file.open("rb") as sealed:
            return _poured(vault.unseal(sealed, secret), address)
    except (vault.Closed, dump.Torn) as error:
        raise Wrong(f"{file.name}: {error}") from None


def _poured(written: Iterator[bytes], address: str) -> Sums:
    told = dump.head(written)
    migrations.climb(address, told["revision"])
    said = _write(address, lambda connection: dump.load(connection, told, written))
    if told["revision"] == revisions.newest() and (odd := _differing(address, said)):
        raise dump.Torn(f"these tables are not as they were: {', '.join(odd)}")
    migrations.climb(address)
    return said


def _differing(address: str, said: Sums) -> list[str]:
    found = _write(address, dump.sums)
    return [name for name, sum_ in said.items() if found.get(name) != sum_]


def _write(address: str, work: Callable[[Connection], T]) -> T:
    engine = dump.writer(address)
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


# --- putting one back ---


def restore(settings: Settings, file: Path, secret: str) -> tuple[Sums, int]:
    """Put it in the place of what is there; what each table came to, and who was forgotten again.

    Nothing is sent by itself afterwards, and who was forgotten does not come back.
    """
    laid = _tombstones(settings)
    address = settings.database_url.replace("postgres://", "postgresql://", 1)
    if make_url(address).get_backend_name() == "sqlite":
        path = Path(str(make_url(address).database))
        fresh = path.with_name(f"{path.name}.restoring")
        _drop(fresh)
        path.parent.mkdir(parents=True, exist_ok=True)
        found = _settled(settings, file, secret, f"sqlite:///{fresh}", laid)
        _drop(path, Path(str(beside(make_url(address)).database)))
        fresh.replace(path)
        return found
    verify(file, secret)  # before anything that is there goes
    _emptied(address)
    return _settled(settings, file, secret, address, laid)


def _settled(
    settings: Settings, file: Path, secret: str, address: str, laid: Laid
) -> tuple[Sums, int]:
    sums = _loaded(file, secret, address)
    again = _write(address, lambda connection: _quiet(connection, settings, laid))
    if make_url(address).get_backend_name() == "sqlite":
        _write(address, lambda connection: None)
        _checkpoint(address)
    return sums, again


def _checkpoint(address: str) -> None:
    """All of it in the one file."""
    engine = dump.engine(address)
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _quiet(connection: Connection, settings: Settings, laid: Laid) -> int:
    """Nothing goes out of it by itself, and who was forgotten is forgotten again; how many."""
    if settings.secret_key is None:
        raise Wrong("SECRET_KEY is missing: without it nobody knows who was forgotten")
    keys, now = Keys(settings.secret_key.get_secret_value()), datetime.now(UTC)
    with Session(connection) as session:
        agenda.stand_still(session, now)
        letters.hold(session, now)
        tombstones.lay(session, laid)
        risen = tombstones.risen(session, keys.marks)
        for person in risen:
            forgetting.forget(session, person, keys.pseudonym(person), now)
        session.flush()
    return len(risen)


def _tombstones(settings: Settings) -> Laid:
    """Who was forgotten, as the file and the database that is there have it."""
    written = keeping.read(settings.tombstones)
    try:
        return written | _read(settings, lambda found: tombstones.standing(Session(found)))
    except (SQLAlchemyError, OSError):  # damaged, or not there: that is why one restores
        return written


def _drop(*paths: Path) -> None:
    for path in paths:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)


def _emptied(address: str) -> None:
    """A database of PostgreSQL without our tables, and without what durable work remembers."""
    migrations.climb(address)
    migrations.descend(address)
    _write(address, lambda found: found.execute(text("DROP SCHEMA IF EXISTS dbos CASCADE")))
