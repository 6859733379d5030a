"""Sending words: messages, drafts, the typing sign, copies."""

from typing import Any

from telegram.constants import BulkRequestLimit, ChatAction

from bot.playground import keyboards, refusals, wording
from bot.playground.api.methods import MISSING
from bot.playground.api.reading import Call
from bot.playground.chats import Chat
from bot.playground.people import Person
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.world import World

UNCOPIED = {"message_id", "date", "chat", "from", "edit_date", "reply_markup", "reply_to_message"}


def send_message(world: World, call: Call) -> Json:
    """Say something in a chat."""
    text, entities = wording.text_of(call.params)
    return post(world, call, text=text, entities=entities)


def send_message_draft(world: World, call: Call) -> bool:
    """Show a message that is still being written."""
    text, entities = wording.draft_of(call.params)
    return show_draft(world, call, text=text, entities=entities)


def send_chat_action(world: World, call: Call) -> bool:
    """Show that the bot is typing, or looking for a picture."""
    if call.params["action"] not in set(ChatAction):
        raise bad(MISSING["action"])
    chat = world.reach(call.params["chat_id"])
    world.live.tell("action", chat_id=chat.id, action=call.params["action"])
    return True


def copy_message(world: World, call: Call) -> Json:
    """Send the same content once more, as the bot's own."""
    source = world.chat(call.params["from_chat_id"])
    original = world.chats.find(source.id, call.params["message_id"])
    if original is None:
        raise bad(refusals.COPY_NOT_FOUND)
    content = {name: value for name, value in original.items() if name not in UNCOPIED}
    sent = post(world, call, **(content | _new_caption(call, content)))
    return {"message_id": sent["message_id"]}


def delete_message(world: World, call: Call) -> bool:
    """Take a message away."""
    chat = world.chat(call.params["chat_id"])
    if world.chats.find(chat.id, call.params["message_id"]) is None:
        raise bad(refusals.DELETE_NOT_FOUND)
    _check_deletable(world, chat, call.params["message_id"])
    world.chats.remove(chat.id, call.params["message_id"])
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Take several messages away; those that are gone already are passed over."""
    chat, ids = world.chat(call.params["chat_id"]), call.params["message_ids"]
    if not 1 <= len(ids) <= BulkRequestLimit.MAX_LIMIT:
        raise bad("there must be between 1 and 100 message identifiers")
    for message_id in [each for each in ids if world.chats.find(chat.id, each)]:
        world.chats.remove(chat.id, message_id)
    return True


def set_message_reaction(world: World, call: Call) -> bool:
    """Put an emoji under a message; a bot has one a message."""
    chat = world.reach(call.params["chat_id"])
    message = world.chats.find(chat.id, call.params["message_id"])
    if message is None:
        raise bad(refusals.REACT_NOT_FOUND)
    reactions = call.params.get("reaction", [])
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    shown = [reaction.get("emoji", "★") for reaction in reactions]
    world.live.tell("reaction", chat_id=chat.id, message_id=message["message_id"], emoji=shown)
    return True


def post(world: World, call: Call, *, messages: int = 1, **content: Any) -> Json:
    """Put what the bot sends into the chat, if the chat takes it now."""
    chat = ready(world, call, messages)
    sent = world.chats.post(chat, {**envelope(world, call, chat), **filled(**content)})
    markup = call.params.get("reply_markup") or {}
    if "keyboard" in markup or "remove_keyboard" in markup:
        world.chats.show_keyboard(chat.id, keyboards.reply(markup))
    return sent


def ready(world: World, call: Call, messages: int = 1) -> Chat:
    """The chat a message goes to, after all the limits were asked."""
    chat = world.chat(call.params["chat_id"])
    keyboards.checked(call.params.get("reply_markup"), private=isinstance(chat, Person))
    world.limits.count(chat.id, world.clock(), messages)
    return world.reach(chat.id)


def envelope(world: World, call: Call, chat: Chat) -> Json:
    """Everything about a message but its content."""
    private = isinstance(chat, Person)
    sender = {"sender_chat": chat.chat()} if chat.chat()["type"] == "channel" else {}
    return (sender or {"from": world.profile.user()}) | filled(
        reply_markup=keyboards.under(call.params.get("reply_markup"), private=private),
        reply_to_message=_replied(world, call, chat),
        has_protected_content=call.params.get("protect_content"),
        effect_id=call.params.get("message_effect_id"),
        link_preview_options=call.params.get("link_preview_options"),
    )


def show_draft(world: World, call: Call, **content: Any) -> bool:
    """Let one person see what is not a message yet."""
    chat = world.reach(call.params["chat_id"])
    if not isinstance(chat, Person) or call.params["draft_id"] == 0:
        raise bad("DRAFT_ID_INVALID" if isinstance(chat, Person) else "PEER_ID_INVALID")
    world.live.tell("draft", chat_id=chat.id, draft_id=call.params["draft_id"], message=content)
    return True


def _replied(world: World, call: Call, chat: Chat) -> Json | None:
    wish = call.params.get("reply_parameters") or {}
    message_id = wish.get("message_id") or call.params.get("reply_to_message_id")
    if message_id is None:
        return None
    found = world.chats.find(chat.id, int(message_id))
    if found is None and not _leniently(call, wish):
        raise bad(refusals.REPLY_NOT_FOUND)
    return found and {name: v for name, v in found.items() if name != "reply_to_message"}


def _leniently(call: Call, wish: Json) -> bool:
    old = call.params.get("allow_sending_without_reply", False)
    return bool(wish.get("allow_sending_without_reply", old))


def _new_caption(call: Call, content: Json) -> Json:
    if "caption" not in call.params or "text" in content:
        return {}
    caption, entities = wording.caption_of(call.params)
    return {"caption": caption, "caption_entities": entities}


def _check_deletable(world: World, chat: Chat, message_id: int) -> None:
    message = world.chats.find(chat.id, message_id) or {}
    if world.clock() - message.get("date", 0) > 48 * 3600:
        raise bad(refusals.CANT_DELETE)
