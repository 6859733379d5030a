"""The whole walk through a real process: an invitation, a class, an announcement, its report."""

from pathlib import Path

from bot.playground import Person
from tests.chat import Chat
from tests.databases import furnished
from tests.running import running
from tests.test_conversations.test_staff import accepts, invites, makes
from tests.test_processes.conftest import Telegram

ADMIN, COUNSELOR, AIYM, DANA, MARAT = 31, 32, 33, 34, 35
PEOPLE = (
    Person(ADMIN, "Сауле", "en", "admin"),
    Person(COUNSELOR, "Динара", "en", "counselor"),
    Person(AIYM, "Айым", "kk"),
    Person(DANA, "Дана", "kk"),
    Person(MARAT, "Марат", "ru", "parent"),
)


async def test_from_an_invitation_to_the_report(telegram: Telegram, tmp_path: Path) -> None:
    playground = telegram.playground
    playground.people.update({person.id: person for person in PEOPLE})
    settings = telegram.settings(
        database_url=furnished("sqlite", tmp_path), admins=ADMIN, pace=0, quiet_hours="false"
    )
    with running("bot run", tmp_path, **settings) as bot:
        await bot.ready()
        admin, counselor, aiym, dana, marat = (Chat(telegram, each.id) for each in PEOPLE)
        await accepts(counselor, await invites(admin))
        await _joined(counselor, aiym, dana, marat)
        playground.block(DANA)
        await _announced(counselor)
        await aiym.hears("Ертең ашық есік күні")
        await marat.hears("Завтра день открытых дверей")
        await counselor.hears("Delivered: 2 of 2")
        await aiym.taps(next(label for label in aiym.buttons if label.startswith("✅")))


async def _joined(counselor: Chat, *others: Chat) -> None:
    code = await makes(counselor)
    for chat in others:
        await chat.starts(f"c_{code}")
        await chat.taps("👪 Родитель" if "👪 Родитель" in chat.buttons else "🎒 Оқушымын")


async def _announced(counselor: Chat) -> None:
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
