"""Reading: an update of Telegram becomes what was heard, and what is needed to answer it.

Names, usernames, phones and pictures end here. Whatever cannot be read is heard as nothing.
"""

from typing import Any

import structlog
from telegram import CallbackQuery, Chat, ChatMemberUpdated, InlineQuery, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.edges.telegram import counts
from bot.edges.telegram.arrival import Arrival, heard_from, is_person, number_of, query_of
from bot.edges.telegram.cleaning import clean
from bot.edges.telegram.messages import read_message
from bot.heard import Heard, Kind

log = structlog.get_logger()

MOVES: dict[str, Kind] = {ChatMemberStatus.BANNED: "left", ChatMemberStatus.MEMBER: "back"}
UNREAD = {
    "caption_entities",
    "entities",
    "external_reply",
    "link_preview_options",
    "quote",
    "reply_markup",
    "reply_to_message",
}
QUERY_LENGTH = 256
DATA_LENGTH = 64


def read(raw: object, bot: str = "") -> Arrival:
    """Read one update as Telegram wrote it; `bot` is the bot's own name, for commands in groups."""
    try:
        return _read(Update.de_json(_lean(raw), None), raw, bot)
    except Exception as error:  # whatever a strange update does to the library
        counts.STRANGE.inc()
        log.warning("unreadable update", update=number_of(raw), error=type(error).__name__)
        return Arrival(Heard(number_of(raw), "nothing"))


def _lean(raw: Any) -> dict[str, Any]:
    """The update without what costs the most and nobody reads as an object: whole messages that
    were tapped, and some parts of those that were sent."""
    lean = dict(raw)
    if isinstance(tap := lean.get("callback_query"), dict):
        lean["callback_query"] = {**tap, "message": None}
    if isinstance(sent := lean.get("message"), dict):
        lean["message"] = {name: part for name, part in sent.items() if name not in UNREAD}
    return lean


def _read(update: Update, raw: Any, bot: str) -> Arrival:
    number = update.update_id
    if type(number) is not int or not 0 < number < 2**63:
        raise ValueError("an update without its number")
    if update.callback_query:
        return _tap(number, update.callback_query, raw["callback_query"].get("message") or {})
    if update.message:
        return read_message(number, update.message, bot)
    if update.inline_query:
        return _inline(number, update.inline_query)
    if update.my_chat_member:
        return _moved(number, update.my_chat_member)
    return _unknown(number, update)


def _unknown(number: int, update: Update) -> Arrival:
    if update.api_kwargs:
        counts.STRANGE.inc()
    return Arrival(Heard(number, "nothing"))


def _tap(number: int, tap: CallbackQuery, message: dict[str, Any]) -> Arrival:
    chat = Chat.de_json(message["chat"], None) if message else None
    private = chat is None or chat.type == ChatType.PRIVATE
    if tap.data is None or not private or not is_person(tap.from_user):
        return Arrival(Heard(number, "nothing"), query=query_of(tap.id))
    heard = heard_from(number, "tap", tap.from_user, chat, tapped=clean(tap.data, DATA_LENGTH))
    return Arrival(heard, query=query_of(tap.id), message=_editable(message))


def _editable(message: dict[str, Any]) -> int:
    """The tapped message's number, if it can become other words in place."""
    number, there = message.get("message_id"), message.get("date") and message.get("text")
    return number if there and type(number) is int else 0


def _inline(number: int, query: InlineQuery) -> Arrival:
    words = clean(query.query, QUERY_LENGTH)
    return Arrival(
        heard_from(number, "inline", query.from_user, None, words=words), query_of(query.id)
    )


def _moved(number: int, change: ChatMemberUpdated) -> Arrival:
    kind = MOVES.get(change.new_chat_member.status)
    if kind is None or change.chat.type != ChatType.PRIVATE:
        return Arrival(Heard(number, "nothing"))
    return Arrival(heard_from(number, kind, change.from_user, change.chat))
