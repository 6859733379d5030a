"""A chat: one person with a telephone, what they do with it, and what they see on it."""

from collections.abc import Callable
from typing import Any, Protocol

from bot.playground import Playground
from bot.playground.keyboards import buttons
from bot.playground.shapes import Json


class Place(Protocol):
    """Where one chats: with the application in this process, or with a bot in one of its own."""

    @property
    def playground(self) -> Playground: ...

    async def settled(self, person: int, act: Callable[[], object]) -> None:
        """Do what a person does, and wait until the bot has answered it."""
        ...


class Chat:
    """Somebody who says, taps and reads; every act waits until the bot has answered it."""

    def __init__(self, house: Place, person: int) -> None:
        self.house, self.number = house, person
        self.playground = house.playground
        self.toast = ""

    # --- what they do ---

    async def says(self, words: str, **more: Any) -> None:
        """Write words, or a command."""
        await self._does(lambda: self.playground.say(self.number, words, **more))

    async def starts(self, payload: str = "") -> None:
        """Press Start, perhaps on a link."""
        await self._does(lambda: self.playground.start(self.number, payload))

    async def sends(self, kind: str, **more: Any) -> None:
        """Send what is not words: a sticker, a voice, a photo."""
        await self._does(lambda: self.playground.send(self.number, kind, **more))

    async def edits(self, words: str) -> None:
        """Change what they wrote last."""
        mine = [each for each in self._messages if not self.playground.is_own(each)]
        number = mine[-1]["message_id"]
        await self._does(lambda: self.playground.edit(self.number, number, words))

    async def forwards(self) -> None:
        """Forward the newest message of the bot back to it."""
        number = self.newest["message_id"]
        await self._does(lambda: self.playground.forward(self.number, number))

    async def taps(self, label: str) -> None:
        """Tap the button with this label on the newest message."""
        await self._taps(label=label)

    async def taps_data(self, data: str) -> None:
        """Tap a button that carries this, as an old message or a forged one would."""
        self.playground.person(self.number).started = True
        await self._taps(data=data)

    async def taps_old(self, label: str, message: Json) -> None:
        """Tap the button with this label on an older message."""
        await self._taps(label=label, message=message)

    async def blocks(self) -> None:
        """Close the chat to the bot."""
        await self._does(lambda: self.playground.block(self.number))

    async def hears(self, words: str, seconds: float = 30) -> None:
        """Wait until the newest message says this, of the bot's own accord."""
        await self.playground.until(lambda: words in self.text, seconds)

    async def _taps(self, *, message: Json | None = None, **how: Any) -> None:
        seen = message or self.playground.last(self.number)
        number = seen["message_id"] if seen else 1
        how |= {} if seen else {"inaccessible": True}
        tapped: Json = {}
        await self._does(lambda: tapped.update(self.playground.press(self.number, number, **how)))
        self.toast = self._answer(tapped["query_id"])

    async def _does(self, act: Callable[[], object]) -> None:
        self.toast = ""
        await self.house.settled(self.number, act)

    def _answer(self, query: str) -> str:
        asked = self.playground.queries.find(query)
        assert asked is not None
        assert asked.answer is not None, "the tap was never answered"
        return str(asked.answer["text"])

    # --- what they see ---

    @property
    def _messages(self) -> list[Json]:
        return self.playground.messages(self.number)

    @property
    def told(self) -> list[Json]:
        """The bot's messages, the oldest first."""
        return [each for each in self._messages if self.playground.is_own(each)]

    @property
    def newest(self) -> Json:
        """The newest message of the bot."""
        return self.told[-1]

    @property
    def text(self) -> str:
        """What the newest message says, below its picture if it has one."""
        return str(self.newest.get("text") or self.newest["caption"])

    @property
    def title(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0]

    @property
    def rows(self) -> list[list[str]]:
        """The labels below it, row by row."""
        rows = buttons(self.newest.get("reply_markup"))
        return [[button["text"] for button in row] for row in rows]

    @property
    def buttons(self) -> list[str]:
        """The labels below it."""
        return [label for row in self.rows for label in row]

    @property
    def doors(self) -> list[str]:
        """The labels that ask the bot something; others open a page, or copy words."""
        rows = buttons(self.newest.get("reply_markup"))
        return [button["text"] for row in rows for button in row if "callback_data" in button]
