"""What Telegram and the network do to calls, and what becomes of the replies (F25-F37)."""

import time

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    TelegramError,
    TimedOut,
)

from bot.edges.telegram import Ambiguous, Caller, Edge, NeverLeft, Patience, TooFast
from bot.edges.telegram.arrival import Arrival
from bot.edges.telegram.counts import AMBIGUOUS, BLOCKED, SLOWED, UNSAID
from bot.edges.telegram.outcomes import refusal
from bot.edges.telegram.request import Wire
from bot.heard import Heard, Kind

from .conftest import AIYM, MARAT, TOKEN, Listener, Stage
from .test_saying import picture

UNSURE = ["500", "502", "503", "504", "reset_before", "reset_after", "bad_json", "html", "empty",
          "huge", "wrong_type"]  # fmt: skip
SILENT = ["timeout", "no_reply", "half_open", "slow"]


async def outcome(stage: Stage, fault: str, **more: object) -> TelegramError | None:
    """How a single call ends under a fault."""
    stage.playground.faults.order(fault=fault, method="sendMessage", **more)
    caller = Caller(TOKEN, address=stage.address, wire=Wire(deadline=0.5))
    try:
        await caller.call("sendMessage", chat_id=AIYM, text="x")
    except TelegramError as error:
        return error
    finally:
        await caller.shutdown()
    return None


@pytest.mark.parametrize("fault", UNSURE)
async def test_nobody_knows(stage: Stage, fault: str) -> None:
    before = AMBIGUOUS._value.get()
    assert isinstance(await outcome(stage, fault), Ambiguous)
    assert AMBIGUOUS._value.get() == before + 1


@pytest.mark.parametrize("fault", SILENT)
async def test_the_whole_call_has_one_deadline(stage: Stage, fault: str) -> None:
    began = time.monotonic()
    error = await outcome(stage, fault, seconds=0.2 if fault == "slow" else 30)
    assert isinstance(error, Ambiguous)
    assert isinstance(error, TimedOut)
    assert time.monotonic() - began < 2


async def test_refusals_are_the_librarys(stage: Stage) -> None:
    assert isinstance(await outcome(stage, "403"), Forbidden)


@pytest.mark.parametrize(
    ("fault", "kind"), [("400", BadRequest), ("401", InvalidToken), ("404", InvalidToken)]
)
async def test_more_refusals(stage: Stage, fault: str, kind: type[TelegramError]) -> None:
    error = await outcome(stage, fault)
    assert isinstance(error, kind)
    assert not isinstance(error, Ambiguous | NeverLeft)


async def test_migrated_tells_where_to(stage: Stage) -> None:
    error = await outcome(stage, "migrate", to=-100777)
    assert isinstance(error, ChatMigrated)
    assert error.new_chat_id == -100777


@pytest.mark.parametrize(("fault", "seconds"), [("429", 7), ("429_bare", 3)])
async def test_too_fast_tells_how_long(stage: Stage, fault: str, seconds: int) -> None:
    error = await outcome(stage, fault, retry_after=7)
    assert isinstance(error, TooFast)
    assert error.seconds == seconds


async def test_done_without_a_result_is_done(stage: Stage) -> None:
    assert await outcome(stage, "no_result") is None


async def test_nobody_there_means_it_never_left(closed_port: int) -> None:
    for address in (f"http://127.0.0.1:{closed_port}", "http://no-such-host.invalid"):
        caller = Caller(TOKEN, address=address)
        with pytest.raises(NeverLeft):
            await caller.call("sendMessage", chat_id=1, text="x")
        await caller.shutdown()


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"ok":false}',
        b'{"ok":false,"error_code":"x"}', b'{"parameters":[]}',
    ],
)  # fmt: skip
@pytest.mark.parametrize("code", [200, 301, 400, 403, 429, 500, 599])
def test_any_answer_means_something(code: int, payload: bytes) -> None:
    error = refusal(code, payload)
    assert isinstance(error, Ambiguous) == (not 400 <= code < 500)


async def test_what_no_json_can_say_is_refused_here(stage: Stage) -> None:
    with pytest.raises(BadRequest):
        await stage.edge.caller.call("sendMessage", chat_id=AIYM, text="\ud800")


async def test_connections_are_kept(stage: Stage) -> None:
    caller = stage.edge.caller
    for _ in range(5):
        await caller.call("getMe")
    exchange = caller.request._exchange  # type: ignore[attr-defined]
    connector = exchange._session.connector
    assert sum(len(kept) for kept in connector._conns.values()) == 1


async def test_the_librarys_own_methods_work_on_the_wire(stage: Stage) -> None:
    bot = stage.edge.caller
    await stage.edge.open()
    sent = await bot.send_photo(AIYM, picture("x"), caption="<b>x</b>", parse_mode="HTML")
    assert sent.caption == "x"
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture("x")
    message = await bot.send_message(AIYM, "hello")
    assert (await message.edit_text("hello again")).text == "hello again"  # type: ignore[union-attr]
    assert isinstance(bot, Bot)


