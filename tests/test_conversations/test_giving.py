"""A result for the counselor: one, by the pupil's tap, for thirty days; every look is told."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import func, select, update

from bot.playground import Person
from bot.rooms.asking.intents import AskMore, OpenDraft, SendQuestion
from bot.rooms.classes.intents import CloseClass, JoinClass, LeaveClass
from bot.rooms.family import intents as kin
from bot.rooms.interests.intents import BeginYoung
from db import audit, classes, given
from db.classes import Class
from db.questions import Question
from tests.chat import Chat
from tests.sitters import METAL
from tests.test_conversations.sitting import sits
from tests.test_conversations.test_family import links, said_to
from tests.test_conversations.test_staff import accepts, admin, counselor, invites, makes
from tests.wire import NOON, PUPIL, House

__all__ = ["admin", "counselor"]
pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True),
]

OTHER = 1006


@pytest.fixture
def other(house: House) -> Chat:
    """Gulnar, a counselor of another school."""
    house.playground.people[OTHER] = Person(OTHER, "Гүлнар", "en")
    return Chat(house, OTHER)


@pytest_asyncio.fixture(loop_scope="session")
async def hour(house: House) -> AsyncIterator[Callable[[datetime], None]]:
    """Sets the clock; afterwards it runs on as it did."""
    before = house.conversation.clock

    def set_to(moment: datetime) -> None:
        house.conversation.clock = lambda: moment

    yield set_to
    house.conversation.clock = before


async def classed(house: House, admin: Chat, counselor: Chat, pupil: Chat) -> int:
    """A counselor with a class of grade 9, which the pupil joins; gives its number."""
    await accepts(counselor, await invites(admin))
    code = await makes(counselor)
    await pupil.starts(f"c_{code}")
    await pupil.taps("🎒 Оқушымын")
    return int(await house.store.do(lambda s: s.scalars(select(func.max(Class.id))).one() or 0))


async def handed(house: House) -> int:
    """The number of the newest result that was given."""
    return int(
        await house.store.do(lambda s: s.scalars(select(func.max(given.Given.id))).one() or 0)
    )


async def gives(house: House, pupil: Chat, class_: int) -> tuple[int, int]:
    """A pupil takes the test and gives its result; the attempt, and what was given."""
    attempt = await sits(pupil, METAL)
    await pupil.taps_data(kin.GiveResult(attempt, class_).pack())
    return attempt, await handed(house)


async def test_a_pupil_takes_a_result_to_the_counselor_and_sees_who_looked(
    house: House, admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    """P06: by the pupil's tap, for thirty days, by number; every look is shown."""
    class_ = await classed(house, admin, counselor, pupil)
    attempt = await sits(pupil, METAL)
    await counselor.taps_data(kin.OpenResults(class_).pack())
    assert "Nobody has brought a result yet" in counselor.text

    await pupil.taps_data(kin.OpenGiving(attempt).pack())
    await pupil.taps("🏫 Апару: 9 <b>A")
    assert "30 күн бойы қарай алады" in pupil.text
    assert await handed(house) == 0
    await pupil.taps("✅ Иә, көрсін")
    assert "23.12.2026 күніне дейін" in pupil.text

    await counselor.says("/classes")
    await counselor.taps("🔑 9 <b>A" if "🔑 9 <b>A" in counselor.buttons else counselor.buttons[0])
    await counselor.taps("🧩 Results pupils brought")
    number = re.search(r"Pupil (\d{4}): until 23\.12\.2026", counselor.text)
    assert number
    await counselor.taps(number[1])
    assert counselor.title == f"Pupil {number[1]}"
    assert "What draws most: hands-on work and machines" in counselor.text
    assert not re.search("Айым|aiym|1001", said_to(house, counselor.number))

    await pupil.taps_data(kin.OpenLooks().pack())
    assert "бағдар беруші, «№ 12»" in pupil.text
    assert "Барлығы қаралғаны: 1" in pupil.text
    assert not re.search("Динара|1005", said_to(house, PUPIL))
    acts = await house.store.do(lambda s: [one.act for one in audit.newest(s, 1)])
    assert acts == ["result-seen"]
    await admin.says("/staff")
    await admin.taps("📜 Audit trail")
    assert "looked at a pupil" in admin.text


