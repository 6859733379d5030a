"""Pictures of an announcement: from the invitation to the report, for docs/walks.md."""

import re

from playwright.async_api import Page, expect

from tests.atlas_pictures import Scene
from tests.telephone import Telephone

PUPIL, PARENT, COUNSELOR, ADMIN = 1001, 1002, 1003, 1004
FOUR = (1760, 1010)
WORDS = {
    "✏️ Kaz": "Ертең колледжде ашық есік күні. Келесіз бе?",
    "✏️ Rus": "Завтра в колледже день открытых дверей. Придёте?",
    "✏️ Eng": "Open day at the college tomorrow. Will you come?",
}


async def _payload(phone: Telephone) -> str:
    """What the link in the newest message carries."""
    found = re.search(r"start=([\w-]+)", await phone.newest.inner_html())
    assert found, await phone.text()
    return found[1]


async def hired(page: Page) -> Telephone:
    """An admin invites a counselor, who accepts."""
    admin, counselor = Telephone(page, ADMIN), Telephone(page, COUNSELOR)
    await admin.start()
    await admin.tap("Сотрудники", "Пригласить", "Абай")
    await admin.write("№ 12")
    await counselor.start()
    await _in_english(counselor)
    await counselor.follow(await _payload(admin))
    await counselor.tap("I agree to the rules", "Accept the invitation")
    return counselor


async def _in_english(phone: Telephone) -> None:
    """She speaks English again, whatever an earlier walk left her with."""
    await phone.write("/settings")
    if "speak-en" in await phone.offered():
        await phone.tap_carrying("speak-en")


async def classed(page: Page) -> Telephone:
    """She makes a class; a pupil and a parent join it."""
    counselor = await hired(page)
    await counselor.tap("New class")
    await counselor.tap_exactly("9")
    await counselor.write("9 A")
    payload = await _payload(counselor)
    for person, role in ((PUPIL, "Оқушымын"), (PARENT, "👪")):
        phone = Telephone(page, person)
        await phone.start()
        await phone.follow(payload)
        await phone.tap(role)
    return counselor


async def written(page: Page) -> Telephone:
    """She writes in three languages and asks for an answer."""
    counselor = await classed(page)
    await counselor.write("/announce")
    await counselor.tap("New announcement")
    for label, words in WORDS.items():
        await counselor.tap(label)
        await counselor.write(words)
    await counselor.tap("Request", "Ask for an answer")
    await counselor.write("01.12.2030")
    await counselor.tap("Back", "Preview")
    return counselor


async def previewed(page: Page) -> None:
    """The preview: the very message, in each language."""
    counselor = await written(page)
    await expect(counselor.newest).to_contain_text("It reaches")


async def reported(page: Page) -> None:
    """It is sent, somebody answers, the report has come."""
    counselor, pupil = await written(page), Telephone(page, PUPIL)
    await expect(counselor.newest).to_contain_text("It reaches")
    await counselor.tap("Send")
    await expect(counselor.screen).to_contain_text("Delivered")
    await pupil.tap("✅")


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """All of them, by the name of their picture."""
    return {"walks/previewed": (FOUR, previewed), "walks/reported": (FOUR, reported)}
