"""Rights: every door by everybody, with forged buttons too; and nobody else's classes."""

from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.doors import ADMINS, COUNSELORS, EVERYONE, STAFF_COMMANDS
from bot.rooms.classes import intents as group
from bot.rooms.family import intents as kin
from bot.rooms.privacy.intents import ForgetMe
from bot.rooms.staff import intents as crew
from bot.ui import Intent
from bot.ui.voice import labels
from content.kinds import LANGUAGES
from db import audit, classes, staff
from db.base import Store
from tests.test_staff.cast import (
    ENDED,
    HERE,
    MINE,
    ROLES,
    THEIRS,
    THERE,
    conversation,
    populate,
    says,
    taps,
)
from tests.wire import ADMIN, NOON

CLOSED, GONE = (
    tuple(f"<i>{labels()[word][language]}</i>" for language in LANGUAGES)
    for word in ("closed", "gone")
)
OPEN = {
    "pupil": set(EVERYONE),
    "parent": set(EVERYONE),
    "counselor": {*EVERYONE, *COUNSELORS},
    "counselor of another school": {*EVERYONE, *COUNSELORS},
    "ended counselor": set(EVERYONE),
    "admin": {*EVERYONE, *COUNSELORS, *ADMINS},
}
SAMPLES: dict[str, str | int] = {"person": "7", "to": "8", "region": "abai", "secret": "0" * 32}


def forged(intent: type[Intent]) -> str:
    """A button that leads to this door, with values somebody made up."""
    hints = get_type_hints(intent)
    given: dict[str, Any] = {name: _made_up(name, hints[name]) for name in intent._names}
    return intent(**given).pack()


def _made_up(name: str, kind: Any) -> str | int:
    if get_origin(kind) is Literal:
        choice: str | int = get_args(kind)[0]
        return choice
    return 99 if kind is int else SAMPLES.get(name, "welder")


@pytest.mark.parametrize("role", ROLES)
async def test_every_door_opens_to_whom_it_may_and_to_nobody_else(store: Store, role: str) -> None:
    """S08: every door by every role."""
    await store.do(populate)
    talk = await conversation(store)
    wrong = []
    doors = (*EVERYONE, *COUNSELORS, *ADMINS)
    for intent in sorted(doors, key=lambda one: one is ForgetMe):  # after it nobody is anybody
        said = await taps(talk, ROLES[role], forged(intent))
        if said.text.startswith(CLOSED) == (intent in OPEN[role]):
            wrong.append(intent.__name__)
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
async def test_a_command_nobody_was_shown_opens_nothing_more(store: Store, role: str) -> None:
    """S08: a command that is shown to nobody."""
    await store.do(populate)
    talk = await conversation(store)
    for name, intent in STAFF_COMMANDS.items():
        said = await says(talk, ROLES[role], f"/{name}")
        assert said.text.startswith(CLOSED) == (type(intent) not in OPEN[role])


@pytest.mark.parametrize("role", ["pupil", "parent", "ended counselor"])
async def test_whoever_is_not_of_the_staff_leaves_no_trace_in_it(store: Store, role: str) -> None:
    await store.do(populate)
    before = await store.do(_everything)
    talk = await conversation(store)
    for intent in (*COUNSELORS, *ADMINS):
        await taps(talk, ROLES[role], forged(intent))
    assert await store.do(_everything) == before


def _everything(session: Session) -> list[list[object]]:
    tables = (classes.Class, classes.Joined, staff.Member, staff.Invitation, audit.Act)
    return [[list(row) for row in session.execute(select(table.__table__))] for table in tables]


OF_A_CLASS = (
    group.OpenLed, kin.OpenResults, group.ShowInvite, group.AskClose, group.CloseClass
)  # fmt: skip


@pytest.mark.parametrize("intent", OF_A_CLASS)
async def test_a_counselor_neither_sees_nor_touches_a_class_of_another_school(
    store: Store, intent: type[Any]
) -> None:
    """S09: classes of another school, by their real numbers."""
    await store.do(populate)
    talk = await conversation(store)
    for counselor, theirs in ((HERE, THEIRS), (THERE, MINE), (ADMIN, MINE)):
        said = await taps(talk, counselor, intent(theirs).pack())
        assert said.text.startswith(GONE)
    assert await store.do(lambda s: len(classes.led(s, HERE)) + len(classes.led(s, THERE))) == 2
    said = await taps(talk, HERE, intent(MINE).pack())
    assert not said.text.startswith(GONE + CLOSED)


async def test_a_counselor_who_was_ended_sees_their_class_no_more(store: Store) -> None:
    """S29: once an admin has ended them, their telephone opens nothing."""
    await store.do(populate)
    talk = await conversation(store)
    assert not (await taps(talk, HERE, group.OpenLed(MINE).pack())).text.startswith(CLOSED)
    await taps(talk, ADMIN, crew.EndMember(str(HERE)).pack())
    assert (await taps(talk, HERE, group.OpenLed(MINE).pack())).text.startswith(CLOSED)


async def test_numbers_nobody_has_lead_nowhere(store: Store) -> None:
    await store.do(populate)
    talk = await conversation(store)
    for number in ("0", "7", str(ENDED), "9" * 30, "x", "-1"):
        said = await taps(talk, ADMIN, crew.EndMember(number).pack())
        assert said.text.startswith(GONE)
    assert await store.do(staff.count) == 2


async def test_classes_are_handed_over_to_the_staff_only(store: Store) -> None:
    await store.do(populate)
    talk = await conversation(store)
    await taps(talk, ADMIN, crew.HandOver(str(HERE), str(ENDED)).pack())
    assert len(await store.do(lambda s: classes.led(s, HERE))) == 1
    await taps(talk, ADMIN, crew.HandOver(str(HERE), str(THERE)).pack())
    assert len(await store.do(lambda s: classes.led(s, THERE))) == 2
    acts = await store.do(lambda s: [(one.act, one.what, one.reach) for one in audit.newest(s, 9)])
    assert acts == [("handed-over", f"{HERE} > {THERE}", 1)]


async def test_a_made_up_invitation_grants_nothing(store: Store) -> None:
    """S07: a guess."""
    await store.do(populate)
    talk = await conversation(store)
    for words in ("/start i_" + "0" * 32, "/start i_", "/start i_admin", "/start staff"):
        await says(talk, ROLES["pupil"], words)
        await taps(talk, ROLES["pupil"], crew.AcceptInvitation("0" * 32).pack())
    assert await store.do(lambda s: staff.member(s, ROLES["pupil"])) is None


async def test_one_of_the_staff_who_is_no_admin_invites_nobody(store: Store) -> None:
    await store.do(populate)
    talk = await conversation(store)
    await taps(talk, HERE, crew.InviteRegion("abai").pack())
    assert await store.do(lambda s: staff.open_invitations(s, NOON)) == []
