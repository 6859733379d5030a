"""What somebody may try: words that look like code, other people's announcements, forged links."""

import random
import string
import time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.doors import ADMINS, COUNSELORS
from bot.heard import Heard
from bot.playground import Person
from bot.rooms.announcements.drafts import mark
from bot.ui import Attached
from bot.ui.message import UNKNOWN
from db import announcements, audit, staff
from db.announcements import Announcement
from tests.chat import Chat
from tests.test_announcements.test_composing import newest, writes
from tests.wire import NOON, PUPIL, READER, House

pytestmark = pytest.mark.asyncio(loop_scope="session")
PAYLOADS = [
    "{{ 7*7 }}", "{% for x in range(10**9) %}x{% endfor %}", "{{ ''.__class__.__mro__ }}",
    "{0.__class__.__init__.__globals__}", "%(password)s %n %x", "${jndi}", "<%= 7*7 %>",
    "#{7*7}", "{{ config['key'] }}", "{professions.__class__}", "{# comment #} kept",
    "{{{{due}}}}",
]  # fmt: skip
GUESSES = 300
OTHER = 2001


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_words_that_look_like_code_are_shown_letter_by_letter(
    house: House, counselor: Chat, payload: str
) -> None:
    """S03: templates, formats, expressions: never worked out, and never slow."""
    await writes(counselor, f"Come {payload}")
    one, began = await newest(house), time.monotonic()
    await counselor.taps_data(f"anpreview-{one.id}")
    if "{due}" in payload:
        assert "no due day is set" in counselor.text
        return
    assert [each["text"] for each in counselor.told[-4:-1]] == [f"Come {payload}"] * 3
    assert time.monotonic() - began < 1


async def test_a_guessed_link_grants_nothing(house: House, counselor: Chat) -> None:
    """S06: whatever is guessed, a pupil is answered, and of the staff's nothing changes."""
    await writes(counselor)
    before = await house.store.do(_of_the_staff)
    chance, signs = random.Random(6), string.ascii_letters + string.digits + "_-"
    codes = [f"{one.code}-" for one in (*COUNSELORS, *ADMINS)]
    for at in range(GUESSES):
        tail = chance.choice(["1", "1_en", "1_1", "".join(chance.choices(signs, k=40))])
        words = f"/start {chance.choice(['', 'i_', 'c_', *codes])}{tail}"
        said = await house.conversation.hear(Heard(800_000 + at, "words", PUPIL, words=words))
        assert said is not None
    assert await house.store.do(_of_the_staff) == before


def _of_the_staff(session: Session) -> list[object]:
    tables = (Announcement, staff.Member, staff.Invitation, audit.Act)
    return [list(map(tuple, session.execute(select(each.__table__)))) for each in tables]


async def test_nobody_sees_or_moves_the_announcement_of_another_school(
    house: House, counselor: Chat
) -> None:
    """S09: by its real number, through every door an announcement has."""
    await writes(counselor)
    one = await newest(house)
    await house.store.do(_another_counselor)
    house.playground.people[OTHER] = Person(OTHER, "Динара", "en")
    other = Chat(house, OTHER)
    names = [intent for intent in COUNSELORS if intent._names == ("number",)]
    codes = [f"{intent.code}-{one.id}" for intent in names if intent.code.startswith("an")]
    assert len(codes) > 5
    for data in codes:
        await other.taps_data(data)
        assert "Come tomorrow" not in str(other.told)
    await other.taps_data(f"anwords-{one.id}_en")
    await other.says("Mine now")
    after = await newest(house)
    assert (after.id, after.stage, mark(after)) == (one.id, "draft", mark(one))


def _another_counselor(session: Session) -> None:
    school = staff.school(session, "№ 77", "abai", NOON)
    staff.invite(session, "y", role="counselor", by=1, now=NOON, school=school.id)
    staff.accept(session, "y", OTHER, NOON)


async def test_what_runs_is_frozen(house: House, counselor: Chat) -> None:
    """F61: neither its words nor those who get it change while it is being sent."""
    await writes(counselor)
    one = await newest(house)
    await house.store.do(lambda session: announcements.move(session, one.id, ("draft",), "running"))
    await counselor.taps_data(f"anwords-{one.id}_en")
    await counselor.says("Something else")
    for data in (f"anwith-{one.id}_role_parent", f"anabout-{one.id}_work", f"androp-{one.id}"):
        await counselor.taps_data(data)
    after = await newest(house)
    assert (after.stage, mark(after), after.segment) == ("running", mark(one), one.segment)


@pytest.mark.parametrize(
    ("size", "complaint"),
    [
        (0, "The file is empty"),
        (50 * 2**20 + 1, "The file is too large"),
        (UNKNOWN, "Documents: 1"),
    ],
)
async def test_a_file_is_weighed_before_it_is_kept(
    house: House, counselor: Chat, size: int, complaint: str
) -> None:
    """F58: nothing in it, or too much."""
    await writes(counselor)
    await counselor.taps("📎 Files")
    file = Attached("document", "an-id", size)
    said = await house.conversation.hear(Heard(990_000, "other", READER, attached=(file,)))
    assert said is not None
    assert complaint in said.text


async def test_a_preview_telegram_refuses_says_so(house: House, counselor: Chat) -> None:
    """F58: an expired file: a clear word instead of the preview, and no button that sends."""
    await writes(counselor)
    await counselor.taps("📎 Files")
    await counselor.sends("document")
    await counselor.taps("← Back")
    refused = "Bad Request: wrong file identifier/HTTP URL specified"
    house.playground.faults.order(fault="400", method="sendDocument", description=refused)
    await counselor.taps("👁 Preview")
    house.playground.faults.drop()
    assert "Telegram does not take its file" in counselor.text
    assert "📨 Send" not in counselor.buttons


async def test_no_door_changes_the_trail() -> None:
    """S28: what was done is added to, by all; whoever is forgotten becomes a pseudonym in it."""
    assert {name for name in vars(audit) if callable(vars(audit)[name]) and name.islower()} == {
        "func", "mapped_column", "select", "datetime", "note", "newest", "count", "forget",
    }  # fmt: skip
