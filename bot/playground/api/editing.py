"""Editing in place: the words, the picture, the keyboard of a message that is already there."""

from typing import Any

from bot.playground import keyboards, refusals, wording
from bot.playground.api import media, rich
from bot.playground.api.reading import Call
from bot.playground.people import Person
from bot.playground.refusals import bad
from bot.playground.shapes import Json
from bot.playground.world import World

MEDIA = ("photo", "document", "video", "animation", "audio", "voice")
COMPARED = ("text", "entities", "caption", "caption_entities", "reply_markup", "rich_message",
            *MEDIA)  # fmt: skip


def edit_message_text(world: World, call: Call) -> Json | bool:
    """Change the words of a message."""
    if "rich_message" in call.params:
        fresh = {"text": None, "entities": None, "rich_message": rich.checked(call.params)}
        return _edit(world, call, "text", **fresh)
    text, entities = wording.text_of(call.params, refusals.EDIT_TOO_LONG)
    return _edit(world, call, "text", text=text, entities=entities or None, rich_message=None)


def edit_message_caption(world: World, call: Call) -> Json | bool:
    """Change the words under a picture or a document."""
    caption, entities = wording.caption_of(call.params)
    return _edit(world, call, "caption", caption=caption or None, caption_entities=entities or None)


def edit_message_media(world: World, call: Call) -> Json | bool:
    """Change the picture or document itself, and the words under it."""
    content = media.content(world, call, call.params["media"])
    fresh = dict.fromkeys(("text", "entities", "caption", "caption_entities", *MEDIA))
    return _edit(world, call, "media", **(fresh | content))


def edit_message_reply_markup(world: World, call: Call) -> Json | bool:
    """Change the keyboard only."""
    return _edit(world, call, "keyboard")


def _edit(world: World, call: Call, what: str, **fresh: Any) -> Json | bool:
    message = _target(world, call)
    chat_id = message["chat"]["id"]
    world.reach(chat_id)
    _check_has(message, what)
    fresh["reply_markup"] = _keyboard(world, call, chat_id)
    _check_differs(message, fresh)
    changed = world.chats.change(chat_id, message["message_id"], **fresh)
    return True if "inline_message_id" in call.params else changed


def _target(world: World, call: Call) -> Json:
    if "inline_message_id" in call.params:
        place = world.chats.inline.get(call.params["inline_message_id"])
        found = place and world.chats.find(*place)
        return found or _missing("MESSAGE_ID_INVALID")
    if "chat_id" not in call.params:
        return _missing("chat_id is empty")
    if "message_id" not in call.params:
        return _missing("message identifier is not specified")
    chat = world.chat(call.params["chat_id"])
    return world.own_message(chat, call.params["message_id"], refusals.EDIT_NOT_FOUND)


def _missing(text: str) -> Json:
    raise bad(text)


def _check_has(message: Json, what: str) -> None:
    if what == "text" and not {"text", "rich_message"} & message.keys():
        raise bad("there is no text in the message to edit")
    if what == "caption" and not set(MEDIA) & message.keys():
        raise bad("there is no caption in the message to edit")


def _keyboard(world: World, call: Call, chat_id: int) -> Json | None:
    private = isinstance(world.chat(chat_id), Person)
    return keyboards.inline(call.params.get("reply_markup"), private=private)


def _check_differs(message: Json, fresh: Json) -> None:
    after = {**message, **fresh}
    if all(message.get(name) == after.get(name) for name in COMPARED):
        raise bad(refusals.NOT_MODIFIED)
