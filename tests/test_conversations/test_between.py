"""Whatever two people write to each other through the relay, neither learns who the other is.

Through the real application and the playground: all that was delivered to each is looked through.
"""

import json
import re
import string
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.edges.telegram import Post
from bot.playground import Person
from bot.postman import Postman
from bot.tempo import Tempo
from db.questions import Question
from tests.chat import Chat
from tests.test_conversations.test_staff import accepts, invites, makes
from tests.wire import ADMIN, NOON, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

CHILD, COUNSELOR = 7_234_567_891, 6_987_654_321
NAMES = {
    CHILD: ("Жанеля", "Қасымбекова", "zhanelya_k2010"),
    COUNSELOR: ("Гүлбаршын", "Ермекқызы", "gulbarshyn.e"),
}
PHONES = {CHILD: "87015554433", COUNSELOR: "77479998877"}


def _phones(digits: str) -> st.SearchStrategy[str]:
    """A phone, as people write it."""
    gaps = st.sampled_from(["", " ", "-", ") ", ".", "  "])
    return st.lists(gaps, min_size=len(digits), max_size=len(digits)).map(
        lambda between: "".join(a + b for a, b in zip(digits, between, strict=True)).strip()
    )


def _told(person: int) -> st.SearchStrategy[str]:
    """Something by which somebody could be found."""
    first, last, handle = NAMES[person]
    return st.one_of(
        st.sampled_from(
            [
                f"@{handle}", f"t.me/{handle}", f"https://t.me/{handle}?x=1", handle,
                f"инста: {handle}", f"telegram {handle}", f"меня зовут {first} {last}",
                f"атым {first}", first.upper(), f"{first}ға", f"{last.lower()}", str(person),
                f"id{person}", f"tg://user?id={person}", f"{handle}@mail.ru", f"whatsapp {handle}",
            ]
        ),
        _phones(PHONES[person]),
        _phones(f"+7{PHONES[person][1:]}"),
    )  # fmt: skip


WORDS = st.text(
    alphabet=string.ascii_letters + string.digits + "абвгдеәіңғүұқөһ .,!?@_-+()/\n<>&", max_size=60
)


def _messages(person: int) -> st.SearchStrategy[str]:
    """Any words, with any of these among them."""
    parts = st.lists(st.one_of(WORDS, _told(person)), min_size=1, max_size=4)
    return parts.map(lambda several: "а " + " ".join(several)).filter(
        lambda words: not words.startswith("/")
    )


class Days:
    """A clock by which each example has a day of its own, at noon, and nobody asks too often."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def next(self) -> None:
        """The noon after."""
        self.now = (self.now + timedelta(days=1)).replace(hour=7, minute=0, second=0)


@pytest_asyncio.fixture(loop_scope="session")
async def days(house: House) -> AsyncIterator[Days]:
    """A counselor with a class and a child in it, both with names and accounts; and their days."""
    before, house.conversation.clock = house.conversation.clock, (days := Days())
    for person, (first, last, handle) in NAMES.items():
        known = Person(person, first, "en", last_name=last, username=handle)
        house.playground.people[person] = known
    house.playground.people[ADMIN] = Person(ADMIN, "Сауле", "en")
    admin, counselor, child = (Chat(house, one) for one in (ADMIN, COUNSELOR, CHILD))
    await accepts(counselor, await invites(admin))
    await child.starts("c_" + await makes(counselor))
    await child.taps("🎒 A pupil")
    yield days
    house.conversation.clock = before


async def _talk(
    child: Chat, counselor: Chat, postman: Postman, asks: str, answers: str, further: str
) -> None:
    """A question, an answer in the chat, and more of both."""
    await child.taps_data("qask")
    await child.says(asks)
    for label in ("▶️ Go on", "📨 Send to the counselor"):  # past the card of help, where it came
        if label in child.buttons:
            await child.taps(label)
    thread = await postman._store.do(_newest)
    await postman.look()
    await counselor.taps_data(f"inwrite-{thread}")
    await counselor.says(answers)
    await postman.look()
    await child.taps_data(f"qmore-{thread}")
    await child.says(further)
    await postman.look()
    await counselor.taps_data(f"inone-{thread}")
    await counselor.taps_data("inbox")
    await child.taps_data(f"qthread-{thread}")
    await child.taps_data("qmine")


def _newest(session: Session) -> int:
    """The number of the newest question there is."""
    return int(session.scalar(select(func.max(Question.id))) or 0)


def _delivered(house: House, person: int) -> str:
    """All that the bot ever sent to somebody: texts, buttons, what they carry."""
    calls = house.playground.calls.find(chat=person)
    return json.dumps([one["params"] for one in calls], ensure_ascii=False).casefold()


def _told_of(seen: str, other: int) -> list[str]:
    """What of the other one's is among all that somebody saw."""
    digits = re.sub(r"[^\d\s]", "", seen)
    phone = PHONES[other][1:]
    names = [one for one in (*NAMES[other], str(other)) if one.casefold() in seen]
    return [
        *names,
        *([phone] if phone in re.sub(r"[\s().+-]", "", seen) or phone in digits else []),
    ]


@pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
async def test_neither_learns_who_the_other_is_whatever_they_write(
    house: House, days: Days, data: st.DataObject
) -> None:
    """P05, P08: of all that was delivered to either, nothing tells of the other."""
    days.next()
    child, counselor = Chat(house, CHILD), Chat(house, COUNSELOR)
    talk = house.conversation
    postman = Postman(
        house.store,
        house.shelf,
        Post(house.edge.caller),
        keys=talk.keys,
        owner="x",
        tempo=Tempo(0),
        clock=days,
    )
    asks, further = data.draw(_messages(CHILD)), data.draw(_messages(CHILD))
    answers = data.draw(_messages(COUNSELOR))
    house.playground.calls.clear()
    await _talk(child, counselor, postman, asks, answers, further)
    seen = {one: _delivered(house, one) for one in (CHILD, COUNSELOR)}
    assert "▒▒▒" in seen[COUNSELOR] or _is_plain(asks + further)
    assert _told_of(seen[CHILD], COUNSELOR) == []
    assert _told_of(seen[COUNSELOR], CHILD) == []


def _is_plain(words: str) -> bool:
    """Whether there was nothing in it to strike out."""
    return not _told_of(words.casefold(), CHILD)
