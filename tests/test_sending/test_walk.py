"""The whole walk through a real process: an invitation, a class, an announcement, its report."""

import re
from pathlib import Path

from bot.playground import Person, Playground
from bot.playground.keyboards import buttons
from bot.playground.shapes import Json
from tests.databases import furnished
from tests.running import running
from tests.test_processes.conftest import Telegram

ADMIN, COUNSELOR, AIYM, DANA, MARAT = 31, 32, 33, 34, 35
PEOPLE = (
    Person(ADMIN, "Сауле", "en", "admin"),
    Person(COUNSELOR, "Динара", "en", "counselor"),
    Person(AIYM, "Айым", "kk"),
    Person(DANA, "Дана", "kk"),
    Person(MARAT, "Марат", "ru", "parent"),
)


class Phone:
    """Somebody with a telephone; every act waits until something new is to be seen on it."""

    def __init__(self, playground: Playground, person: int) -> None:
        self._playground, self._person = playground, person

    async def says(self, words: str) -> None:
        """Write words, or a command."""
        await self._does(lambda: self._playground.say(self._person, words))

    async def starts(self, payload: str) -> None:
        """Press Start on a link."""
        await self._does(lambda: self._playground.start(self._person, payload))

    async def taps(self, label: str) -> None:
        """Tap the newest message's button with this label."""
        number = self.newest["message_id"]
        await self._does(lambda: self._playground.press(self._person, number, label=label))

    async def _does(self, act: object) -> None:
        before = self._looks()
        act()  # type: ignore[operator]
        await self._playground.until(lambda: self._looks() != before, 20)

    def _looks(self) -> str:
        own = [m for m in self._playground.messages(self._person) if self._playground.is_own(m)]
        return repr([(m["message_id"], m.get("text"), m.get("reply_markup")) for m in own[-1:]])

    @property
    def newest(self) -> Json:
        """The bot's newest message here."""
        return self._playground.last(self._person)

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.newest.get("text") or self.newest.get("caption"))

    @property
    def labels(self) -> list[str]:
        """The buttons below it."""
        return [key["text"] for row in buttons(self.newest.get("reply_markup")) for key in row]

    @property
    def payload(self) -> str:
        """What the link in it carries."""
        found = re.search(r"start=([\w-]+)", self.text)
        assert found, self.text
        return found[1]

    async def hears(self, words: str) -> None:
        """Wait until these words stand in the newest message."""
        await self._playground.until(lambda: words in self.text, 30)


async def test_from_an_invitation_to_the_report(telegram: Telegram, tmp_path: Path) -> None:
    playground = telegram.playground
    playground.people.update({person.id: person for person in PEOPLE})
    settings = telegram.settings(
        database_url=furnished("sqlite", tmp_path), admins=ADMIN, pace=0, quiet_hours="false"
    )
    with running("bot run", tmp_path, **settings):
        admin, counselor, aiym, dana, marat = (Phone(playground, each.id) for each in PEOPLE)
        await _invited(admin, counselor)
        await _joined(counselor, aiym, dana, marat)
        playground.block(DANA)
        await _announced(counselor)
        await aiym.hears("Ертең ашық есік күні")
        await marat.hears("Завтра день открытых дверей")
        await counselor.hears("Delivered: 2 of 2")
        await aiym.taps(next(label for label in aiym.labels if label.startswith("✅")))


async def _invited(admin: Phone, counselor: Phone) -> None:
    await admin.says("/staff")
    await admin.taps("✉️ Invite a counselor")
    await admin.taps("Abai Region")
    await admin.says("№ 12")
    await counselor.starts(admin.payload)
    await counselor.taps("☐ I agree to the rules")
    await counselor.taps("✅ Accept the invitation")


async def _joined(counselor: Phone, *others: Phone) -> None:
    await counselor.taps("➕ New class")
    await counselor.taps("9")
    await counselor.says("9 A")
    code = counselor.payload
    for phone in others:
        await phone.starts(code)
        await phone.taps("👪 Родитель" if "👪 Родитель" in phone.labels else "🎒 Оқушымын")


async def _announced(counselor: Phone) -> None:
    words = {
        "✏️ Kaz": "Ертең ашық есік күні",
        "✏️ Rus": "Завтра день открытых дверей",
        "✏️ Eng": "Open day tomorrow",
    }
    await counselor.says("/announce")
    await counselor.taps("➕ New announcement")
    for label, said in words.items():
        await counselor.taps(label)
        await counselor.says(said)
    await counselor.taps("🙋 Request")
    await counselor.taps("🙋 Ask for an answer")
    await counselor.says("01.12.2030")
    await counselor.taps("← Back")
    await counselor.taps("👁 Preview")
    await counselor.hears("It reaches")
    await counselor.taps("📨 Send")
