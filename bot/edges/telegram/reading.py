"""Reading: an update of Telegram becomes what was heard, and what is needed to answer it.

Names, usernames, phones and pictures end here. Whatever cannot be read is heard as nothing.
"""

from dataclasses import dataclass
from typing import Any

import structlog
from telegram import CallbackQuery, Chat, ChatMemberUpdated, InlineQuery, Message, Update, User
from telegram.constants import (
    ChatID,
    ChatMemberStatus,
    ChatType,
    MessageAttachmentType,
    MessageType,
)

from bot.edges.telegram import counts
from bot.edges.telegram.cleaning import clean
from bot.heard import Heard, Kind

log = structlog.get_logger()

NO_PERSONS = {ChatID.SERVICE_CHAT, ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL}
GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
MOVES: dict[str, Kind] = {ChatMemberStatus.BANNED: "left", ChatMemberStatus.MEMBER: "back"}
SENT_BY_PEOPLE = {
    MessageType.TEXT,
    MessageType.WEB_APP_DATA,
    MessageType.CHECKLIST,
    MessageType.GIVEAWAY,
    MessageType.EFFECT_ID,
    MessageType.REPLY_TO_STORY,
    *MessageAttachmentType,
}
CHANGES = [str(kind.value) for kind in MessageType if kind not in SENT_BY_PEOPLE]
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


@dataclass(frozen=True)
class Arrival:
    """What was heard; the tap or inline query to answer; and the message to edit in place.

    `message` is 0 where there is none that can be edited: it is gone, or it is a picture.
    """

    heard: Heard
    query: str = ""
    message: int = 0
    album: str = ""


def read(raw: object, bot: str = "") -> Arrival:
    """Read one update as Telegram wrote it; `bot` is the bot's own name, for commands in groups."""
    try:
        return _read(Update.de_json(_lean(raw), None), bot)
    except Exception as error:  # whatever a strange update does to the library
        counts.STRANGE.inc()
        log.warning("unreadable update", update=number_of(raw), error=type(error).__name__)
        return Arrival(Heard(number_of(raw), "nothing"))


def _lean(raw: Any) -> dict[str, Any]:
    """The update without the parts of a message that nobody here reads, and that cost the most."""
    lean = dict(raw)
    if isinstance(tap := lean.get("callback_query"), dict):
        lean["callback_query"] = {**tap, "message": _without_unread(tap.get("message"))}
    lean["message"] = _without_unread(lean.get("message"))
    return lean


def _without_unread(message: Any) -> Any:
    if not isinstance(message, dict):
        return message
    return {name: part for name, part in message.items() if name not in UNREAD}


def number_of(raw: object) -> int:
    """The update's number, 0 where there is none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and 0 < number < 2**63 else 0


def _read(update: Update, bot: str) -> Arrival:
    number = update.update_id
    if type(number) is not int or not 0 < number < 2**63:
        raise ValueError("an update without its number")
    if update.callback_query:
        return _tap(number, update.callback_query)
    if update.message:
        return _message(number, update.message, bot)
    if update.inline_query:
        return _inline(number, update.inline_query)
    if update.my_chat_member:
        return _moved(number, update.my_chat_member)
    return _unknown(number, update)


def _unknown(number: int, update: Update) -> Arrival:
    if update.api_kwargs:
        counts.STRANGE.inc()
    return Arrival(Heard(number, "nothing"))


def _tap(number: int, tap: CallbackQuery) -> Arrival:
    chat = tap.message.chat if tap.message else None
    private = chat is None or chat.type == ChatType.PRIVATE
    if tap.data is None or not private or not _is_person(tap.from_user):
        return Arrival(Heard(number, "nothing"), query=_query(tap.id))
    heard = _heard(number, "tap", tap.from_user, chat, tapped=clean(tap.data, DATA_LENGTH))
    return Arrival(heard, query=_query(tap.id), message=_editable(tap))


def _editable(tap: CallbackQuery) -> int:
    """The tapped message's number, if it can become other words in place."""
    message = tap.message
    there = isinstance(message, Message) and message.text is not None
    return message.message_id if message and there and type(message.message_id) is int else 0


def _message(number: int, message: Message, bot: str) -> Arrival:
    nothing = Arrival(Heard(number, "nothing"))
    person = message.from_user
    if person is None or message.sender_chat or message.via_bot or not _is_person(person):
        return nothing
    if message.chat.type in GROUPS:
        command = _is_command(message.text or "", bot)
        return Arrival(_heard(number, "group", person, message.chat)) if command else nothing
    if message.chat.type != ChatType.PRIVATE:
        return nothing
    return _private(number, message, person)


def _private(number: int, message: Message, person: User) -> Arrival:
    words = clean(message.text) if message.text and not message.forward_origin else ""
    if words.strip():
        return Arrival(_heard(number, "words", person, message.chat, words=words))
    kind: Kind = "nothing" if _tells_of_a_change(message) else "other"
    return Arrival(
        _heard(number, kind, person, message.chat), album=str(message.media_group_id or "")
    )


def _tells_of_a_change(message: Message) -> bool:
    """Whether Telegram itself wrote it: pinned, renamed, joined, and the like."""
    return any(getattr(message, name, None) for name in CHANGES)


def _is_command(text: str, bot: str) -> bool:
    """Whether it is a command, and to nobody else."""
    command, _, whose = text.split(maxsplit=1)[0].partition("@") if text.strip() else ("", "", "")
    return command.startswith("/") and len(command) > 1 and whose.lower() in ("", bot.lower())


def _inline(number: int, query: InlineQuery) -> Arrival:
    words = clean(query.query, QUERY_LENGTH)
    return Arrival(_heard(number, "inline", query.from_user, None, words=words), _query(query.id))


def _moved(number: int, change: ChatMemberUpdated) -> Arrival:
    kind = MOVES.get(change.new_chat_member.status)
    if kind is None or change.chat.type != ChatType.PRIVATE:
        return Arrival(Heard(number, "nothing"))
    return Arrival(_heard(number, kind, change.from_user, change.chat))


def _heard(
    number: int, kind: Kind, person: User, chat: Chat | None, words: str = "", tapped: str = ""
) -> Heard:
    who, where = _number(person.id), _number(chat.id if chat else person.id)
    if who < 0:
        raise ValueError("a group is no person")
    return Heard(number, kind, who, where, _language(person), words, tapped)


def _is_person(user: User) -> bool:
    return not user.is_bot and user.id not in NO_PERSONS


def _number(given: Any) -> int:
    """A person's or a chat's number, which has 52 bits at most."""
    if type(given) is not int or not 0 < abs(given) < 2**52:
        raise ValueError("no number of anybody")
    return given


def _query(given: Any) -> str:
    """The number of a tap or an inline query, which we only hand back."""
    if not isinstance(given, str) or not given.isascii() or not given.isprintable():
        raise ValueError("no query")
    return given


def _language(user: User) -> str:
    code = user.language_code
    plain = isinstance(code, str) and code.isascii() and code.replace("-", "").isalpha()
    return code[:16] if code and plain else ""
