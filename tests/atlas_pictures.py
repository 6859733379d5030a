"""Pictures of the atlas in each language for docs/walks.md: cards, comparisons, routes, maps."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from playwright.async_api import Page

from content.kinds import Language
from tests.telephone import Telephone

Walk = Callable[["Speaker"], Awaitable[None]]
Scene = Callable[[Page], Awaitable[None]]
PHONE, LONG, LONGEST = (420, 940), (420, 1120), (420, 1520)
PEOPLE: dict[Language, int] = {"kk": 1001, "ru": 1002, "en": 1003}


@dataclass(frozen=True)
class Speaker:
    """Somebody with a telephone, and the words they write and tap in their language."""

    phone: Telephone
    language: Language

    async def starts_with(self, kk: str, ru: str, en: str) -> None:
        """Press Start, and write this."""
        await self.phone.start()
        await self.phone.write({"kk": kk, "ru": ru, "en": en}[self.language])

    async def tap(self, kk: str, ru: str, en: str) -> None:
        """Tap these labels, one after the other, with a stroke between them."""
        labels = {"kk": kk, "ru": ru, "en": en}[self.language]
        await self.phone.tap(*labels.split(" | "))


async def card(one: Speaker) -> None:
    """A profession as a picture to send to a friend."""
    await one.starts_with("данекерлеуши", "сворщик", "wellder")
    await one.tap("Бөлісу | Сурет", "Поделиться | Картинка", "Share | Picture")


async def compared(one: Speaker) -> None:
    """Two professions side by side."""
    await one.starts_with("дәнекерлеуші", "сварщик", "welder")
    await one.tap("Ұқсас | Басқамен", "Похожие | Сравнить", "Similar | Compare")
    await one.tap("Токарь", "Токарь", "Turner")


async def route(one: Speaker) -> None:
    """The way into a trade after grade 9, on state order."""
    await one.starts_with("дәнекерлеуші", "сварщик", "welder")
    await one.tap("Жол жоспары | 9-дан", "План пути | После 9", "Plan the way | After grade 9")
    await one.tap("Мемлекеттік", "По госзаказу", "On state order")


async def locator(one: Speaker) -> None:
    """The towns of a trade on a map."""
    await one.starts_with("дәнекерлеуші", "сварщик", "welder")
    await one.tap("Колледждер | Картадан", "Колледжи | на карте", "Colleges | on a map")


async def college(one: Speaker) -> None:
    """One college on a map."""
    await one.starts_with("Риддер колледжі", "Риддерский колледж", "Ridder College")
    await one.tap("Бөлісу | Картадан", "Поделиться | на карте", "Share | on a map")


WALKS: dict[str, tuple[tuple[int, int], Walk]] = {
    "card": (LONG, card),
    "compared": (PHONE, compared),
    "route": (PHONE, route),
    "map": (LONGEST, locator),
    "map-college": (PHONE, college),
}


async def _in(language: Language, walk: Walk, page: Page) -> None:
    await walk(Speaker(await on_the_phone(language, page), language))


async def on_the_phone(language: Language, page: Page) -> Telephone:
    """The telephone of whoever speaks this language, in front, on a page that speaks it."""
    await page.locator(f'[data-page-language="{language}"]').click()
    await page.locator(f'[data-tab="{PEOPLE[language]}"]').click()
    return Telephone(page, PEOPLE[language])


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """Each walk in each language, by the name of its picture."""
    return {
        f"walks/{name}-{language}": (size, partial(_in, language, walk))
        for name, (size, walk) in WALKS.items()
        for language in PEOPLE
    }
