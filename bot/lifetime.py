"""A process's lifetime: asked to stop, it ends what it does; HTTP is served as long as it lives."""

import asyncio
import signal
import socket
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import uvicorn
from starlette.types import ASGIApp

with suppress(ImportError):  # there is none for Windows
    import uvloop

T = TypeVar("T")
SLOWEST = 3  # seconds a request under way may still take, once asked to stop


def live(work: Coroutine[Any, Any, T]) -> T:
    """Run the work to its end, on the quicker of the loops there are."""
    loop = uvloop.new_event_loop if "uvloop" in globals() else None
    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(work)


def stopping() -> asyncio.Event:
    """Set when the process is asked to end (SIGTERM, Ctrl-C)."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for asked in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(asked, stop.set)
    return stop


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, object], grace: float = 0) -> None:
    """The work, until it is done or we are asked to stop; then it may take `grace` seconds more."""
    working, asked = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait({working, asked}, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    await asyncio.wait({working}, timeout=None if working.done() else grace)
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


async def serve(app: ASGIApp, listening: socket.socket, stop: asyncio.Event) -> None:
    """HTTP until asked to stop, in the loop that is running."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=SLOWEST,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        date_header=False,
    )
    server = uvicorn.Server(config)
    server.capture_signals = suppress  # type: ignore[method-assign,assignment]
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    asked = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, asked}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        asked.cancel()
        server.should_exit = True
        await serving