async def test_429_of_one_chat_holds_up_only_that_chat(polling: Stage) -> None:
    polling.playground.faults.order(
        fault="429", method="sendMessage", chat=AIYM, retry_after=1, nth=1
    )
    before = SLOWED._value.get()
    polling.playground.say(AIYM, "one")
    polling.playground.say(AIYM, "two")
    began = time.monotonic()
    for number in range(5):
        polling.playground.say(MARAT, f"m{number}")
    await polling.until(lambda: len(polling.texts(MARAT)) == 5)
    assert time.monotonic() - began < 0.5
    assert polling.texts(AIYM) == []
    await polling.settled()
    assert [text.split()[1] for text in polling.texts(AIYM)] == ["one", "two"]
    assert SLOWED._value.get() == before + 1
    assert time.monotonic() - began >= 1


async def test_429_is_not_obeyed_for_ever(stage: Stage) -> None:
    listener = Listener()
    edge = stage.another(listener, patience=Patience(longest=0.01, slowed=3))
    stage.playground.faults.order(fault="429", method="sendMessage", retry_after=86_400)
    before = UNSAID._value.get()
    await say(edge, "x")
    assert len(stage.calls("sendMessage")) == 4
    assert UNSAID._value.get() == before + 1


async def test_a_text_of_which_nobody_knows_is_not_sent_again(polling: Stage) -> None:
    polling.playground.faults.order(fault="reset_after", method="sendMessage", nth=1)
    polling.playground.say(AIYM, "x")
    await polling.settled()
    assert len(polling.calls("sendMessage")) == 1
    assert len(polling.texts()) == 1


async def test_an_edit_of_which_nobody_knows_is_made_again(polling: Stage) -> None:
    polling.playground.say(AIYM, "x")
    await polling.settled()
    polling.playground.faults.order(fault="reset_before", method="editMessageText", nth=1)
    polling.tap("next")
    await polling.settled()
    assert len(polling.calls("editMessageText")) == 2
    assert "heard next" in polling.texts()[0]


async def test_an_edit_is_made_again_once_only(polling: Stage) -> None:
    polling.playground.say(AIYM, "x")
    await polling.settled()
    polling.playground.faults.order(fault="502", method="editMessageText")
    polling.tap("next")
    await polling.settled()
    assert len(polling.calls("editMessageText")) == 2


async def test_what_never_left_is_tried_again(stage: Stage) -> None:
    edge = stage.another(Listener())
    exchange = edge.caller.request._exchange  # type: ignore[attr-defined]
    post, tries = exchange.post, []

    async def refuse_twice(url: str, deadline: float, **body: object) -> bytes:
        tries.append(url)
        if len(tries) < 3:
            raise NeverLeft("Telegram was not reached")
        answer: bytes = await post(url, deadline, **body)
        return answer

    exchange.post = refuse_twice
    await say(edge, "x")
    assert len(tries) == 3
    assert len(stage.texts()) == 1


@pytest.mark.parametrize("how", ["blocked", "deactivated", "unknown"])
async def test_who_cannot_be_reached_is_told_of(stage: Stage, how: str) -> None:
    person = 999_999 if how == "unknown" else AIYM
    if how != "unknown":
        stage.playground.change(AIYM, **{how: True})
    before = BLOCKED._value.get()
    await say(stage.edge, "x", person)
    assert [who for who, _ in stage.gone] == [person]
    assert BLOCKED._value.get() == before + 1


async def test_a_migrated_group_is_answered_where_it_is_now(stage: Stage) -> None:
    """F37: a group that became a supergroup."""
    room = stage.playground.found("9А", by=AIYM, type="group")["id"]
    moved = stage.playground.migrate(room)["id"]
    await say(stage.edge, "/start", chat=room, group=True)
    assert len(stage.texts(moved)) == 1


async def test_going_in_circles_ends(stage: Stage) -> None:
    stage.playground.faults.order(fault="migrate", method="sendMessage", to=AIYM)
    await say(stage.edge, "x")
    assert len(stage.calls("sendMessage")) == 1


async def test_a_token_telegram_does_not_know_ends_loudly(stage: Stage) -> None:
    stage.playground.revoked.add(TOKEN)
    with pytest.raises(InvalidToken) as raised:
        await stage.edge.open()
    assert "CANARY" not in repr(raised.value)


async def test_opening_waits_for_telegram(stage: Stage) -> None:
    stage.playground.faults.order(fault="502", method="getMe", nth=1)
    assert await stage.edge.open() == "playground_bot"


async def test_a_name_that_says_nothing_is_asked_again(stage: Stage) -> None:
    stage.playground.faults.order(fault="no_result", method="getMe", nth=1)
    assert await stage.edge.open() == "playground_bot"


async def say(
    edge: Edge, words: str, person: int = AIYM, chat: int = 0, *, group: bool = False
) -> None:
    """Let the edge hear words without anybody typing them."""
    kind: Kind = "group" if group else "words"
    await edge.turns.take(Arrival(Heard(1, kind, person, chat or person, "kk", words)))
    await edge.turns.finish()


async def test_nothing_said_by_telegram_is_raised_to_others(stage: Stage) -> None:
    stage.playground.faults.order(
        fault="400", method="sendMessage", description="Bad Request: can't parse entities"
    )
    await say(stage.edge, "x")
    assert not stage.gone
