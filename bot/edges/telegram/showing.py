"""Showing: the parameters of the calls that show a message; nothing here calls anybody."""

from typing import Any

from telegram.constants import CallbackQueryLimit, ParseMode

from bot.edges.telegram.arrival import Arrival
from bot.edges.telegram.splitting import LONGEST_CAPTION, split, units
from bot.ui.message import Key, Message

Parameters = dict[str, Any]
NO_PREVIEW = {"is_disabled": True}
TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)


def pieces(chat: int, message: Message) -> list[Parameters]:
    """The message in as many pieces as Telegram needs, its keys below the last."""
    shown = [_words(chat, text) for text in split(message.text)]
    shown[-1].update(_keys(message))
    return shown


def caption(chat: int, message: Message) -> tuple[Parameters, list[Parameters]]:
    """What goes below a picture, and what must follow it because it is too long for that."""
    if units(message.text) > LONGEST_CAPTION:
        return {"chat_id": chat}, pieces(chat, message)
    below = {"chat_id": chat, "caption": message.text, "parse_mode": ParseMode.HTML}
    return below | _keys(message), []


def answer(arrival: Arrival, toast: str) -> tuple[str, Parameters]:
    """The call that answers a tap, or an inline query, to which we have nothing to say yet."""
    if arrival.heard.kind == "inline":
        return "answerInlineQuery", {
            "inline_query_id": arrival.query,
            "results": [],
            "cache_time": 0,
        }
    text = {"text": toast[:TOAST]} if toast else {}
    return "answerCallbackQuery", {"callback_query_id": arrival.query, **text}


def _words(chat: int, text: str) -> Parameters:
    words = {"chat_id": chat, "text": text, "parse_mode": ParseMode.HTML}
    return {**words, "link_preview_options": NO_PREVIEW}


def _keys(message: Message) -> Parameters:
    rows = [[_key(key) for key in row] for row in message.rows]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _key(key: Key) -> dict[str, str]:
    if key.url:
        return {"text": key.label, "url": key.url}
    if key.inline is not None:
        return {"text": key.label, "switch_inline_query": key.inline}
    return {"text": key.label, "callback_data": key.data}
