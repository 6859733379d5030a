"""Where the bot wants its updates told, and how that went lately."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram.constants import WebhookLimit

from bot.playground.refusals import bad
from bot.playground.shapes import Json, filled

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass
class Webhook:
    """The webhook's settings; no url means there is none."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""
    error: str = ""
    error_at: float = 0.0
    gone_since: float | None = None
    set_at: float = 0.0

    def set(self, url: str, secret: str, max_connections: int, ip_address: str) -> None:
        """Tell updates there from now on."""
        self.url, self.secret, self.ip_address = _address(url), _secret(secret), ip_address
        self.max_connections = _connections(max_connections)
        self._start_over()

    def drop(self) -> None:
        """Tell updates to nobody; they wait to be polled."""
        self.url = self.secret = ""
        self._start_over()

    def went_wrong(self, error: str, at: float) -> None:
        """Remember the last failure, for getWebhookInfo."""
        self.error, self.error_at = error, at

    def told(self, waiting: int, allowed: list[str]) -> Json:
        """What getWebhookInfo answers."""
        info: Json = {"url": self.url, "has_custom_certificate": False}
        info["pending_update_count"] = waiting
        if self.url:
            info |= {"max_connections": self.max_connections}
            info |= filled(ip_address=self.ip_address, last_error_message=self.error)
            info |= filled(last_error_date=int(self.error_at))
        return info | filled(allowed_updates=allowed)

    def _start_over(self) -> None:
        self.error, self.error_at, self.gone_since = "", 0.0, None


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    return url


def _secret(secret: str) -> str:
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    return secret


def _connections(wish: int) -> int:
    if not 0 <= wish <= WebhookLimit.MAX_CONNECTIONS_LIMIT:
        raise bad("bad webhook: max_connections must be between 1 and 100")
    return wish or 40
