"""The token, and people's names and words, are in no log line and in no error."""

import logging
import traceback

import pytest
import structlog
from telegram.error import TelegramError

from bot.edges.telegram import Caller
from bot.edges.telegram.request import Wire

from .conftest import AIYM, SECRET, TOKEN, Stage, hooked, menu, polled
from .test_faults import SILENT, UNSURE

CANARIES = ("CANARY", "canary-words", "canary-name", SECRET, str(AIYM))


@pytest.fixture
def everything(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that the standard library's logging would write."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.mark.parametrize("fault", [*UNSURE, *SILENT, "400", "401", "403", "429", "migrate"])
async def test_no_error_tells_the_token(stage: Stage, fault: str) -> None:
    stage.playground.faults.order(fault=fault, method="*", description=f"Bad Request: {TOKEN}")
    caller = Caller(TOKEN, address=stage.address, wire=Wire(deadline=0.3))
    with pytest.raises(TelegramError) as raised:
        await caller.initialize()
    told = "".join(traceback.format_exception(raised.value, chain=True))
    told += repr(raised.value) + str(raised.value.__context__)
    assert "canary" not in told.lower()
    await caller.shutdown()


async def test_no_error_of_a_lost_connection_tells_the_token(closed_port: int) -> None:
    for address in (f"http://127.0.0.1:{closed_port}", "http://[bad", "ftp://x"):
        caller = Caller(TOKEN, address=address)
        with pytest.raises(TelegramError) as raised:
            await caller.call("getMe")
        told = "".join(traceback.format_exception(raised.value, chain=True))
        told += repr(raised.value) + str(raised.value.__context__)
        assert "canary" not in told.lower()
        await caller.shutdown()


def test_nothing_shows_the_token() -> None:
    assert "canary" not in (repr(Caller(TOKEN)) + str(Caller(TOKEN))).lower()


@pytest.mark.parametrize("way", [polled, hooked])
async def test_logs_are_silent_about_people(
    stage: Stage,
    everything: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    way: object,
) -> None:
    stage.playground.change(AIYM, name="canary-name")
    stage.listener.reply = lambda heard: menu("canary-words")
    with structlog.testing.capture_logs() as lines:
        async with way(stage):  # type: ignore[operator]
            await a_bad_day(stage)
    printed = capsys.readouterr()
    written = str(lines) + ours(everything) + printed.out + printed.err
    assert lines
    for canary in CANARIES:
        assert canary.lower() not in written.lower()


def ours(everything: pytest.LogCaptureFixture) -> str:
    """What was logged on our side of the wire: the servers of this test write theirs too."""
    records = (r for r in everything.records if not r.name.startswith("uvicorn"))
    return "\n".join(f"{r.name} {r.getMessage()} {r.exc_text or ''}" for r in records)


async def a_bad_day(stage: Stage) -> None:
    """Everything that makes the edge write to its log."""
    faults = stage.playground.faults
    for fault in ("500", "403", "400", "reset_after", "bad_json"):
        faults.order(fault=fault, method="sendMessage", nth=1)
        faults.order(fault="502", method="getUpdates", nth=2, times=1)
        stage.playground.say(AIYM, "canary-words")
        await stage.until(lambda: not stage.playground.updates.waiting)
        await stage.edge.turns.finish()
        faults.drop()
    stage.playground.inject({"message": {"text": "canary-words", "from": {"id": "canary-name"}}})
    stage.playground.change(AIYM, blocked=True)
    stage.playground.inject(
        {"message": {"message_id": 1, "date": 1, "text": "canary-words",
                     "from": stage.playground.person(AIYM).user(),
                     "chat": stage.playground.person(AIYM).chat()}}
    )  # fmt: skip
    await stage.until(lambda: not stage.playground.updates.waiting)
    await stage.edge.turns.finish()