async def test_a_counselor_of_another_school_finds_nothing(
    house: House, admin: Chat, counselor: Chat, other: Chat, pupil: Chat
) -> None:
    """S09: by its real number, by the real class; and nothing of it is written as a look."""
    class_ = await classed(house, admin, counselor, pupil)
    _, number = await gives(house, pupil, class_)
    await accepts(other, await invites(admin))
    for intent in (kin.OpenResults(class_), kin.SeeResult(number)):
        for chat in (other, admin):
            await chat.taps_data(intent.pack())
            assert "no longer" in chat.text or "🔎 Professions" in chat.buttons
        await pupil.taps_data(intent.pack())
        assert "🔎 Мамандықтар" in pupil.buttons
    await pupil.taps_data(kin.OpenLooks().pack())
    assert "Барлығы қаралғаны: 0" in pupil.text


@pytest.mark.parametrize("how", ["taken back", "left the class", "class closed", "late", "handed"])
async def test_what_is_over_is_seen_by_nobody(
    house: House,
    admin: Chat,
    counselor: Chat,
    pupil: Chat,
    hour: Callable[[datetime], None],
    how: str,
) -> None:
    class_ = await classed(house, admin, counselor, pupil)
    _, number = await gives(house, pupil, class_)
    await counselor.taps_data(kin.SeeResult(number).pack())
    assert counselor.title.startswith("Pupil")
    if how == "taken back":
        await pupil.taps_data(kin.TakeResultBack().pack())
        assert pupil.toast == "Енді бағдар беруші көрмейді"
        await pupil.taps_data(kin.TakeResultBack().pack())
        assert "Қазір оны ешкім көрмейді" in pupil.text
        assert "Барлығы қаралғаны: 1" in pupil.text
    if how == "left the class":
        await pupil.taps_data(LeaveClass(class_).pack())
    if how == "class closed":
        await counselor.taps_data(CloseClass(class_).pack())
    if how == "late":
        hour(NOON + timedelta(days=30, hours=1))
    if how == "handed":  # to another counselor, with the class
        moved = update(Class).values(counselor_id=OTHER)
        await house.store.do(lambda s: s.execute(moved) and None)
    await counselor.taps_data(kin.SeeResult(number).pack())
    assert "🔎 Professions" in counselor.buttons


