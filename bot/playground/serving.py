"""Serving the playground on loopback, in the loop that is running."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.playground.api.breaking import TRANSPORT

PATIENCE = 0.2


class Wire(HttpToolsProtocol):
    """HTTP that hands its transport to the application, so that it can be torn down on order."""

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        extensions: Any = self.scope.setdefault("extensions", {})
        extensions[TRANSPORT] = {"transport": self.transport}

    def shutdown(self) -> None:
        """End the connection, even if somebody still waits on it."""
        super().shutdown()
        self.loop.call_later(PATIENCE, self.transport.abort)


class Server(uvicorn.Server):
    """A server that leaves the process's signals to whoever owns the process."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._over = asyncio.Event()

    def stop(self) -> None:
        """End serving, without waiting for the next look at the clock."""
        self.should_exit = True
        self._over.set()

    async def main_loop(self) -> None:
        """Serve until told to stop."""
        await self._over.wait()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


async def listen(app: ASGIApp, sock: socket.socket, close: Callable[[], None]) -> None:
    """Serve the application on a bound socket, until cancelled; then close what waits in it."""
    server = Server(_config(app))
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    try:
        await asyncio.shield(serving)
    finally:
        close()
        server.stop()
        await serving


@asynccontextmanager
async def listening(
    app: ASGIApp, close: Callable[[], None], port: int = 0, host: str = "127.0.0.1"
) -> AsyncIterator[str]:
    """The application, served while the block runs; gives its address."""
    sock = bound(host, port)
    serving = asyncio.create_task(listen(app, sock, close))
    try:
        yield f"http://{host}:{sock.getsockname()[1]}"
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def bound(host: str, port: int) -> socket.socket:
    """A listening socket; callers are queued from this moment, port 0 takes a free one."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # else Nagle waits
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((host, port))
    sock.listen(1024)
    return sock


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app, http=Wire, ws="none", lifespan="on", log_config=None, access_log=False,
        date_header=False,        timeout_graceful_shutdown=1, timeout_keep_alive=75,
    )  # fmt: skip
