"""A telephone on the chat page, in a real Chromium: one starts, taps and writes, and reads."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from playwright.async_api import Page, async_playwright

from tests.browser import ARGUMENTS, FIX, found

WIDE, NARROW = (1400, 900), (360, 740)
PATIENCE = 20_000  # milliseconds
CARRIED = "keys => keys.map(key => key.dataset.callback)"
SEEN = """person => {
    const theirs = document.querySelectorAll(`[data-person="${person}"] .message.theirs`);
    return [...theirs].at(-1)?.innerText.replace(/\\d\\d:\\d\\d.*/, "") ?? "";
}"""


class Telephone:
    """One person's chat with the bot, as the page shows it."""

    def __init__(self, page: Page, person: int) -> None:
        self.page, self._person = page, person
        self.screen = page.locator(f'[data-person="{person}"]')
        self.newest = self.screen.locator(".message.theirs").last

    async def start(self) -> None:
        """Press Start."""
        await self._answered(self.screen.locator("[data-start]").click())

    async def write(self, words: str) -> None:
        """Write words and send them."""
        await self.screen.locator(".composer input").fill(words)
        await self._answered(self.screen.locator(".composer .send").click())

    async def tap(self, *labels: str) -> None:
        """Tap, one after the other, the first button whose label has these words."""
        for label in labels:
            button = self.newest.locator(".keyboard button").filter(has_text=label)
            await self._answered(button.first.click())

    async def tap_exactly(self, label: str) -> None:
        """Tap the button with this very label."""
        button = self.newest.locator(".keyboard button").get_by_text(label, exact=True)
        await self._answered(button.first.click())

    async def offered(self) -> list[str]:
        """What the buttons of the newest message carry."""
        keys = self.newest.locator(".keyboard button[data-callback]")
        packed: list[str] = await keys.evaluate_all(CARRIED)
        return packed

    async def tap_carrying(self, packed: str) -> None:
        """Tap the button that carries this."""
        key = self.newest.locator(f'.keyboard button[data-callback="{packed}"]')
        await self._answered(key.click())

    async def follow(self, payload: str) -> None:
        """Open a link to the bot that carries this."""
        await self.write(f"/start {payload}")

    async def text(self) -> str:
        """What the newest message says."""
        return await self.newest.locator(".text").inner_text()

    async def labels(self) -> list[str]:
        """What stands on its buttons."""
        return await self.newest.locator(".keyboard button").all_inner_texts()

    async def _answered(self, act: Any) -> None:
        """Do it, and wait until the newest message is another one, or says something else."""
        before = await self.page.evaluate(SEEN, self._person)
        await act
        changed = f"([person, before]) => ({SEEN})(person) !== before"
        await self.page.wait_for_function(changed, arg=[self._person, before])


async def morning(address: str) -> None:
    """Begin anew: every chat is empty, and the counselor's telephone speaks English."""
    english = {"language_code": "en"}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{address}/playground/reset") as done:
            assert done.ok
        async with session.patch(f"{address}/playground/people/1003", json=english) as done:
            assert done.ok


@asynccontextmanager
async def watching(address: str, size: tuple[int, int] = WIDE, **more: Any) -> AsyncIterator[Page]:
    """The chat page at this address, in a browser window of this size."""
    assert found(), FIX
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=found(), args=ARGUMENTS)
        width, height = size
        page = await browser.new_page(viewport={"width": width, "height": height}, **more)
        page.set_default_timeout(PATIENCE)
        await page.goto(address)
        await page.locator("body[data-ready]").wait_for()
        yield page
        await browser.close()
