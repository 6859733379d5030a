"""P17: once a year the rules are agreed to again; and who has access stands in a list."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import access
from bot.conversation import Conversation
from bot.doors import COUNSELORS
from bot.rooms.classes.intents import CloseClass, MakeClass, NameClass, OpenClasses, OpenLed
from bot.rooms.home.intents import GoHome
from bot.rooms.staff.intents import AgreeAgain, EndMember, OpenStaff, SendStaff
from db import audit, classes, people, staff
from db.base import Store
from tests.test_staff.cast import ENDED, HERE, MINE, ROLES, THERE, conversation, populate, taps
from tests.test_staff.test_rights import forged
from tests.wire import ADMIN, NOON

RULES, LIST = "<b>A year has passed", "<b>Who has access"


async def _later(store: Store, by: timedelta = staff.YEAR) -> Conversation:
    await store.do(populate)
    talk = await conversation(store)
    talk.clock = lambda: NOON + by
    return talk


def _agreed(session: Session) -> list[tuple[int, str]]:
    return [(one.who, one.what) for one in audit.newest(session, 9) if one.act == "agreed"]


async def test_after_a_year_the_rules_stand_before_every_door_of_the_staff(store: Store) -> None:
    """Nothing is seen or done through any of them, with forged buttons either."""
    talk = await _later(store)
    before = await store.do(_everything)
    for intent in COUNSELORS:
        if intent is not AgreeAgain:
            assert (await taps(talk, HERE, forged(intent))).text.startswith(RULES)
    for real in (OpenLed(MINE), CloseClass(MINE)):
        assert (await taps(talk, HERE, real.pack())).text.startswith(RULES)
    assert await store.do(_everything) == before
    assert not (await taps(talk, HERE, GoHome().pack())).text.startswith(RULES)


def _everything(session: Session) -> list[int | None]:
    tables = (classes.Class, staff.Member, audit.Act)
    closed = select(func.count()).where(classes.Class.closed_at.is_not(None))
    many = [session.scalar(select(func.count()).select_from(table)) for table in tables]
    return [*many, session.scalar(closed)]


async def test_one_tap_agrees_for_a_year_and_leads_where_they_were_going(store: Store) -> None:
    """The date is in the audit trail, once, however often it is tapped."""
    talk = await _later(store)
    await taps(talk, HERE, OpenLed(MINE).pack())
    for _ in range(2):
        said = await taps(talk, HERE, AgreeAgain().pack())
        assert said.text.startswith("<b>“9”, grade 9</b>")
    assert await store.do(_agreed) == [(HERE, "rules")]
    talk.clock = lambda: NOON + 2 * staff.YEAR - timedelta(seconds=1)
    assert not (await taps(talk, HERE, OpenClasses().pack())).text.startswith(RULES)
    talk.clock = lambda: NOON + 2 * staff.YEAR
    assert (await taps(talk, HERE, OpenClasses().pack())).text.startswith(RULES)


async def test_until_then_nobody_is_asked_and_an_early_tap_changes_nothing(store: Store) -> None:
    talk = await _later(store, staff.YEAR - timedelta(seconds=1))
    for asked in (AgreeAgain(), OpenClasses(), NameClass(9), MakeClass(9)):
        assert not (await taps(talk, HERE, asked.pack())).text.startswith(RULES)
    assert await store.do(_agreed) == []
    assert (await store.do(lambda s: staff.everybody(s)[0])).renewed_at is None


@pytest.mark.parametrize("role", ["pupil", "parent", "ended counselor"])
async def test_nobody_else_can_agree(store: Store, role: str) -> None:
    talk = await _later(store)
    said = await taps(talk, ROLES[role], AgreeAgain().pack())
    assert "not open to you" in said.text
    assert await store.do(_agreed) == []


async def test_the_list_tells_who_has_access_and_who_took_it(store: Store) -> None:
    """Whoever was ended is not in it; when somebody agreed again is."""
    talk = await _later(store)
    await taps(talk, HERE, AgreeAgain().pack())
    said = await taps(talk, ADMIN, SendStaff().pack())
    assert said.text.startswith(LIST)
    made = await access.document(talk, said.picture)
    told = [tuple(row) for row in load_workbook(BytesIO(made))["Sheet"].values]
    assert told[0] == (
        "Telegram number",
        "Role",
        "School",
        "Region",
        "Since",
        "Agreed to the rules",
    )
    rows = {row[0]: row[1:] for row in told[1:]}
    since, again = "23.11.2026", "23.11.2027"
    assert rows[str(ADMIN)][0] == "Admin (in the settings)"
    assert rows[str(HERE)] == ("Counselor", "1", "Abai Region", since, again)
    assert rows[str(THERE)] == ("Counselor", "2", "Abai Region", since, since)
    assert str(ENDED) not in rows
    assert rows["Taken by"][0] == str(ADMIN)
    assert rows["Taken at (Almaty)"][0] == "23.11.2027 12:00"
    acts = await store.do(lambda s: [(one.who, one.act, one.reach) for one in audit.newest(s, 1)])
    assert acts == [(ADMIN, "staff-listed", 2)]


async def test_the_list_is_for_admins_only(store: Store) -> None:
    talk = await _later(store, timedelta(hours=1))
    for role in ("pupil", "counselor", "ended counselor"):
        said = await taps(talk, ROLES[role], SendStaff().pack())
        assert not said.text.startswith(LIST)
        assert not said.picture


async def test_an_admin_of_the_settings_is_not_asked(store: Store) -> None:
    """Nobody invited them: there is nothing they agreed to."""
    talk = await _later(store)
    assert not (await taps(talk, ADMIN, OpenStaff().pack())).text.startswith(RULES)
    await taps(talk, ADMIN, EndMember(str(HERE)).pack())
    assert await store.do(staff.count) == 1


async def test_who_is_invited_anew_begins_a_new_year(store: Store) -> None:
    talk = await _later(store)
    await taps(talk, HERE, AgreeAgain().pack())
    later = NOON + 3 * staff.YEAR

    def again(session: Session) -> staff.Member | None:
        people.meet(session, HERE, "en", 0, later)
        staff.invite(session, "anew", role="counselor", by=ADMIN, now=later, region="abai")
        return staff.accept(session, "anew", HERE, later)

    one = await store.do(again)
    assert one is not None
    assert one.agreed_at == later
