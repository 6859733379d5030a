"""What the bot tells about itself, and learns about itself: name, descriptions, commands, menu."""

from bot.playground.api.reading import Call
from bot.playground.people import Person
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.world import World


def get_me(world: World, call: Call) -> Json:
    """Who the bot is."""
    return world.profile.me()


def set_my_commands(world: World, call: Call) -> bool:
    """Change the menu of commands."""
    commands = [dict(each) for each in call.params["commands"]]
    world.profile.set_commands(call.params.get("scope"), _language(call), commands)
    return _told(world)


def get_my_commands(world: World, call: Call) -> list[Json]:
    """The menu of commands in one scope and language."""
    return world.profile.get_commands(call.params.get("scope"), _language(call))


def delete_my_commands(world: World, call: Call) -> bool:
    """Take a menu of commands away."""
    world.profile.drop_commands(call.params.get("scope"), _language(call))
    return _told(world)


def set_my_name(world: World, call: Call) -> bool:
    """Change the bot's name."""
    return _set(world, call, "name")


def get_my_name(world: World, call: Call) -> Json:
    """The bot's name."""
    return _get(world, call, "name")


def set_my_description(world: World, call: Call) -> bool:
    """Change what people read before they press Start."""
    return _set(world, call, "description")


def get_my_description(world: World, call: Call) -> Json:
    """What people read before they press Start."""
    return _get(world, call, "description")


def set_my_short_description(world: World, call: Call) -> bool:
    """Change what stands on the bot's page."""
    return _set(world, call, "short_description")


def get_my_short_description(world: World, call: Call) -> Json:
    """What stands on the bot's page."""
    return _get(world, call, "short_description")


def set_chat_menu_button(world: World, call: Call) -> bool:
    """Change the button beside the text field, for one person or for all."""
    button = call.params.get("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad("can't parse MenuButton: unsupported type specified")
    world.profile.menu_buttons[call.params.get("chat_id")] = button
    return _told(world)


def get_chat_menu_button(world: World, call: Call) -> Json:
    """The button beside the text field."""
    return world.profile.menu_button(call.params.get("chat_id"))


def get_chat(world: World, call: Call) -> Json:
    """All about a chat."""
    chat = world.chat(call.params["chat_id"])
    more: Json = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    if isinstance(chat, Person):
        return chat.chat() | more | filled(active_usernames=[chat.username or None])
    return chat.chat() | more | {"permissions": {"can_send_messages": True}}


def leave_chat(world: World, call: Call) -> bool:
    """Leave a group or a channel."""
    chat = world.reach(call.params["chat_id"])
    if isinstance(chat, Person):
        raise bad("chat member status can't be changed in private chats")
    chat.kicked = True
    return True


GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), True
) | {"gifts_from_channels": True}


def _set(world: World, call: Call, name: str) -> bool:
    world.profile.set_text(name, _language(call), call.params.get(name, ""))
    return _told(world)


def _get(world: World, call: Call, name: str) -> Json:
    return {name: world.profile.text(name, _language(call))}


def _told(world: World) -> bool:
    world.live.tell("profile")
    return True


def _language(call: Call) -> str:
    return str(call.params.get("language_code", ""))
