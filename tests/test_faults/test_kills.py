"""`kill -9` in the middle of the work: nothing is lost, nothing is done twice."""

from functools import partial
from pathlib import Path

import pytest

from tests.postgres import free_port
from tests.running import running
from tests.test_faults.taps import Crowd, found, spread
from tests.test_processes.conftest import Telegram

KILLS = 2
IN_TIME = 60.0  # seconds


@pytest.mark.parametrize(
    ("kind", "hearing"), [("sqlite", "webhook"), ("postgresql", "polling")], indirect=["kind"]
)
async def test_killed_twice_in_four_hundred_updates(
    hearing: str, address: str, telegram: Telegram, tmp_path: Path
) -> None:
    crowd, port = Crowd(telegram.playground, each=20), free_port()
    public = {"public_url": f"http://127.0.0.1:{port}"} if hearing == "webhook" else {}
    settings = telegram.settings(database_url=address, port=port, **public)
    crowd.tap()
    for answers in spread(len(crowd.updates), KILLS):
        with running("bot web", tmp_path, **settings) as web:
            await telegram.playground.until(partial(crowd.has_answered, answers), IN_TIME)
            web.kill()
        assert crowd.untold, "the kill came too late to show anything"
    with running("bot web", tmp_path, **settings) as web:
        await telegram.playground.until(lambda: not crowd.untold, IN_TIME)
        await web.stop()
    assert await found(address) == (crowd.updates, crowd.kept, 0)


async def test_each_update_told_five_times_at_once_acts_once(
    address: str, telegram: Telegram, tmp_path: Path
) -> None:
    crowd, port = Crowd(telegram.playground, people=20, each=6), free_port()
    telegram.playground.knobs.turn(duplicates=5)
    public = f"http://127.0.0.1:{port}"
    settings = telegram.settings(database_url=address, port=port, public_url=public)
    crowd.tap()
    with running("bot web", tmp_path, **settings) as web:
        await telegram.playground.until(lambda: not crowd.untold, IN_TIME)
        await web.stop()
    assert crowd.answered == len(crowd.queries)
    assert await found(address) == (crowd.updates, crowd.kept, 0)


async def test_updates_out_of_order_are_all_heard_once(
    address: str, telegram: Telegram, tmp_path: Path
) -> None:
    crowd, port = Crowd(telegram.playground, people=10, each=12), free_port()
    telegram.playground.knobs.turn(shuffle=20, duplicates=2)
    public = f"http://127.0.0.1:{port}"
    settings = telegram.settings(database_url=address, port=port, public_url=public)
    crowd.tap()
    with running("bot web", tmp_path, **settings) as web:
        await telegram.playground.until(lambda: not crowd.untold, IN_TIME)
        await web.stop()
    updates, _, aside = await found(address)
    assert (updates, aside) == (crowd.updates, 0)
    assert crowd.answered == len(crowd.queries)
