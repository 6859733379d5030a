"""Working: people see that something is being done for them, when it takes a while."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import TelegramError

from bot.edges.telegram import slot
from bot.edges.telegram.caller import Caller

AFTER = 0.7  # seconds until it feels long
EVERY = 4.0  # seconds; Telegram shows it for five


@contextmanager
def working(
    caller: Caller, chat: int, action: str = "typing", after: float = AFTER
) -> Iterator[None]:
    """Show the action in the chat while the block runs, if it runs long."""
    tasks: list[asyncio.Task[None]] = []
    with slot.aside():
        handle = asyncio.get_running_loop().call_later(
            after, lambda: tasks.append(asyncio.create_task(_show(caller, chat, action)))
        )
    try:
        yield
    finally:
        handle.cancel()
        for task in tasks:
            task.cancel()


async def _show(caller: Caller, chat: int, action: str) -> None:
    while True:
        try:
            await caller.call("sendChatAction", chat_id=chat, action=action)
        except TelegramError:
            return
        await asyncio.sleep(EVERY)
