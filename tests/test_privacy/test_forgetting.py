"""P10: what is kept of somebody is told them whole, and goes whole, on both databases."""

import time
from functools import partial
from typing import Any

import orjson
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot import papers
from db import belonging, forgetting, tombstones
from db.base import Store
from db.belonging import PEOPLE
from db.people import Saved
from tests.databases import NOON
from tests.test_privacy.made import AIYM, KEYS, MARAT, canary, fill, scan, whose

PSEUDONYM = KEYS.pseudonym(AIYM)


async def _filled(store: Store) -> None:
    for person in (AIYM, MARAT):
        await store.do(partial(fill, person=person))


def _forget(session: Session) -> None:
    forgetting.forget(session, AIYM, PSEUDONYM, NOON)


async def test_what_is_kept_of_somebody_is_every_row_of_theirs(store: Store) -> None:
    """P10: /mydata is what a scan of all tables finds, and not a row of anybody else."""
    await _filled(store)
    found = await store.do(lambda session: belonging.rows(session, AIYM))
    everything = await store.do(scan)
    assert {name: rows for name, rows in found.items() if rows} == whose(everything, AIYM)
    assert MARAT not in {value for rows in found.values() for row in rows for value in row.values()}


async def test_what_is_sealed_is_opened_for_its_owner_alone(store: Store) -> None:
    """P14: the notes and the journal are words in the document, and in the database are none."""
    await _filled(store)
    told = orjson.loads(await papers.document(store, AIYM, KEYS))["tables"]
    assert told["journal"][0]["words"] == told["saved"][0]["note"] == canary(AIYM)
    assert canary(MARAT) not in str(told)
    kept = await store.do(scan)
    assert canary(AIYM).encode() not in kept["journal"][0]["words"]


async def test_a_busy_person_has_their_document_within_five_seconds(store: Store) -> None:
    """P10: /mydata takes 5 seconds at most, of twenty thousand rows too."""

    def busy(session: Session) -> None:
        fill(session, AIYM)
        saved = [
            {"person_id": AIYM, "path": f"professions/{n}", "saved_at": NOON, "note": note}
            for n in range(20_000)
        ]
        session.execute(insert(Saved), saved)

    note = KEYS.seal("сварщик")
    await store.do(busy)
    began = time.monotonic()
    assert len(orjson.loads(await papers.document(store, AIYM, KEYS))["tables"]["saved"]) == 20_001
    assert time.monotonic() - began < 5


async def test_nothing_of_the_forgotten_is_left_and_everything_of_the_others(store: Store) -> None:
    """P10: after /forget no row holds their number or their words; nobody else lost a row."""
    await _filled(store)
    before = await store.do(scan)
    await store.do(_forget)
    after = await store.do(scan)
    assert whose(after, AIYM) == {}
    assert str(AIYM) not in str(after)
    assert whose(after, MARAT) == whose(before, MARAT)
    for table in filter(belonging.is_owned, belonging.tables()):
        assert len(after[table.name]) == len(before[table.name]) - 1


async def test_what_the_staff_did_stays_under_a_pseudonym(store: Store) -> None:
    """P11, P17: the trail of three years names no number of who was forgotten, nor is it empty."""
    await _filled(store)
    await store.do(_forget)
    acts = (await store.do(scan))["audit"]
    assert {act["who"] for act in acts} == {PSEUDONYM, MARAT}
    assert {act["what"] for act in acts} == {str(PSEUDONYM), str(MARAT)}


async def test_a_reply_that_was_kept_says_nothing_any_more(store: Store) -> None:
    """P10: the update stays heard, for Telegram may tell it again; what was answered goes."""
    await _filled(store)
    await store.do(_forget)
    heard = {row["person_id"]: row["reply"] for row in (await store.do(scan))["heard"]}
    assert heard[PSEUDONYM] == b""
    assert heard[MARAT] != b""


async def test_what_was_delivered_stays_counted(store: Store) -> None:
    """P11: of a delivery a number is left, and nobody in it."""
    await _filled(store)
    await store.do(_forget)
    totals = [row["people"] for row in (await store.do(scan))["totals"]]
    assert totals.count(1) == 1


async def test_who_was_forgotten_does_not_come_back_from_an_old_copy(store: Store) -> None:
    """P10: their rows are brought back, and are seen to be those of somebody forgotten."""
    await _filled(store)
    await store.do(lambda session: tombstones.lay(session, {KEYS.marks(AIYM)[0]: NOON}))
    assert await store.do(lambda session: tombstones.risen(session, KEYS.marks)) == [AIYM]


async def test_who_comes_back_by_themselves_is_let_in(store: Store) -> None:
    """P10: a tombstone is for copies, not for a person who writes to the bot again."""

    def again(session: Session) -> None:
        known: dict[str, Any] = {"id": AIYM, "language": "kk", "trail": "", "awaited": ""}
        later = NOON.replace(hour=8)
        session.execute(insert(PEOPLE).values(**known, met_at=later, role="", region=""))
        tombstones.lay(session, {KEYS.marks(AIYM)[0]: NOON})

    await store.do(again)
    assert await store.do(lambda session: tombstones.risen(session, KEYS.marks)) == []


def test_every_table_with_something_of_people_is_told_of() -> None:
    """P10, P18: /privacy has a page for each table that holds anything of people."""
    told = {table for tables in belonging.SUBJECTS.values() for table in tables}
    assert told == {table.name for table in belonging.tables() if belonging.concerned(table)}


def test_every_key_that_leads_to_a_person_says_what_becomes_of_its_row() -> None:
    """P10: with the person it goes (CASCADE), or stays without them (SET NULL)."""
    keys = [key for table in belonging.tables() for key in table.foreign_keys]
    leading = [key for key in keys if belonging.is_owned(key.column.table)]
    assert [str(key.parent) for key in leading if key.ondelete not in ("CASCADE", "SET NULL")] == []
