"""The cast of the relay: who asks, who answers, and a postman whose post keeps what came."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.heard import Heard
from bot.keys import Keys
from bot.posting import Fate
from bot.postman import Postman
from bot.tempo import Tempo
from bot.ui import Message
from db import classes, letters, people, staff
from db.base import Store
from tests.databases import stocked
from tests.test_staff.cast import HERE, PARENT, PUPIL, THERE, populate
from tests.wire import ADMIN, NOON

__all__ = ["ADMIN", "HERE", "NOON", "PARENT", "PUPIL", "THERE"]
_updates = count(1)


@dataclass
class Brought:
    """A post that brings everything, and remembers it; `fails` tells what comes of each call."""

    sent: list[tuple[int, Message]] = field(default_factory=list)
    fails: Callable[[int], Fate | None] = lambda person: None
    numbers: count = field(default_factory=lambda: count(1))  # type: ignore[type-arg]

    async def send(self, person: int, message: Message, *, paid: bool = False) -> Fate:
        """Bring a message."""
        if fate := self.fails(person):
            return fate
        self.sent.append((person, message))
        return Fate("sent", next(self.numbers))

    async def change(self, person: int, number: int, message: Message) -> Fate:
        """Nobody asks for this."""
        raise AssertionError

    async def withdraw(self, person: int, number: int) -> Fate:
        """Nobody asks for this."""
        raise AssertionError

    def to(self, person: int) -> list[str]:
        """What came to somebody."""
        return [message.text for each, message in self.sent if each == person]


@dataclass
class Town:
    """Everybody, at an hour one may turn."""

    store: Store
    talk: Conversation
    post: Brought
    postman: Postman
    hour: datetime = NOON

    async def taps(self, person: int, data: str) -> Message:
        """Tap a button."""
        return await self._hears(Heard(next(_updates), "tap", person=person, tapped=data))

    async def says(
        self, person: int, words: str, answers: int = 0, own: tuple[str, ...] = ()
    ) -> Message:
        """Write words, perhaps in reply to a message."""
        heard = Heard(next(_updates), "words", person=person, words=words, answers=answers, own=own)
        return await self._hears(heard)

    async def sends(self, person: int, sort: str) -> Message:
        """Send what is not words."""
        return await self._hears(Heard(next(_updates), "other", person=person, sort=sort))

    async def _hears(self, heard: Heard) -> Message:
        said = await self.talk.hear(heard)
        assert said is not None
        return said

    async def asks(self, person: int, words: str, own: tuple[str, ...] = ()) -> Message:
        """Ask a counselor, and send it."""
        await self.taps(person, "qask")
        draft = await self.says(person, words, own=own)
        return await self.taps(person, key(draft, "qsend"))

    async def brings(self) -> list[tuple[int, Message]]:
        """What the postman brings now."""
        before = len(self.post.sent)
        self.postman._looked = -1000.0
        await self.postman.look()
        return self.post.sent[before:]

    def later(self, by: timedelta) -> None:
        """It is later."""
        self.hour += by


def key(message: Message, code: str) -> str:
    """What the button of this code carries."""
    keys = (key.data for row in message.rows for key in row)
    return next(data for data in keys if data.partition("-")[0] == code)


async def town(store: Store, *, quiet: bool = True) -> Town:
    """A pupil and a parent in a class of a school; a counselor of it, and one of another."""
    await store.do(populate)
    await store.do(_classed)
    shelf = await stocked(store)
    post, keys = Brought(), Keys("a secret")
    talk = Conversation(
        store, shelf, ROUTER, bot="guide_bot", admins=(ADMIN,), chance=Random(1), keys=keys,
        quiet=quiet,
    )  # fmt: skip
    made: list[Town] = []
    clock: Callable[[], datetime] = lambda: made[0].hour  # noqa: E731
    postman = Postman(
        store,
        shelf,
        post,
        keys=keys,
        owner="test",
        tempo=Tempo(0, quiet=quiet),
        admins=(ADMIN,),
        clock=clock,
    )
    talk.clock = clock
    made.append(Town(store, talk, post, postman))
    return made[0]


def _classed(session: Session) -> None:
    (mine,) = classes.led(session, HERE)
    classes.join(session, mine, PUPIL, "pupil", NOON)
    pupil, _ = people.meet(session, PUPIL, "en", 0, NOON)
    people.introduce(session, pupil, role="pupil", grade=9)
    assert staff.member(session, THERE)


def waiting(session: Session) -> int:
    """How many letters are still to be brought."""
    return session.query(letters.Letter).filter(letters.Letter.state == "waiting").count()
