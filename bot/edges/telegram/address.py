"""The address: where Telegram tells its updates, or that it keeps them to be polled."""

import hashlib
from typing import Any
from urllib.parse import urlsplit

import structlog

from bot.edges.telegram.caller import WANTED, Caller

log = structlog.get_logger()


async def expect(caller: Caller, address: str, secret: str, connections: int = 100) -> None:
    """Have updates told to this address, unless they are already.

    Telegram does not tell the secret it knows, so a mark of it is part of the address.
    """
    mark = hashlib.sha256(secret.encode()).hexdigest()[:8]
    wanted = {"url": f"{address}?secret={mark}", "max_connections": connections}
    if _differs(await caller.call("getWebhookInfo"), wanted):
        asked = {**wanted, "allowed_updates": WANTED, "secret_token": secret}
        await caller.call("setWebhook", **asked)
        log.info("webhook set", host=urlsplit(address).hostname)


async def expect_none(caller: Caller) -> None:
    """Have updates wait to be polled."""
    if (await caller.call("getWebhookInfo")).get("url"):
        await caller.call("deleteWebhook")
        log.info("webhook taken away")


def _differs(now: dict[str, Any], wanted: dict[str, Any]) -> bool:
    kinds = sorted(now.get("allowed_updates", [])) != sorted(WANTED)
    return kinds or any(now.get(name) != value for name, value in wanted.items())
