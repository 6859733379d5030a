"""A hundred thousand updates that Telegram never sent: none is unhandled, each is acknowledged."""

import copy
import json
import random
from collections import Counter
from typing import Any

import orjson
import structlog

from bot.edges.telegram import Caller
from bot.edges.telegram.pictures import Pictures
from bot.edges.telegram.reading import read
from bot.edges.telegram.saying import Speaker
from bot.edges.telegram.turns import Turns
from bot.edges.telegram.webhook import SECRET as HEADER
from bot.edges.telegram.webhook import Hook
from bot.heard import Heard
from bot.ui.message import Message
from bot.ui.offer import Offer

from .conftest import SECRET, TOKEN, menu
from .seeds import SEEDS, update

MANY = 100_000
SEED = 20_261_122
BODIES = [orjson.dumps(_) for _ in map(update, SEEDS)]
FAMILY = "👨‍👩‍👧‍👦"
STRANGE: list[Any] = [
    None, True, False, 0, -1, 1.5, 2**31, 2**53, 2**64, -(2**63), 1e308, "", "x", "\x00", "\ud800",
    "\udc00\ud800", "\u202e", "\u200b" * 9, "x" * 5000, FAMILY * 900, "/start", "/", "@", "9" * 40,
    [], [[]], [None], {}, {"": {}}, {"id": 1}, [{}] * 3, "private", "kicked", "member", "channel",
    [[[[[[]]]]]], {"a": {"b": {"c": {"d": None}}}},
]  # fmt: skip
OTHER_NAMES = ["x", "from", "chat", "text", "id", "entities", "photo", "data", "message"]
HEADERS = [(HEADER, SECRET.encode()), (b"content-type", b"application/json")]


def mutated(chance: random.Random) -> Any:
    """One of the seeds with one to three things wrong in it."""
    told: Any = orjson.loads(chance.choice(BODIES))
    told["update_id"] = chance.randrange(1, 2**40)
    for _ in range(chance.randint(1, 3)):
        _spoil(told, chance)
    return told


def _spoil(told: Any, chance: random.Random) -> None:
    """Go down to some object or list, and change, drop, copy or add something there."""
    place = told if not told or chance.random() < 0.1 else told[list(told)[-1]]
    while isinstance(place, dict | list) and place:
        key = (
            chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        )
        deeper = place[key]
        if not isinstance(deeper, dict | list) or not deeper or chance.random() < 0.15:
            _change(place, key, told, chance)
            return
        place = deeper


def _change(place: Any, key: Any, told: Any, chance: random.Random) -> None:
    what = chance.random()
    if what < 0.6:
        place[key] = copy.deepcopy(chance.choice(STRANGE))
    elif what < 0.75:
        del place[key]
    elif what < 0.9 and isinstance(place, dict):
        place[chance.choice(OTHER_NAMES)] = copy.deepcopy(place[key])
    else:
        place[key] = [place[key]]


class Trivial:
    """Answers everything that is heard, and keeps count."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()

    async def hear(self, heard: Heard) -> Message | None:
        self.kinds[heard.kind] += 1
        for text in (heard.words, heard.tapped, heard.app_language):
            text.encode()
            assert "\x00" not in text
            assert len(text) <= 4096
        assert 0 < heard.update < 2**63
        assert 0 < heard.person < 2**52
        assert -(2**52) < heard.chat < 2**52
        return menu("Hi") if heard.update % 4 == 0 else None

    def offer(self, words: str) -> Offer:
        words.encode()
        return Offer((), "Open")


class Deaf(Caller):
    """Calls nobody."""

    async def call(self, method: str, **parameters: object) -> Any:
        orjson.dumps(parameters)
        return True


def body_of(told: Any) -> bytes:
    """The update as bytes; the quick way where it can be gone."""
    try:
        return orjson.dumps(told)
    except TypeError:
        return json.dumps(told).encode()


async def told(hook: Hook, body: bytes) -> int:
    """The status the webhook answers this body with."""
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await hook({"type": "http", "method": "POST", "headers": HEADERS}, receive, send)
    return int(sent[0]["status"])


async def test_a_hundred_thousand_strange_updates() -> None:
    caller, listener = Deaf(TOKEN), Trivial()
    turns = Turns(caller, listener, Speaker(caller, Pictures(caller, None)))
    hook = Hook(caller, turns, SECRET)
    chance = random.Random(SEED)
    with structlog.testing.capture_logs() as lines:
        statuses = [await told(hook, body_of(mutated(chance))) for _ in range(MANY // 4)]
        for _ in range(MANY - len(statuses)):  # the rest without the webhook around it
            await turns.take(read(mutated(chance)))
        await turns.finish()
    assert set(statuses) == {200}
    assert {line["event"] for line in lines} == {"unreadable update"}
    assert set(listener.kinds) == {"tap", "words", "place", "other", "group", "left", "back"}
    assert sum(listener.kinds.values()) > MANY / 10
