"""The whole application, once a session, emptied for each test; and three who talk with it."""

import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest
import pytest_asyncio

from content.atlas import Catalogue
from db.base import Away, Store, open_store
from tests.chat import Chat
from tests.databases import furnished, whole
from tests.wire import PARENT, PUPIL, READER, SELDOM, House, opened

gc.set_threshold(*SELDOM)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as `content/` has it."""
    return whole()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    """A SQLite database with the catalogue in it."""
    folder: Path = tmp_path_factory.mktemp("house")
    store = open_store(furnished("sqlite", folder))
    yield store
    await store.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def houses() -> AsyncIterator[AsyncExitStack]:
    """Where houses stay open until the end of the session."""
    async with AsyncExitStack() as stack:
        yield stack


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built(houses: AsyncExitStack, store: Store) -> dict[str, House]:
    """The application, told by webhook, on each database once somebody asked for it."""
    return {"sqlite": await houses.enter_async_context(opened(store))}


@pytest_asyncio.fixture(loop_scope="session")
async def house(
    request: pytest.FixtureRequest, built: dict[str, House], houses: AsyncExitStack
) -> House:
    """The application, with nobody known to it yet; on SQLite, where nothing else is asked for."""
    kind = getattr(request, "param", "sqlite")
    if kind not in built:
        store = open_store(furnished("postgresql", Path()))
        houses.push_async_callback(store.close)
        built[kind] = await houses.enter_async_context(opened(store))
    with suppress(Away):  # a server that another test started anew: its connections are known now
        await built[kind].empty()
        return built[kind]
    await built[kind].empty()
    return built[kind]


@pytest.fixture
def pupil(house: House) -> Chat:
    """Aiym, whose telephone speaks Kazakh."""
    return Chat(house, PUPIL)


@pytest.fixture
def parent(house: House) -> Chat:
    """Marat, whose telephone speaks Russian."""
    return Chat(house, PARENT)


@pytest.fixture
def reader(house: House) -> Chat:
    """Helen, whose telephone speaks English."""
    return Chat(house, READER)
