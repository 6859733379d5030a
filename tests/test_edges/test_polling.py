"""Updates asked for: confirmed only after the commit, alone at it, stopping gently."""

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.edges.telegram import Rhythm
from bot.heard import Heard
from bot.ui.message import Message
from db.base import Away

from .conftest import AIYM, GULNAR, MARAT, RHYTHM, TOKEN, Listener, Stage, echo, polled


def waiting(stage: Stage) -> list[int]:
    """The numbers Telegram still keeps for us."""
    return list(stage.playground.updates.waiting)


async def test_the_offset_moves_only_after_the_commit(polling: Stage) -> None:
    commit = asyncio.Event()

    async def reply(heard: Heard) -> Message | None:
        await commit.wait()
        return echo(heard)

    polling.listener.reply = reply
    polling.playground.say(AIYM, "x")
    await asyncio.sleep(0.3)
    assert len(waiting(polling)) == 1
    commit.set()
    await polling.settled()
    assert len(polling.texts()) == 1


async def test_while_the_database_is_away_nothing_is_confirmed(polling: Stage) -> None:
    def away(heard: Heard) -> Message | None:
        raise Away("OperationalError")

    polling.listener.reply = away
    for person in (AIYM, MARAT):
        polling.playground.say(person, "x")
    await asyncio.sleep(0.4)
    assert len(waiting(polling)) == 2
    polling.listener.reply = echo
    await polling.settled()
    assert len(polling.texts(AIYM)) == len(polling.texts(MARAT)) == 1


async def test_who_was_heard_is_not_heard_again_because_another_was_not(polling: Stage) -> None:
    broken = {MARAT}

    def reply(heard: Heard) -> Message | None:
        if heard.person in broken:
            raise Away("OperationalError")
        return echo(heard)

    polling.listener.reply = reply
    polling.playground.say(AIYM, "x")
    polling.playground.say(MARAT, "x")
    await asyncio.sleep(0.4)
    assert len(waiting(polling)) == 2
    broken.clear()
    await polling.settled()
    assert sorted(heard.person for heard in polling.listener.heard) == [AIYM, MARAT]


async def test_what_follows_the_unheard_waits_for_it(polling: Stage) -> None:
    refused: list[str] = []

    def reply(heard: Heard) -> Message | None:
        if heard.words == "first" and len(refused) < 2:
            refused.append(heard.words)
            raise Away("OperationalError")
        return echo(heard)

    polling.listener.reply = reply
    polling.playground.say(AIYM, "first")
    polling.playground.say(AIYM, "second")
    await polling.settled()
    assert polling.listener.words == ["first", "second"]


async def test_each_person_in_order_and_all_side_by_side(polling: Stage) -> None:
    inside = 0
    most = 0

    async def reply(heard: Heard) -> Message | None:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1
        return echo(heard)

    polling.listener.reply = reply
    for number in range(8):
        for person in (AIYM, MARAT, GULNAR):
            polling.playground.say(person, f"w{number}")
    await polling.settled()
    for person in (AIYM, MARAT, GULNAR):
        words = [heard.words for heard in polling.listener.heard if heard.person == person]
        assert words == [f"w{n}" for n in range(8)]
    assert most == 3


async def test_sending_does_not_hold_up_the_next_question(polling: Stage) -> None:
    polling.playground.faults.order(
        fault="latency", method="sendMessage", chat=AIYM, latency_ms=800, after=True
    )
    polling.playground.say(AIYM, "x")
    await polling.until(lambda: polling.listener.heard)
    polling.playground.say(MARAT, "y")
    await polling.until(lambda: polling.texts(MARAT), seconds=0.6)


async def test_only_what_we_hear_is_asked_for(polling: Stage) -> None:
    await polling.until(lambda: polling.playground.updates.allowed)
    assert polling.playground.updates.allowed == [
        "message", "edited_message", "callback_query", "inline_query", "chosen_inline_result",
        "my_chat_member",
    ]  # fmt: skip


async def test_a_webhook_is_taken_away_first(stage: Stage) -> None:
    stage.playground.webhook.set("http://127.0.0.1:1/x", "s", 40, "")
    async with polled(stage):
        stage.playground.say(AIYM, "x")
        await stage.settled()
    assert not stage.playground.webhook.url
    assert len(stage.texts()) == 1


async def test_no_webhook_is_left_alone(polling: Stage) -> None:
    assert not polling.calls("deleteWebhook")


