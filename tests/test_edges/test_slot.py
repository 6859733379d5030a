"""The last call of a turn rides in the answer to the webhook: each rule of that."""

import asyncio

import orjson
import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.edges.telegram import Caller, slot
from bot.edges.telegram.slot import Slot

from .conftest import AIYM, MARAT, TOKEN, Stage
from .test_saying import picture


@pytest.fixture
async def bot(stage: Stage) -> Caller:
    caller = stage.edge.caller
    await caller.initialize()
    return caller


def held(place: Slot) -> dict[str, object] | None:
    call = place.close()
    return orjson.loads(call.as_answer()) if call else None


async def test_the_call_is_held_and_nothing_is_sent(stage: Stage, bot: Caller) -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    with slot.opened() as place:
        await bot.send_message(AIYM, "held", reply_markup=keys)
        answer = held(place)
    assert answer is not None
    assert answer["method"] == "sendMessage"
    assert (answer["chat_id"], answer["text"]) == (AIYM, "held")
    assert answer["reply_markup"] == {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
    assert not stage.calls("sendMessage")


async def test_the_last_is_held_and_earlier_ones_go_out_first(stage: Stage, bot: Caller) -> None:
    with slot.opened() as place:
        for text in ("one", "two", "three"):
            await bot.send_message(AIYM, text)
        answer = held(place)
    assert stage.texts() == ["one", "two"]
    assert answer is not None
    assert answer["text"] == "three"


async def test_any_other_call_lets_the_held_one_out_before_it(stage: Stage, bot: Caller) -> None:
    with slot.opened() as place:
        await bot.send_message(AIYM, "first")
        await bot.send_photo(AIYM, picture("x"), caption="then")
        assert held(place) is None
    assert stage.texts() == ["first", "then"]


async def test_made_up_results(bot: Caller) -> None:
    with slot.opened():
        message = await bot.send_message(AIYM, "x")
        assert (message.message_id, message.chat.id) == (0, AIYM)
        assert await bot.answer_callback_query("1") is True
        assert await bot.delete_message(AIYM, 5) is True
        edited = await bot.edit_message_text("y", AIYM, 5)
        assert edited.message_id == 0  # type: ignore[union-attr]


async def test_calls_whose_result_is_needed_are_never_held(stage: Stage, bot: Caller) -> None:
    with slot.opened() as place:
        assert (await bot.get_me()).username == "playground_bot"
        assert (await bot.get_webhook_info()).url == ""
        assert (await bot.copy_message(AIYM, AIYM, await posted(bot))).message_id > 0
        assert held(place) is None


async def posted(bot: Caller) -> int:
    with slot.aside():
        return (await bot.send_message(AIYM, "to copy")).message_id


async def test_files_are_never_held(stage: Stage, bot: Caller) -> None:
    with slot.opened() as place:
        sent = await bot.send_photo(AIYM, picture("x"))
        assert sent.message_id > 0
        assert held(place) is None


async def test_stepping_aside_is_heard(stage: Stage, bot: Caller) -> None:
    with slot.opened() as place:
        await bot.send_message(AIYM, "held")
        with slot.aside():
            assert (await bot.send_message(MARAT, "aside")).message_id > 0
        answer = held(place)
    assert answer is not None
    assert answer["text"] == "held"
    assert stage.texts(MARAT) == ["aside"]
    assert stage.texts(AIYM) == []


async def test_a_task_that_comes_too_late_calls_by_itself(stage: Stage, bot: Caller) -> None:
    answered = asyncio.Event()

    async def late() -> int:
        await answered.wait()
        return (await bot.send_message(AIYM, "late")).message_id

    with slot.opened() as place:
        task = asyncio.create_task(late())
        assert held(place) is None
    answered.set()
    assert await task > 0
    assert stage.texts() == ["late"]


async def test_without_a_slot_calls_go_out(stage: Stage, bot: Caller) -> None:
    assert (await bot.send_message(AIYM, "x")).message_id > 0


async def test_a_failing_earlier_call_does_not_stop_the_next(stage: Stage, bot: Caller) -> None:
    stage.playground.block(AIYM)
    with slot.opened() as place:
        await bot.send_message(AIYM, "closed")
        await bot.send_message(MARAT, "open")
        answer = held(place)
    assert answer is not None
    assert answer["chat_id"] == MARAT


async def test_a_call_without_parameters_is_json_too() -> None:
    call = slot.Call("http://x/botT/deleteMessage", {}, b"{}")
    assert orjson.loads(call.as_answer()) == {"method": "deleteMessage"}
    assert TOKEN not in call.as_answer().decode()
