"""Logs: JSON where a machine reads them, plain lines in a terminal; no secret gets into them."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{2,}:[A-Za-z0-9_-]{8,}")


def begin(secrets: tuple[str, ...] = ()) -> None:
    """Set up logging for a process; these strings, and anything like a token, are blotted out."""
    hidden = tuple(secret for secret in secrets if len(secret) >= len("secretive"))

    def blot(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return {name: _blotted(value, hidden) for name, value in event.items()}

    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        blot,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    _pour(shared)


def _pour(shared: list[Any]) -> None:
    """Send everybody's log lines through the same processors to the terminal or as JSON."""
    last: Any = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    for noisy in ("httpx", "aiohttp", "uvicorn.access", "alembic", "apscheduler"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _blotted(value: Any, hidden: tuple[str, ...]) -> Any:
    if not isinstance(value, str):
        return value
    for secret in hidden:
        value = value.replace(secret, "[hidden]")
    return _TOKEN.sub("[token]", value)
