"""Saying: a message becomes calls to Telegram, in place where that can be.

A tap is answered beside the call people see, and never before it. What Telegram refuses in ways
that leave the person no worse off is quietly passed over.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.edges.telegram import counts, slot
from bot.edges.telegram.arrival import Arrival
from bot.edges.telegram.caller import Caller
from bot.edges.telegram.outcomes import says
from bot.edges.telegram.pace import Pace, Patience, insist
from bot.edges.telegram.pictures import NotDrawn, Pictures
from bot.edges.telegram.showing import answer, calls, pieces
from bot.ui.message import Message
from bot.ui.offer import Offer

log = structlog.get_logger()

Unreachable = Callable[[int, str], Awaitable[None]]

LEAVING = 2.0  # seconds
NOT_MODIFIED = "message is not modified"
TOO_OLD = "query is too old"
CLOSED = ("chat not found", "PEER_ID_INVALID")
CANNOT_EDIT = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message",
    "MESSAGE_ID_INVALID",
)


async def _only_log(person: int, reason: str) -> None:
    log.info("somebody cannot be reached", reason=reason, person=person)


class Speaker:
    """Says messages in chats."""

    def __init__(
        self,
        caller: Caller,
        pictures: Pictures,
        unreachable: Unreachable | None = None,
        patience: Patience | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._caller, self._pictures = caller, pictures
        self._unreachable = unreachable or _only_log
        self._patience, self._pace = patience or Patience(), pace or Pace()
        self._beside: set[asyncio.Task[None]] = set()

    async def say(self, arrival: Arrival, message: Message | Offer | None) -> None:
        """Say it, or only answer the tap or the query; never raises what Telegram did."""
        try:
            await self._said(arrival, message)
        except (Forbidden, BadRequest) as error:
            await self._refused(arrival, error)
        except TelegramError as error:
            counts.UNSAID.inc()
            log.warning("not said", update=arrival.heard.update, error=str(error))

    async def finish(self) -> None:
        """Wait a little for the answers to taps that are still on their way."""
        if self._beside:
            _, late = await asyncio.wait(self._beside, timeout=LEAVING)
            for answering in late:
                answering.cancel()

    async def _said(self, arrival: Arrival, message: Message | Offer | None) -> None:
        if not isinstance(message, Message):
            await self._answer(arrival, message or "")
        elif self._pace.is_calm(arrival.heard.chat):
            await self._shown(arrival, message)
        else:
            with slot.aside():
                await self._shown(arrival, message)

    async def _shown(self, arrival: Arrival, message: Message) -> None:
        if arrival.query:
            self._begin(self._answer(arrival, message.toast))
        if not await self._before(arrival.heard.chat, message):
            return
        if message.picture:
            await self._picture(arrival, message)
        elif arrival.message and not message.fresh and not message.before:
            await self._edit(arrival, message)
        else:
            await self._send(arrival.heard.chat, message)

    async def _before(self, chat: int, message: Message) -> bool:
        """Say what comes first; where Telegram refuses it, what is to be said otherwise."""
        try:
            for each in message.before:
                await self._send(chat, each)
        except BadRequest as error:
            if message.otherwise is None or says(error, CLOSED):
                raise
            await self._send(chat, message.otherwise)
            return False
        return True

    def _begin(self, answering: Coroutine[Any, Any, None]) -> None:
        """Answer the tap in a task of its own, beside whatever comes next."""
        with slot.aside():
            task = asyncio.create_task(answering)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def _answer(self, arrival: Arrival, said: str | Offer) -> None:
        if not arrival.query:
            return
        try:
            await self._call(*answer(arrival, said), repeatable=True)
        except TelegramError as error:
            if TOO_OLD not in str(error).lower():
                log.warning("tap not answered", update=arrival.heard.update, error=str(error))
        except Exception as error:  # nobody waits for this task, so nobody else would tell of it
            log.error("tap not answered", update=arrival.heard.update, error=type(error).__name__)

    async def _edit(self, arrival: Arrival, message: Message) -> None:
        """Change the tapped message; where it is gone, send another."""
        chat = arrival.heard.chat
        first, *more = pieces(chat, message)
        place = {"message_id": arrival.message}
        try:
            await self._call("editMessageText", {**first, **place}, repeatable=True)
        except BadRequest as error:
            if says(error, CANNOT_EDIT):
                more = [first, *more]
            elif NOT_MODIFIED not in str(error).lower():
                raise
        await self._send_all(more)

    async def _send(self, chat: int, message: Message) -> None:
        for method, parameters in calls(chat, message):
            await self._call(method, parameters, repeatable=False)

    async def _send_all(self, all_pieces: list[dict[str, Any]]) -> None:
        for piece in all_pieces:
            await self._call("sendMessage", piece, repeatable=False)

    async def _picture(self, arrival: Arrival, message: Message) -> None:
        """The picture with the words below it; the words alone where the picture fails."""
        try:
            await self._send_all(await self._pictures.send(self._call, arrival.heard.chat, message))
        except (BadRequest, NotDrawn) as error:
            if says(error, CLOSED):
                raise
            log.error("no picture", update=arrival.heard.update, error=str(error))
            await self._send(arrival.heard.chat, message)

    async def _call(self, method: str, parameters: dict[str, Any], *, repeatable: bool) -> Any:
        return await insist(self._caller, self._patience, method, parameters, repeatable)

    async def _refused(self, arrival: Arrival, error: TelegramError) -> None:
        if not (isinstance(error, Forbidden) or says(error, CLOSED)):
            counts.UNSAID.inc()
            log.error("refused", update=arrival.heard.update, error=str(error))
            return
        counts.BLOCKED.inc()
        if arrival.heard.chat == arrival.heard.person:
            await self._unreachable(arrival.heard.person, str(error))