async def test_one_result_at_a_time_and_given_twice_it_lasts_as_it_did_first(
    house: House, admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    class_ = await classed(house, admin, counselor, pupil)
    first, number = await gives(house, pupil, class_)
    await pupil.taps_data(kin.GiveResult(first, class_).pack())
    assert await handed(house) == number
    _, second = await gives(house, pupil, class_)
    assert second != number
    await counselor.taps_data(kin.SeeResult(number).pack())
    assert "🔎 Professions" in counselor.buttons
    await counselor.taps_data(kin.SeeResult(second).pack())
    assert counselor.title.startswith("Pupil")


async def test_only_a_pupil_of_the_class_gives_and_only_what_is_theirs(
    house: House, admin: Chat, counselor: Chat, pupil: Chat, parent: Chat
) -> None:
    class_ = await classed(house, admin, counselor, pupil)
    attempt = await sits(pupil, METAL)
    theirs = await sits(parent, METAL)
    await parent.taps_data(kin.GiveResult(theirs, class_).pack())
    assert "🔎 Профессии" in parent.buttons
    code = await house.store.do(lambda s: s.scalars(select(Class.code)).one())
    await parent.taps_data(JoinClass(code, "parent").pack())
    await parent.taps_data(kin.GiveResult(theirs, class_).pack())
    assert "🔎 Профессии" in parent.buttons
    await parent.taps_data(kin.GiveResult(attempt, class_).pack())
    await pupil.taps_data(kin.GiveResult(theirs, class_).pack())
    assert "🔎 Мамандықтар" in pupil.buttons
    assert await handed(house) == 0


async def test_up_to_grade_eight_a_parent_says_yes_first_and_may_take_it_back(
    house: House, admin: Chat, counselor: Chat, pupil: Chat, parent: Chat
) -> None:
    """P04."""
    class_ = await classed(house, admin, counselor, pupil)
    await house.store.do(lambda s: s.execute(update(Class).values(grade=7)) and None)
    attempt = await sits(pupil, METAL, BeginYoung())
    await pupil.taps_data(kin.AskGive(attempt, class_).pack())
    assert pupil.title == "Алдымен ата-ананың келісімі"
    assert "«Отбасы» бетінде код жасап" in pupil.text
    await pupil.taps_data(kin.GiveResult(attempt, class_).pack())
    assert await handed(house) == 0

    number = await links(house, pupil, parent)
    await pupil.taps_data(kin.AllowGiving(number).pack())  # the child cannot
    await pupil.taps_data(kin.GiveResult(attempt, class_).pack())
    assert await handed(house) == 0
    await parent.taps_data(kin.OpenLink(number).pack())
    await parent.taps("🧭 Разрешить профориентатору")
    assert "вы разрешили" in parent.text
    await pupil.taps_data(kin.GiveResult(attempt, class_).pack())
    first = await handed(house)
    assert first
    await parent.taps("✅ Отозвать разрешение")
    await counselor.taps_data(kin.SeeResult(first).pack())
    assert "🔎 Professions" in counselor.buttons
    await pupil.taps_data(kin.TakeResultBack().pack())
    await pupil.taps_data(kin.GiveResult(attempt, class_).pack())
    assert await handed(house) == first


async def test_up_to_grade_eight_a_question_waits_for_a_parent_but_a_call_for_help_does_not(
    house: House, admin: Chat, counselor: Chat, pupil: Chat, parent: Chat
) -> None:
    """P04: what is written waits as a draft, and goes when a linked parent has said yes."""
    await classed(house, admin, counselor, pupil)
    await house.store.do(lambda s: s.execute(update(Class).values(grade=7)) and None)
    waits = await _asks(house, pupil, "Емтихан қиын ба?")
    assert pupil.title == "Алдымен ата-ананың келісімі"
    await pupil.taps_data(SendQuestion(waits).pack())
    assert await _stage(house, waits) == "draft"

    alarm = await _asks(house, pupil, "Өлгім келеді")
    assert "111" in pupil.text
    await pupil.taps("▶️ Жалғастыру")
    await pupil.taps("📨 Сұрақты жіберу")
    assert await _stage(house, alarm) == "sent"

    number = await links(house, pupil, parent)
    await parent.taps_data(kin.AllowGiving(number).pack())
    await pupil.taps_data(OpenDraft(waits).pack())
    await pupil.taps("📨 Сұрақты жіберу")
    assert await _stage(house, waits) == "sent"
    await parent.taps_data(kin.ForbidGiving(number).pack())
    await pupil.taps_data(AskMore(waits).pack())
    await pupil.says("Ал математика ше?")
    assert pupil.title == "Алдымен ата-ананың келісімі"


async def _asks(house: House, pupil: Chat, words: str) -> int:
    """Write a question to a counselor; its number."""
    await pupil.says("/ask")
    await pupil.says(words)
    newest = select(func.max(Question.id))
    return int(await house.store.do(lambda s: s.scalars(newest).one() or 0))


async def _stage(house: House, number: int) -> str:
    return await house.store.do(lambda s: s.get_one(Question, number).stage)


async def test_a_pupil_who_is_forgotten_takes_the_result_along(
    house: House, admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    class_ = await classed(house, admin, counselor, pupil)
    _, number = await gives(house, pupil, class_)
    await counselor.taps_data(kin.SeeResult(number).pack())
    await house.store.do(lambda s: _forgotten(s))
    await counselor.taps_data(kin.SeeResult(number).pack())
    assert "🔎 Professions" in counselor.buttons
    left = select(func.count()).select_from(given.Look)
    assert await house.store.do(lambda s: s.scalar(left)) == 0
    assert await house.store.do(lambda s: classes.size(s, class_)) == {}


def _forgotten(session) -> None:  # type: ignore[no-untyped-def]
    from sqlalchemy import delete

    from db.people import Person as Someone

    session.execute(delete(Someone).where(Someone.id == PUPIL))
