"""The call log: every Bot API call there was, when, with what, and how it ended."""

from collections import deque

from bot.playground.live import Live
from bot.playground.shapes import Json

Calls = list[Json]


class CallLog:
    """Everything the bot asked of Telegram, oldest first."""

    def __init__(self, live: Live, keep: int) -> None:
        self._live = live
        self._entries: deque[Json] = deque(maxlen=keep)

    def note(self, **entry: object) -> Json:
        """Write one call down."""
        self._entries.append(entry)
        self._live.tell("call", **{k: v for k, v in entry.items() if k != "params"})
        return entry

    def find(
        self,
        method: str | None = None,
        chat: int | None = None,
        status: int | None = None,
        since: float = 0.0,
    ) -> Calls:
        """The calls that match all that is asked."""
        wanted = {"method": method, "chat_id": chat, "status": status}
        asked = {name: value for name, value in wanted.items() if value is not None}
        return [e for e in self._entries if asked.items() <= _flat(e) and e["at"] >= since]

    def clear(self) -> None:
        """Forget all calls."""
        self._entries.clear()


def _flat(entry: Json) -> set[tuple[str, object]]:
    return {(name, entry[name]) for name in ("method", "chat_id", "status")}
