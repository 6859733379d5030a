"""Giving: one result for the counselor of a class, for thirty days; every look is written down."""

from dataclasses import replace

from bot.rooms.family.intents import (
    AskGive,
    GiveResult,
    OpenGiving,
    OpenLooks,
    OpenResults,
    SeeResult,
    TakeResultBack,
)
from bot.rooms.family.kin import needs_parent
from bot.rooms.family.screens import giving as screens
from bot.rooms.family.screens.giving import Group, Handed, Looking, Reader
from bot.rooms.interests import telling
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import day, hour
from bot.ui.pages import page
from content.catalogue import Gone
from db import audit, classes, consents, family, people, staff
from db import given as memory
from db.classes import Class
from db.given import Given
from db.interests import Attempt
from db.people import Known

DRAWN = 50  # numbers of four digits, of which the first that is free will do
LOOKS, AT_ONCE = 5, 10  # on a page


def giving(intent: OpenGiving, turn: Turn) -> Screen:
    """To whom this result may be shown, and who sees it now."""
    attempt = telling.result_of(intent.attempt, turn)
    found = telling.told(attempt, turn.catalogue) if attempt else None
    if attempt is None or attempt.finished_at is None or found is None:
        return screens.nothing()
    out = _out(turn)
    return screens.giving(
        attempt.id,
        day(attempt.finished_at),
        found.front,
        _readers(attempt, turn),
        [_group(one, attempt, out) for one in _classes(turn)],
        day(out.ends_at) if out else "",
    )


def _out(turn: Turn) -> Given | None:
    """What they gave, while somebody of the staff may see it."""
    found = memory.open_of(turn.session, turn.person.id, turn.now)
    return found if found and _may_be_seen(found, turn) else None


def _may_be_seen(one: Given, turn: Turn) -> bool:
    """Asked each time: a parent may have taken the word back, or the link may have ended."""
    class_ = turn.session.get_one(Class, one.class_id)
    return not _needs_parent(class_, one.person_id, turn)


def _readers(attempt: Attempt, turn: Turn) -> list[Reader]:
    """The linked parents, and whether they see this very result."""
    linked = [one for one in family.parents(turn.session, turn.person.id) if one.agreed_at]
    shown = {one.id: family.shown(turn.session, one).get("result") for one in linked}
    return [
        Reader(one.id, one.parent_number, sees=bool(it and it.attempt_id == attempt.id))
        for one in linked
        for it in [shown[one.id]]
    ]


def _classes(turn: Turn) -> list[Class]:
    """The classes they are in as a pupil."""
    return classes.joined_as(turn.session, turn.person.id, "pupil")


def _group(one: Class, attempt: Attempt, out: Given | None) -> Group:
    sees = out is not None and (out.class_id, out.attempt_id) == (one.id, attempt.id)
    return Group(one.id, one.name, sees)


def ask(intent: AskGive, turn: Turn) -> Screen:
    """The words they agree to; in the younger grades a parent says yes first."""
    attempt, one = _chosen(intent.attempt, intent.number, turn)
    if _needs_parent(one, turn.person.id, turn):
        linked = any(each.agreed_at for each in family.parents(turn.session, turn.person.id))
        return screens.parent_first(attempt.id, linked=linked)
    return screens.ask(attempt.id, _group(one, attempt, None))


def _needs_parent(one: Class, pupil: int, turn: Turn) -> bool:
    """Up to the grade where a parent is asked, and no linked parent allows it."""
    told = people.told_of(turn.session, Known(pupil, turn.language, "", "", False))[1]
    return needs_parent(pupil, (one.grade, told), turn)


def _chosen(attempt: int, number: int, turn: Turn) -> tuple[Attempt, Class]:
    """Their result and a class they are in as a pupil; anything else is gone."""
    found = telling.result_of(attempt, turn)
    one = next((each for each in _classes(turn) if each.id == number), None)
    if found is None or one is None:
        raise Gone(f"classes/{number}")
    return found, one


def give(intent: GiveResult, turn: Turn) -> Intent:
    """Give it; an earlier one is taken back. Given twice, it lasts as it was given first."""
    attempt, one = _chosen(intent.attempt, intent.number, turn)
    if _needs_parent(one, turn.person.id, turn):
        return AskGive(attempt.id, one.id)
    numbers = [turn.chance.randrange(1000, 10_000) for _ in range(DRAWN)]
    me = turn.person.id
    _end_consent(turn)
    memory.give(turn.session, me, attempt.id, one.id, numbers, turn.now)
    consents.give(turn.session, me, "result", turn.language, turn.now, about=one.id)
    return OpenGiving(attempt.id)


def take_back(intent: TakeResultBack, turn: Turn) -> Screen:
    """Nobody of the staff sees it any more."""
    _end_consent(turn)
    memory.take_back(turn.session, turn.person.id, turn.now)
    return replace(looks(OpenLooks(), turn), toast="taken-back")


def _end_consent(turn: Turn) -> None:
    """What they agreed to for the result that is out now is over."""
    given = memory.newest_of(turn.session, turn.person.id)
    if given is not None:
        consents.take_back(turn.session, turn.person.id, "result", turn.now, given.class_id)


def looks(intent: OpenLooks, turn: Turn) -> Screen:
    """Who looked at what they gave last: in which role, of which school, when."""
    given = memory.newest_of(turn.session, turn.person.id)
    if given is None:
        return giving(OpenGiving(), turn)
    told = [
        Looking(hour(one.at), one.role, staff.name_of(turn.session, one.school_id))
        for one in memory.looks(turn.session, given)
    ]
    return screens.looks(day(given.ends_at), page(told, 1, size=LOOKS), over=_out(turn) is None)


# --- the counselor ---


def results(intent: OpenResults, turn: Turn) -> Screen:
    """What the pupils of a class they lead have given, by number."""
    one = classes.led_by(turn.session, turn.person.id, intent.number)
    if one is None:
        raise Gone(f"classes/{intent.number}")
    every = memory.in_class(turn.session, one.id, turn.now)
    found = [_handed(each) for each in every if _may_be_seen(each, turn)]
    return screens.results(one.id, one.name, page(found, intent.page, size=AT_ONCE))


def _handed(one: Given) -> Handed:
    return Handed(one.id, one.number, day(one.ends_at))


def see(intent: SeeResult, turn: Turn) -> Screen:
    """One of them. That they looked is written down, for the pupil and in the trail."""
    one = memory.for_counselor(turn.session, turn.person.id, intent.number, turn.now)
    if one is None or not _may_be_seen(one, turn):
        raise Gone(f"results/{intent.number}")
    attempt = telling.of(one.person_id, one.attempt_id, turn)
    found = telling.told(attempt, turn.catalogue) if attempt else None
    if found is None:
        raise Gone(f"results/{intent.number}")
    member = staff.member(turn.session, turn.person.id)
    school = member.school_id if member else None
    memory.look(turn.session, one, turn.person.staff, school, turn.now)
    audit.note(turn.session, turn.person.id, "result-seen", f"results/{one.id}", turn.now)
    return screens.result(one.class_id, _handed(one), found.front, found.professions)
