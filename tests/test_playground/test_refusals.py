"""What Telegram refuses, and the words it says."""

from typing import Any

import aiohttp
import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.playground import Playground

from .conftest import AIYM, MARAT, TOKEN, Ask

ROW = {"text": "x", "callback_data": "x"}


def button(**fields: Any) -> dict[str, Any]:
    """A keyboard of one button."""
    return {"inline_keyboard": [[{"text": "x", **fields}]]}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": AIYM}, "message text is empty"),
    ("sendMessage", {"chat_id": AIYM, "text": " "}, "message text is empty"),
    ("sendMessage", {"chat_id": AIYM, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 999, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": AIYM, "text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
    ("sendMessage", {"chat_id": AIYM, "text": "x", "txet": "y"}, 'unknown parameter "txet"'),
    (
        "sendMessage",
        {"chat_id": AIYM, "text": "x", "reply_markup": "{"},
        "can't parse reply markup JSON object",
    ),
    (
        "sendMessage",
        {"chat_id": AIYM, "text": "x", "reply_markup": {}},
        "object expected as reply markup",
    ),
    (
        "sendMessage",
        {"chat_id": AIYM, "text": "x", "reply_to_message_id": 987654},
        "message to be replied not found",
    ),
    ("editMessageText", {"chat_id": AIYM, "text": "x"}, "message identifier is not specified"),
    (
        "editMessageText",
        {"chat_id": AIYM, "message_id": 987654, "text": "x"},
        "message to edit not found",
    ),
    ("deleteMessage", {"chat_id": AIYM, "message_id": 987654}, "message to delete not found"),
    ("sendPhoto", {"chat_id": AIYM}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": AIYM, "photo": "nope"}, "wrong file identifier/HTTP URL specified"),
    ("sendChatAction", {"chat_id": AIYM, "action": "sleeping"}, "wrong parameter action"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout"),
    ("setWebhook", {"url": "guide.example"}, "bad webhook"),
    ("setWebhook", {"url": "https://a.kz", "secret_token": "ә"}, "secret token contains unallowed"),
    (
        "setMyCommands",
        {"commands": [{"command": "Bad!", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyShortDescription",
        {"short_description": "x" * 121},
        "bot short description is too long",
    ),
    ("sendMediaGroup", {"chat_id": AIYM, "media": []}, "media group must contain 2-10"),
    (
        "sendMessageDraft",
        {"chat_id": AIYM, "draft_id": 0, "text": "x"},
        "DRAFT_ID_INVALID",
    ),
]

BUTTONS: list[tuple[dict[str, Any], str]] = [
    (button(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
    (button(callback_data="ә" * 33), "BUTTON_DATA_INVALID"),
    (button(callback_data=""), "BUTTON_DATA_INVALID"),
    (button(), "Text buttons are unallowed"),
    (button(url="x", callback_data="x"), "Text buttons are unallowed"),
    (button(url="not a link"), "Wrong HTTP URL"),
    (button(web_app={"url": "http://a.kz"}), "Only HTTPS links are allowed"),
    (button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    (button(callback_data="x", style="pink"), "invalid button style"),
    ({"inline_keyboard": [[ROW] * 9]}, "reply markup is too long"),
    ({"inline_keyboard": [[ROW]] * 101}, "reply markup is too long"),
]


@pytest.mark.parametrize(("method", "params", "words"), REFUSED)
async def test_wrong_calls_are_refused(
    ask: Ask, method: str, params: dict[str, Any], words: str
) -> None:
    told = await ask(method, **params)
    assert (told["ok"], told["error_code"]) == (False, 400)
    assert told["description"].startswith(f"Bad Request: {words}")


@pytest.mark.parametrize(("markup", "words"), BUTTONS)
async def test_wrong_buttons_are_refused(ask: Ask, markup: dict[str, Any], words: str) -> None:
    told = await ask("sendMessage", chat_id=AIYM, text="x", reply_markup=markup)
    assert told["error_code"] == 400
    assert words in told["description"]


async def test_a_hundred_buttons_eight_a_row_and_64_bytes_pass(ask: Ask) -> None:
    row = [{"text": "x", "callback_data": "ә" * 32}] * 8
    markup = {"inline_keyboard": [*[row] * 12, row[:4], []]}
    sent = await ask("sendMessage", chat_id=AIYM, text="x", reply_markup=markup)
    assert len(sent["result"]["reply_markup"]["inline_keyboard"]) == 13


async def test_an_edit_that_changes_nothing_is_refused(ask: Ask) -> None:
    sent = await ask("sendMessage", chat_id=AIYM, text="same")
    wish = {"chat_id": AIYM, "message_id": sent["result"]["message_id"]}
    told = await ask("editMessageText", **wish, text="same")
    assert told["description"] == (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )


async def test_what_people_wrote_cannot_be_edited(bot: Any, playground: Playground) -> None:
    said = playground.say(AIYM, "mine")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("yours", AIYM, said["message_id"])


async def test_an_edit_that_is_too_long_says_so_in_its_own_words(bot: Any) -> None:
    sent = await bot.send_message(AIYM, "short")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await sent.edit_text("x" * 4097)


async def test_a_caption_is_at_most_1024_long(bot: Any) -> None:
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(AIYM, b"x", caption="x" * 1025)


async def test_what_is_no_picture_is_refused(bot: Any) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(AIYM, b"not a picture")


async def test_people_who_are_closed_to_the_bot(bot: Any, playground: Playground) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(MARAT, "x")
    playground.block(AIYM)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(AIYM, "x")
    playground.change(AIYM, blocked=False, deactivated=True)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(AIYM, "x")


async def test_a_tap_is_too_old_after_a_while(bot: Any, playground: Playground) -> None:
    playground.knobs.turn(answer_within=0)
    sent = await bot.send_message(AIYM, "x", reply_markup=None)
    tap = playground.press(AIYM, sent.id, "old-button")
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(tap["query_id"])


async def test_unknown_methods_and_tokens(address: str, playground: Playground) -> None:
    playground.revoked.add("7:revoked")
    async with aiohttp.ClientSession() as client:
        for path, code in ((f"{TOKEN}/sendWish", 404), ("x/getMe", 404), ("7:revoked/getMe", 401)):
            async with client.get(f"{address}/bot{path}") as response:
                told = await response.json()
            assert (response.status, told["error_code"], told["ok"]) == (code, code, False)


async def test_a_revoked_token_stops_the_bot(bot: Any, playground: Playground) -> None:
    playground.revoked.add(TOKEN)
    with pytest.raises(InvalidToken):
        await bot.get_me()


async def test_all_four_ways_of_calling(address: str) -> None:
    url, wish = f"{address}/bot{TOKEN}/sendMessage", {"chat_id": str(AIYM), "text": "x"}
    form = aiohttp.FormData({**wish, "reply_markup": '{"inline_keyboard": []}'})
    form.add_field("entities", "[]", content_type="text/plain")
    async with aiohttp.ClientSession() as client:
        ways: Any = ({"params": wish}, {"json": wish}, {"data": wish}, {"data": form})
        for way in ways:
            async with client.post(url, **way) as response:
                assert (await response.json())["result"]["text"] == "x"
