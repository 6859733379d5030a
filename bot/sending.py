"""Sending: the courier and its dispatch set up in a process, and wound up with it."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from bot.conversation import now
from bot.courier import Courier
from bot.dispatch import Dispatch, Engine
from bot.edges.telegram import Caller, Post
from bot.keys import Keys
from bot.lifetime import until
from bot.postman import Postman
from bot.settings import Settings
from bot.shelf import Shelf
from bot.tempo import Tempo
from db import executors
from db.base import Away, Store


@asynccontextmanager
async def dispatching(
    settings: Settings,
    store: Store,
    shelf: Shelf,
    tasks: asyncio.TaskGroup,
    stop: asyncio.Event,
    keys: Keys,
) -> AsyncIterator[None]:
    """Announcements and letters go out while the block runs; what has left is finished."""
    caller = Caller(settings.token, address=settings.telegram_api_url)
    owner = secrets.token_hex(8)
    tempo = Tempo(settings.pace, quiet=settings.quiet_hours)
    courier = Courier(store, shelf, Post(caller), owner=owner, tempo=tempo)
    executor = await _name(store, settings)
    dispatch = Dispatch(
        store,
        courier,
        settings.admins,
        wake=lambda carrier: _durable(settings, executor, carrier),
        executor=executor,
        clock=now,
    )
    postman = Postman(
        store, shelf, Post(caller), keys=keys, owner=owner, tempo=tempo, admins=settings.admins,
    )  # fmt: skip
    tasks.create_task(until(stop, dispatch.watch()))
    bringing = tasks.create_task(_once(dispatch.looked, postman))
    try:
        yield
    finally:
        postman.stopping.set()
        dispatch.looked.set()
        await asyncio.wait([bringing])
        await dispatch.end()
        await caller.shutdown()


async def _once(looked: asyncio.Event, postman: Postman) -> None:
    """Letters go out once it is known that this is no copy of a database that lives elsewhere."""
    await looked.wait()
    await postman.watch()


def _durable(settings: Settings, executor: str, carrier: Dispatch) -> Engine:
    """Durable work; to import it takes as much memory as all the bot's words."""
    from bot.durable import Durable

    return Durable(settings.database_url, executor, carrier)


async def _name(store: Store, settings: Settings) -> str:
    """This process among those that carry out durable work: the first name nobody alive has."""
    if settings.executor or settings.database_url.startswith("sqlite"):
        return settings.executor or "here"
    host = socket.gethostname()[:30]
    try:
        return await store.do(lambda session: _free(session, host, now()))
    except Away:
        return f"{host}-{os.getpid()}"


def _free(session: Session, host: str, now: datetime) -> str:
    names = (f"{host}-{number}" for number in range(1, 100))
    return next(name for name in names if not executors.alive(session, name, now))
