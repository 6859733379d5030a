"""P11: what is kept goes after its time, once a day, whichever process does it."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from bot import keeping
from bot.keeping import Keeping
from db import announcements, forgetting, ledger, tombstones
from db.announcements import Announcement, Delivery
from db.audit import Act
from db.base import Base, Store
from db.people import Person
from db.questions import Question
from db.tombstones import Tombstone
from tests.databases import NOON
from tests.test_privacy.made import AIYM, KEYS, MARAT, fill, scan, whose


def _keeping(store: Store, folder: Path, now: datetime) -> Keeping:
    return Keeping(store, KEYS, folder / "forgotten", clock=lambda: now)


async def _filled(store: Store) -> None:
    for person in (AIYM, MARAT):
        await store.do(partial(fill, person=person))
    recent = update(Person).where(Person.id == MARAT).values(seen_on=NOON)
    await store.do(lambda session: session.execute(recent) and None)


async def _count(store: Store, table: str) -> int:
    return len((await store.do(scan))[table])


async def test_who_was_away_for_thirteen_months_is_forgotten(store: Store, tmp_path: Path) -> None:
    """P11: an account nobody came to for thirteen months goes whole; the others stay."""
    await _filled(store)
    day = NOON.replace(hour=0) - timedelta(days=394)
    older = update(Person).where(Person.id == AIYM).values(seen_on=day)
    await store.do(lambda session: session.execute(older) and None)
    await _keeping(store, tmp_path, NOON - timedelta(days=1)).look()
    assert whose(await store.do(scan), AIYM)
    await _keeping(store, tmp_path, NOON + timedelta(days=1)).look()
    after = await store.do(scan)
    assert whose(after, AIYM) == {}
    assert whose(after, MARAT)["people"]


@pytest.mark.parametrize(
    ("table", "days"),
    [("heard", 7), ("aside", 7), ("audit", 3 * 365), ("invitations", 90), ("letters", 90)],
)
async def test_each_thing_goes_after_its_time(
    store: Store, tmp_path: Path, table: str, days: int
) -> None:
    """P11: the day before its time a row is there, and the day after it is not."""
    await _filled(store)
    never = update(Person).values(seen_on=NOON + timedelta(days=4 * 365))
    await store.do(lambda session: session.execute(never) and None)
    kept = await _count(store, table)
    made = NOON - timedelta(days=3)  # as `made.MET` has it
    await _keeping(store, tmp_path, made + timedelta(days=days, hours=-1)).look()
    assert await _count(store, table) == kept
    await _keeping(store, tmp_path, made + timedelta(days=days + 1, hours=1)).look()
    assert await _count(store, table) == 0


async def test_a_thread_goes_half_a_year_after_it_was_closed(store: Store, tmp_path: Path) -> None:
    """P11: relay threads are kept for 180 days after closing, and their lines with them."""
    await _filled(store)

    def close(session: Session) -> None:
        session.execute(update(Question).values(stage="closed", closed_at=NOON))
        session.execute(update(Person).values(seen_on=NOON + timedelta(days=365)))

    await store.do(close)
    await _keeping(store, tmp_path, NOON + timedelta(days=179)).look()
    assert await _count(store, "question_lines") == 2
    await _keeping(store, tmp_path, NOON + timedelta(days=181)).look()
    assert await _count(store, "question_lines") == await _count(store, "questions") == 0


async def test_deliveries_become_totals_after_ninety_days(store: Store, tmp_path: Path) -> None:
    """P11: the report of an old announcement says the same, and nobody is in it any more."""

    def deliver(session: Session) -> int:
        plain: dict[str, Any] = {"language": "kk", "trail": "", "awaited": "", "met_at": NOON}
        here = {"seen_on": NOON, "topics": "news"}
        known = [{"id": number, **plain} for number in range(10, 16)]
        session.execute(insert(Person), [each | here for each in known])
        one = announcements.draft(session, 1, NOON)
        one.stage, one.sent_from = "done", NOON
        rows = [{"announcement_id": one.id, "person_id": each["id"], "language": "kk", "due": "",
                 "state": "sent" if each["id"] < 14 else "blocked", "why": "", "attempts": 1,
                 "twice": each["id"] == 10, "claimed_by": "", "settled_at": NOON}
                for each in known]  # fmt: skip
        session.execute(insert(Delivery), rows)
        return one.id

    def standing(session: Session) -> ledger.Standing:
        return ledger.standing(session, session.get_one(Announcement, number))

    number = await store.do(deliver)
    before = await store.do(standing)
    await _keeping(store, tmp_path, NOON + timedelta(days=89)).look()
    assert await _count(store, "deliveries") == 6
    await _keeping(store, tmp_path, NOON + timedelta(days=91)).look()
    assert await _count(store, "deliveries") == 0
    assert await store.do(standing) == before
    assert (before.sent, before.twice) == (4, 1)


async def test_it_is_done_once_a_day_by_whoever_comes_first(store: Store, tmp_path: Path) -> None:
    """P11: two processes look; one clears away, the other finds it done, until the next day."""
    one, other = (_keeping(store, tmp_path, NOON + timedelta(days=400)) for _ in range(2))
    await _filled(store)
    assert await one.look() > 0
    await _filled(store)
    assert await other.look() == 0
    assert await _keeping(store, tmp_path, NOON + timedelta(days=401, hours=1)).look() > 0


async def test_a_day_that_was_cut_off_is_done_again(store: Store, tmp_path: Path) -> None:
    """P11: killed in the middle, it begins anew, for it was not written down as done."""
    await _filled(store)
    looking = _keeping(store, tmp_path, NOON + timedelta(days=4 * 365))
    first, *rest = looking._steps

    def killed(session: Session, now: datetime) -> int:
        raise SystemError("killed")

    looking._steps = [first, killed, *rest]
    with pytest.raises(SystemError):
        await looking.look()
    looking._steps = [first, *rest]
    assert await looking.look() > 0
    assert await store.do(lambda session: session.scalars(select(Act)).all()) == []


# --- tombstones ---


async def test_tombstones_are_in_the_table_and_in_the_file(store: Store, tmp_path: Path) -> None:
    """P10: whichever of the two is lost, the other brings it back."""
    laid = {KEYS.marks(AIYM)[0]: NOON}
    await store.do(lambda session: tombstones.lay(session, laid))
    looking = _keeping(store, tmp_path, NOON)
    await looking.carry()
    assert keeping.read(tmp_path / "forgotten") == laid
    assert str(AIYM) not in (tmp_path / "forgotten").read_text()
    await store.do(lambda session: session.execute(delete(Tombstone)) and None)
    await looking.carry()
    assert await store.do(tombstones.standing) == laid


async def test_a_tombstone_goes_when_no_backup_is_so_old(store: Store, tmp_path: Path) -> None:
    """P10: backups live 30 days, tombstones 40, in the file too."""
    await store.do(lambda session: tombstones.lay(session, {KEYS.marks(AIYM)[0]: NOON}))
    await _keeping(store, tmp_path, NOON).carry()
    late = _keeping(store, tmp_path, NOON + timedelta(days=41))
    await late.look()
    await late.carry()
    assert keeping.read(tmp_path / "forgotten") == await store.do(tombstones.standing) == {}


async def test_a_copy_put_back_by_hand_is_seen_to_within_a_day(
    store: Store, tmp_path: Path
) -> None:
    """P10: the daily job forgets whom an old copy brought back, by the file beside it."""
    await _filled(store)

    def forget(session: Session) -> None:
        forgetting.forget(session, AIYM, KEYS.pseudonym(AIYM), NOON)
        tombstones.lay(session, {KEYS.marks(AIYM)[0]: NOON})

    await store.do(forget)
    await _keeping(store, tmp_path, NOON).look()

    def as_it_was(session: Session) -> None:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name in ("tombstones", "chores"):
                session.execute(table.delete())
        fill(session, AIYM)

    await store.do(as_it_was)
    await _keeping(store, tmp_path, NOON + timedelta(hours=2)).look()
    assert whose(await store.do(scan), AIYM) == {}


async def test_an_older_key_still_knows_whom_it_marked(store: Store) -> None:
    """P10: after a new key is put first, tombstones of the old one hold."""
    from bot.keys import Keys

    await _filled(store)
    newer = Keys("another-secret-of-the-tests-0123456789abc,a-secret-of-the-tests-0123456789abcdef")
    await store.do(lambda session: tombstones.lay(session, {KEYS.marks(AIYM)[0]: NOON}))
    assert await store.do(lambda session: tombstones.risen(session, newer.marks)) == [AIYM]
