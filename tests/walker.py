"""The walker: taps every button there is, once, and looks at every screen it comes to."""

from collections.abc import Iterator

from bot.playground.keyboards import buttons
from bot.playground.shapes import Json
from content.kinds import Language
from tests.chat import Chat
from tests.rules import Seen

SETTLED = {"ok": True}
UNCHANGED = "message is not modified"


class Walker:
    """Somebody who never tires. `seen` are the screens, by what was tapped to come to them."""

    def __init__(self, chat: Chat, language: Language) -> None:
        self.chat, self.language = chat, language
        self.seen: dict[str, Seen] = {}
        self.refused: list[str] = []
        self._untapped: dict[str, None] = {}

    async def walk(self) -> None:
        """From /start on, until no button is left that was not tapped."""
        await self.chat.says("/start")
        self._look("home")
        while self._untapped:
            await self._tap(next(self._near(), next(iter(self._untapped))))

    def _near(self) -> Iterator[str]:
        """Buttons on this screen that are still to be tapped."""
        return (data for data in self._data() if data in self._untapped)

    async def _tap(self, data: str) -> None:
        """Tap it, here or, where it is not here, on a message of earlier."""
        del self._untapped[data]
        await self.chat.taps_data(data)
        self._look(data)
        self._listen(data)

    def _look(self, asked: str) -> None:
        rows = tuple(tuple(row) for row in self.chat.rows)
        data = tuple(self._data())
        self.seen[asked] = Seen(asked, self.language, self.chat.text, rows, data)
        fresh = (each for each in data if each not in self.seen and self._is_wanted(each))
        self._untapped.update(dict.fromkeys(fresh))

    def _listen(self, asked: str) -> None:
        """Whatever Telegram refused to do; saying the same once more is none of it."""
        calls = self.chat.playground.calls
        wrong = [each for each in calls.find() if each["status"] != 200]
        self.refused += [f"{asked}: {each['description']}" for each in wrong if _matters(each)]
        calls.clear()
        self.chat.playground.chats.record.clear()

    def _data(self) -> list[str]:
        rows = buttons(self.chat.newest.get("reply_markup"))
        return [each["callback_data"] for row in rows for each in row if "callback_data" in each]

    def _is_wanted(self, data: str) -> bool:
        """All but the change of language, and one of two pairs of figures that are the same two."""
        code, _, values = data.partition("-")
        return code != "speak" and (code != "figc" or values.split("_") == sorted(values.split("_")))


def _matters(call: Json) -> bool:
    return UNCHANGED not in call["description"]
