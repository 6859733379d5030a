"""The processes: which parts each of them starts, and how they are stopped."""

import asyncio
import hmac
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
import uvicorn
from starlette.applications import Starlette

from bot.conversation import Conversation
from bot.doors import COMMANDS, ROUTER
from bot.edges.front import front
from bot.edges.telegram import Edge, Profile
from bot.settings import DATA, Settings
from bot.shelf import Shelf
from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from content.reader import HOME, Mistaken, read
from db import catalogue, heard, migrations
from db.base import Away, Store, open_store

log = structlog.get_logger()

SWEEP = 3600.0  # seconds between sweeps


# --- before anything runs ----------------------------------------------------------------------


def release(settings: Settings) -> None:
    """Tables at the newest step, and the catalogue as `content/` has it."""
    if settings.database_url.startswith("sqlite:///data/"):
        DATA.mkdir(exist_ok=True)
    migrations.climb(settings.database_url)
    asyncio.run(load(settings))


async def load(settings: Settings, folder: Path | None = None) -> bool:
    """Bring the catalogue up to date, whole or not at all; whether anything changed."""
    try:
        things = read(folder or HOME)
    except Mistaken as mistaken:
        raise SystemExit(f"{mistaken}\nNothing was loaded; the old catalogue stays.") from None
    async with opened(settings) as store:
        return await store.do(lambda session: catalogue.load(session, things, datetime.now(UTC)))


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Store]:
    """The store of these settings, closed at the end."""
    store = open_store(settings.database_url)
    try:
        yield store
    finally:
        await store.close()


# --- the processes -----------------------------------------------------------------------------


async def run(settings: Settings) -> None:
    """Everything in one process; without a token, on a playground of its own."""
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
        stop = stopping()
        store = await stack.enter_async_context(opened(settings))
        if settings.telegram_bot_token is None:
            settings = await _playground(settings, tasks)
        tasks.create_task(_until(stop, _sweep(store)))
        await _talk(settings, store, stop)


async def web(settings: Settings) -> None:
    """Hear and answer."""
    async with opened(settings) as store:
        await _talk(settings, store, stopping())


async def worker(settings: Settings) -> None:
    """What is not an answer."""
    async with opened(settings) as store:
        await _until(stopping(), _sweep(store))


def stopping() -> asyncio.Event:
    """Set when the process is asked to end (SIGTERM, Ctrl-C)."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for asked in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(asked, stop.set)
    return stop


async def _playground(settings: Settings, tasks: asyncio.TaskGroup) -> Settings:
    """Start the playground, and point the bot at it."""
    from bot.playground import serve

    serving = tasks.create_task(serve(settings.playground_port))
    address = f"http://127.0.0.1:{settings.playground_port}"
    log.info("the playground is open: talk with the bot here", page=f"{address}/")
    del serving
    return settings.model_copy(update={"telegram_api_url": address})


async def _talk(settings: Settings, store: Store, stop: asyncio.Event) -> None:
    """The conversation on its edge, behind the HTTP front, until asked to stop."""
    shelf = Shelf(store)
    await _loaded(shelf)
    conversation = Conversation(store, shelf, ROUTER)
    edge = Edge(settings.token, conversation, address=settings.telegram_api_url)
    conversation.bot = await edge.open(
        {lang: profile(lang) for lang in LANGUAGES} | {"": profile("kk")}
    )
    secret = webhook_secret(settings)
    routes = (
        [edge.route(secret, in_response=settings.webhook_replies)] if settings.public_url else []
    )
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_until(stop, shelf.watch()))
            tasks.create_task(
                _serve(front(lambda: unready(store, shelf), routes), settings.port, stop)
            )
            if settings.public_url:
                await edge.expect(f"{settings.public_url}/telegram", secret)
            else:
                await edge.poll(stop)
    finally:
        await edge.close()


async def _loaded(shelf: Shelf) -> None:
    """Wait until there is a catalogue to speak of."""
    while not shelf.catalogue.edition:
        with suppress(Away):
            await shelf.look()
        if not shelf.catalogue.edition:
            log.warning("no catalogue yet: run `python -m bot release`")
            await asyncio.sleep(1)


async def _serve(app: Starlette, port: int, stop: asyncio.Event) -> None:
    """HTTP until asked to stop, in the loop that is running."""
    config = uvicorn.Config(app, host="0.0.0.0", port=port, log_config=None, access_log=False)  # noqa: S104
    server = uvicorn.Server(config)
    server.capture_signals = suppress  # type: ignore[method-assign,assignment]
    serving = asyncio.create_task(server.serve())
    await asyncio.wait({serving, asyncio.create_task(stop.wait())}, return_when="FIRST_COMPLETED")
    server.should_exit = True
    await serving


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """The work, until asked to stop."""
    working = asyncio.create_task(work)
    await asyncio.wait({working, asyncio.create_task(stop.wait())}, return_when="FIRST_COMPLETED")
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working


async def _sweep(store: Store) -> None:
    """Forget, every hour, what is older than it is needed."""
    while True:
        with suppress(Away):
            gone = await store.do(lambda session: heard.sweep(session, datetime.now(UTC)))
            log.info("swept", rows=gone)
        await asyncio.sleep(SWEEP)


# --- what they are made of ---------------------------------------------------------------------


async def unready(store: Store, shelf: Shelf) -> dict[str, str]:
    """What keeps this process from answering well, by part."""
    try:
        at = await store.do(migrations.reached)
    except Away:
        return {"database": "cannot be reached"}
    wrong = {} if at == migrations.newest() else {"migrations": f"at {at}: run release"}
    return wrong if shelf.catalogue.edition else {**wrong, "catalogue": "not loaded: run release"}


def webhook_secret(settings: Settings) -> str:
    """The secret given, or one made of the secret key: the same in every process."""
    if settings.webhook_secret:
        return settings.webhook_secret.get_secret_value()
    key = settings.secret_key.get_secret_value() if settings.secret_key else ""
    return hmac.new(key.encode(), b"webhook", "sha256").hexdigest()


def profile(language: Language) -> Profile:
    """What the bot tells about itself in a language."""
    words = {name: text[language] for name, text in labels().items()}
    commands = tuple((name, words[f"command-{name}"]) for name in COMMANDS)
    return Profile(words["bot-name"], words["bot-description"], words["bot-about"], commands)
