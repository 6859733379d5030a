"""The catalogue as rows: loaded whole or not at all, noticed, never swapped for something bad."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot import release, shelf
from bot.settings import read as read_settings
from bot.shelf import Shelf
from db import catalogue
from db.base import Store, open_store
from db.catalogue import Entry, Things
from tests.databases import NOON, things

NOTICED_WITHIN = 5.0  # seconds


def load(changed: Things) -> Any:
    """Work that loads these things."""
    return lambda session: catalogue.load(session, changed, NOON)


def without_the_welder() -> Things:
    """Everything but one profession."""
    trades = {slug: one for slug, one in things()["professions"].items() if slug != "welder"}
    return {**things(), "professions": trades}


def knows_the_welder(ours: Shelf) -> bool:
    """Whether the catalogue in force has that profession."""
    return any(each.slug == "welder" for each in ours.catalogue.professions)


async def rows(store: Store) -> int:
    """How many things there are."""
    return await store.do(
        lambda session: session.scalar(select(func.count()).select_from(Entry)) or 0
    )


async def test_what_was_loaded_is_read_as_it_was_written(store: Store) -> None:
    assert await store.do(catalogue.read) == things()


async def test_loading_what_has_not_changed_does_nothing(store: Store) -> None:
    before = await store.do(catalogue.edition)
    assert await store.do(load(things())) is False
    assert await store.do(catalogue.edition) == before


async def test_a_change_is_a_new_edition_and_back_again(store: Store) -> None:
    first = await store.do(catalogue.edition)
    assert await store.do(load(without_the_welder())) is True
    assert await store.do(catalogue.edition) != first
    assert await store.do(load(things())) is True
    assert await store.do(catalogue.edition) == first


async def test_loading_that_fails_leaves_the_old(store: Store) -> None:
    def work(session: Session) -> None:
        catalogue.load(session, without_the_welder(), NOON)
        raise LookupError

    before = await store.do(catalogue.edition), await rows(store)
    with pytest.raises(LookupError):
        await store.do(work)
    assert (await store.do(catalogue.edition), await rows(store)) == before


async def test_two_that_load_at_once_do_so_one_after_the_other(address: str) -> None:
    stores = [open_store(address) for _ in range(3)]
    changed = await asyncio.gather(*(each.do(load(without_the_welder())) for each in stores))
    assert sorted(changed) == [False, False, True]
    assert await rows(stores[0]) == sum(map(len, things().values())) - 1
    for each in stores:
        await each.close()


async def test_files_with_a_mistake_are_refused_as_a_whole(
    address: str, store: Store, tmp_path: Any
) -> None:
    before = await store.do(catalogue.edition)
    (tmp_path / "words" / "professions").mkdir(parents=True)
    (tmp_path / "words" / "professions" / "welder.yaml").write_text("dircetion: engineering\n")
    with pytest.raises(SystemExit, match=r"welder.yaml[\s\S]*Nothing was loaded"):
        await release.load(read_settings(database_url=address), tmp_path / "words")
    assert await store.do(catalogue.edition) == before


async def test_a_new_edition_is_noticed_within_five_seconds(store: Store) -> None:
    ours = Shelf(store)
    assert await ours.looked()
    assert shelf.EVERY < NOTICED_WITHIN
    watching = asyncio.create_task(ours.watch())
    await store.do(load(without_the_welder()))
    async with asyncio.timeout(NOTICED_WITHIN):
        while knows_the_welder(ours):  # noqa: ASYNC110 - it is what a process does too
            await asyncio.sleep(0.05)
    watching.cancel()


@pytest.mark.parametrize("body", ["{", "{}", '{"name": 1}', ""])
async def test_rows_that_cannot_be_read_keep_the_old(body: str, store: Store) -> None:
    ours = Shelf(store)
    assert await ours.looked()
    spoilt = update(Entry).where(Entry.slug == "welder").values(body=body)

    def spoil(session: Session) -> None:
        catalogue.load(session, without_the_welder(), NOON)
        catalogue.load(session, things(), NOON)
        session.execute(update(catalogue.Edition).values(fingerprint="another"))
        session.execute(spoilt)

    await store.do(spoil)
    assert await ours.looked()
    assert knows_the_welder(ours)
    await store.do(load(without_the_welder()))
    assert await ours.look()
    assert not knows_the_welder(ours)
