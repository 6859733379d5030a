"""Leading and joining: look up only what is theirs, write down what the staff does, and show."""

from dataclasses import replace

from bot.guidance.codes import code_in, codes
from bot.rooms.classes.intents import (
    AskClose,
    CloseClass,
    JoinClass,
    LeaveClass,
    MakeClass,
    NameClass,
    NewClass,
    OpenClass,
    OpenClasses,
    OpenJoined,
    OpenLed,
    ShowInvite,
    TypeCode,
)
from bot.rooms.classes.screens import leading as screens
from bot.rooms.classes.screens.leading import Group
from bot.rooms.search.intents import Find
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import Page, page
from content.catalogue import Gone
from db import audit, consents, people, staff, topics
from db import classes as memory
from db.audit import Deed
from db.classes import Class

MOST = 60  # classes one counselor leads at a time


# --- the counselor ---


def classes(intent: OpenClasses, turn: Turn) -> Screen:
    """The classes they lead, the newest first, and how many are in each."""
    shown = page(memory.led(turn.session, turn.person.id), intent.page, size=4)
    told = [(group_of(one, turn), _counts(one, turn)) for one in shown.things]
    return screens.classes(Page(told, shown.number, shown.count, shown.total))


def grades(intent: NewClass, turn: Turn) -> Screen:
    """Of which grade a new class is."""
    return screens.grades()


def name(intent: NameClass, turn: Turn) -> Screen:
    """What the new class is called."""
    return screens.name(_grade(intent.grade) or 0)


def make(intent: MakeClass, turn: Turn) -> Screen | Intent:
    """A new class under the name that was typed; one that does not fit is asked for again."""
    called = " ".join(turn.words.split())
    if not 0 < len(called) <= screens.LONGEST:
        return screens.name(_grade(intent.grade) or 0, wrong=True)
    if len(memory.led(turn.session, turn.person.id)) >= MOST:
        return OpenClasses()
    return OpenLed(_made(called, _grade(intent.grade), turn).id)


def _made(called: str, grade: int | None, turn: Turn) -> Class:
    member = staff.member(turn.session, turn.person.id)
    school = member.school_id if member else None
    free = codes(turn.chance)
    made = memory.open_class(turn.session, turn.person.id, school, called, grade, free, turn.now)
    _note("class-made", made.id, turn)
    return made


def _grade(grade: int) -> int | None:
    """A grade there is; none for a class of several."""
    return grade if grade in screens.GRADES else None


def led(intent: OpenLed, turn: Turn) -> Screen:
    """A class they lead."""
    one = mine(intent.number, turn)
    return screens.led(group_of(one, turn), _counts(one, turn), _link(one, turn))


def invite(intent: ShowInvite, turn: Turn) -> Screen:
    """A square code by which it is joined."""
    one = mine(intent.number, turn)
    shown = screens.invite(group_of(one, turn), _link(one, turn))
    return replace(shown, picture=f"code/classes/{one.code}/-")


def ask_close(intent: AskClose, turn: Turn) -> Screen:
    """Whether to close it."""
    return screens.ask_close(group_of(mine(intent.number, turn), turn))


def close(intent: CloseClass, turn: Turn) -> Screen:
    """Close it; the list shows what is left."""
    one = mine(intent.number, turn)
    many = sum(memory.size(turn.session, one.id).values())
    memory.close(turn.session, one.id, turn.now)
    for what in ("class", "league"):
        consents.end(turn.session, what, one.id, turn.now)
    _note("class-closed", one.id, turn, many)
    return replace(classes(OpenClasses(), turn), toast="class-closed")


def mine(number: int, turn: Turn) -> Class:
    """The class, if they lead it; to whoever does not, it is gone."""
    found = memory.led_by(turn.session, turn.person.id, number)
    if found is None:
        raise Gone(f"classes/{number}")
    return found


def _counts(one: Class, turn: Turn) -> screens.Counts:
    return screens.guarded(memory.size(turn.session, one.id))


def _link(one: Class, turn: Turn) -> str:
    return OpenClass(one.code).address(turn.bot)


def _note(act: Deed, number: int, turn: Turn, reach: int | None = None) -> None:
    audit.note(turn.session, turn.person.id, act, f"classes/{number}", turn.now, reach)


# --- everybody ---


def joined(intent: OpenJoined, turn: Turn) -> Screen:
    """The classes they are in, and the way into another."""
    return screens.joined(_groups(turn))


def typed(intent: TypeCode, turn: Turn) -> Screen | Intent:
    """The class of the code that was typed; words without a digit look for something else."""
    if not any(sign.isdecimal() for sign in turn.words):
        return Find()
    return OpenClass(code_in(turn.words) or "none")


def invited(intent: OpenClass, turn: Turn) -> Screen:
    """What the class is; whoever is in it sees that."""
    one = memory.by_code(turn.session, code_in(intent.sign))
    if one is None:
        return screens.joined(_groups(turn), unknown=True)
    role = memory.role(turn.session, one.id, turn.person.id)
    if not role:
        return screens.invited(group_of(one, turn))
    told = memory.TOPIC in topics.wanted(turn.session, turn.person.id)
    plays = bool(one.nickname and role == "pupil")
    return screens.inside(group_of(one, turn), role, told=told, plays=plays)


def join(intent: JoinClass, turn: Turn) -> Intent:
    """Be in the class; who they are is remembered, if they did not tell yet."""
    one = memory.by_code(turn.session, code_in(intent.sign))
    if one is not None:
        memory.join(turn.session, one, turn.person.id, intent.role, turn.now)
        consents.give(turn.session, turn.person.id, "class", turn.language, turn.now, about=one.id)
        if not people.told_of(turn.session, turn.person)[0]:
            people.introduce(turn.session, turn.person, role=intent.role)
    return OpenClass(intent.sign)


def leave(intent: LeaveClass, turn: Turn) -> Screen:
    """Be in it no more."""
    memory.leave(turn.session, intent.number, turn.person.id)
    for what in ("class", "league"):
        consents.take_back(turn.session, turn.person.id, what, turn.now, about=intent.number)
    return replace(screens.joined(_groups(turn)), toast="left-class")


def _groups(turn: Turn) -> list[Group]:
    return [group_of(one, turn) for one in memory.joined(turn.session, turn.person.id)]


def group_of(one: Class, turn: Turn) -> Group:
    """The class as screens tell of it."""
    school = staff.name_of(turn.session, one.school_id)
    return Group(one.id, one.name, one.grade, school, one.code)
