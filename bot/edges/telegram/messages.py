"""Messages: which of them hold words or a place for us, which something else, which nothing."""

from collections.abc import Iterator
from dataclasses import replace

from telegram import Document, Message, PhotoSize, User
from telegram.constants import ChatType, MessageAttachmentType, MessageType

from bot.edges.telegram.arrival import Arrival, heard_from, is_person, spot_of
from bot.edges.telegram.cleaning import clean
from bot.heard import Heard, Kind
from bot.ui.message import UNKNOWN, Attached

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
SENT_BY_PEOPLE = {
    MessageType.TEXT,
    MessageType.WEB_APP_DATA,
    MessageType.CHECKLIST,
    MessageType.GIVEAWAY,
    MessageType.EFFECT_ID,
    MessageType.REPLY_TO_STORY,
    *MessageAttachmentType,
}
LONGEST_HTML = 4 * 4096  # letters: tags are not counted by Telegram, and take room here
VOICES = ("voice", "audio", "video_note")
PICTURES = ("photo", "video", "animation", "document")
CHANGES = [str(kind.value) for kind in MessageType if kind not in SENT_BY_PEOPLE]


def read_message(number: int, message: Message, bot: str) -> Arrival:
    """Words, a place, something else, a command in a group; or nothing."""
    nothing = Arrival(Heard(number, "nothing"))
    person = message.from_user
    if person is None or message.sender_chat or message.via_bot or not is_person(person):
        return nothing
    if message.chat.type in GROUPS:
        command = _is_command(message.text or "", bot)
        return Arrival(heard_from(number, "group", person, message.chat)) if command else nothing
    if message.chat.type != ChatType.PRIVATE:
        return nothing
    return _private(number, message, person)


def _private(number: int, message: Message, person: User) -> Arrival:
    words = "" if message.forward_origin else clean(message.text or message.caption or "")
    if message.text and words.strip():
        html = clean(message.text_html, LONGEST_HTML) if message.entities else ""
        return Arrival(heard_from(number, "words", person, message.chat, words=words, html=html))
    if message.location and not message.forward_origin:
        spot = spot_of(message.location)
        return Arrival(heard_from(number, "place", person, message.chat, spot=spot))
    kind: Kind = "nothing" if _tells_of_a_change(message) else "other"
    attached = tuple(_attached(message))
    sent = heard_from(number, kind, person, message.chat, words=words, attached=attached)
    return Arrival(replace(sent, sort=_sort(message)), album=str(message.media_group_id or ""))


def _sort(message: Message) -> str:
    """What was sent that holds no words for us; nothing where it is of no sort people ask about."""
    if message.forward_origin:
        return "forward"
    sorts = {"contact": ("contact",), "voice": VOICES, "photo": PICTURES}
    found = (sort for sort, parts in sorts.items() if any(getattr(message, one) for one in parts))
    return next(found, "")


def _attached(message: Message) -> Iterator[Attached]:
    """The photo or the document a message brings, by Telegram's own name for it."""
    if message.photo:
        largest = message.photo[-1]
        yield Attached("photo", largest.file_id, _size(largest))
    elif message.document:
        yield Attached("document", message.document.file_id, _size(message.document))


def _size(file: PhotoSize | Document) -> int:
    return UNKNOWN if file.file_size is None else file.file_size


def _tells_of_a_change(message: Message) -> bool:
    """Whether Telegram itself wrote it: pinned, renamed, joined, and the like."""
    return any(getattr(message, name, None) for name in CHANGES)


def _is_command(text: str, bot: str) -> bool:
    """Whether it is a command, and to nobody else."""
    command, _, whose = text.split(maxsplit=1)[0].partition("@") if text.strip() else ("", "", "")
    return command.startswith("/") and len(command) > 1 and whose.lower() in ("", bot.lower())
