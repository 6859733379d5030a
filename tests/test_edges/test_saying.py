"""What people see: in place, with toasts, in order; over real HTTP, the edge polling."""

import asyncio
import struct
import zlib
from typing import Any

import pytest

from bot.edges.telegram.slot import aside
from bot.heard import Heard
from bot.ui.message import Key, Message
from bot.ui.offer import Offer, Offered

from .conftest import AIYM, MARAT, QUICK, Listener, Stage, menu, polled


def picture(name: str) -> bytes:
    """A picture of one colour, its size told by its name."""
    header = struct.pack(">IIBBBBB", 8 + len(name), 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes((9, 99, 199)) * (8 + len(name))) * 8)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


async def started(stage: Stage) -> None:
    stage.playground.start(AIYM)
    await stage.settled()


async def test_words_are_answered_with_a_new_message(polling: Stage) -> None:
    polling.playground.say(AIYM, "welder")
    await polling.settled()
    assert polling.texts() == [f"heard welder {polling.listener.heard[0].update}"]
    params = polling.calls("sendMessage")[0]["params"]
    assert params["link_preview_options"] == {"is_disabled": True}
    assert params["parse_mode"] == "HTML"


async def test_keys_open_links_and_shares(polling: Stage) -> None:
    site_key, copying = Key("Site", url="https://example.kz/"), Key("Copy", copy="a link")
    keys = (site_key, Key("Share", inline="welder"), Key("A", "a"), copying)
    polling.listener.reply = lambda heard: Message("<b>Hi</b>", (keys,))
    await started(polling)
    last = polling.playground.last(AIYM)
    assert last is not None
    site, share, tap, copied = last["reply_markup"]["inline_keyboard"][0]
    assert site["url"] == "https://example.kz/"
    assert share["switch_inline_query"] == "welder"
    assert tap["callback_data"] == "a"
    assert copied["copy_text"] == {"text": "a link"}
    assert last["entities"][0]["type"] == "bold"


