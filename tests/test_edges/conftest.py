"""A playground really served, the edge at the other end of it, and a listener one can script."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.edges.telegram import Edge, Pace, Patience, Rhythm
from bot.heard import Heard
from bot.playground import Playground
from bot.ui.message import Key, Message
from bot.ui.offer import Offer

TOKEN = "7000000001:CANARY-of-a-token_0123456789abcdef"
SECRET = "a-secret-for-tests"
AIYM, MARAT, GULNAR = 1001, 1002, 1003
Reply = Callable[[Heard], Message | Awaitable[Message | None] | None]

QUICK = Patience(away=(0.05, 0.1, 0.2))
RHYTHM = Rhythm(wait=1, shortest_rest=0.05, longest_rest=0.2, stand_by=0.2)


def menu(text: str = "Menu", **more: Any) -> Message:
    """A message with a key."""
    return Message(text, ((Key("Next", data="next"),),), **more)


def echo(heard: Heard) -> Message | None:
    """What most tests hear in answer."""
    if heard.kind in ("left", "back"):
        return None
    return menu(f"heard {heard.words or heard.tapped or heard.kind} {heard.update}")


class Listener:
    """Remembers what it heard, and answers as scripted."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.reply: Reply = echo
        self.asked: list[str] = []
        self.offers: Callable[[str], Offer] = lambda words: Offer((), words)

    async def hear(self, heard: Heard) -> Message | None:
        answer = self.reply(heard)
        message = answer if isinstance(answer, Message | None) else await answer
        self.heard.append(heard)
        return message

    def offer(self, words: str) -> Offer:
        self.asked.append(words)
        return self.offers(words)

    @property
    def kinds(self) -> list[str]:
        return [heard.kind for heard in self.heard]

    @property
    def words(self) -> list[str]:
        return [heard.words or heard.tapped for heard in self.heard]


class Stage:
    """Everything a test moves: the playground, the listener, the edge."""

    def __init__(self, playground: Playground, address: str) -> None:
        self.playground, self.address = playground, address
        self.listener = Listener()
        self.gone: list[tuple[int, str]] = []
        self.edges: list[Edge] = []
        self.edge = self.another(self.listener)

    def another(self, listener: Listener, **more: Any) -> Edge:
        """One more edge for the same bot."""
        asked: dict[str, Any] = {"patience": QUICK, "unreachable": self._left, "draw": None}
        self.edges.append(Edge(TOKEN, listener, address=self.address, **(asked | more)))
        return self.edges[-1]

    async def _left(self, person: int, reason: str) -> None:
        self.gone.append((person, reason))

    def calls(self, method: str, **more: Any) -> list[Any]:
        """The calls of this method so far."""
        return self.playground.calls.find(method=method, **more)

    def texts(self, chat: int = AIYM) -> list[str]:
        """What the bot's messages in a chat say now."""
        own = (m for m in self.playground.messages(chat) if self.playground.is_own(m))
        return [m.get("text") or m.get("caption") or "" for m in own]

    async def until(self, look: Callable[[], Any], seconds: float = 8) -> Any:
        """What `look` sees once it sees something."""
        async with asyncio.timeout(seconds):
            while not (seen := look()):  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        return seen

    async def settled(self) -> None:
        """Once everything heard is answered."""
        await self.until(lambda: not self.playground.updates.waiting)
        await self.edge.turns.finish()

    def tap(self, data: str, person: int = AIYM, **more: Any) -> Any:
        """Tap the newest message's key, with any data."""
        last = self.playground.last(person)
        assert last is not None
        return self.playground.press(person, last["message_id"], data, **more)


class _Hurried:
    """asyncio as uvicorn sees it here: it looks twenty times as often whether to stop."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / 20)


@pytest.fixture(autouse=True)
def _servers_stop_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uvicorn.server.asyncio", _Hurried())


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A playground without limits, where all three have started the bot."""
    playground = Playground(limits=False, time_scale=0.01)
    for person in (AIYM, MARAT, GULNAR):
        playground.person(person).started = True
    async with playground.open() as address:
        stage = Stage(playground, address)
        yield stage
        for edge in stage.edges:
            await edge.close()


@asynccontextmanager
async def polled(stage: Stage, edge: Edge | None = None) -> AsyncIterator[Edge]:
    """The edge polls while the block runs, and stops as it would on SIGTERM."""
    edge = edge or stage.edge
    await edge.open()
    stop = asyncio.Event()
    polling = asyncio.create_task(edge.poll(stop, RHYTHM))
    try:
        yield edge
    finally:
        stop.set()
        async with asyncio.timeout(5):
            await polling


@asynccontextmanager
async def served(*routes: Route) -> AsyncIterator[str]:
    """The routes on a real server; gives its address."""
    app = Starlette(routes=routes)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off"))
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        serving = asyncio.create_task(server._serve([sock]))
        while not server.started:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        server.should_exit = server.force_exit = True
        await serving


@asynccontextmanager
async def hooked(stage: Stage, route: Route | None = None) -> AsyncIterator[str]:
    """The edge is told by webhook while the block runs; gives the webhook's address."""
    await stage.edge.open()
    async with served(route or stage.edge.route(SECRET)) as address:
        await stage.edge.expect(f"{address}/telegram", SECRET)
        yield f"{address}/telegram"
        await stage.edge.turns.finish()


@pytest.fixture
async def polling(stage: Stage) -> AsyncIterator[Stage]:
    """The stage, with the edge polling."""
    async with polled(stage):
        yield stage


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Stage]:
    """The stage, with the edge told by webhook."""
    async with hooked(stage):
        yield stage


@pytest.fixture
def closed_port() -> int:
    """A port nobody listens on."""
    with suppress(OSError), socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
    raise AssertionError


__all__ = ["Heard", "Key", "Message", "Pace"]
