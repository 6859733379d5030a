"""Messages: what is finally said, ready for any edge to carry, and small enough to keep."""

from dataclasses import dataclass
from typing import Any, Literal

import orjson

UNKNOWN = -1  # bytes: Telegram did not say
SILENCE = b""  # how "nothing was answered" is kept


@dataclass(frozen=True)
class Key:
    """A button as people see it: a label, and what it carries, opens, sends on or copies.

    `inline` are words to ask the bot for in another chat, `copy` words for the clipboard.
    """

    label: str
    data: str = ""
    url: str = ""
    inline: str | None = None
    copy: str = ""


@dataclass(frozen=True)
class Attached:
    """A photo or a document, by Telegram's own name for it; `size` in bytes."""

    kind: Literal["photo", "document"]
    file: str
    size: int = UNKNOWN


@dataclass(frozen=True)
class Message:
    """Text in Telegram's HTML with rows of keys below it.

    `fresh` asks for a message of its own where navigation would edit in place; `toast` is a line
    shown over the chat when a button was tapped; `picture` names what the edge draws after the
    commit, with `caption` of its own being this text. `attached` is sent with it by reference;
    `before` are messages said first, in the same answer, and `otherwise` is said instead where one
    of them is refused; a `secret` one is kept sealed.
    """

    text: str
    rows: tuple[tuple[Key, ...], ...] = ()
    toast: str = ""
    fresh: bool = False
    picture: str = ""
    attached: tuple[Attached, ...] = ()
    before: tuple["Message", ...] = ()
    otherwise: "Message | None" = None
    secret: bool = False

    def kept(self) -> bytes:
        """The message as bytes, to be stored beside the update it answers."""
        return orjson.dumps(self)

    @classmethod
    def found(cls, kept: bytes) -> "Message | None":
        """The message that was stored; None where it was silence."""
        if kept == SILENCE:
            return None
        return cls._filled(orjson.loads(kept))

    @classmethod
    def _filled(cls, fields: dict[str, Any]) -> "Message":
        rows = tuple(tuple(Key(**key) for key in row) for row in fields.pop("rows"))
        attached = tuple(Attached(**each) for each in fields.pop("attached", ()))
        before = tuple(cls._filled(each) for each in fields.pop("before", ()))
        instead = fields.pop("otherwise", None)
        otherwise = cls._filled(instead) if instead else None
        return cls(rows=rows, attached=attached, before=before, otherwise=otherwise, **fields)
