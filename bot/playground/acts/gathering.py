"""Gathering: groups the bot is brought into, channels it stands in, people who come and go."""

import itertools

from bot.playground.acts.talking import bring, standing, tell
from bot.playground.people import KINDS, Person, Room
from bot.playground.refusals import bad
from bot.playground.shapes import Json
from bot.playground.wording import noticed
from bot.playground.world import World

_numbers = itertools.count(1)


def invite(
    world: World,
    name: str,
    *,
    id: int | None = None,
    language_code: str = "kk",
    kind: str = "pupil",
    **more: object,
) -> Person:
    """Bring one more person in."""
    if kind not in KINDS:
        raise bad(f"there is no kind {kind}; there are {', '.join(KINDS)}")
    number = id or next(each for each in world.person_ids if each not in world.people)
    person = Person(number, name, language_code, kind)
    world.people[number] = person
    return change(world, number, **more)


def change(world: World, person: int, **fields: object) -> Person:
    """Change something about a person: the name, the language of the telephone, the account."""
    whom = world.person(person)
    for name, value in fields.items():
        if name == "id" or not hasattr(whom, name) or callable(getattr(whom, name)):
            raise bad(f'a person has no "{name}" to change')
        setattr(whom, name, value)
    world.live.tell("people")
    return whom


def found(
    world: World, title: str, *, by: int, type: str = "supergroup", username: str = ""
) -> Json:
    """Make a group or a channel with the bot in it."""
    number = -next(_numbers) - (1_000_000_000_000 if type != "group" else 0)
    room = world.rooms[number] = Room(number, title, type, username)
    after = "administrator" if type == "channel" else "member"
    standing(world, room, world.person(by), "left", after)
    if type != "channel":
        bring(world, by, number, None, new_chat_members=[world.profile.user()])
    world.live.tell("people")
    return room.chat()


def kick(world: World, chat: int, *, by: int) -> Json:
    """Throw the bot out of a group."""
    room = _room(world, chat)
    room.kicked = True
    return standing(world, room, world.person(by), "member", "kicked")


def migrate(world: World, chat: int) -> Json:
    """Turn a group into a supergroup with a new number."""
    old = _room(world, chat)
    number = -1_000_000_000_000 - next(_numbers)
    new = world.rooms[number] = Room(number, old.title)
    old.moved_to = number
    for room, fields in (
        (old, {"migrate_to_chat_id": number}),
        (new, {"migrate_from_chat_id": chat}),
    ):
        message = world.chats.post(room, fields)
        tell(world, "message", message, ("chat", room.id))
    return new.chat()


def post(world: World, channel: int, text: str) -> Json:
    """Write in a channel."""
    room = _room(world, channel)
    content = {"sender_chat": room.chat(), "text": text}
    message = world.chats.post(room, content | {"entities": noticed(text, [])})
    tell(world, "channel_post", message, ("chat", channel))
    return message


def inject(world: World, update: Json) -> int:
    """Tell the bot anything at all; the number is ours."""
    kinds = [name for name in update if name != "update_id"]
    if len(kinds) != 1:
        raise bad("an update holds exactly one thing")
    body = update[kinds[0]]
    place = body.get("chat") or body.get("from") or {} if isinstance(body, dict) else {}
    return tell(world, kinds[0], body, ("chat", place.get("id", 0)))


def _room(world: World, chat: int) -> Room:
    if chat not in world.rooms:
        raise bad(f"there is no room {chat}")
    return world.rooms[chat]
