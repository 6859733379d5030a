"""A counselor writes an announcement, sees it, and sends it."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db import announcements, audit, ledger, staff
from db.announcements import Announcement, Delivery
from db.people import Person
from tests.chat import Chat
from tests.test_announcements.conftest import OTHERS
from tests.wire import NOON, READER, House

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def newest(house: House) -> Announcement:
    """The newest announcement there is."""

    def found(session: Session) -> Announcement:
        one = session.scalars(select(Announcement).order_by(Announcement.id.desc())).first()
        assert one is not None
        session.expunge(one)
        return one

    return await house.store.do(found)


async def writes(counselor: Chat, words: str = "Come tomorrow at 15:00", **more: object) -> None:
    """Begin a draft and write it in English, which stands in for the others."""
    await counselor.says("/announce")
    await counselor.taps("➕ New announcement")
    await counselor.taps("✏️ Eng")
    await counselor.says(words, **more)
    await counselor.taps("✏️ Eng")
    await counselor.taps("🔤 Where words are missing")


async def test_a_counselor_writes_and_sends(house: House, counselor: Chat) -> None:
    """F61: Send tapped twice sends once."""
    await counselor.says("/announce")
    await counselor.taps("➕ New announcement")
    assert "There are no words" in counselor.text

    await counselor.taps("✏️ Kaz")
    bold = [{"type": "bold", "offset": 6, "length": 8}]
    await counselor.says("Ертең кездесу бар", entities=bold)
    assert "✅ in Kazakh" in counselor.text
    assert "Choose which language stands in" in counselor.text

    await counselor.taps("✏️ Kaz")
    await counselor.taps("🔤 Where words are missing")
    assert "Ready" in counselor.text

    await counselor.taps("👁 Preview")
    seen = counselor.told[-4:]
    assert [each["text"].partition("\n")[0] for each in seen[:3]] == ["Ертең кездесу бар"] * 3
    assert seen[0]["entities"] == [{"type": "bold", "offset": 6, "length": 8}]
    assert "It reaches 10 people" in counselor.text
    assert "It leaves at once" in counselor.text

    await counselor.taps("📨 Send")
    assert counselor.toast == "On its way"
    one = await newest(house)
    assert (one.stage, one.author_id, one.run) == ("scheduled", READER, 1)

    await counselor.taps_data(f"ansend-{one.id}")
    again = await newest(house)
    assert (again.stage, again.run) == ("scheduled", 1)
    acts = await house.store.do(
        lambda session: [(a.act, a.reach) for a in audit.newest(session, 9)]
    )
    assert acts[0] == ("announcement-sent", 10)
    assert len(acts) == 1 or acts[1][0] != "announcement-sent"


async def test_nothing_is_sent_that_was_not_seen(house: House, counselor: Chat) -> None:
    await writes(counselor)
    one = await newest(house)
    await counselor.taps_data(f"ansend-{one.id}")
    assert "This is exactly what people will see" in counselor.text
    await counselor.taps_data(f"anwords-{one.id}_en")
    await counselor.says("Come today")
    await counselor.taps_data(f"ansend-{one.id}")
    assert "Come today" in str(counselor.told[-2])
    assert (await newest(house)).stage == "draft"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("see https://evil.example/x", "not on our list"),
        ("write to @somebody_else", "not on our list"),
        ("t.me/playground_bot?start=p_lamplighter", "leads nowhere"),
        ("!!!", "not a single word"),
    ],
)
async def test_words_that_cannot_be_sent_are_refused_at_once(
    house: House, counselor: Chat, words: str, complaint: str
) -> None:
    """S28: no link leads where nobody has looked."""
    await writes(counselor)
    await counselor.taps("✏️ Eng")
    words = words.replace("playground_bot", house.conversation.bot)
    await counselor.says(words)
    assert complaint in counselor.text
    assert (await newest(house)).spoken == {"en": "Come tomorrow at 15:00"}


async def test_what_looks_like_html_or_a_template_is_shown_as_it_is(
    house: House, counselor: Chat
) -> None:
    """S03: words of operators meet no template engine."""
    await writes(counselor, "<b>no end {{ 7*7 }} {0.__class__} & co")
    await counselor.taps("👁 Preview")
    assert counselor.told[-2]["text"] == "<b>no end {{ 7*7 }} {0.__class__} & co"


async def test_underlined_words_are_refused(counselor: Chat) -> None:
    lined = [{"type": "underline", "offset": 0, "length": 4}]
    await writes(counselor)
    await counselor.taps("✏️ Eng")
    await counselor.says("Come tomorrow", entities=lined)
    assert "Only bold, italic and links" in counselor.text


async def test_photos_go_with_it_and_documents_do_not_mix(house: House, counselor: Chat) -> None:
    await writes(counselor)
    await counselor.taps("📎 Files")
    await counselor.sends("photo")
    assert "Photos: 1" in counselor.text
    await counselor.sends("document")
    assert "do not fit into one message" in counselor.text
    await counselor.sends("sticker")
    await counselor.taps_data(f"ann-{(await newest(house)).id}")
    await counselor.taps("👁 Preview")
    assert "photo" in counselor.told[-2]
    assert counselor.told[-2]["caption"].startswith("Come tomorrow")


async def test_words_that_fit_alone_are_too_long_below_a_photo(counselor: Chat) -> None:
    await writes(counselor, "x" * 2000)
    await counselor.taps("📎 Files")
    await counselor.sends("photo")
    await counselor.taps("← Back")
    assert "too long by this many signs: 976" in counselor.text


async def test_buttons_open_things_of_ours_and_known_pages(
    house: House, counselor: Chat, pupil: Chat
) -> None:
    await writes(counselor)
    await counselor.taps("🔘 Buttons")
    await counselor.says("сварщик")
    assert "professions/welder" in counselor.text
    await counselor.says("https://enbek.kz/kk\nЖұмыс\nРабота\nJobs")
    assert "Jobs: https://enbek.kz/kk" in counselor.text
    await counselor.says("https://evil.example\nX")
    assert "not on our list" in counselor.text
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    await counselor.taps("📨 Send")

    await counselor.taps_data(f"anpress-{one.id}_0")
    assert "Welder" in counselor.text

    def begins(session: Session) -> None:
        announcements.move(session, one.id, ("scheduled",), "running", sent_from=NOON)

    await pupil.taps_data(f"anpress-{one.id}_0")
    assert "Дәнекерлеуші" not in pupil.text
    await house.store.do(begins)
    await pupil.taps_data(f"anpress-{one.id}_0")
    assert "Дәнекерлеуші" in pupil.text
    await pupil.taps_data(f"anpress-{one.id}_1")
    assert "https://enbek.kz/kk" in pupil.text
    await pupil.taps_data(f"anpress-{one.id}_7")
    assert "🏠 Басты бет" in pupil.buttons or "🧩 Қызығушылық" in pupil.buttons
    counted = await house.store.do(lambda session: announcements.presses(session, one.id))
    assert counted == {0: 1, 1: 1}


async def test_it_asks_for_something_until_a_day(
    house: House, counselor: Chat, pupil: Chat, parent: Chat
) -> None:
    await writes(counselor, "Hand in your papers by {due}")
    assert "no due day is set" in counselor.text
    await counselor.taps("🙋 Request")
    await counselor.taps("🙋 Ask for an answer")
    await counselor.says("01.11.2026")
    assert "This day is over" in counselor.text
    await counselor.says("tomorrow")
    assert "Write the day like this" in counselor.text
    await counselor.says("01.12.2026")
    assert "1 December 2026" in counselor.text
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    assert "papers by 1 December 2026" in counselor.told[-2]["text"]
    await counselor.taps("📨 Send")

    def begins(session: Session) -> None:
        ledger.opened(session, one, NOON)
        announcements.move(session, one.id, ("scheduled",), "running", sent_from=NOON)

    await counselor.taps_data(f"anreply-{one.id}_done")
    assert counselor.toast == "Only a trial: it is not counted"
    await house.store.do(begins)
    await pupil.taps_data(f"anreply-{one.id}_done")
    assert pupil.toast == "Жауабыңыз сақталды"
    await pupil.taps_data(f"anreply-{one.id}_help")
    given = await house.store.do(lambda session: announcements.answers(session, one.id))
    assert given == {"help": 1}
    await parent.taps_data("anreply-999_done")
    assert "✅ Сделано" not in parent.buttons


async def test_an_audience_is_always_inside_her_own_school(
    house: House, counselor: Chat, pupil: Chat
) -> None:
    await house.store.do(lambda session: announcements.draft(session, 1, NOON))
    await writes(counselor)
    await counselor.taps("👥 To whom")
    assert "Your own school only" in counselor.text
    await counselor.taps("📍 Region")
    assert "nothing to choose" in counselor.text
    await counselor.taps("← Back")
    await counselor.taps("🎓 Role")
    await counselor.taps("👪 Parents")
    assert "✅ Parents" in counselor.buttons
    await counselor.taps("← Back")
    assert "It reaches 1 person" in counselor.text
    one = await newest(house)
    await counselor.taps_data(f"anwith-{one.id}_regions_almaty")
    assert '"regions"' not in (await newest(house)).segment
    await counselor.taps_data(f"anwithout-{one.id}_role_parent")
    await counselor.taps("← Back")
    assert "It reaches 10 people" in counselor.text


async def test_few_who_like_something_are_not_offered(house: House, counselor: Chat) -> None:
    """P15"""
    await writes(counselor)
    await counselor.taps("👥 To whom")
    await counselor.taps("🧭 Direction")
    assert "nothing to choose" in counselor.text
    await counselor.taps("← Back")
    await counselor.taps("⭐ They saved")
    await counselor.says("welder")
    await counselor.taps("← Back")
    assert "Fewer than five people fit" in counselor.text
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    assert "Fewer than five people are in this group" in counselor.text


async def test_a_direction_of_five_is_offered_and_of_four_is_not(
    house: House, counselor: Chat
) -> None:
    """P15"""

    def points(session: Session, to: str, whom: range) -> None:
        theirs = update(Person).where(Person.id.in_(whom))
        session.execute(theirs.values(direction=to))

    await house.store.do(lambda session: points(session, "engineering", OTHERS[:4]))
    await writes(counselor)
    await counselor.taps("👥 To whom")
    await counselor.taps("🧭 Direction")
    assert "Engineering" not in counselor.buttons
    await house.store.do(lambda session: points(session, "engineering", OTHERS[:5]))
    await counselor.taps("← Back")
    await counselor.taps("🧭 Direction")
    await counselor.taps("Engineering")
    await counselor.taps("← Back")
    assert "It reaches 5 people" in counselor.text


async def test_a_counselor_who_is_one_no_more_sends_nothing(
    house: House, counselor: Chat, admin: Chat
) -> None:
    """S29: what was ready to go does not go."""
    house.conversation.second_over = 0
    try:
        await writes(counselor)
        await counselor.taps("👁 Preview")
        await counselor.taps("📨 Send")
    finally:
        house.conversation.second_over = 1000
    await house.store.do(lambda session: staff.end(session, READER, NOON))
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    assert "not open to you" in counselor.text or "🧩 My interests" in counselor.buttons
    await admin.taps_data(f"anpreview-{one.id}")
    await admin.taps("✅ Подтвердить")
    assert "больше нет права" in admin.text
    assert (await newest(house)).stage == "cancelled"


async def test_an_hour_at_night_becomes_the_morning(house: House, counselor: Chat) -> None:
    await writes(counselor)
    await counselor.taps("🕘 When")
    await counselor.says("22.11.2026 10:00")
    assert "This hour is over" in counselor.text
    await counselor.says("24.11.2026 22:30")
    assert "25.11.2026 09:00" in counselor.text
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    await counselor.taps("📨 Send")
    assert "To be sent 25.11.2026 09:00" in counselor.text
    await counselor.taps("🕘 When")
    await counselor.says("26.11.2026 10:00")
    assert "To be sent 26.11.2026 10:00" in counselor.text
    assert (await newest(house)).run == 2


async def test_the_same_to_the_same_people_is_asked_for_again(
    house: House, counselor: Chat
) -> None:
    """F61: the same to the same people is asked for again."""
    for _ in range(2):
        await writes(counselor)
        await counselor.taps("👁 Preview")
        await counselor.taps("📨 Send")
    assert "Really once more?" in counselor.text
    await counselor.taps("📨 Send it anyway")
    assert counselor.toast == "On its way"


async def test_to_very_many_a_second_person_says_yes(
    house: House, counselor: Chat, admin: Chat
) -> None:
    """S28: two persons for very many."""
    house.conversation.second_over = 5
    try:
        await writes(counselor)
        await counselor.taps("👁 Preview")
        assert "a second person of the staff has to confirm" in counselor.text
        await counselor.taps("📨 Send")
        one = await newest(house)
        assert one.stage == "waiting"
        await counselor.taps_data(f"anconfirm-{one.id}")
        assert (await newest(house)).stage == "waiting"
        await admin.taps_data("anwaiting")
        await admin.taps_data(f"anpreview-{one.id}")
        await counselor.taps_data(f"anrefuse-{one.id}")
        await counselor.taps_data(f"anwords-{one.id}_en")
        await counselor.says("Come today")
        await counselor.taps("👁 Preview")
        await counselor.taps("📨 Send")
        await admin.taps("✅ Подтвердить")
        assert (await newest(house)).stage == "waiting"
        assert "Come today" in admin.told[-2]["text"]
        await admin.taps("✅ Подтвердить")
        done = await newest(house)
        assert (done.stage, done.confirmed_by) == ("scheduled", admin.number)
    finally:
        house.conversation.second_over = 1000


async def test_pupils_write_nothing(house: House, counselor: Chat, pupil: Chat) -> None:
    await writes(counselor)
    one = await newest(house)
    for data in ("annew", f"anpreview-{one.id}", f"ansend-{one.id}", f"ancancel-{one.id}"):
        await pupil.taps_data(data)
        assert "🧩 Қызығушылық" in pupil.buttons
    assert (await newest(house)).id == one.id
    assert (await newest(house)).stage == "draft"


async def test_pausing_and_cancelling_as_often_as_one_likes(house: House, counselor: Chat) -> None:
    """F62: as often and as quickly as one likes."""
    await writes(counselor)
    await counselor.taps("👁 Preview")
    await counselor.taps("📨 Send")
    one = await newest(house)

    def runs(session: Session) -> None:
        ledger.opened(session, one, NOON)
        announcements.move(session, one.id, ("scheduled",), "running", sent_from=NOON)

    await house.store.do(runs)
    for _ in range(3):
        await counselor.taps_data(f"anpause-{one.id}")
        assert "⏸ Paused" in counselor.text
        await counselor.taps_data(f"anpause-{one.id}")
        await counselor.taps_data(f"anresume-{one.id}")
        assert "▶️ Being sent" in counselor.text
    await counselor.taps("⏹ Cancel")
    await counselor.taps("⏹ Yes, cancel it")
    assert "Cancelled" in counselor.text
    assert f"Were still to come when it was cancelled: {2 + len(OTHERS)}" in counselor.text
    await counselor.taps_data(f"anresume-{one.id}")
    assert (await newest(house)).stage == "cancelled"
    await counselor.taps_data(f"anback-{one.id}")
    assert counselor.toast == "There is nobody like that"


async def test_a_class_that_was_closed_is_told_of(house: House, counselor: Chat) -> None:
    await writes(counselor)
    await counselor.taps("👥 To whom")
    await counselor.taps("🏫 My classes")
    await counselor.taps("9A")
    await counselor.taps("← Back")
    assert "My classes: 9A" in counselor.text

    def close(session: Session) -> None:
        from db import classes

        for each in classes.led(session, READER):
            classes.close(session, each.id, NOON)

    await house.store.do(close)
    one = await newest(house)
    await counselor.taps_data(f"anpreview-{one.id}")
    assert "A class you chose is no longer there" in counselor.text


async def test_a_draft_that_was_thrown_away_shows_the_way_home(
    house: House, counselor: Chat
) -> None:
    await writes(counselor)
    one = await newest(house)
    await counselor.taps("🗑 Throw away")
    await counselor.taps("🗑 Yes, throw it away")
    await counselor.taps_data(f"anwords-{one.id}_en")
    assert "🧩 My interests" in counselor.buttons


async def test_what_was_sent_is_mended_taken_back_and_sent_to_those_missed(
    house: House, counselor: Chat
) -> None:
    await writes(counselor)
    await counselor.taps("👁 Preview")
    await counselor.taps("📨 Send")
    one = await newest(house)

    def over(session: Session) -> None:
        ledger.opened(session, one, NOON)
        announcements.move(session, one.id, ("scheduled",), "done", sent_from=NOON)
        session.execute(update(Delivery).values(state="sent", due="", message_id=5))
        failed = update(Delivery).where(Delivery.person_id == OTHERS[0])
        session.execute(failed.values(state="failed", message_id=None))

    await house.store.do(over)
    await counselor.taps_data(f"ann-{one.id}")
    assert "Delivered: 9 of 10" in counselor.text
    assert "Could not be sent: 1" in counselor.text

    await counselor.taps("📄 CSV file")
    assert counselor.newest["document"]["file_name"] == "report.csv"
    await counselor.taps_data(f"anfile-{one.id}_xlsx")
    assert counselor.newest["document"]["file_name"] == "report.xlsx"

    await counselor.taps_data(f"anmissed-{one.id}")
    assert await dues(house, one.id) == ["send"]
    assert (await newest(house)).stage == "running"
    await house.store.do(lambda session: announcements.move(session, one.id, ("running",), "done"))
    await house.store.do(lambda session: ledger.let_go(session, one.id, NOON))

    await counselor.taps_data(f"anwords-{one.id}_en")
    await counselor.says("Come at 16:00")
    await counselor.taps_data(f"anedit-{one.id}")
    assert "It will change to this" in counselor.text
    assert (await newest(house)).stage == "done"
    await counselor.taps("✏️ Mend it for everybody")
    assert await dues(house, one.id) == ["edit"] * 9
    assert "1 of 10 are through" in counselor.text
    await house.store.do(lambda session: announcements.move(session, one.id, ("running",), "done"))
    await house.store.do(lambda session: ledger.let_go(session, one.id, NOON))

    await counselor.taps_data(f"ann-{one.id}")
    await counselor.taps("↩️ Take it back")
    await counselor.taps("↩️ Yes, take it back")
    assert await dues(house, one.id) == ["recall"] * 9


async def dues(house: House, number: int) -> list[str]:
    """What is still to be done for those who got it, or did not."""
    left = select(Delivery.due).where(Delivery.announcement_id == number, Delivery.due != "")
    return await house.store.do(lambda session: list(session.scalars(left)))


async def test_speed_has_its_price_and_only_an_admin_may_pay(
    house: House, counselor: Chat, admin: Chat
) -> None:
    await writes(counselor)
    await counselor.taps("🕘 When")
    assert "up to 1 Telegram Stars. It is off now" in counselor.text
    assert "💫 Pay for speed" not in counselor.buttons
    await counselor.taps_data(f"anpaid-{(await newest(house)).id}_1")
    assert not (await newest(house)).paid

    await admin.says("/announce")
    await admin.taps("➕ Новое объявление")
    await admin.taps("🕘 Когда")
    await admin.taps("💫 Ускорить за звёзды")
    assert "Платное ускорение включено" in admin.text
    assert (await newest(house)).paid
    acts = await house.store.do(lambda session: [a.act for a in audit.newest(session, 3)])
    assert "speed-paid" in acts
    await admin.taps("💫 Без доплаты")
    assert not (await newest(house)).paid


async def test_the_hour_it_ends_follows_the_pace_and_the_quiet_hours(
    house: House, counselor: Chat
) -> None:
    talk = house.conversation
    talk.pace, talk.quiet = 10 / 52_000, False
    try:
        await writes(counselor)
        await counselor.taps("🕘 When")
        assert "The last one gets it 24.11.2026 02:" in counselor.text
    finally:
        talk.pace, talk.quiet = 28.0, True
