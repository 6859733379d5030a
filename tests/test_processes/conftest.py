"""Both databases, and a Telegram of our own for real processes to talk with."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from bot.playground import Playground
from bot.playground.shapes import Json
from tests.databases import address, bare, kind, postgres
from tests.running import KEY, SECRET, TOKEN

__all__ = ["address", "bare", "kind", "postgres"]


@dataclass
class Telegram:
    """A playground that is really served, and what a process must know of it."""

    playground: Playground
    address: str

    def settings(self, **more: object) -> dict[str, Any]:
        """The environment of a process that talks with it."""
        ours = {"telegram_bot_token": TOKEN, "telegram_api_url": self.address}
        return {**ours, "secret_key": KEY, "webhook_secret": SECRET, **more}

    async def settled(self, person: int, act: Callable[[], object]) -> None:
        """Do what a person does, and wait until they see something new and no tap is open."""
        before = repr(self.playground.last(person))
        act()

        def seen() -> bool:
            new = repr(self.playground.last(person)) != before
            return new and not self.playground.queries.owed(person)

        await self.playground.until(seen, 40)

    async def answered(self, person: int, words: str = "/start", seconds: float = 30) -> str:
        """What the bot says to these words."""
        number = self.playground.say(person, words)["message_id"]

        def later() -> list[Json]:
            own = filter(self.playground.is_own, self.playground.messages(person))
            return [each for each in own if each["message_id"] > number]

        return str((await self.playground.until(later, seconds))[-1]["text"])


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """A Telegram without limits, where the waits between retries are short."""
    playground = Playground(limits=False, time_scale=0.02)
    async with playground.open() as address:
        yield Telegram(playground, address)
