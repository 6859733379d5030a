"""Papers: everything that is kept of somebody, as one document for them alone.

It is made when it is sent, from the rows as they are then, and kept nowhere.
"""

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Any

import orjson

from bot.conversation import SEALED
from bot.keys import Keys
from bot.ui.message import Message
from db import belonging
from db.base import Base, Store

Papers = dict[str, list[dict[str, Any]]]


async def document(store: Store, person: int, keys: Keys) -> bytes:
    """All rows of a person by table, as JSON; what is sealed is opened for them."""
    found = await store.do(partial(belonging.rows, person=person))
    return await asyncio.to_thread(_written, found, keys)


def _written(found: dict[str, list[belonging.Row]], keys: Keys) -> bytes:
    told = {"made_at": datetime.now(UTC), "tables": opened(found, keys)}
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)


def opened(found: dict[str, list[belonging.Row]], keys: Keys) -> Papers:
    """The rows with their seals opened, and what is no word as hexadecimal numbers."""
    return {
        table: [{name: _plain(table, name, value, keys) for name, value in row.items()}
                for row in rows]
        for table, rows in found.items()
    }  # fmt: skip


def _plain(table: str, name: str, value: Any, keys: Keys) -> Any:
    if not isinstance(value, bytes):
        return value
    if (table, name) == ("heard", "reply"):
        return _said(value, keys)
    sealed = "sealed" in Base.metadata.tables[table].columns[name].info
    return keys.open(value) if sealed else value.hex()


def _said(reply: bytes, keys: Keys) -> str:
    """The words of a reply that is kept."""
    kept = keys.open(reply[1:]).encode() if reply.startswith(SEALED) else reply
    said = Message.found(kept)
    return said.text if said else ""