@pytest.mark.parametrize("fault", ["502", "reset_before", "bad_json", "no_result", "429", "400"])
async def test_trouble_is_waited_out(polling: Stage, fault: str) -> None:
    polling.playground.faults.order(fault=fault, method="getUpdates", nth=1, times=3, retry_after=0)
    polling.playground.say(AIYM, "x")
    await polling.settled()
    assert len(polling.texts()) == 1


async def test_a_strange_batch_is_confirmed(polling: Stage) -> None:
    await polling.until(lambda: polling.playground.updates.allowed)
    polling.playground.inject({"message": {"what": ["is", "this"]}})
    polling.playground.inject({"message": "nothing"})
    polling.playground.updates.allowed.append("telepathy")
    polling.playground.inject({"telepathy": {"thought": 1}})
    polling.playground.say(AIYM, "x")
    await polling.settled()
    assert polling.listener.kinds == ["words"]


async def test_stopping_finishes_what_was_heard(stage: Stage) -> None:
    async with polled(stage):
        stage.playground.faults.order(fault="429", method="sendMessage", retry_after=1, nth=1)
        stage.playground.say(AIYM, "x")
        await stage.until(lambda: stage.calls("sendMessage"))
    assert len(stage.texts()) == 1


async def test_stopping_confirms_what_was_heard(stage: Stage) -> None:
    commit = asyncio.Event()

    async def reply(heard: Heard) -> Message | None:
        commit.set()
        await asyncio.sleep(0.1)
        return echo(heard)

    stage.listener.reply = reply
    async with polled(stage):
        stage.playground.say(AIYM, "x")
        await commit.wait()
    assert len(stage.texts()) == 1
    assert not waiting(stage)


async def test_stopping_is_quick_when_nothing_happens(stage: Stage) -> None:
    await stage.edge.open()
    stop = asyncio.Event()
    task = asyncio.create_task(stage.edge.poll(stop, Rhythm(wait=50)))
    await stage.until(lambda: stage.playground.poll_turn)
    stop.set()
    async with asyncio.timeout(0.5):
        await task


async def test_a_process_that_ends_does_not_wait_for_ever(stage: Stage) -> None:
    async with polled(stage):
        stage.playground.faults.order(fault="429", method="sendMessage", retry_after=20)
        stage.playground.say(AIYM, "x")
        await stage.until(lambda: stage.calls("sendMessage"))
        await stage.edge.turns.finish(within=0.1)
        assert not [task for task in stage.edge.turns.under_way if not task.cancelling()]


async def test_a_revoked_token_ends_polling_loudly(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    await stage.edge.open()
    task = asyncio.create_task(stage.edge.poll(asyncio.Event(), RHYTHM))
    await stage.until(lambda: stage.playground.poll_turn)
    stage.playground.revoked.add(TOKEN)
    with pytest.raises(InvalidToken):
        async with asyncio.timeout(5):
            await task
    assert "does not know" in capsys.readouterr().out
    assert len(stage.calls("getUpdates", status=401)) <= 1


async def test_of_two_one_stands_by_and_takes_over(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    """F07: two pollers: one stands by, and takes over once the other is gone."""
    older, newer = Listener(), Listener()
    async with polled(stage, stage.another(older)):
        async with polled(stage, stage.another(newer)):
            await stage.until(lambda: stage.calls("getUpdates", status=409))
            for number in range(5):
                stage.playground.say(AIYM, f"w{number}")
                await asyncio.sleep(0.2)
            await stage.settled()
            assert newer.words[:1] == ["w0"]
            assert sorted(newer.words + older.words) == [f"w{n}" for n in range(5)]  # each once
        stage.playground.say(AIYM, "after")
        await stage.until(lambda: older.words[-1:] == ["after"])
        await stage.settled()
    printed = capsys.readouterr().out
    assert "standing by" in printed
    assert "taking over" in printed
    assert len(stage.texts()) == 6


async def test_while_a_webhook_is_set_polling_stands_by(
    polling: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    """F07: a poller beside a webhook: it says so once, and waits."""
    await polling.edge.caller.call("setWebhook", url="http://127.0.0.1:1/x")
    await polling.until(lambda: polling.calls("getUpdates", status=409))
    polling.playground.say(AIYM, "x")
    await asyncio.sleep(1)
    assert capsys.readouterr().out.count("standing by") == 1
    assert len(polling.calls("getUpdates", status=409)) == 1
    polling.playground.webhook.drop()
    await polling.settled()
    assert len(polling.texts()) == 1
