"""Logs: JSON where a machine reads them, plain lines in a terminal.

No secret gets into them, and nothing of a person: a call that names one as `person` is written
with a keyed alias in place of the number, what was quoted or is a long number is blotted out, and
of an error only its kind and its place are told, never its own words, for they may quote people.
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\d{2,}:[A-Za-z0-9_-]{8,}")
_QUOTED = re.compile(r'"[^"]*"|«[^»]*»|“[^”]*”')
_NUMBER = re.compile(r"(?<![\w.:-])\d{6,}(?![\w:-])")  # of a chat or a person, perhaps
OURS = {"event", "page", "host", "level", "timestamp"}  # what we wrote ourselves

Alias = Callable[[int], str]


def begin(secrets: tuple[str, ...] = (), alias: Alias | None = None) -> None:
    """Set up logging for a process; these strings, and anything like a token, are blotted out.

    `alias` is how a person is called; without it nobody is told from anybody else.
    """
    hidden = tuple(secret for secret in secrets if len(secret) >= len("secretive"))

    def blot(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return {name: _blotted(_bare(name, value), hidden) for name, value in event.items()}

    def rename(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        person = event.pop("person", None)
        return {**event, "who": alias(person) if alias else "somebody"} if person else event

    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _placed,
        rename,
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


def _placed(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An error as its kind and its place."""
    error = event.pop("exc_info", None)
    found = error[1] if isinstance(error, tuple) else sys.exc_info()[1] if error is True else error
    return {**event, "exception": place_of(found)} if isinstance(found, BaseException) else event


def place_of(error: BaseException) -> str:
    """What went wrong and where in our code; never the error's own words, they may quote people."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at " + " < ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames)
    )


def _bare(name: str, value: Any) -> Any:
    """What another wrote, without what it quotes and without long numbers."""
    if name in OURS or not isinstance(value, str):
        return value
    return _NUMBER.sub("[number]", _QUOTED.sub("[quoted]", value))


def _blotted(value: Any, hidden: tuple[str, ...]) -> Any:
    if not isinstance(value, str):
        return value
    for secret in hidden:
        value = value.replace(secret, "[hidden]")
    return _TOKEN.sub("[token]", value)
