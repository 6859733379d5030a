"""Topics: nothing is told to anybody but what they chose (P13)."""

from itertools import permutations

import pytest

from bot.playground import Person
from db import segments, topics
from db.segments import Segment
from tests.chat import Chat
from tests.wire import NOON, PUPIL, House

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _wanted(house: House, person: int = PUPIL) -> set[str]:
    return await house.store.do(lambda session: topics.wanted(session, person))


async def _reached(house: House, topic: str) -> dict[str, int]:
    return await house.store.do(
        lambda session: segments.reach(session, Segment(), topic, NOON, author=1)
    )


async def test_a_newcomer_is_told_of_nothing_until_they_choose(house: House, pupil: Chat) -> None:
    """P13: at the start, in one tap, and the question is gone once it is answered."""
    await pupil.says("/start")
    assert await _wanted(house) == set()
    assert await _reached(house, "news") == {"muted": 1}
    await pupil.taps("🔔 Не туралы хабарлайық?")
    assert "сізге ештеңе келмейді" in pupil.text
    await pupil.taps("🔕 Оқуға түсу")
    assert "🔔 Оқуға түсу" in pupil.buttons
    assert await _wanted(house) == {"admission"}
    assert await _reached(house, "admission") == {"": 1}
    assert await _reached(house, "news") == {"muted": 1}
    await pupil.taps("🏠 Басты бет")
    assert "🔔 Не туралы хабарлайық?" not in pupil.buttons


async def test_topics_are_switched_on_and_off(house: House, pupil: Chat) -> None:
    """P13"""
    await pupil.says("/start")
    await pupil.taps_data("topics")
    await pupil.taps("🔔 Бәрін қосу")
    assert await _wanted(house) == set(topics.EVERY)
    await pupil.taps_data("mute-events")
    assert "🔕 Іс-шаралар" in pupil.buttons
    assert await _wanted(house) == set(topics.EVERY) - {"events"}
    await pupil.taps("🔕 Бәрін өшіру")
    assert await _wanted(house) == set()


async def test_who_joins_a_class_is_told_what_it_is_told_until_they_leave(
    house: House, counselor: Chat, parent: Chat
) -> None:
    """P13: nothing else goes on by it, and what was switched off stays off."""
    house.playground.people[7007] = Person(7007, "Ләйла", "kk")
    newcomer = Chat(house, 7007)
    await newcomer.starts("c_AAAA33")
    assert await _wanted(house, 7007) == set()
    await newcomer.taps("🎒 Оқушымын")
    assert "«Мектеп пен сынып» тақырыбымен келеді" in newcomer.text
    assert await _wanted(house, 7007) == {"school"}
    await newcomer.taps("🔔 Хабарлар")
    await newcomer.taps("🔔 Мектеп пен сынып")
    await newcomer.taps_data("join-AAAA33_pupil")
    assert await _wanted(house, 7007) == set()
    await parent.taps_data("unmute-work")
    await parent.says("/start c_AAAA33")
    await parent.taps("🚪 Выйти из класса")
    assert await _wanted(house, parent.number) == {"work"}


async def test_a_draft_is_for_those_who_joined_until_its_author_says_otherwise(
    house: House, counselor: Chat
) -> None:
    await counselor.says("/announce")
    await counselor.taps("➕ New announcement")
    await counselor.taps("👥 To whom")
    assert "It reaches 10 people" in counselor.text
    await counselor.taps("← Back")
    await counselor.taps("🏷 Topic")
    await counselor.taps("🔔 News")
    await counselor.taps("👥 To whom")
    assert "have not switched this topic on: 10" in counselor.text


async def test_reminders_are_asked_for(house: House, pupil: Chat) -> None:
    """P13: of a test somebody left they are reminded where they wished it."""
    await pupil.says("/start")
    await pupil.taps_data("testnew")
    await pupil.says("/test")
    await pupil.taps("🔔 Маған еске салыңыз")
    assert await _wanted(house) == {"reminders"}
    await pupil.says("/test")
    assert "🔔 Маған еске салыңыз" not in pupil.buttons


async def test_no_topic_hides_in_the_name_of_another() -> None:
    assert not [pair for pair in permutations(topics.EVERY, 2) if pair[0] in pair[1]]
