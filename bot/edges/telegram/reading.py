"""Reading: an update of Telegram becomes what was heard, and what is needed to answer it.

Names, usernames, phones and pictures end here. Whatever cannot be read is heard as nothing.
"""

from dataclasses import replace
from typing import Any

import structlog
from telegram import Chat, ChatMemberUpdated, InlineQuery, Update, User
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
WRITTEN = {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link",
           "text_mention", "blockquote", "expandable_blockquote", "custom_emoji"}  # fmt: skip
QUERY_LENGTH = 256
DATA_LENGTH = 64


def read(raw: object, bot: str = "") -> Arrival:
    """Read one update as Telegram wrote it; `bot` is the bot's own name, for commands in groups."""
    try:
        tap = raw.get("callback_query")  # type: ignore[attr-defined]
        if tap:
            return _tap(_numbered(raw), tap)
        return _replying(_read(Update.de_json(_lean(raw), None), bot), raw)
    except Exception as error:  # whatever a strange update does to the library
        counts.STRANGE.inc()
        log.warning("unreadable update", update=number_of(raw), error=type(error).__name__)
        return Arrival(Heard(number_of(raw), "nothing"))


def _numbered(raw: object) -> int:
    if not (number := number_of(raw)):
        raise ValueError("an update without its number")
    return number


def _replying(arrival: Arrival, raw: Any) -> Arrival:
    """The same, with the number of the message it is a reply to; no other part of that is read."""
    sent = raw.get("message")
    before = sent.get("reply_to_message") if isinstance(sent, dict) else None
    number = before.get("message_id") if isinstance(before, dict) else None
    if type(number) is not int or not 0 < number < 2**63:
        return arrival
    return replace(arrival, heard=replace(arrival.heard, answers=number))


def _lean(raw: Any) -> dict[str, Any]:
    """The update without the parts of a message that nobody here reads, and that cost the most."""
    sent = raw.get("message")
    if not isinstance(sent, dict):
        return dict(raw)
    lean = {name: part for name, part in sent.items() if name not in UNREAD}
    if _is_formatted(sent.get("entities")):
        lean["entities"] = sent["entities"]
    return {**raw, "message": lean}


def _is_formatted(entities: Any) -> bool:
    """Whether somebody made words bold, or a link; commands and bare links need no telling."""
    listed = entities if isinstance(entities, list) else []
    return any(str(one.get("type")) in WRITTEN for one in listed if isinstance(one, dict))


def _read(update: Update, bot: str) -> Arrival:
    number = _numbered({"update_id": update.update_id})
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


def _tap(number: int, tap: dict[str, Any]) -> Arrival:
    """A tap: most of what we hear, so only who and where are made the library's objects."""
    person, message = User.de_json(tap["from"], None), tap.get("message") or {}
    chat = Chat.de_json(message["chat"], None) if message else None
    query, data = query_of(tap.get("id")), tap.get("data")
    private = chat is None or chat.type == ChatType.PRIVATE
    if data is None or not private or not is_person(person):
        return Arrival(Heard(number, "nothing"), query=query)
    heard = heard_from(number, "tap", person, chat, tapped=clean(data, DATA_LENGTH))
    return Arrival(heard, query=query, message=_editable(message))


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
