"""The HTTP front: alive, ready, counted; whatever else listens brings its own routes."""

import socket
from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import Wrong

QUEUE = 2048  # callers that may wait to be taken
Ready = Callable[[], Awaitable[dict[str, str]]]


class Front:
    """The application of a process: its pages, and paths that are taken straight to who listens.

    A page passes through Starlette, which costs more than all of a webhook's own reading.
    """

    def __init__(self, pages: Starlette) -> None:
        self._pages = pages
        self._straight: dict[str, ASGIApp] = {}

    def take_straight(self, route: Route) -> None:
        """Have requests for this path answered there from now on."""
        self._straight[route.path] = route.app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._straight.get(scope.get("path", ""), self._pages)(scope, receive, send)


def front(ready: Ready, routes: Sequence[BaseRoute] = ()) -> Front:
    """The application of a process: `/healthz`, `/readyz`, `/metrics`, and the routes given.

    `ready` names what is not right, by part; nothing named is ready.
    """

    async def readyz(request: Request) -> Response:
        wrong = await ready()
        return JSONResponse({"ready": not wrong, **wrong}, status_code=503 if wrong else 200)

    pages = [Route("/healthz", _alive), Route("/readyz", readyz), Route("/metrics", _counted)]
    return Front(Starlette(routes=[*pages, *routes]))


def bound(port: int, setting: str) -> socket.socket:
    """A socket that listens on this port; raises Wrong, naming the setting, where it is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("0.0.0.0", port))  # noqa: S104 - the proxy in front may be on another host
    except OSError as error:
        fix = f"stop the program that uses it, or set {setting} to another number"
        raise Wrong(f"port {port} cannot be used ({error.strerror}): {fix}") from None
    listening.listen(QUEUE)
    return listening


async def _alive(request: Request) -> Response:
    return PlainTextResponse("alive")


async def _counted(request: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
