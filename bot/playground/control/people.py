"""People and rooms, over HTTP: who is there, and everything they can do."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from bot.playground.acts import gathering, sharing, talking, tapping
from bot.playground.control.answers import Wish
from bot.playground.refusals import bad
from bot.playground.shapes import Json
from bot.playground.world import World

Act = Callable[..., Any]

ACTS: dict[str, Act] = {
    "start": talking.start,
    "say": talking.say,
    "edit": talking.edit,
    "delete": talking.delete,
    "block": talking.block,
    "unblock": talking.unblock,
    "press": tapping.press,
    "ask": tapping.ask,
    "choose": tapping.choose,
    "open_app": tapping.open_app,
    "send": sharing.send,
    "forward": sharing.forward,
}


def people(world: World, request: Request, wish: Json) -> Any:
    """Everybody."""
    return [person.shown() for person in world.people.values()]


def invite(world: World, request: Request, wish: Json) -> Any:
    """Bring one more in."""
    return gathering.invite(world, **wish).shown()


def change(world: World, request: Request, wish: Json) -> Any:
    """Change something about one of them."""
    return gathering.change(world, _id(request), **wish).shown()


def act(world: World, request: Request, wish: Json) -> Any:
    """Let one of them do something."""
    name = request.path_params["act"]
    if name not in ACTS:
        raise bad(f"people cannot {name}; they can {', '.join(sorted(ACTS))}")
    return ACTS[name](world, world.person(_id(request)).id, **wish)


def menu(world: World, request: Request, wish: Json) -> Any:
    """What stands around the text field: the commands, the button beside it, the keyboard."""
    person = world.person(_id(request))
    commands = world.profile.menu(person.id, person.language_code)
    button = world.profile.menu_button(person.id)
    keyboard = world.chats.keyboards.get(person.id)
    return {"commands": commands, "button": button, "keyboard": keyboard}


def rooms(world: World, request: Request, wish: Json) -> Any:
    """All groups and channels."""
    return [room.chat() | {"kicked": room.kicked} for room in world.rooms.values()]


def found(world: World, request: Request, wish: Json) -> Any:
    """Make a group or channel."""
    return gathering.found(world, **wish)


def kick(world: World, request: Request, wish: Json) -> Any:
    """Throw the bot out."""
    return gathering.kick(world, _id(request), **wish)


def migrate(world: World, request: Request, wish: Json) -> Any:
    """Turn a group into a supergroup."""
    return gathering.migrate(world, _id(request))


def post(world: World, request: Request, wish: Json) -> Any:
    """Write in a channel."""
    return gathering.post(world, _id(request), **wish)


def _id(request: Request) -> int:
    number: int = int(request.path_params["id"])
    return number


WISHES: dict[tuple[str, str], Wish] = {
    ("GET", "/people"): people,
    ("POST", "/people"): invite,
    ("PATCH", "/people/{id:int}"): change,
    ("GET", "/people/{id:int}/menu"): menu,
    ("POST", "/people/{id:int}/{act}"): act,
    ("GET", "/rooms"): rooms,
    ("POST", "/rooms"): found,
    ("POST", "/rooms/{id}/kick"): kick,
    ("POST", "/rooms/{id}/migrate"): migrate,
    ("POST", "/rooms/{id}/post"): post,
}
