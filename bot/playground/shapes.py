"""The shapes the Bot API speaks in, and how Telegram measures a text."""

from typing import Any

Json = dict[str, Any]


def units(text: str) -> int:
    """How long Telegram says a text is: UTF-16 units, so that one emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, offset: int, length: int) -> str:
    """The piece of a text that an entity points at."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def filled(**fields: Any) -> Json:
    """The fields that say something; Telegram leaves the others out."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, False)}
