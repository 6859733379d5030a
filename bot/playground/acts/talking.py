"""Talking: people write, start the bot, edit and take back what they wrote."""

from bot.playground.chats import Chat
from bot.playground.people import Person
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.wording import noticed
from bot.playground.world import World


def say(
    world: World,
    person: int,
    text: str,
    *,
    chat: int | None = None,
    reply_to: int | None = None,
    entities: list[Json] | None = None,
) -> Json:
    """Write a message; commands and links in it are noticed as Telegram notices them."""
    found = noticed(text, entities or [])
    return bring(world, person, chat, reply_to, text=text, **filled(entities=found))


def start(world: World, person: int, payload: str = "") -> Json:
    """Press Start, perhaps on a link with a payload; a blocked bot is unblocked by it."""
    if world.person(person).blocked:
        set_blocked(world, person, blocked=False)
    return say(world, person, f"/start {payload}".strip())


def edit(world: World, person: int, message_id: int, text: str, *, chat: int | None = None) -> Json:
    """Change what was written."""
    place = chat or person
    _own(world, place, message_id, person)
    message = world.chats.change(place, message_id, text=text, entities=noticed(text, []) or None)
    tell(world, "edited_message", message, ("chat", place))
    return message


def delete(world: World, person: int, message_id: int, *, chat: int | None = None) -> Json:
    """Take any message of the chat away; the bot is not told."""
    place = chat or person
    if world.chats.find(place, message_id) is None:
        raise bad("there is no such message")
    world.chats.remove(place, message_id)
    return {"message_id": message_id}


def block(world: World, person: int) -> Json:
    """Close the private chat to the bot."""
    return set_blocked(world, person, blocked=True)


def unblock(world: World, person: int) -> Json:
    """Open the private chat again."""
    return set_blocked(world, person, blocked=False)


def set_blocked(world: World, person: int, *, blocked: bool) -> Json:
    """Close or open the private chat, and tell the bot."""
    whom = world.person(person)
    whom.blocked = blocked
    world.live.tell("people")
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    return standing(world, whom, whom, before, after)


def standing(world: World, chat: Chat, by: Person, before: str, after: str) -> Json:
    """Tell the bot that its place in a chat changed."""
    change = {"chat": chat.chat(), "from": by.user(), "date": int(world.clock())}
    change["old_chat_member"] = _member(world, before)
    change["new_chat_member"] = _member(world, after)
    tell(world, "my_chat_member", change, ("member", chat.id))
    return change


def bring(
    world: World, person: int, chat: int | None, reply_to: int | None, **content: object
) -> Json:
    """Put what a person sends into the chat, and tell the bot."""
    whom = world.person(person)
    place = world.chat(chat or person)
    if isinstance(place, Person):
        whom.started = True
    replied = world.chats.find(place.id, reply_to) if reply_to else None
    sender = {"from": whom.user()} | filled(reply_to_message=replied)
    message = world.chats.post(place, {**sender, **content})
    if hears(world, message):
        tell(world, "message", message, ("chat", place.id))
    return message


def tell(world: World, kind: str, body: Json, queue: tuple[str, int]) -> int:
    """Queue an update for the bot; zero if it did not ask for such."""
    update = world.updates.add(kind, body, queue)
    return update.id if update else 0


def hears(world: World, message: Json) -> bool:
    """Whether a message reaches the bot: in groups, privacy mode keeps most from it."""
    if message["chat"]["type"] == "private" or not world.knobs.privacy:
        return True
    if world.is_own(message.get("reply_to_message", message)):
        return True
    text, name = message.get("text", ""), world.profile.username
    command, _, addressed = text.split(" ")[0].partition("@")
    return (command.startswith("/") and addressed in ("", name)) or "new_chat_members" in message


def _own(world: World, place: int, message_id: int, person: int) -> None:
    message = world.chats.find(place, message_id)
    if message is None or message.get("from", {}).get("id") != person:
        raise bad("there is no such message of theirs")


def _member(world: World, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": world.profile.user(), "status": status, **until}
