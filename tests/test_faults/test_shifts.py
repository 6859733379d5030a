"""`kill -9` in the middle of a shift: it goes on at the same scene, and a choice counts once."""

from functools import partial
from pathlib import Path

from bot.playground import Person, Playground
from bot.rooms.missions.intents import BeginMission, Choose, OpenShift
from content.atlas import Catalogue
from tests.running import running
from tests.test_processes.conftest import Telegram

NIGHT = "substation-night"
SOMEBODY = 6001
IN_TIME = 60.0  # seconds


async def _taps(playground: Playground, data: str) -> str:
    """Tap a button that carries this, and read what comes."""
    tapped = playground.press(SOMEBODY, 1, data, inaccessible=True)
    await playground.until(partial(_is_answered, playground, tapped["query_id"]), IN_TIME)
    await playground.until(lambda: not playground.updates.waiting, IN_TIME)
    last = playground.last(SOMEBODY)
    assert last is not None
    return str(last["text"])


def _is_answered(playground: Playground, query: str) -> bool:
    asked = playground.queries.find(query)
    return asked is not None and asked.answer is not None


async def test_killed_in_a_scene_it_goes_on_in_the_same_scene(
    address: str, telegram: Telegram, catalogue: Catalogue, tmp_path: Path
) -> None:
    playground, mission = telegram.playground, catalogue.mission(NIGHT)
    playground.people[SOMEBODY] = Person(SOMEBODY, "Ученик", "ru", started=True)
    settings = telegram.settings(database_url=address)
    choice = mission.scenes[0].choices[0]
    with running("bot web", tmp_path, **settings) as web:
        assert mission.scenes[0].says.ru in await _taps(playground, BeginMission(NIGHT).pack())
        seen = await _taps(playground, Choose(1, mission.scenes[0].slug, 0).pack())
        assert choice.because.ru in seen
        web.kill()
    with running("bot web", tmp_path, **settings) as web:
        assert await _taps(playground, OpenShift(1).pack()) == seen
        again = await _taps(playground, Choose(1, mission.scenes[0].slug, 0).pack())
        assert seen in again
        await web.stop()
