"""How the control API reads a wish and answers it."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.playground.refusals import Refused, bad
from bot.playground.shapes import Json
from bot.playground.world import World

Wish = Callable[[World, Request, Json], Any]


def route(world: World, path: str, method: str, grant: Wish) -> Route:
    """An address of the control API."""

    async def answer(request: Request) -> Response:
        try:
            return told(grant(world, request, await _body(request)))
        except Refused as refused:
            return told(refused.told(), refused.code)
        except TypeError as misread:
            return told(bad(str(misread)).told(), 400)

    handler: Callable[[Request], Awaitable[Response]] = answer
    return Route(f"/playground{path}", handler, methods=[method], name=f"{method} {path}")


def told(answer: object, status: int = 200) -> Response:
    """The answer as JSON."""
    content = json.dumps(answer, default=str, separators=(",", ":"))
    return Response(content, status, media_type="application/json")


def number(request: Request, name: str) -> int | None:
    """A number asked for in the address, if there is one."""
    value = request.query_params.get(name)
    return int(value) if value else None


async def _body(request: Request) -> Json:
    raw = await request.body()
    try:
        read = json.loads(raw or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(read, dict):
        raise bad("expected a JSON object")
    return read
