"""The HTTP front: alive, ready, counted; whatever else listens brings its own routes."""

from collections.abc import Awaitable, Callable, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

Ready = Callable[[], Awaitable[dict[str, str]]]


def front(ready: Ready, routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The application of a process: `/healthz`, `/readyz`, `/metrics`, and the routes given.

    `ready` names what is not right, by part; nothing named is ready.
    """

    async def readyz(request: Request) -> Response:
        wrong = await ready()
        return JSONResponse({"ready": not wrong, **wrong}, status_code=503 if wrong else 200)

    return Starlette(
        routes=[
            Route("/healthz", _alive),
            Route("/readyz", readyz),
            Route("/metrics", _counted),
            *routes,
        ]
    )


async def _alive(request: Request) -> Response:
    return PlainTextResponse("alive")


async def _counted(request: Request) -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
