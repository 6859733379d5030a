"""Answering questions: taps, inline queries, what a Mini App sends back."""

import itertools

from telegram.constants import CallbackQueryLimit, InlineQueryLimit

from bot.playground import keyboards, refusals, wording
from bot.playground.api.reading import Call
from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled, units
from bot.playground.world import World

DAY = 86_400
_prepared = itertools.count(1)


def answer_callback_query(world: World, call: Call) -> bool:
    """Answer a tap: quietly, with a toast, or with an alert."""
    text = call.params.get("text", "")
    if units(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad(refusals.ANSWER_TOO_LONG)
    answer = {"text": text, "show_alert": call.params.get("show_alert", False)}
    answer |= filled(url=call.params.get("url"))
    query = world.queries.answer("tap", call.params["callback_query_id"], answer)
    world.live.tell("answer", person=query.person, query_id=query.id, **answer)
    return True


def answer_inline_query(world: World, call: Call) -> bool:
    """Answer an inline query with things to choose from."""
    results = call.params["results"]
    _check_results(results)
    if len(call.params.get("next_offset", "").encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        raise bad("NEXT_OFFSET_INVALID")
    told = {name: v for name, v in call.params.items() if name != "inline_query_id"}
    query = world.queries.answer("inline", call.params["inline_query_id"], told)
    world.live.tell("inline", person=query.person, query_id=query.id, **told)
    return True


def answer_web_app_query(world: World, call: Call) -> Json:
    """Send what a person chose in a Mini App, in their name."""
    result = call.params["result"]
    _check_results([result])
    query = world.queries.answer("app", call.params["web_app_query_id"], {"result": result})
    return {"inline_message_id": place(world, query.person, query.person, result)}


def save_prepared_inline_message(world: World, call: Call) -> Json:
    """Keep a message that a Mini App will offer to share."""
    _check_results([call.params["result"]])
    world.person(call.params["user_id"])
    until = int(world.clock()) + DAY
    return {"id": f"prepared{next(_prepared)}", "expiration_date": until}


def place(world: World, person_id: int, chat_id: int, result: Json) -> str:
    """Put a chosen result into a chat, and say under which name it can be edited."""
    sender = {"from": world.person(person_id).user(), "via_bot": world.profile.user()}
    chat = world.chat(chat_id)
    content = inline_content(result) | _keyboard(result, private=chat_id > 0)
    message = world.chats.post(chat, sender | content)
    name = f"inline{chat_id}x{message['message_id']}"
    world.chats.inline[name] = (chat_id, message["message_id"])
    return name


def inline_content(result: Json) -> Json:
    """What a result says when it is chosen."""
    written = result.get("input_message_content") or {}
    if "rich_message" in written:
        return {"rich_message": {"blocks": [], **written["rich_message"]}}
    words = {"text": written.get("message_text"), "parse_mode": written.get("parse_mode")}
    text, entities = wording.text_of(words | {"entities": written.get("entities")})
    return {"text": text, **filled(entities=entities)}


def _keyboard(result: Json, *, private: bool) -> Json:
    return filled(reply_markup=keyboards.checked(result.get("reply_markup"), private=private))


def _check_results(results: list[Json]) -> None:
    if len(results) > InlineQueryLimit.RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(result)


def _check_result(result: Json) -> None:
    if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
        raise bad("RESULT_ID_INVALID")
    if result.get("type") == "article" and not result.get("title"):
        raise bad("can't parse inline query result: Can't find field \"title\"")
    if result.get("type") == "article":
        inline_content(result)
    _keyboard(result, private=False)
