"""Chats: the messages people see in them now, and everything that ever happened there."""

import itertools
from collections import deque
from collections.abc import Callable

from bot.playground.live import Live
from bot.playground.people import Person, Room
from bot.playground.shapes import Json

Chat = Person | Room


class Chats:
    """Every chat's messages, and one long record of what was sent, edited and deleted."""

    def __init__(self, live: Live, clock: Callable[[], float], keep: int) -> None:
        self._live = live
        self._clock = clock
        self._ids = itertools.count(1)
        self._messages: dict[int, dict[int, Json]] = {}
        self.inline: dict[str, tuple[int, int]] = {}
        self.keyboards: dict[int, Json] = {}
        self.record: deque[Json] = deque(maxlen=keep)

    def post(self, chat: Chat, message: Json) -> Json:
        """Put a message into a chat."""
        message_id = next(self._ids)
        whole = {
            "message_id": message_id,
            "date": int(self._clock()),
            "chat": chat.chat(),
            **message,
        }
        self._messages.setdefault(chat.id, {})[message_id] = whole
        self._note("sent", chat.id, whole)
        return whole

    def change(self, chat_id: int, message_id: int, **fields: object) -> Json:
        """Edit a message in place; a field that becomes None goes."""
        old = self._messages[chat_id][message_id]
        whole = {**old, "edit_date": int(self._clock()), **fields}
        whole = {name: value for name, value in whole.items() if value is not None}
        self._messages[chat_id][message_id] = whole
        self._note("edited", chat_id, whole)
        return whole

    def remove(self, chat_id: int, message_id: int) -> None:
        """Take a message away for everyone."""
        gone = self._messages[chat_id].pop(message_id)
        self._note("deleted", chat_id, gone)

    def show_keyboard(self, chat_id: int, markup: Json) -> None:
        """Change the buttons that replace the letters; such markup is no part of a message."""
        self.keyboards[chat_id] = markup
        self._live.tell("keyboard", chat_id=chat_id, markup=markup)

    def find(self, chat_id: int, message_id: int) -> Json | None:
        """The message as it is now."""
        return self._messages.get(chat_id, {}).get(message_id)

    def messages(self, chat_id: int) -> list[Json]:
        """The chat as people see it now."""
        return list(self._messages.get(chat_id, {}).values())

    def transcript(self, chat_id: int | None = None) -> list[Json]:
        """All that ever happened, in one chat or in all."""
        return [each for each in self.record if chat_id in (None, each["chat_id"])]

    def clear(self) -> None:
        """Forget all messages; numbers go on."""
        self._messages.clear()
        self.inline.clear()
        self.keyboards.clear()
        self.record.clear()

    def _note(self, happened: str, chat_id: int, message: Json) -> None:
        self.record.append(
            {"at": self._clock(), "happened": happened, "chat_id": chat_id, "message": message}
        )
        self._live.tell(happened, chat_id=chat_id, message=message)
