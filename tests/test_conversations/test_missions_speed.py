"""A scene is one turn: how many statements it takes beside a look at home."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.rooms.missions.intents import Choose
from content.atlas import Catalogue
from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")

MORE = 1.3  # times as many as home


@contextmanager
def told() -> Iterator[list[str]]:
    """The statements that are told to the database meanwhile."""
    words: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        words.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield words
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_a_scene_takes_hardly_more_than_home(pupil: Chat, catalogue: Catalogue) -> None:
    mission = catalogue.mission("substation-night")
    await pupil.starts(f"m_{mission.slug}")
    await pupil.taps_data(f"shift-{mission.slug}")
    rows = pupil.newest["reply_markup"]["inline_keyboard"]
    run = int(rows[0][0]["callback_data"].partition("-")[2].split("_")[0])
    first, then = mission.scenes[0], mission.scenes[0].choices[0].to
    await pupil.taps_data(Choose(run, first.slug, 0).pack())
    with told() as scene:
        await pupil.taps_data(Choose(run, then, 0).pack())
    await pupil.taps_data("help")
    with told() as home:
        await pupil.taps_data("home")
    assert len(scene) <= MORE * len(home), "\n".join(scene)
