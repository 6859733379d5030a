"""Pictures for the README and docs/walks.md: `python -m tests.pictures` walks, and draws it all.

With names, only those: `python -m tests.pictures card walks/map-kk`.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Page

from tests import (
    announcement_pictures,
    asking_pictures,
    atlas_pictures,
    interest_pictures,
    mission_pictures,
)
from tests.browser import main as browser_there
from tests.databases import furnished
from tests.postgres import free_port
from tests.running import HOME, running
from tests.telephone import Telephone, morning, watching

PICTURES = HOME / "docs" / "pictures"
LARGEST = 300_000  # bytes
COLOURS = 160  # enough for a chat with a picture in it; a third of the bytes
THREE, ONE, TALL = (1310, 1010), (420, 860), (420, 1130)
PUPIL, PARENT, COUNSELOR = 1001, 1002, 1003
DOWN = """() => document.querySelectorAll(".messages").forEach(
    it => it.scrollTo({top: it.scrollHeight, behavior: "instant"}))"""
STILL = """() => [...document.querySelectorAll(".messages")].every(
    it => it.scrollHeight - it.scrollTop - it.clientHeight < 2)"""
SHOWN = "() => [...document.images].every(it => it.complete && it.naturalWidth)"
Scene = Callable[[Page], Awaitable[None]]


async def three_languages(page: Page) -> None:
    """Home, as a pupil, a parent and a counselor see it, each in their own language."""
    for person in (PUPIL, PARENT, COUNSELOR):
        await Telephone(page, person).start()


async def card(page: Page) -> None:
    """A profession, in Kazakh."""
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    await pupil.tap("Мамандықтар", "Техника", "Дәнекерлеуші")


async def employers(page: Page) -> None:
    """Who needs a welder, and on what basis we say so."""
    parent = await _as(page, PARENT)
    await parent.start()
    await parent.write("сварщик")
    await parent.tap("Где нужны")


async def passport(page: Page) -> None:
    """Where a figure comes from."""
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    await pupil.tap("Сандар", "Шығыс")
    await pupil.tap_exactly("1")
    await pupil.tap("Дереккөзі")


async def refused(page: Page) -> None:
    """Two figures that cannot be compared, and why."""
    counselor = await _as(page, COUNSELOR)
    await counselor.start()
    await counselor.tap("Figures", "East")
    await counselor.tap_exactly("1")
    await counselor.tap("Compare")
    await counselor.tap_exactly("1")


SCENES: dict[str, tuple[tuple[int, int], Scene]] = {
    "home": (THREE, three_languages),
    "card": (ONE, card),
    "employers": (TALL, employers),
    "passport": (ONE, passport),
    "incomparable": (ONE, refused),
    **atlas_pictures.scenes(),
    **interest_pictures.scenes(),
    **mission_pictures.scenes(),
    **announcement_pictures.scenes(),
    **asking_pictures.scenes(),
}


async def _as(page: Page, person: int) -> Telephone:
    """The telephone of one of them on a narrow page, which speaks as they do."""
    language = {PARENT: "ru", COUNSELOR: "en"}[person]
    await page.locator(f'[data-page-language="{language}"]').click()
    await page.locator(f'[data-tab="{person}"]').click()
    return Telephone(page, person)


async def draw(address: str, names: list[str]) -> None:
    """The pictures of these names, each on a morning of its own."""
    for name, (size, scene) in ((name, SCENES[name]) for name in names):
        await morning(address)
        more = {} if size == THREE else {"device_scale_factor": 2}
        async with watching(address, size, color_scheme="light", **more) as page:
            await scene(page)
            await page.wait_for_function(SHOWN)
            await page.evaluate(DOWN)
            await page.wait_for_function(STILL)
            await _keep(page, PICTURES / f"{name}.png")


async def _keep(page: Page, path: Path) -> None:
    taken = await page.screenshot(animations="disabled")
    await asyncio.to_thread(_small, taken, path)


def _small(taken: bytes, path: Path) -> None:
    Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    assert size <= LARGEST, f"{path.name} has {size} bytes, more than {LARGEST}"
    print(f"{path.relative_to(HOME)}  {size // 1024} KB")


async def main() -> None:
    """The bot as anybody starts it, and its pictures."""
    (PICTURES / "walks").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        port, database = free_port(), furnished("sqlite", Path(folder))
        settings = {"playground_port": port, "database_url": database, "quiet_hours": "false"}
        with running("bot run", Path(folder), **settings) as bot:
            await bot.ready()
            await draw(f"http://127.0.0.1:{port}", sys.argv[1:] or list(SCENES))


if __name__ == "__main__":
    if browser_there() == 0:
        asyncio.run(main())
