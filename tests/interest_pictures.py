"""Pictures of three who take the interest test, and of what each got, for docs/walks.md."""

from collections.abc import Awaitable, Callable
from functools import partial
from random import Random
from typing import Protocol

from playwright.async_api import Page

from bot.doors import ROUTER
from bot.rooms.interests.intents import BeginInterests, ShowRadar
from bot.ui import Intent
from content.kinds import Language
from tests.atlas_pictures import PEOPLE as PHONES
from tests.atlas_pictures import Scene, on_the_phone
from tests.sitters import METAL, PEOPLE
from tests.telephone import Telephone

TALL = (420, 1240)
MOST = 80  # taps of a test at most
LABELS: dict[Language, str] = {"kk": "Қызығушылық", "ru": "Мои интересы", "en": "My interests"}


class Taker(Protocol):
    """Whoever takes the test."""

    def answers(self, offered: list[Intent]) -> Intent | None:
        """Which button they tap; None where nothing is asked."""
        ...


class AtRandom:
    """Somebody who taps without reading; what they say they do not know is no answer."""

    def __init__(self) -> None:
        self._chance = Random(5)

    def answers(self, offered: list[Intent]) -> Intent | None:
        """Any answer there is."""
        ways = [one for one in offered if METAL.answers([one]) and getattr(one, "value", None) != 0]
        return self._chance.choice(ways) if ways else None


async def takes(taker: Taker, phone: Telephone, language: Language) -> None:
    """From Start to the result."""
    await phone.start()
    await phone.tap(LABELS[language])
    await phone.tap_carrying(BeginInterests().pack())
    for _ in range(MOST):
        if (answer := taker.answers([*map(ROUTER.tapped, await phone.offered())])) is None:
            return
        await phone.tap_carrying(answer.pack())


async def sees(taker: Callable[[], Taker], phone: Telephone, language: Language) -> None:
    """What came of it."""
    await takes(taker(), phone, language)


async def radar(phone: Telephone, language: Language) -> None:
    """The result as a picture."""
    await takes(METAL, phone, language)
    shown = next(one for one in await phone.offered() if one.startswith(f"{ShowRadar.code}-"))
    await phone.tap_carrying(shown)


WALKS: dict[str, Callable[[Telephone, Language], Awaitable[None]]] = {
    "metal": partial(sees, lambda: METAL),
    "people": partial(sees, lambda: PEOPLE),
    "random": partial(sees, AtRandom),
    "radar": radar,
}


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """Each walk in each language, by the name of its picture."""
    return {
        f"walks/{name}-{language}": (TALL, partial(_in, language, walk))
        for name, walk in WALKS.items()
        for language in PHONES
    }


async def _in(
    language: Language, walk: Callable[[Telephone, Language], Awaitable[None]], page: Page
) -> None:
    await walk(await on_the_phone(language, page), language)
