"""S30, F15, F23: a backup is sealed, whole, and put back without waking anything."""

from asyncio import to_thread
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot import backups, custody, keeping, vault
from bot.keys import Keys
from bot.settings import Settings, Wrong
from db import belonging
from db.announcements import Announcement
from db.base import Store, open_store
from db.letters import Letter
from db.people import Person, Saved
from db.tombstones import Tombstone
from tests.databases import NOON, furnished
from tests.running import finished
from tests.test_privacy.made import AIYM, KEYS, MARAT, canary, fill, scan, whose

PUBLIC, SECRET = vault.pair()
OLD = "a-secret-of-the-tests-0123456789abcdef"
NEW = "another-secret-of-the-tests-0123456789abc"


@pytest.fixture
def settings(address: str, tmp_path: Path) -> Settings:
    """The settings of a bot that takes backups."""
    return Settings(
        _env_file=None, database_url=address, secret_key=SecretStr(OLD), backup_key=PUBLIC,
        forgotten=tmp_path / "forgotten",
    )  # fmt: skip


async def _filled(store: Store) -> None:
    for person in (AIYM, MARAT):
        await store.do(partial(fill, person=person))


async def _reopened(settings: Settings, work: Any) -> Any:
    store = open_store(settings.database_url)
    try:
        return await store.do(work)
    finally:
        await store.close()


