"""Tapping: buttons under messages, inline queries, results chosen, Mini Apps opened."""

import hashlib
import hmac
import json
from urllib.parse import urlencode

from bot.playground.acts.talking import tell
from bot.playground.api.answering import place
from bot.playground.keyboards import buttons
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled
from bot.playground.world import World


def press(
    world: World,
    person: int,
    message_id: int,
    data: str | None = None,
    *,
    row: int = 0,
    column: int = 0,
    label: str | None = None,
    chat: int | None = None,
    inaccessible: bool = False,
) -> Json:
    """Tap a button: by its place, its label, or with any data, as old messages would."""
    message = _message(world, chat or person, message_id, inaccessible)
    tapped = data if data is not None else _button(message, row, column, label)["callback_data"]
    query = world.queries.ask("tap", person, data=tapped, message_id=message_id)
    body = _tap(world, person, message, tapped, query.id)
    update_id = tell(world, "callback_query", body, ("tap", person))
    return {"update_id": update_id, "query_id": query.id, "data": tapped}


def ask(world: World, person: int, query: str, *, offset: str = "", chat_type: str = "") -> Json:
    """Type `@bot query` in some chat."""
    asked = world.queries.ask("inline", person, query=query)
    told = {"id": asked.id, "from": world.person(person).user(), "query": query[:256]}
    body = {**told, "offset": offset, "chat_type": chat_type or "sender"}
    return {
        "update_id": tell(world, "inline_query", body, ("inline", person)),
        "query_id": asked.id,
    }


def choose(
    world: World, person: int, query_id: str, result_id: str, *, chat: int | None = None
) -> Json:
    """Pick one of the results an inline query brought, and so post it."""
    query = world.queries.find(query_id)
    results = (query.answer or {}).get("results", []) if query else []
    result = next((each for each in results if str(each["id"]) == result_id), None)
    if query is None or result is None:
        raise bad("there is no such result")
    name = place(world, person, chat or person, result)
    chosen = {"result_id": result_id, "from": world.person(person).user()}
    body = chosen | {"query": query.asked["query"], "inline_message_id": name}
    tell(world, "chosen_inline_result", body, ("chosen", person))
    _hear_via(world, name)
    return body


def open_app(world: World, person: int, *, token: str = "", start_param: str = "") -> Json:
    """Open a Mini App, with what Telegram would sign for it."""
    query = world.queries.ask("app", person)
    user = json.dumps(world.person(person).user(), separators=(",", ":"), ensure_ascii=False)
    said = {"query_id": query.id, "user": user, "auth_date": str(int(world.clock()))}
    said |= filled(start_param=start_param)
    return {"query_id": query.id, "init_data": urlencode(said | {"hash": signed(said, token)})}


def signed(said: dict[str, str], token: str) -> str:
    """The signature under a Mini App's data (core.telegram.org/bots/webapps)."""
    lines = "\n".join(f"{name}={said[name]}" for name in sorted(said))
    secret = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    return hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()


def _message(world: World, chat_id: int, message_id: int, inaccessible: bool) -> Json:
    message = world.chats.find(chat_id, message_id)
    if inaccessible:
        return {"chat": world.chat(chat_id).chat(), "message_id": message_id, "date": 0}
    if message is None:
        raise bad("there is no such message")
    return message


def _button(message: Json, row: int, column: int, label: str | None) -> Json:
    rows = buttons(message.get("reply_markup"))
    found = [each for line in rows for each in line if label in (each["text"], None)]
    button = found[0] if label and found else _at(rows, row, column) if label is None else {}
    if "callback_data" not in button:
        raise bad(f"there is no such button; there are {[b['text'] for r in rows for b in r]}")
    return button


def _at(rows: list[list[Json]], row: int, column: int) -> Json:
    there = row < len(rows) and column < len(rows[row])
    return rows[row][column] if there else {}


def _tap(world: World, person: int, message: Json, data: str, query_id: str) -> Json:
    sender = {"id": query_id, "from": world.person(person).user(), "data": data}
    instance = {"chat_instance": str(message["chat"]["id"] * 7919)}
    names = [name for name, place in world.chats.inline.items() if place == _place(message)]
    where = {"inline_message_id": names[0]} if names else {"message": message}
    return sender | instance | where


def _place(message: Json) -> tuple[int, int]:
    return message["chat"]["id"], message["message_id"]


def _hear_via(world: World, name: str) -> None:
    """What is posted through the bot in its own chat, the bot hears too."""
    chat_id, message_id = world.chats.inline[name]
    message = world.chats.find(chat_id, message_id)
    if message is not None:
        tell(world, "message", message, ("chat", chat_id))
