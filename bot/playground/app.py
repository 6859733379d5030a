"""The one application: the Bot API, the files, the control API, the chat page."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.playground import refusals
from bot.playground.api.door import Door
from bot.playground.control import orders, people
from bot.playground.control.answers import route, told
from bot.playground.delivery import Delivery
from bot.playground.files import File
from bot.playground.refusals import Refused
from bot.playground.world import World

PAGE = Path(__file__).parent / "page"
Answer = Callable[[Request], Awaitable[Response]]


def build(world: World) -> Starlette:
    """The application around a world."""
    wishes = {**people.WISHES, **orders.WISHES}
    controls = [route(world, path, how, grant) for (how, path), grant in wishes.items()]
    routes: list[BaseRoute] = [
        Route("/bot{token}/{method}", Door(world)),
        Route("/", _index),
        Mount("/page", StaticFiles(directory=PAGE)),
        Route("/playground/live", _live(world)),
        Route("/playground/files/{file_id}", _picture(world)),
        *controls,
        Route("/file/bot{token}/{path:path}", _download(world)),
    ]
    return Starlette(routes=routes, lifespan=lambda app: _lifespan(world))


@asynccontextmanager
async def _lifespan(world: World) -> AsyncIterator[None]:
    world.closed = False
    delivering = asyncio.create_task(Delivery(world).run())
    yield
    delivering.cancel()
    await asyncio.gather(delivering, return_exceptions=True)


async def _index(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")


def _live(world: World) -> Answer:
    async def answer(request: Request) -> Response:
        return StreamingResponse(_events(world), media_type="text/event-stream")

    return answer


async def _events(world: World) -> AsyncIterator[str]:
    yield "retry: 500\n\n"
    async for event in world.live.watch():
        yield f"data: {json.dumps(event, default=str)}\n\n"


def _picture(world: World) -> Answer:
    async def answer(request: Request) -> Response:
        try:
            return _content(world.files.find(request.path_params["file_id"]))
        except Refused as refused:
            return told(refused.told(), 404)

    return answer


def _download(world: World) -> Answer:
    async def answer(request: Request) -> Response:
        try:
            world.admit(request.path_params["token"])
        except Refused as refused:
            return told(refused.told(), refused.code)
        file = world.files.at(request.path_params["path"])
        missing = Refused(404, refusals.NOT_FOUND).told()
        return _content(file) if file else told(missing, 404)

    return answer


def _content(file: File) -> Response:
    return Response(file.content, media_type=file.type)
