"""The processes: which parts each of them starts, and how they are stopped."""

import asyncio
import gc
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import structlog

from bot.album import Album
from bot.conversation import Conversation
from bot.doors import COMMANDS, ROUTER
from bot.drawn import drawing
from bot.edges.front import Front, bound, front
from bot.edges.telegram import Edge, Profile, Unknown
from bot.keys import Keys, ours
from bot.lifetime import serve, stopping, until
from bot.phraser import phraser
from bot.release import opened
from bot.settings import Settings, Wrong
from bot.shelf import Shelf
from bot.ui.voice import labels
from content.kinds import LANGUAGES, Language
from db import revisions
from db.base import Away, Store

if TYPE_CHECKING:
    from bot.keeping import Keeping

log = structlog.get_logger()

STRANGER = "TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it whole from @BotFather"
GRACE = 3.0  # seconds to end what was begun, once asked to stop


# --- the processes -----------------------------------------------------------------------------


async def run(settings: Settings) -> None:
    """Everything in one process; without a token, on a playground of its own."""
    from bot.keeping import sweep  # `web` sweeps nothing, and sends nothing by itself
    from bot.sending import dispatching

    stop = stopping()
    async with opened(settings) as store, grounded(settings) as ours, asyncio.TaskGroup() as tasks:
        tasks.create_task(until(stop, sweep(store)))
        tasks.create_task(until(stop, keeping(ours, store).watch()))
        shelf = Shelf(store)
        async with dispatching(ours, store, shelf, tasks, stop, sealing(ours)):
            await _talk(ours, store, shelf, stop)


async def web(settings: Settings) -> None:
    """Hear and answer."""
    stop = stopping()
    async with opened(settings) as store:
        await _talk(settings, store, Shelf(store), stop)


async def worker(settings: Settings) -> None:
    """What is not an answer: announcements, and sweeping what is old."""
    from bot.keeping import sweep
    from bot.sending import dispatching

    stop = stopping()
    async with opened(settings) as store, asyncio.TaskGroup() as tasks:
        shelf = Shelf(store, typed=False)
        await until(stop, _loaded(shelf))
        _unhurried()
        tasks.create_task(until(stop, shelf.watch()))
        tasks.create_task(until(stop, keeping(settings, store).watch()))
        async with dispatching(settings, store, shelf, tasks, stop, sealing(settings)):
            await until(stop, sweep(store))


@asynccontextmanager
async def grounded(settings: Settings) -> AsyncIterator[Settings]:
    """These settings, on a playground of our own where there is no token."""
    if settings.telegram_bot_token:
        yield settings
        return
    from bot.playground import Playground

    bound(settings.playground_port, "PLAYGROUND_PORT").close()  # says so where it is taken
    playground = Playground()
    admins = tuple(each.id for each in playground.people.values() if each.kind == "admin")
    async with playground.open(settings.playground_port) as address:
        log.info("the playground is open: talk with the bot here", page=f"{address}/")
        ours = {"telegram_api_url": address, "admins": settings.admins or admins}
        yield settings.model_copy(update=ours)


async def _talk(settings: Settings, store: Store, shelf: Shelf, stop: asyncio.Event) -> None:
    """The conversation on its edge, behind the HTTP front, until asked to stop."""
    conversation = Conversation(
        store,
        shelf,
        ROUTER,
        keys=sealing(settings),
        admins=settings.admins,
        second_over=settings.second_person_over,
        quiet=settings.quiet_hours,
        help_at=settings.help,
        pace=settings.pace,
        parent_up_to=settings.parent_up_to_grade,
        phrase=phraser(settings),
    )
    draw, album, address = drawing(conversation), Album(store), settings.telegram_api_url
    edge = Edge(settings.token, conversation, address=address, draw=draw, album=album)
    app = front(lambda: unready(store, shelf))
    listening = bound(settings.port, "PORT")
    async with known(), asyncio.TaskGroup() as tasks:
        tasks.create_task(serve(app, listening, stop))
        await until(stop, _begin(edge, conversation, shelf))
        if not stop.is_set():
            tasks.create_task(until(stop, shelf.watch()))
            tasks.create_task(until(stop, _introduce(edge)))
            await _listen(settings, edge, app, stop)
        await _close(edge)


@asynccontextmanager
async def known() -> AsyncIterator[None]:
    """Say what to do where Telegram does not know the bot, or knows it no longer."""
    try:
        yield
    except BaseExceptionGroup as group:
        if group.subgroup(Unknown) is None:
            raise
        raise Wrong(STRANGER) from None


async def _begin(edge: Edge, conversation: Conversation, shelf: Shelf) -> None:
    """Have a catalogue to speak of, and learn the bot's own name."""
    await _loaded(shelf)
    conversation.bot = await edge.open()
    _unhurried()


def _unhurried() -> None:
    """Look for garbage from now on; all that is here already stays."""
    gc.freeze()
    gc.enable()


async def _introduce(edge: Edge) -> None:
    """Tell Telegram what the bot says about itself; nobody waits for it."""
    await edge.open({lang: profile(lang) for lang in LANGUAGES} | {"": profile("kk")})


async def _listen(settings: Settings, edge: Edge, app: Front, stop: asyncio.Event) -> None:
    """Hear updates until asked to stop: by webhook where we have an address, else by polling."""
    if settings.public_url is None:
        await until(stop, edge.poll(stop), grace=GRACE)
        return
    secret = webhook_secret(settings)
    app.take_straight(edge.route(secret, in_response=settings.webhook_replies))
    await until(stop, edge.expect(f"{settings.public_url}/telegram", secret))
    await stop.wait()


async def _close(edge: Edge) -> None:
    """Say what is still to be said, as long as that may take."""
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE):
            await edge.close()


async def _loaded(shelf: Shelf) -> None:
    """Wait until there is a catalogue to speak of."""
    while not await shelf.looked():
        log.warning("no catalogue yet: run `python -m bot release`")
        await asyncio.sleep(1)


# --- what they are made of ---------------------------------------------------------------------


async def unready(store: Store, shelf: Shelf) -> dict[str, str]:
    """What keeps this process from answering well, by part."""
    try:
        at = await store.do(revisions.reached)
    except Away:
        return {"database": "cannot be reached"}
    wrong = {} if at == revisions.newest() else {"migrations": f"at {at}: run release"}
    return wrong if shelf.catalogue.edition else {**wrong, "catalogue": "not loaded: run release"}


def sealing(settings: Settings) -> Keys:
    """The keys people's own notes are sealed with; without a secret, this process's own."""
    return Keys(settings.secret_key.get_secret_value()) if settings.secret_key else ours()


def keeping(settings: Settings, store: Store) -> "Keeping":
    """What clears away, and remembers who was forgotten."""
    from bot.keeping import Keeping

    return Keeping(store, sealing(settings), settings.tombstones)


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