async def test_what_was_taken_is_put_back_row_by_row(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """P10: and /mydata tells of it what a scan of all tables finds."""
    await _filled(store)
    path = backups.take(settings, tmp_path)
    before = await store.do(scan)
    await store.do(lambda session: session.execute(delete(Person)) and None)
    await store.close()
    await to_thread(backups.restore, settings, path, SECRET)
    after = await _reopened(settings, scan)
    waiting = {"letters", "announcements", "gate"}  # they are held, the pace begins anew
    assert {name: rows for name, rows in after.items() if name not in waiting} == {
        name: rows for name, rows in before.items() if name not in waiting
    }
    told = await _reopened(settings, partial(belonging.rows, person=AIYM))
    assert {name: rows for name, rows in told.items() if rows} == whose(after, AIYM)
    await _reopened(settings, partial(fill, person=AIYM + 5))  # new rows get new numbers


async def test_a_backup_is_tried_out_on_a_database_beside(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """S30: whole under its key; under another, cut off or changed it is refused."""
    await _filled(store)
    path = backups.take(settings, tmp_path)
    assert (await to_thread(backups.verify, path, SECRET))["people"][0] == 2
    assert canary(AIYM).encode() not in path.read_bytes()
    assert str(AIYM).encode() not in path.read_bytes()
    with pytest.raises(Wrong, match="does not open it"):
        await to_thread(backups.verify, path, vault.pair()[1])
    whole = path.read_bytes()
    for damaged in (whole[:-20], whole[:60], whole[:-1] + b"?", b"nothing"):
        path.write_bytes(damaged)
        with pytest.raises(Wrong):
            await to_thread(backups.verify, path, SECRET)


async def test_an_old_backup_does_not_bring_back_who_was_forgotten(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """P10: forgotten after the backup was taken, they are forgotten again when it is put back."""
    await _filled(store)
    path = backups.take(settings, tmp_path)
    await custody.forget(settings, AIYM)
    await store.close()
    _, again = await to_thread(backups.restore, settings, path, SECRET)
    assert again == 1
    found = await _reopened(settings, scan)
    assert whose(found, AIYM) == {}
    assert whose(found, MARAT)


async def test_the_file_alone_remembers_who_was_forgotten(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """P10, F15: the database is lost with its table of tombstones; the file beside it is not."""
    await _filled(store)
    path = backups.take(settings, tmp_path)
    await custody.forget(settings, AIYM)
    await store.do(lambda session: session.execute(delete(Tombstone)) and None)
    await store.close()
    assert keeping.read(settings.tombstones)
    await to_thread(backups.restore, settings, path, SECRET)
    assert whose(await _reopened(settings, scan), AIYM) == {}


async def test_a_backup_that_is_put_back_sends_nothing_by_itself(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """F23: what ran or was due stands still, letters too; what is for tomorrow keeps its hour."""
    now = datetime.now(UTC)

    def going(session: Session) -> None:
        for stage, at in (("running", now), ("scheduled", now), ("scheduled", now + timedelta(1))):
            one = Announcement(author_id=MARAT, stage=stage, run=1, made_at=now, run_at=at)
            session.add(one)
        session.execute(update(Letter).values(state="waiting"))

    await _filled(store)
    await store.do(going)
    path = backups.take(settings, tmp_path)
    await store.close()
    await to_thread(backups.restore, settings, path, SECRET)

    def found(session: Session) -> tuple[list[str], set[str]]:
        theirs = select(Announcement.stage).where(Announcement.run == 1).order_by(Announcement.id)
        own = theirs.where(Announcement.words == "{}")
        return list(session.scalars(own)), set(session.scalars(select(Letter.state)))

    assert await _reopened(settings, found) == (["paused", "paused", "scheduled"], {"failed"})


async def test_old_backups_go_after_thirty_days(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    """P10: a backup lives 30 days, ten less than a tombstone."""
    import os

    old, foreign = tmp_path / "guide-20260101-020000.backup", tmp_path / "letters.backup"
    month_ago = (datetime.now(UTC) - timedelta(days=31)).timestamp()
    for each in (old, foreign):
        each.write_bytes(b"")
        os.utime(each, (month_ago, month_ago))
    path = backups.take(settings, tmp_path)
    assert (path.exists(), old.exists(), foreign.exists()) == (True, False, True)
    assert path.stat().st_mode & 0o077 == 0


async def test_all_that_is_sealed_is_sealed_anew(settings: Settings, store: Store) -> None:
    """P14: after `rotate-key` the new key alone opens notes, journal and questions."""
    await _filled(store)
    both = settings.model_copy(update={"secret_key": SecretStr(f"{NEW},{OLD}")})
    found = await custody.seal_anew(both)
    assert {name: counts for name, counts in found.items() if counts != (2, 0)} == {}
    kept = await store.do(scan)
    assert {Keys(NEW).open(row["words"]) for row in kept["journal"]} == {
        canary(AIYM), canary(MARAT)
    }  # fmt: skip
    assert KEYS.open(kept["saved"][0]["note"]) == ""


async def test_whom_a_breach_concerns(settings: Settings, store: Store) -> None:
    """P18: by table and by time, as counts and a list; who has no row there is not in it."""
    await _filled(store)
    await store.do(lambda session: session.execute(delete(Saved).where(
        Saved.person_id == MARAT)) and None)  # fmt: skip
    every = await custody.affected(settings, "all", None, None)
    assert every.people == [AIYM, MARAT]
    assert sum(every.languages.values()) == 2
    for table, whom in {"saved": [AIYM], "journal": [AIYM, MARAT], "audit": [AIYM, MARAT],
                        "people": [AIYM, MARAT]}.items():  # fmt: skip
        assert (await custody.affected(settings, table, None, None)).people == whom
    later = await custody.affected(settings, "journal", NOON, None)
    earlier = await custody.affected(settings, "journal", None, NOON - timedelta(days=30))
    assert later.people == earlier.people == []
    with pytest.raises(Wrong, match="--table"):
        await custody.affected(settings, "weather", None, None)


def test_the_commands_are_there_and_say_what_they_did(tmp_path: Path) -> None:
    """P10, S30: a key, a backup, a look at it, a restore and a forgetting, each as a command."""
    database = furnished("sqlite", tmp_path)
    ours = {"database_url": database, "secret_key": OLD}
    code, said = finished("bot backup", tmp_path, **ours)
    assert (code, "BACKUP_KEY is missing" in said) == (1, True)
    said = finished("bot backup-key", tmp_path, **ours)[1]
    public, secret = said.split("\n")[0].partition("=")[2], said.split()[-1]
    (tmp_path / "secret").write_text(secret)
    assert finished("bot backup", tmp_path, backup_key=public, **ours)[0] == 0
    file = next((tmp_path / "backups").iterdir())
    code, said = finished(f"bot verify {file} --key secret", tmp_path, **ours)
    assert (code, "sound:" in said) == (0, True), said
    Path(database.removeprefix("sqlite:///")).write_bytes(b"damaged" * 1000)
    code, said = finished("bot release", tmp_path, **ours)
    assert (code, "python -m bot restore" in said) == (1, True), said
    code, said = finished(f"bot restore {file} --key secret --yes", tmp_path, **ours)
    assert (code, "put back" in said) == (0, True), said
    assert finished("bot doctor", tmp_path, **ours)[0] == 0
    assert "nobody of this number" in finished("bot forget 12345", tmp_path, **ours)[1]
    assert '"people": 0' in finished("bot breach affected", tmp_path, **ours)[1]
    assert finished("bot rotate-key", tmp_path, **ours)[0] == 0
