"""The cast: everybody who may knock at a door, with classes and a school each."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from random import Random

from sqlalchemy.orm import Session

from bot.conversation import Conversation
from bot.doors import ROUTER
from bot.heard import Heard
from bot.ui import Message
from db import classes, people, staff
from db.base import Store
from tests.databases import stocked
from tests.wire import ADMIN, NOON

PUPIL, PARENT, HERE, THERE, ENDED = 5001, 5002, 5003, 5004, 5005
ROLES = {
    "pupil": PUPIL,
    "parent": PARENT,
    "counselor": HERE,
    "counselor of another school": THERE,
    "ended counselor": ENDED,
    "admin": ADMIN,
}
MINE, THEIRS = 1, 2  # the classes of the two counselors
SECRET = "ab" * 16
_updates = count(1)


async def conversation(store: Store) -> Conversation:
    """The conversation on this store, with an admin; chance falls the same each time."""
    shelf = await stocked(store)
    clock: Callable[[], object] = lambda: NOON + timedelta(minutes=1)  # noqa: E731
    talk = Conversation(store, shelf, ROUTER, bot="guide_bot", admins=(ADMIN,), chance=Random(1))
    talk.clock = clock  # type: ignore[assignment]
    return talk


def populate(session: Session) -> None:
    """Two schools with a counselor and a class each, one who was a counselor, and two others."""
    for person in ROLES.values():
        people.meet(session, person, "en", 0, NOON)
    for person, school in ((HERE, "1"), (THERE, "2"), (ENDED, "1")):
        _hire(session, person, staff.school(session, school, "abai", NOON).id)
    for counselor in (HERE, THERE):
        code = "AC34E" + ("7" if counselor == HERE else "9")
        classes.open_class(session, counselor, 1, "9", 9, [code], NOON)
    parent, _ = people.meet(session, PARENT, "en", 0, NOON)
    people.introduce(session, parent, role="parent")
    staff.end(session, ENDED, NOON)


def _hire(session: Session, person: int, school: int) -> None:
    secret = str(person)
    staff.invite(session, secret, role="counselor", by=ADMIN, now=NOON, school=school)
    staff.accept(session, secret, person, NOON)


async def taps(talk: Conversation, person: int, data: str) -> Message:
    """Tap a button, as it stands on a message or as somebody forged it."""
    said = await talk.hear(Heard(next(_updates), "tap", person=person, tapped=data))
    assert said is not None
    return said


async def says(talk: Conversation, person: int, words: str) -> Message:
    """Write words."""
    said = await talk.hear(Heard(next(_updates), "words", person=person, words=words))
    assert said is not None
    return said
