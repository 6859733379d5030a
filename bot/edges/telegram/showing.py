"""Showing: the parameters of the calls that show a message; nothing here calls anybody."""

from typing import Any

from telegram.constants import CallbackQueryLimit, InlineQueryResultType, ParseMode

from bot.edges.telegram.arrival import Arrival
from bot.edges.telegram.splitting import LONGEST_CAPTION, split, units
from bot.ui.message import Attached, Key, Message
from bot.ui.offer import Offer, Offered

Parameters = dict[str, Any]
NO_PREVIEW = {"is_disabled": True}
TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)


def pieces(chat: int, message: Message) -> list[Parameters]:
    """The message in as many pieces as Telegram needs, its keys below the last."""
    shown = [_words(chat, text) for text in split(message.text)]
    shown[-1].update(_keys(message))
    return shown


def calls(chat: int, message: Message) -> list[tuple[str, Parameters]]:
    """The calls that say a message of its own: what is attached to it, then its words.

    One photo or document carries the words below it where they fit; an album carries no keys, so
    its words follow.
    """
    words = [("sendMessage", piece) for piece in pieces(chat, message)]
    if not message.attached:
        return words
    if len(message.attached) > 1:
        return [("sendMediaGroup", _album(chat, message.attached)), *words]
    (one,) = message.attached
    below, more = caption(chat, message)
    told = [("sendMessage", piece) for piece in more]
    return [(f"send{one.kind.title()}", {**below, one.kind: one.file}), *told]


def _album(chat: int, attached: tuple[Attached, ...]) -> Parameters:
    return {
        "chat_id": chat,
        "media": [{"type": one.kind, "media": one.file} for one in attached],
    }


def caption(chat: int, message: Message) -> tuple[Parameters, list[Parameters]]:
    """What goes below a picture, and what must follow it because it is too long for that."""
    if units(message.text) > LONGEST_CAPTION:
        return {"chat_id": chat}, pieces(chat, message)
    below = {"chat_id": chat, "caption": message.text, "parse_mode": ParseMode.HTML}
    return below | _keys(message), []


def answer(arrival: Arrival, said: str | Offer) -> tuple[str, Parameters]:
    """The call that answers a tap with a toast, or an inline query with what we offer."""
    if arrival.heard.kind == "inline":
        offered = _offered(said) if isinstance(said, Offer) else {"results": [], "cache_time": 0}
        return "answerInlineQuery", {"inline_query_id": arrival.query, **offered}
    text = {"text": said[:TOAST]} if isinstance(said, str) and said else {}
    return "answerCallbackQuery", {"callback_query_id": arrival.query, **text}


def _offered(offer: Offer) -> Parameters:
    """What may be chosen, the same for everybody, with a way into the bot above it."""
    return {
        "results": [_result(each) for each in offer.choices],
        "cache_time": offer.seconds,
        "is_personal": False,
        "button": {"text": offer.door, "start_parameter": "home"},
    }


def _result(offered: Offered) -> Parameters:
    written = {"message_text": offered.message.text, "parse_mode": ParseMode.HTML}
    return {
        "type": InlineQueryResultType.ARTICLE,
        "id": offered.path,
        "title": offered.title,
        "description": offered.line,
        "input_message_content": {**written, "link_preview_options": NO_PREVIEW},
        **_keys(offered.message),
    }


def _words(chat: int, text: str) -> Parameters:
    words = {"chat_id": chat, "text": text, "parse_mode": ParseMode.HTML}
    return {**words, "link_preview_options": NO_PREVIEW}


def _keys(message: Message) -> Parameters:
    rows = [[_key(key) for key in row] for row in message.rows]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _key(key: Key) -> Parameters:
    if key.url:
        return {"text": key.label, "url": key.url}
    if key.copy:
        return {"text": key.label, "copy_text": {"text": key.copy}}
    if key.inline is not None:
        return {"text": key.label, "switch_inline_query": key.inline}
    return {"text": key.label, "callback_data": key.data}