async def test_a_tap_edits_in_place_and_shows_its_toast(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: menu("Saved", toast="Kept ☆")
    polling.tap("save-welder")
    await polling.settled()
    assert polling.texts() == ["Saved"]
    assert polling.calls("answerCallbackQuery")[0]["params"]["text"] == "Kept ☆"
    assert len(polling.calls("sendMessage")) == 1


async def test_a_toast_is_cut_to_what_telegram_shows(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: menu("Saved", toast="ә" * 500)
    polling.tap("save-welder")
    await polling.settled()
    assert len(polling.calls("answerCallbackQuery", status=200)[0]["params"]["text"]) == 200


async def test_a_fresh_message_is_its_own(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: menu("Result", fresh=True)
    polling.tap("done")
    await polling.settled()
    assert len(polling.texts()) == 2
    assert polling.texts()[1] == "Result"


async def test_silence_still_answers_the_tap(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: None
    polling.tap("x")
    await polling.settled()
    assert len(polling.calls("answerCallbackQuery", status=200)) == 1
    assert not polling.calls("editMessageText")


async def test_a_tap_is_answered_beside_the_visible_call(polling: Stage) -> None:
    await started(polling)
    polling.playground.faults.order(fault="timeout", method="answerCallbackQuery", seconds=0.4)
    tapped = asyncio.get_running_loop().time()
    polling.tap("x")
    await polling.until(lambda: polling.calls("editMessageText"))
    assert asyncio.get_running_loop().time() - tapped < 0.3
    order = [call["method"] for call in polling.playground.calls.find()]
    assert order.index("editMessageText") < order.index("answerCallbackQuery")


async def test_a_slow_visible_call_does_not_hold_the_answer(polling: Stage) -> None:
    await started(polling)
    polling.playground.faults.order(
        fault="latency", method="editMessageText", latency_ms=400, after=True
    )
    tapped = asyncio.get_running_loop().time()
    polling.tap("x")
    await polling.until(lambda: polling.calls("answerCallbackQuery", status=200))
    assert asyncio.get_running_loop().time() - tapped < 0.3


async def test_a_stale_tap_is_swallowed_and_still_shown(
    polling: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    await started(polling)
    polling.playground.knobs.answer_within = 0.0
    polling.tap("x")
    await polling.settled()
    assert polling.calls("answerCallbackQuery")[0]["status"] == 400
    assert "heard x" in polling.texts()[0]
    assert "tap not answered" not in capsys.readouterr().out


async def test_not_modified_is_a_success(
    polling: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    polling.listener.reply = lambda heard: menu("Same")
    await started(polling)
    polling.tap("x")
    await polling.settled()
    assert polling.calls("editMessageText")[0]["status"] == 400
    assert polling.texts() == ["Same"]
    assert "refused" not in capsys.readouterr().out


async def test_a_deleted_message_is_sent_anew(polling: Stage) -> None:
    await started(polling)
    last = polling.playground.last(AIYM)
    assert last is not None
    hearing = asyncio.Event()

    async def reply(heard: Heard) -> Message:
        await hearing.wait()
        return menu("Here again")

    polling.listener.reply = reply
    polling.tap("x")
    polling.playground.delete(AIYM, last["message_id"])
    hearing.set()
    await polling.settled()
    assert polling.texts() == ["Here again"]


async def test_an_inaccessible_message_is_sent_anew(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: menu("Here again")
    polling.tap("x", inaccessible=True)
    await polling.settled()
    assert polling.texts()[1] == "Here again"
    assert not polling.calls("editMessageText")


async def test_what_cannot_be_edited_is_sent_anew(polling: Stage) -> None:
    await started(polling)
    polling.playground.faults.order(
        fault="400", method="editMessageText", description="Bad Request: message can't be edited"
    )
    polling.listener.reply = lambda heard: menu("Here again")
    polling.tap("x")
    await polling.settled()
    assert polling.texts()[1] == "Here again"


async def test_stickers_voices_and_places_are_answered(polling: Stage) -> None:
    for kind in ("sticker", "voice", "photo", "document", "location", "contact", "poll", "dice"):
        polling.playground.send(AIYM, kind)
    await polling.settled()
    assert sorted(polling.listener.kinds) == ["other"] * 7 + ["place"]
    assert len(polling.texts()) == 8


async def test_an_album_is_answered_once(polling: Stage) -> None:
    for _ in range(4):
        polling.playground.send(AIYM, "anything", body={"photo": [], "media_group_id": "7"})
    await polling.settled()
    assert len(polling.texts()) == 1


async def test_a_command_in_a_group_is_answered_there(polling: Stage) -> None:
    room = polling.playground.found("9А", by=AIYM)["id"]
    polling.playground.say(AIYM, "/start@playground_bot", chat=room)
    polling.playground.say(AIYM, "hello all", chat=room)
    await polling.until(lambda: polling.texts(room))
    await polling.settled()
    assert polling.listener.kinds == ["group"]
    assert len(polling.texts(room)) == 1


async def test_an_inline_query_is_answered_with_what_is_offered(polling: Stage) -> None:
    welder = Offered("professions/welder", "Welder", "Joins metal", menu("<b>Welder</b>"))
    polling.listener.offers = lambda words: Offer((welder,), "Open")
    polling.playground.ask(AIYM, "welder")
    call = (await polling.until(lambda: polling.calls("answerInlineQuery")))[0]
    assert call["status"] == 200
    assert call["params"]["results"][0]["input_message_content"]["message_text"] == "<b>Welder</b>"
    assert (call["params"]["cache_time"], call["params"]["is_personal"]) == (300, False)
    assert call["params"]["button"] == {"text": "Open", "start_parameter": "home"}
    assert polling.listener.asked == ["welder"]
    assert not polling.listener.heard


def _fails(words: str) -> Offer:
    raise LookupError(words)


async def test_an_inline_query_that_nobody_can_answer_is_answered_with_nothing(
    polling: Stage,
) -> None:
    polling.listener.offers = _fails
    polling.playground.ask(AIYM, "welder")
    call = (await polling.until(lambda: polling.calls("answerInlineQuery")))[0]
    assert (call["status"], call["params"]["results"]) == (200, [])
    assert call["params"]["cache_time"] == 0


async def test_blocking_and_coming_back_are_heard(polling: Stage) -> None:
    polling.playground.block(AIYM)
    polling.playground.unblock(AIYM)
    await polling.settled()
    assert polling.listener.kinds == ["left", "back"]
    assert not polling.texts()


async def test_a_long_text_is_split_with_the_keys_below_the_last(polling: Stage) -> None:
    polling.listener.reply = lambda heard: menu("<b>" + "word " * 2000 + "</b>")
    await started(polling)
    shown = [m for m in polling.playground.messages(AIYM) if polling.playground.is_own(m)]
    assert len(shown) == 3
    assert ["reply_markup" in m for m in shown] == [False, False, True]


async def test_a_long_text_in_place_begins_in_place(polling: Stage) -> None:
    await started(polling)
    polling.listener.reply = lambda heard: menu("word " * 1500)
    polling.tap("x")
    await polling.settled()
    assert len(polling.texts()) == 2
    assert len(polling.calls("editMessageText")) == 1


async def test_typing_is_shown_when_work_lasts(polling: Stage) -> None:
    async def slowly(heard: Heard) -> Message:
        await asyncio.sleep(0.9)
        return menu("Done")

    await started(polling)
    assert not polling.calls("sendChatAction")
    polling.listener.reply = slowly
    polling.playground.say(AIYM, "think")
    await polling.settled()
    assert polling.calls("sendChatAction")[0]["params"]["action"] == "typing"


async def test_a_chat_is_answered_in_the_order_of_its_turns(polling: Stage) -> None:
    polling.playground.faults.order(fault="429", method="sendMessage", retry_after=0, nth=1)
    for number in range(10):
        polling.playground.say(AIYM, f"w{number}")
    await polling.settled()
    assert [text.split()[1] for text in polling.texts()] == [f"w{n}" for n in range(10)]


async def test_a_picture_is_drawn_once_and_sent_with_its_words(stage: Stage) -> None:
    drawn: list[str] = []

    def draw(name: str) -> bytes:
        drawn.append(name)
        return picture(name)

    listener = Listener()
    listener.reply = lambda heard: menu("<b>Realistic</b>", picture="interests-RIA")
    async with polled(stage, stage.another(listener, draw=draw)) as edge:
        for _ in range(2):
            stage.playground.say(AIYM, "result")
            await stage.until(lambda: not stage.playground.updates.waiting)
            await edge.turns.finish()
    assert drawn == ["interests-RIA"]
    assert stage.texts() == ["Realistic", "Realistic"]
    first, second = stage.calls("sendPhoto", status=200)
    assert isinstance(second["params"]["photo"], str)
    assert first["result"]["photo"][0]["file_id"] == second["params"]["photo"]
    last = stage.playground.last(AIYM)
    assert last is not None
    assert last["reply_markup"]


async def test_a_picture_telegram_forgot_is_drawn_again(stage: Stage) -> None:
    listener = Listener()
    listener.reply = lambda heard: menu("Here", picture="p")
    async with polled(stage, stage.another(listener, draw=picture)) as edge:
        stage.playground.say(AIYM, "one")
        await stage.until(lambda: stage.texts())
        stage.playground.faults.order(
            fault="400",
            method="sendPhoto",
            nth=1,
            description="Bad Request: wrong file identifier/HTTP URL specified",
        )
        stage.playground.say(AIYM, "two")
        await stage.until(lambda: len(stage.texts()) == 2)
        await edge.turns.finish()
    assert [call["status"] for call in stage.calls("sendPhoto")] == [200, 400, 200]


@pytest.mark.parametrize("broken", [None, "raises", "no picture"])
async def test_where_the_picture_fails_the_words_are_said(stage: Stage, broken: Any) -> None:
    def draw(name: str) -> bytes:
        if broken == "raises":
            raise RuntimeError("no ink")
        return b"not a picture"

    listener = Listener()
    listener.reply = lambda heard: menu("Words", picture="p")
    async with polled(stage, stage.another(listener, draw=draw if broken else None)) as edge:
        stage.playground.say(AIYM, "result")
        await stage.until(lambda: stage.texts())
        await edge.turns.finish()
    assert stage.texts() == ["Words"]


async def test_a_long_caption_follows_its_picture(stage: Stage) -> None:
    listener = Listener()
    listener.reply = lambda heard: menu("long " * 300, picture="p")
    async with polled(stage, stage.another(listener, draw=picture)) as edge:
        stage.playground.say(AIYM, "result")
        await stage.until(lambda: len(stage.texts()) == 2)
        await edge.turns.finish()
    assert stage.texts()[0] == ""
    assert stage.texts()[1].startswith("long")


async def test_a_tap_on_a_picture_sends_a_new_message(stage: Stage) -> None:
    listener = Listener()
    listener.reply = lambda heard: menu("Here", picture="p" if heard.kind == "words" else "")
    async with polled(stage, stage.another(listener, draw=picture)) as edge:
        stage.playground.say(AIYM, "result")
        await stage.until(lambda: stage.texts())
        stage.tap("next")
        await stage.until(lambda: len(stage.texts()) == 2)
        await edge.turns.finish()
    assert not stage.calls("editMessageText")


async def test_drawing_blocks_nobody(stage: Stage) -> None:
    def draw(name: str) -> bytes:
        import time

        time.sleep(1.0)
        return picture(name)

    listener = Listener()
    listener.reply = lambda heard: menu("Here", picture="p" if heard.person == AIYM else "")
    async with polled(stage, stage.another(listener, draw=draw)) as edge:
        stage.playground.say(AIYM, "result")
        stage.playground.say(MARAT, "hello")
        await stage.until(lambda: stage.texts(MARAT), seconds=0.7)
        await edge.turns.finish()
    assert stage.calls("sendChatAction")[0]["params"]["action"] == "upload_photo"


def test_stepping_aside_outside_of_a_slot_does_no_harm() -> None:
    with aside():
        assert QUICK.longest == 30
