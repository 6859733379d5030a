"""The caller: the library's Bot on our wire, silent about its token, plain where speed matters."""

import logging
from typing import Any

from telegram import Bot, InputFile
from telegram.constants import UpdateType
from telegram.error import InvalidToken, TelegramError

from bot.edges.telegram.outcomes import Ambiguous, result
from bot.edges.telegram.request import MARGIN, Wire

TELEGRAM = "https://api.telegram.org"
WANTED = [
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.INLINE_QUERY,
    UpdateType.CHOSEN_INLINE_RESULT,
    UpdateType.MY_CHAT_MEMBER,
]

# The library writes every parameter and every answer to its log when that is set to DEBUG.
logging.getLogger("telegram").setLevel(logging.WARNING)


class Caller(Bot):
    """Calls Telegram in the bot's name."""

    def __init__(self, token: str, *, address: str = TELEGRAM, wire: Wire | None = None) -> None:
        wire = wire or Wire()
        self._wire = wire
        super().__init__(
            token,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=wire,
            get_updates_request=wire,
        )

    def __repr__(self) -> str:
        return "Caller()"

    async def initialize(self) -> None:
        """Learn who the bot is; raises InvalidToken, which does not tell the token."""
        problem: TelegramError | None = None
        try:
            await super().initialize()
        except InvalidToken:  # the library's own words quote the token
            problem = InvalidToken("Telegram does not know the bot's token")
        except (TypeError, AttributeError):
            problem = Ambiguous("this does not say who the bot is")
        if problem:
            raise problem

    async def shutdown(self) -> None:
        """Let the connections go, also those opened before the bot knew who it is."""
        await super().shutdown()
        await self.request.shutdown()

    @property
    def name_known(self) -> str:
        """The bot's username; empty until Telegram has told it."""
        return self._bot_user.username or "" if self._bot_user else ""

    async def call(self, method: str, **parameters: object) -> Any:
        """Make any call; its result as Telegram wrote it, which spares building objects."""
        if any(isinstance(value, InputFile) for value in parameters.values()):
            return await self._post(method, parameters)
        return result(await self._wire.say(f"{self.base_url}/{method}", parameters))

    async def updates(self, offset: int, wait: float, limit: int = 100) -> list[Any]:
        """Wait for updates from this number on, as Telegram wrote them."""
        asked = {"offset": offset, "timeout": int(wait), "limit": limit, "allowed_updates": WANTED}
        batch = await self._post("getUpdates", asked, read_timeout=wait + MARGIN)
        if not isinstance(batch, list):
            raise Ambiguous("the updates are not a list")
        return batch
