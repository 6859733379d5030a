"""Sitting: somebody takes the interest test on their telephone, button by button."""

from collections.abc import Iterator

from bot.playground.keyboards import buttons
from bot.rooms.interests.intents import BeginInterests, OpenResult
from bot.ui import Intent
from tests.chat import Chat
from tests.sitters import Sitter


def offered(chat: Chat) -> Iterator[Intent]:
    """What the buttons of the newest message ask."""
    rows = buttons(chat.newest.get("reply_markup"))
    carried = [one["callback_data"] for row in rows for one in row if "callback_data" in one]
    return map(Intent.unpack, carried)


async def begins(chat: Chat, kind: Intent | None = None) -> int:
    """Begin a test; gives the number of the attempt."""
    await chat.taps_data((kind or BeginInterests()).pack())
    return number(chat)


def number(chat: Chat) -> int:
    """The attempt which the newest message asks of."""
    return next(int(one.attempt) for one in offered(chat) if hasattr(one, "attempt"))


async def answers(chat: Chat, sitter: Sitter, most: int = 1000) -> None:
    """Answer what is asked, so many times at most, or until nothing more is asked."""
    for _ in range(most):
        answer = sitter.answers(offered(chat))
        if answer is None:
            return
        await chat.taps_data(answer.pack())


async def sits(chat: Chat, sitter: Sitter, kind: Intent | None = None) -> int:
    """Take a whole test; gives the number of the attempt, whose result is on the screen."""
    attempt = await begins(chat, kind)
    await answers(chat, sitter)
    return attempt


async def opens(chat: Chat, attempt: int) -> str:
    """The result of an attempt, as it is shown."""
    await chat.taps_data(OpenResult(attempt).pack())
    return chat.text
