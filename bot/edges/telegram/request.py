"""The wire: how the library's calls reach Telegram, or the answer to its webhook.

Bodies are JSON; only what carries files is a form.
"""

from typing import Any

import aiohttp
import orjson
import structlog
from telegram._utils.defaultvalue import DEFAULT_NONE, DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import BadRequest, TelegramError
from telegram.request import BaseRequest, RequestData

from bot.edges.telegram import counts, slot
from bot.edges.telegram.exchange import Exchange
from bot.edges.telegram.outcomes import result
from bot.edges.telegram.slot import HELD, Call

log = structlog.get_logger()

DEADLINE = 35.0  # seconds for a whole call, however slowly its answer drips
MARGIN = 10.0  # seconds a long poll may last over its own timeout
JSON = {"Content-Type": "application/json"}


class Wire(BaseRequest):
    """The library's way to Telegram, with our deadline, limits and slot."""

    def __init__(self, *, deadline: float = DEADLINE, connections: int = 100) -> None:
        self._deadline = deadline
        self._exchange = Exchange(connections)

    @property
    def read_timeout(self) -> float:
        """What the library adds to the timeout of a long poll."""
        return MARGIN

    async def initialize(self) -> None:
        """Nothing: connections are opened when they are needed."""

    async def shutdown(self) -> None:
        """Let the connections go."""
        await self._exchange.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer as the library expects it; raises an outcome where it is no success."""
        return {"ok": True, "result": result(payload)}

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make the call, or hold it for the answer to the webhook."""
        deadline = DefaultValue.get_value(read_timeout) or self._deadline
        if method == "GET":
            return 200, await self._exchange.get(url, deadline)
        if request_data and request_data.contains_files:
            await self._make_room()
            return 200, await self._exchange.post(url, deadline, data=_form(request_data))
        return 200, await self.say(url, request_data.parameters if request_data else {}, deadline)

    async def say(self, url: str, parameters: dict[str, Any], deadline: float = 0) -> bytes:
        """Make a call without files, or hold it for the answer to the webhook."""
        await self._make_room()
        call = Call(url, parameters, _json(parameters))
        return await self._made_or_held(call, deadline or self._deadline)

    async def _make_room(self) -> None:
        """Let out what the slot holds; whoever called that was told long ago that it is done."""
        place = slot.current()
        if place and (earlier := place.let_out()):
            try:
                await self._made(earlier, self._deadline)
            except TelegramError as error:
                log.warning("an earlier call failed", method=earlier.method, error=str(error))

    async def _made_or_held(self, call: Call, deadline: float) -> bytes:
        place = slot.current()
        if place is None or call.method not in HELD:
            return await self._made(call, deadline)
        place.hold(call)
        counts.called(call.method, "held").inc()
        return call.made_up_result()

    async def _made(self, call: Call, deadline: float) -> bytes:
        return await self._exchange.post(call.url, deadline, data=call.body, headers=JSON)


def _json(parameters: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(parameters)
    except TypeError as error:
        raise BadRequest(f"this cannot be said in JSON ({type(error).__name__})") from None


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
