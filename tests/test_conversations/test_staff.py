"""Staff: an admin invites, a counselor makes a class, pupils and parents join it and leave."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.heard import Heard
from bot.playground import Person
from bot.studio import Studio
from tests.chat import Chat
from tests.sitters import METAL
from tests.test_conversations.sitting import sits
from tests.wire import ADMIN, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

COUNSELOR = 1005


@pytest.fixture
def admin(house: House) -> Chat:
    """Saule, who runs the bot."""
    house.playground.people[ADMIN] = Person(ADMIN, "Сауле", "en")
    return Chat(house, ADMIN)


@pytest.fixture
def counselor(house: House) -> Chat:
    """Dinara, who is to become a counselor."""
    house.playground.people[COUNSELOR] = Person(COUNSELOR, "Динара", "en")
    return Chat(house, COUNSELOR)


def _payload(chat: Chat) -> str:
    """What the link on the newest message carries."""
    found = re.search(r"start=([\w-]+)", chat.text)
    assert found, chat.text
    return found[1]


async def invites(admin: Chat) -> str:
    """The admin invites for a school; gives the payload of the link."""
    await admin.says("/start")
    await admin.taps("🛡 Staff")
    await admin.taps("✉️ Invite a counselor")
    await admin.taps("Abai Region")
    await admin.says("№ 12")
    return _payload(admin)


async def accepts(counselor: Chat, payload: str) -> None:
    """Open the link, agree to the rules, accept."""
    await counselor.starts(payload)
    assert "✅ Accept the invitation" not in counselor.buttons
    await counselor.taps("☐ I agree to the rules")
    await counselor.taps("✅ Accept the invitation")
    assert counselor.title == "Welcome!"


async def makes(counselor: Chat) -> str:
    """Make a class of grade 9; gives its code."""
    await counselor.taps("➕ New class")
    await counselor.taps("9")
    await counselor.says("9 <b>A")
    assert counselor.title == "“9 <b>A”, grade 9"
    return _payload(counselor).removeprefix("c_")


async def test_from_an_invitation_to_a_class_that_people_join_and_leave(
    house: House, admin: Chat, counselor: Chat, pupil: Chat, parent: Chat
) -> None:
    await accepts(counselor, await invites(admin))
    code = await makes(counselor)

    await pupil.starts(f"c_{code}")
    assert "«№ 12»" in pupil.text
    await pupil.taps("🎒 Оқушымын")
    assert pupil.title == "Сіз «9 <b>A» сыныбындасыз"

    await parent.starts()
    await parent.says(code.lower().translate(str.maketrans("acehkmptxy", "асенкмртху")))
    await parent.taps("👪 Родитель")
    assert "как родитель" in parent.text

    await counselor.says("/classes")
    assert "pupils: fewer than 5, parents: fewer than 5" in counselor.text
    assert "Айым" not in counselor.text

    await pupil.says("/settings")
    assert "🙋 Мен туралы" in pupil.buttons
    await pupil.taps("🏫 Сыныбым")
    await pupil.taps("🚪 Шығу: 9 <b>A")
    assert pupil.toast == "Сіз сыныптан шықтыңыз"
    await counselor.says("/classes")
    assert "pupils: none, parents: fewer than 5" in counselor.text

    await admin.says("/staff")
    await admin.taps("📜 Audit trail")
    for words in ("made an invitation: “№ 12”", "agreed to the rules", "made a class: no. "):
        assert words in admin.text
    assert "9 <b>A" not in admin.text


async def test_a_revoked_invitation_is_not_good(admin: Chat, counselor: Chat) -> None:
    payload = await invites(admin)
    await admin.says("/staff")
    await admin.taps("📨 Invitations")
    await admin.taps("🗑 1")
    assert admin.toast == "The invitation is taken back"
    await counselor.starts(payload)
    assert counselor.title == "This invitation is not good"
    await counselor.says("/classes")
    assert "not open to you" in counselor.text


async def test_classes_are_handed_over_before_a_counselor_leaves(
    admin: Chat, counselor: Chat, pupil: Chat
) -> None:
    await accepts(counselor, await invites(admin))
    await pupil.starts("c_" + await makes(counselor))
    await pupil.taps("🎒 Оқушымын")
    await admin.says("/staff")
    await admin.taps("👥 Members")
    await admin.taps("1")
    await admin.taps("🔄 Hand the classes over")
    await admin.taps("🙋 Take them myself")
    await admin.taps("⏹ End their work")
    await admin.taps("⏹ Yes, end it")
    await counselor.says("/classes")
    assert "not open to you" in counselor.text
    await admin.says("/classes")
    assert "pupils: fewer than 5" in admin.text


async def test_an_admin_gets_the_list_of_who_has_access_as_a_file(
    house: House, admin: Chat, counselor: Chat
) -> None:
    """P17: nobody is named in it but by number."""
    await accepts(counselor, await invites(admin))
    await admin.says("/staff")
    await admin.taps("👥 Members")
    await admin.taps("📄 The list as a file")
    sent = admin.newest["document"]
    assert sent["file_name"] == "staff.xlsx"
    book = load_workbook(BytesIO(house.playground.files.find(sent["file_id"]).content))["Sheet"]
    assert str(COUNSELOR) in [row[0] for row in book.values]
    await admin.says("/staff")
    await admin.taps("📜 Audit trail")
    assert "took the list of who has access" in admin.text


async def test_home_shows_the_rooms_of_the_staff_to_the_staff_only(
    admin: Chat, pupil: Chat, counselor: Chat
) -> None:
    await accepts(counselor, await invites(admin))
    shown = {}
    for name, chat in (("admin", admin), ("pupil", pupil), ("counselor", counselor)):
        await chat.says("/start")
        shown[name] = [label for label in chat.buttons if label[0] in "🛡🏫"]
    assert shown == {
        "admin": ["🛡 Staff"],
        "pupil": [],
        "counselor": ["🏫 My classes"],
    }


@pytest.mark.parametrize("typed", ["AAAA33", "7AC34E9", "АС 34-Е9"])
async def test_a_code_of_no_class_is_said_to_be_none(parent: Chat, typed: str) -> None:
    await parent.says("/settings")
    await parent.taps("🏫 Мой класс")
    await parent.says(typed)
    assert "Класса с таким кодом нет" in parent.text


async def test_words_typed_where_a_code_is_asked_still_find(parent: Chat) -> None:
    await parent.says("/settings")
    await parent.taps("🏫 Мой класс")
    await parent.says("сварщик")
    assert parent.title == "Сварщик"


async def test_the_square_code_of_a_class_is_drawn(
    house: House, admin: Chat, counselor: Chat
) -> None:
    await accepts(counselor, await invites(admin))
    await makes(counselor)
    await counselor.taps("🔳 QR code")
    assert "photo" in counselor.newest
    assert Studio(house.conversation).draw("code/classes/AC34E9/-/kk")[:4] == b"\x89PNG"


async def test_what_one_tells_of_oneself_is_taken_back_in_a_tap(pupil: Chat) -> None:
    await pupil.says("/settings")
    await pupil.taps("🙋 Мен туралы")
    await pupil.taps("🎒 Оқушымын")
    await pupil.taps("🔢 Нешінші")
    await pupil.taps("9")
    await pupil.taps("📍 Өңірім")
    await pupil.taps("Абай облысы")
    assert "Кім: оқушы\nСынып: 9\nӨңір: Абай облысы" in pupil.text
    for label in ("✅ Оқушымын", "🗑 Сынып", "🗑 Өңір"):
        await pupil.taps(label)
    assert "Кім: айтылмаған\nСынып: айтылмаған\nӨңір: айтылмаған" in pupil.text


async def test_joining_a_class_tells_who_one_is_unless_it_was_told(
    admin: Chat, counselor: Chat, parent: Chat
) -> None:
    await accepts(counselor, await invites(admin))
    code = await makes(counselor)
    await parent.starts(f"c_{code}")
    await parent.taps("👪 Родитель")
    await parent.taps("🙋 Обо мне")
    assert "Кто: родитель" in parent.text
    await parent.taps("🎒 Учусь")
    await parent.starts(f"c_{code}")
    await parent.taps("🙋 Обо мне")
    assert "Кто: ученик" in parent.text


async def test_a_result_points_in_a_direction_which_one_may_forget(parent: Chat) -> None:
    await sits(parent, METAL)
    await parent.says("/settings")
    await parent.taps("🙋 Обо мне")
    assert "Направление по тесту: нет" not in parent.text
    await parent.taps("🗑 Забыть направление")
    assert "Направление по тесту: нет" in parent.text


async def test_the_secret_of_an_invitation_is_kept_nowhere(
    house: House, admin: Chat, counselor: Chat
) -> None:
    """S07: its hash is kept, and nothing else."""
    payload = await invites(admin)
    await counselor.starts(payload)
    await counselor.taps("☐ I agree to the rules")
    assert payload.removeprefix("i_") not in await house.memory()


async def test_an_invitation_told_twice_is_the_same_link(house: House, admin: Chat) -> None:
    await admin.says("/start")
    made = Heard(900_001, "tap", person=ADMIN, tapped="inviteall-abai")
    first, again = [await house.conversation.hear(made) for _ in range(2)]
    assert first is not None
    assert first == again
    assert "start=i_" in first.text
