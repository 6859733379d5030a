"""The walker: taps every button there is, once, and looks at every screen it comes to."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.playground.acts.sharing import tiny_picture
from bot.playground.keyboards import buttons
from bot.playground.shapes import Json
from bot.rooms.interests.intents import OpenResult
from content.kinds import Language
from db.base import open_store
from tests.chat import Chat
from tests.rules import Seen
from tests.sitters import METAL
from tests.test_conversations.sitting import sits
from tests.wire import PARENT, PUPIL, READER, SELDOM, opened

SPEAKERS: dict[Language, int] = {"kk": PUPIL, "ru": PARENT, "en": READER}
UNCHANGED = "message is not modified"


@dataclass
class Walked:
    """The screens, by what was tapped to come to them; and whatever Telegram refused to do."""

    seen: dict[str, Seen] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def walk(language: Language, address: str) -> Walked:
    """Everything that can be seen in a language; to be run in a process of its own."""
    sys.stdout = sys.stderr  # the logs of three walks at once
    gc.set_threshold(*SELDOM)
    return asyncio.run(_walk(language, address))


async def _walk(language: Language, address: str) -> Walked:
    store = open_store(address)
    async with opened(store, draw=lambda name: tiny_picture()) as house:
        walker = Walker(Chat(house, SPEAKERS[language]), language)
        await walker.walk()
    await store.close()
    return walker.walked


class Walker:
    """Somebody who never tires."""

    def __init__(self, chat: Chat, language: Language) -> None:
        self.chat, self.language, self.walked = chat, language, Walked()
        self._untapped: dict[str, None] = {}

    async def walk(self) -> None:
        """From /start on, and from a result of the test, until no button is left untapped."""
        attempt = await sits(self.chat, METAL)
        self._look(OpenResult(attempt).pack())
        self._listen("test")
        await self.chat.says("/start")
        self._look("home")
        while self._untapped:
            await self._tap(next(self._near(), min(self._untapped, key=_is_last)))

    def _near(self) -> Iterator[str]:
        """Buttons on this screen that are still to be tapped."""
        here = (data for data in self._data() if data in self._untapped)
        return (data for data in here if not _is_last(data))

    async def _tap(self, data: str) -> None:
        """Tap it, here or, where it is not here, on a message of earlier."""
        del self._untapped[data]
        await self.chat.taps_data(data)
        self._look(data)
        self._listen(data)

    def _look(self, asked: str) -> None:
        rows = tuple(tuple(row) for row in self.chat.rows)
        data = tuple(self._data())
        seen = self.walked.seen
        seen[asked] = Seen(asked, self.language, self.chat.text, rows, data)
        fresh = (each for each in data if each not in seen and _is_wanted(each))
        self._untapped.update(dict.fromkeys(fresh))

    def _listen(self, asked: str) -> None:
        """Note what was refused; to say the same once more is none of it."""
        calls = self.chat.playground.calls
        wrong = [each for each in calls.find() if each["status"] != 200 and _matters(each)]
        self.walked.refused += [f"{asked}: {each['description']}" for each in wrong]
        calls.clear()
        self.chat.playground.chats.record.clear()

    def _data(self) -> list[str]:
        rows = buttons(self.chat.newest.get("reply_markup"))
        return [each["callback_data"] for row in rows for each in row if "callback_data" in each]


def _is_last(data: str) -> bool:
    """Whoever is forgotten has no way back into what they had begun: this is tapped at the end."""
    return data.partition("-")[0] == "forgetall"


def _is_wanted(data: str) -> bool:
    """All but the change of language, and what only repeats: see `tests/test_crawl.py`."""
    code, _, rest = data.partition("-")
    return WANTED.get(code, _every)(rest.split("_"))


def _every(values: list[str]) -> bool:
    return True


def _ordered(values: list[str]) -> bool:
    """Of two things side by side, the same two the other way round are left out."""
    return values == sorted(values)


def _offered_first(values: list[str]) -> bool:
    """Of all that can be put beside a thing, the first page will do."""
    return values[1:] in ([], ["1"])


def _of_a_few(values: list[str]) -> bool:
    """The same words for each but for its name, or a picture drawn by the same hand."""
    few = {"welder", "production-foreman", "adilet", "kazzinc", "dual-training", "substation-night"}
    return bool(set(values) & few)


def _one_answer(values: list[str]) -> bool:
    """Of a question's answers one will do: each of them leads to the next question."""
    return _begun(values) and values[-1] in ("3", "one")


def _one_pick(values: list[str]) -> bool:
    """Of a task's answers the first will do, and "I don't know"."""
    return values[-1] in ("0", "1")


def _first_set(values: list[str]) -> bool:
    return _begun(values) and values[1] == "1"


def _begun(values: list[str]) -> bool:
    """Of the test, and of shifts, which can be begun again and again, the first few times.

    The first test has a result; by one answer a question, the others come to a broad profile.
    """
    return values[0] in ("1", "2", "3")


WANTED: dict[str, Callable[[list[str]], bool]] = {
    "speak": lambda values: False,
    **dict.fromkeys(("figc", "cmpt"), _ordered),
    **dict.fromkeys(("figw", "cmpw"), _offered_first),
    **dict.fromkeys(("steps", "before", "pic", "qr", "map"), _of_a_few),
    **dict.fromkeys(("rate", "side"), _one_answer),
    "solve": _one_pick,
    **dict.fromkeys(("askagain", "best", "worst", "repick"), _first_set),
    **dict.fromkeys(("ask", "more", "result", "because", "radar", "tell"), _begun),
    **dict.fromkeys(("values", "matter", "nomatter", "tryit"), _begun),
    **dict.fromkeys(("scene", "do", "learned", "like", "imagine", "jentry", "jask"), _begun),
}


def _matters(call: Json) -> bool:
    return UNCHANGED not in call["description"]
