"""The album: a picture is uploaded once for all processes, and forgotten in good time."""

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.album import Album
from bot.edges.telegram import Edge
from bot.keeping import swept
from db import catalogue, pictures
from db.base import Away, Store, open_store
from db.pictures import KEPT, Picture
from tests.databases import NOON, address, kind, postgres, store

from .conftest import AIYM, Listener, Stage, menu, polled
from .test_saying import picture

__all__ = ["address", "kind", "postgres", "store"]

CARD = "card/professions/welder/3f2a91c0aa17/kk"
RADAR = "radar/interests/431-250-120-199-140-380/3f2a91c0aa17/kk"
TASK = "task/gears/4-1207/1/kk"


def shower(stage: Stage, drawn: list[str], store: Store, name: str = CARD) -> Edge:
    """Another process of the bot, which answers everything with this picture."""

    def draw(name: str) -> bytes:
        drawn.append(name)
        return picture("p")

    listener = Listener()
    listener.reply = lambda heard: menu("Here", picture=name)
    return stage.another(listener, draw=draw, album=Album(store, lambda: NOON))


async def shown(stage: Stage, edge: Edge) -> object:
    """Ask for the picture; gives what the call named, nothing where it was uploaded."""
    before = len(stage.texts())
    async with polled(stage, edge):
        stage.playground.say(AIYM, "picture")
        await stage.until(lambda: len(stage.texts()) > before)
        await edge.turns.finish()
    return stage.calls("sendPhoto")[-1]["params"].get("photo")


def _names(session: Session) -> set[str]:
    return set(session.scalars(select(Picture.name)))


@pytest.mark.parametrize("name", [CARD, TASK])
async def test_what_one_process_uploads_the_others_name(
    stage: Stage, store: Store, name: str
) -> None:
    drawn: list[str] = []
    await shown(stage, shower(stage, drawn, store, name))
    named = await shown(stage, shower(stage, drawn, store, name))
    assert drawn == [name]
    assert named == await Album(store).find(name)


async def test_the_picture_of_a_result_is_not_written_down(stage: Stage, store: Store) -> None:
    drawn: list[str] = []
    edge = shower(stage, drawn, store, RADAR)
    async with polled(stage, edge):
        stage.playground.say(AIYM, "picture")
        await stage.until(stage.texts)
        stage.playground.say(AIYM, "once more")
        await stage.until(lambda: len(stage.texts()) == 2)
    assert drawn == [RADAR]
    assert await store.do(_names) == set()


async def test_a_picture_telegram_forgot_is_uploaded_and_kept_anew(
    stage: Stage, store: Store
) -> None:
    drawn: list[str] = []
    await Album(store).keep(CARD, "BQAC-of-another-bot")
    await shown(stage, shower(stage, drawn, store))
    assert drawn == [CARD]
    assert [call["status"] for call in stage.calls("sendPhoto")] == [400, 200]
    await shown(stage, shower(stage, drawn, store))
    assert drawn == [CARD]


async def test_without_a_database_pictures_are_still_sent(stage: Stage, tmp_path: Path) -> None:
    drawn: list[str] = []
    away = open_store(f"sqlite:///{tmp_path / 'nowhere' / 'bot.db'}")
    with pytest.raises(Away):
        await away.do(_names)
    for _ in range(2):
        await shown(stage, shower(stage, drawn, away))
    await away.close()
    assert drawn == [CARD, CARD]


async def test_pictures_of_an_old_edition_and_of_a_month_ago_are_forgotten(store: Store) -> None:
    def work(session: Session) -> set[str]:
        edition = (catalogue.edition(session) or "")[:12]
        for name, shows, then in (
            ("new", edition, NOON),
            ("task", "", NOON),
            ("last edition", "0" * 12, NOON),
            ("last month", edition, NOON - 2 * KEPT),
            ("last month's task", "", NOON - 2 * KEPT),
        ):
            pictures.keep(session, name, "id", shows, then)
        session.flush()
        assert swept(session, NOON) == 3
        return _names(session)

    assert await store.do(work) == {"new", "task"}
