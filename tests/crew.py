"""Crew: the screens of the staff, of classes and of who one is, each after what led to it."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import get_args

from bot.doors import ROUTER
from bot.rooms.about import intents as me
from bot.rooms.classes import intents as group
from bot.rooms.home.intents import GoHome
from bot.rooms.interests.intents import BeginInterests
from bot.rooms.staff import intents as crew
from bot.rooms.staff import telling
from bot.rooms.staff.screens import trail
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from db import audit, people, staff
from db.audit import Act
from db.statements import settle
from tests.wire import NOON

Story = Callable[[Turn], Screen]
MEMBER, OTHER = "1003", "1004"
SECRET = "5f" * 16
SCHOOL = "№ 12"


def asked(intent: Intent, turn: Turn, words: str = "") -> Screen:
    """The screen its door answers with, after all that was done in the turns before."""
    settle(turn.session)
    turn.words = words
    return ROUTER.answer(intent, turn)[1]


def admin(*before: tuple[Intent, str]) -> Callable[[Intent], Story]:
    """Stories of an admin who did this before; chance falls the same for everybody."""
    return lambda intent: lambda turn: _done(_as("admin", turn), (*before, (intent, "")))


def counselor(*before: tuple[Intent, str]) -> Callable[[Intent], Story]:
    """Stories of a counselor of a school."""
    return lambda intent: lambda turn: _done(_led(turn), (*before, (intent, "")))


def pupil(*before: tuple[Intent, str]) -> Callable[[Intent], Story]:
    """Stories of somebody who is not of the staff, where a class is led by somebody else."""
    return lambda intent: lambda turn: _done(_classed(turn), (*before, (intent, "")))


def _done(turn: Turn, acts: tuple[tuple[Intent, str], ...]) -> Screen:
    return [asked(intent, turn, words) for intent, words in acts][-1]


def _as(role: str, turn: Turn) -> Turn:
    return replace(turn, person=replace(turn.person, staff=role), chance=Random(7))


def _met(turn: Turn, number: str) -> Turn:
    """The turn of somebody else."""
    person, _ = people.meet(turn.session, int(number), turn.language, 1, NOON)
    return replace(turn, person=person)


def _joined_staff(turn: Turn, number: str, school: str, region: str) -> Turn:
    """Somebody becomes a counselor by an invitation."""
    known = staff.school(turn.session, school, region, NOON).id if school else None
    secret = number * 8
    staff.invite(
        turn.session, secret, role="counselor", by=1, now=NOON, school=known, region=region
    )
    other = _met(turn, number)
    asked(crew.AcceptInvitation(secret), other)
    return other


def _staffed(turn: Turn) -> Turn:
    """An admin with two counselors, of whom one leads a class."""
    other = _as("counselor", _joined_staff(turn, MEMBER, SCHOOL, "abai"))
    asked(group.MakeClass(9), other, "9 A")
    _joined_staff(turn, OTHER, "", "pavlodar")
    return _as("admin", turn)


def _alone(turn: Turn) -> Turn:
    """An admin with one counselor, who leads nothing."""
    _joined_staff(turn, MEMBER, SCHOOL, "abai")
    return _as("admin", turn)


def _led(turn: Turn) -> Turn:
    """A counselor of a school."""
    known = staff.school(turn.session, SCHOOL, "abai", NOON).id
    staff.invite(turn.session, SECRET, role="counselor", by=1, now=NOON, school=known)
    staff.accept(turn.session, SECRET, turn.person.id, NOON)
    return _as("counselor", turn)


def _classed(turn: Turn) -> Turn:
    """A pupil, and a class of somebody else, whose code is known."""
    other = _as("counselor", _joined_staff(turn, MEMBER, SCHOOL, "abai"))
    asked(group.MakeClass(9), other, "9 A")
    asked(group.MakeClass(0), replace(_as("counselor", _schoolless(turn)), chance=Random(8)), "Z")
    return turn


def _schoolless(turn: Turn) -> Turn:
    return _joined_staff(turn, OTHER, "", "pavlodar")


def _filled(turn: Turn) -> Turn:
    """A counselor with a class of six pupils and two parents, and an empty one."""
    mine = _led(turn)
    asked(group.MakeClass(9), mine, "9 A")
    for number in range(2001, 2009):
        role: group.As = "pupil" if number < 2007 else "parent"
        asked(group.JoinClass(CODE, role), _met(turn, str(number)))
    asked(group.MakeClass(0), mine, "STEM")
    return mine


def _invited(turn: Turn) -> Turn:
    """An open invitation for a school."""
    known = staff.school(turn.session, SCHOOL, "abai", NOON).id
    staff.invite(
        turn.session, SECRET, role="counselor", by=1, now=NOON, school=known, region="abai"
    )
    return turn


def _first_code() -> str:
    from bot.guidance.codes import codes

    return codes(Random(7))[0]


def _second_code() -> str:
    from bot.guidance.codes import codes

    return codes(Random(8))[0]


CODE, CODE_OF_MANY = _first_code(), _second_code()
INVITING = ((crew.InviteRegion("abai"), ""), (crew.InviteSchool("abai"), SCHOOL))
TOLD = ((me.TellRole("pupil"), ""), (me.TellGrade(9), ""), (me.TellHome("abai"), ""))


def _directed(turn: Turn) -> Screen:
    people.introduce(turn.session, turn.person, role="parent", direction="engineering")
    return asked(me.OpenAbout(), turn)


def _begun(turn: Turn) -> Screen:
    asked(BeginInterests(), turn)
    return asked(GoHome(), _as("admin", turn))


def _deeds(number: int) -> Story:
    """A page of every deed there is."""
    done = [Act(at=NOON, who=len(one) % 2, act=one, what=_WHAT.get(one, "of/5")) for one in DEEDS]

    def told(turn: Turn) -> Screen:
        _led(turn)
        return trail(page([telling.done(act, turn) for act in done], number, size=6))

    return told


_WHAT = {
    "accepted": "schools/1",
    "agreed": "rules",
    "ended": "1003",
    "handed-over": "1003 > 1004",
    "invited": "regions/abai",
    "revoked": "schools/1",
    "silenced": "questions/5 insults 7",
    "staff-listed": "staff",
}
DEEDS = get_args(audit.Deed)


STORIES: dict[str, Story] = {
    "home, counselor": counselor()(GoHome()),
    "home, admin": admin()(GoHome()),
    "home, admin, test begun": _begun,
    "staff, staff": admin(*INVITING)(crew.OpenStaff()),
    "staff, regions": admin()(crew.OpenInvite(2)),
    "staff, school": admin()(crew.InviteInto("abai")),
    "staff, school, too long": lambda turn: asked(
        crew.InviteSchool("abai"), _as("admin", turn), "№ " * 60
    ),
    "staff, invitation": lambda turn: asked(crew.InviteSchool("abai"), _as("admin", turn), SCHOOL),
    "staff, invitation, region": admin()(crew.InviteRegion("abai")),
    "staff, invitations": admin(*INVITING)(crew.OpenInvitations()),
    "staff, invitations, none": admin()(crew.OpenInvitations()),
    "staff, invitations, revoked": lambda turn: asked(crew.Revoke("0" * 32), _as("admin", turn)),
    "staff, members": lambda turn: asked(crew.OpenMembers(), _staffed(turn)),
    "staff, members, none": admin()(crew.OpenMembers()),
    "staff, member": lambda turn: asked(crew.OpenMember(MEMBER), _staffed(turn)),
    "staff, member, no classes": lambda turn: asked(crew.OpenMember(OTHER), _staffed(turn)),
    "staff, access": lambda turn: asked(crew.SendStaff(), _staffed(turn)),
    "staff, renewal": lambda turn: asked(
        group.OpenClasses(), replace(_led(turn), now=NOON + staff.YEAR)
    ),
    "staff, heirs": lambda turn: asked(crew.ChooseHeir(MEMBER), _staffed(turn)),
    "staff, heirs, none": lambda turn: asked(crew.ChooseHeir(MEMBER), _alone(turn)),
    "staff, handed over": lambda turn: asked(crew.HandOver(MEMBER, OTHER), _staffed(turn)),
    "staff, end": lambda turn: asked(crew.AskEnd(MEMBER), _staffed(turn)),
    "staff, end, no classes": lambda turn: asked(crew.AskEnd(MEMBER), _alone(turn)),
    "staff, ended": lambda turn: asked(crew.EndMember(OTHER), _staffed(turn)),
    "staff, trail": admin(*INVITING, (group.MakeClass(9), "9 A"), (group.CloseClass(1), ""))(
        crew.OpenTrail()
    ),
    "staff, trail, empty": admin()(crew.OpenTrail()),
    **{f"staff, trail, deeds {at}": _deeds(at) for at in range(1, 8)},
    "staff, offered": lambda turn: asked(crew.OpenInvitation(SECRET), _invited(turn)),
    "staff, offered, agreed": lambda turn: asked(crew.AgreeToRules(SECRET), _invited(turn)),
    "staff, no invitation": lambda turn: asked(crew.AcceptInvitation("no-secret"), turn),
    "staff, welcome": lambda turn: asked(crew.AcceptInvitation(SECRET), _invited(turn)),
    "classes, classes": lambda turn: asked(group.OpenClasses(), _filled(turn)),
    "classes, classes, none": counselor()(group.OpenClasses()),
    "classes, grades": counselor()(group.NewClass()),
    "classes, name": counselor()(group.NameClass(9)),
    "classes, name, several grades": counselor()(group.NameClass(0)),
    "classes, name, too long": lambda turn: asked(group.MakeClass(9), _led(turn), "№ " * 20),
    "classes, led": lambda turn: asked(group.OpenLed(1), _filled(turn)),
    "classes, led, no school": lambda turn: asked(group.MakeClass(0), _as("admin", turn), "STEM"),
    "classes, invite": lambda turn: asked(group.ShowInvite(1), _filled(turn)),
    "classes, close": lambda turn: asked(group.AskClose(1), _filled(turn)),
    "classes, closed": lambda turn: asked(group.CloseClass(1), _filled(turn)),
    "classes, joined": pupil(
        (group.JoinClass(CODE, "pupil"), ""), (group.JoinClass(CODE_OF_MANY, "pupil"), "")
    )(group.OpenJoined()),
    "classes, joined, none": pupil()(group.OpenJoined()),
    "classes, joined, unknown code": pupil()(group.OpenClass("none")),
    "classes, invited": pupil()(group.OpenClass(CODE)),
    "classes, invited, no school": pupil()(group.OpenClass(CODE_OF_MANY)),
    "classes, inside": pupil()(group.JoinClass(CODE, "pupil")),
    "classes, inside, a parent": pupil()(group.JoinClass(CODE_OF_MANY, "parent")),
    "classes, left": pupil((group.JoinClass(CODE, "pupil"), ""))(group.LeaveClass(1)),
    "about, about": lambda turn: asked(me.OpenAbout(), turn),
    "about, about, told": pupil(*TOLD)(me.OpenAbout()),
    "about, about, direction": _directed,
    "about, taken back": pupil(*TOLD)(me.TakeBack("grade")),
    "about, grades": pupil()(me.ChooseGrade()),
    "about, regions": pupil()(me.ChooseHome()),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions these stories ask."""
    rooms = ("about", "classes", "staff")
    return {
        one
        for one in Intent._by_code.values()
        if one.__module__ in {f"bot.rooms.{room}.intents" for room in rooms}
    }
