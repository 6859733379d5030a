"""From what a bot sends to what people read: formatting, trimming, counting, links found."""

import re
from typing import Any

from telegram.constants import MessageLimit

from bot.playground import refusals
from bot.playground.html import parse
from bot.playground.refusals import Refused, bad
from bot.playground.shapes import Json, units

Wording = tuple[str, list[Json]]

PATTERNS = {
    "url": re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]»]|\bt\.me/[\w/?=&+-]+"),
    "email": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    "bot_command": re.compile(r"(?<![\w/<>@])/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<![\w@/])@[a-zA-Z]\w{3,31}"),
    "hashtag": re.compile(r"(?<!\w)#(?=\w*[^\W\d])\w+"),
}
SOLID = {"code", "pre", "text_link", "text_mention"}


def text_of(params: Json, too_long: str = refusals.TEXT_TOO_LONG) -> Wording:
    """The text of a message; never empty."""
    text, entities = _worded(params, "text", "entities")
    if not text:
        raise bad(refusals.TEXT_EMPTY)
    return _measured(text, entities, MessageLimit.MAX_TEXT_LENGTH, bad(too_long))


def caption_of(params: Json) -> Wording:
    """The caption under a picture or a document; often empty."""
    text, entities = _worded(params, "caption", "caption_entities")
    limit = MessageLimit.CAPTION_LENGTH
    return _measured(text, entities, limit, bad(refusals.CAPTION_TOO_LONG))


def draft_of(params: Json) -> Wording:
    """The text of a draft; it may be empty."""
    text, entities = _worded(params, "text", "entities")
    limit = MessageLimit.MAX_TEXT_LENGTH
    return _measured(text, entities, limit, bad(refusals.TEXT_TOO_LONG))


def noticed(text: str, entities: list[Json]) -> list[Json]:
    """The entities, and the links, commands and names Telegram notices by itself."""
    taken = [_span(each) for each in entities if each["type"] in SOLID]
    for kind, pattern in PATTERNS.items():
        for found in pattern.finditer(text):
            start, end = units(text[: found.start()]), units(text[: found.end()])
            if not any(start < stop and begin < end for begin, stop in taken):
                taken.append((start, end))
                entities = [*entities, {"type": kind, "offset": start, "length": end - start}]
    return sorted(entities, key=lambda each: (each["offset"], -each["length"]))


def _worded(params: Json, name: str, list_name: str) -> Wording:
    raw = params.get(name) or ""
    mode = (params.get("parse_mode") or "").lower()
    if mode not in ("", "html"):
        raise bad("unsupported parse_mode")
    if mode == "html":
        return _trimmed(*parse(raw))
    return _trimmed(raw, [_checked(each, units(raw)) for each in params.get(list_name) or []])


def _checked(entity: Any, length: int) -> Json:
    if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
        raise bad("can't parse MessageEntity: entity must have type, offset and length")
    if entity["offset"] < 0 or entity["offset"] + entity["length"] > length:
        raise bad(f"entity beginning at UTF-16 offset {entity['offset']} ends after the end")
    return entity


def _measured(text: str, entities: list[Json], limit: int, refusal: Refused) -> Wording:
    if units(text) > limit:
        raise refusal
    return text, noticed(text, entities)[: MessageLimit.MESSAGE_ENTITIES]


def _trimmed(text: str, entities: list[Json]) -> Wording:
    text = text.replace("\r", "").replace("\0", "")
    body = text.strip()
    shift, length = units(text[: len(text) - len(text.lstrip())]), units(body)
    moved = [_cut(each, shift, length) for each in entities]
    return body, [each for each in moved if each["length"] > 0]


def _cut(entity: Json, shift: int, length: int) -> Json:
    start, end = (min(max(edge - shift, 0), length) for edge in _span(entity))
    return {**entity, "offset": start, "length": end - start}


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
