"""The slot: one call to Telegram may ride in the answer to its webhook.

The last eligible call of a turn is held until the answer is written; an earlier one goes out before
it. Telegram tells nothing of what became of a held call, so only calls whose result nobody needs
are held, and whoever needs it steps `aside`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import orjson

HELD = frozenset(
    {
        "sendMessage",
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
        "answerCallbackQuery",
        "answerInlineQuery",
        "deleteMessage",
    }
)
ANSWERED_TRUE = frozenset({"answerCallbackQuery", "answerInlineQuery", "deleteMessage"})


@dataclass(frozen=True)
class Call:
    """One call that could be held: its address, its parameters, and these in JSON."""

    url: str
    parameters: dict[str, Any]
    body: bytes

    @property
    def method(self) -> str:
        """The method's name, the last part of its address."""
        return self.url.rpartition("/")[2]

    def as_answer(self) -> bytes:
        """The call as the body of an answer to the webhook."""
        more = b"," if self.parameters else b""
        return b'{"method":"%b"%b%b' % (self.method.encode(), more, self.body[1:])

    def made_up_result(self) -> bytes:
        """What the caller is told now: done, with a message that has no number."""
        if self.method in ANSWERED_TRUE:
            return b'{"ok":true,"result":true}'
        chat = {"id": self.parameters.get("chat_id", 0), "type": "private"}
        return orjson.dumps({"ok": True, "result": {"message_id": 0, "date": 0, "chat": chat}})


class Slot:
    """Room for one call in one answer, until it is closed."""

    def __init__(self) -> None:
        self.open = True
        self._held: Call | None = None

    def hold(self, call: Call) -> None:
        """Keep the call for the answer."""
        self._held = call

    def let_out(self) -> Call | None:
        """The call held so far, which must now go out before another."""
        call, self._held = self._held, None
        return call

    def close(self) -> Call | None:
        """Nothing is held from now on; gives what goes into the answer."""
        self.open = False
        return self.let_out()


_current: ContextVar[Slot | None] = ContextVar("slot", default=None)


def current() -> Slot | None:
    """The slot of the answer being written, while it is open."""
    slot = _current.get()
    return slot if slot and slot.open else None


@contextmanager
def opened() -> Iterator[Slot]:
    """A slot for whatever is called in this block, and in tasks begun in it."""
    slot = Slot()
    token = _current.set(slot)
    try:
        yield slot
    finally:
        slot.close()
        _current.reset(token)


@contextmanager
def aside() -> Iterator[None]:
    """Calls in this block go out by themselves, and hear what became of them."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)
