"""Members: who is of the staff, how one parts with them, and the trail of what they did."""

import re
from dataclasses import replace

from bot.rooms.staff import screens
from bot.rooms.staff.intents import (
    AskEnd,
    ChooseHeir,
    EndMember,
    HandOver,
    OpenMember,
    OpenMembers,
    OpenTrail,
    SendStaff,
)
from bot.rooms.staff.places import AT_ONCE, first, note, place_of
from bot.rooms.staff.screens import Colleague
from bot.rooms.staff.telling import done
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import day
from bot.ui.pages import Page, page
from content.catalogue import Gone
from db import audit, classes, threads
from db import staff as memory
from db.staff import Member

SHOWN = 6  # acts on a page
_NUMBER = re.compile(r"\d{1,16}")


def members(intent: OpenMembers, turn: Turn) -> Screen:
    """Who is of the staff."""
    found = memory.everybody(turn.session)
    shown = _colleagues(page(found, intent.page, size=AT_ONCE), turn)
    return screens.members(shown, first(shown))


def _colleagues(shown: Page[Member], turn: Turn) -> Page[Colleague]:
    told = [_colleague(one, turn) for one in shown.things]
    return Page(told, shown.number, shown.count, shown.total)


def _colleague(one: Member, turn: Turn) -> Colleague:
    place = place_of(one.school_id, one.region, turn)
    led = len(classes.led(turn.session, one.person_id))
    return Colleague(str(one.person_id), place, day(one.since), day(one.agreed_at), led)


def access(intent: SendStaff, turn: Turn) -> Screen:
    """The list of who has access, as a file."""
    note("staff-listed", "staff", turn, memory.count(turn.session))
    return screens.access(turn.person.id)


def member(intent: OpenMember, turn: Turn) -> Screen:
    """One of the staff."""
    return screens.member(_colleague(_member(intent.person, turn), turn))


def _member(person: str, turn: Turn) -> Member:
    """The one of this number; whoever is not of the staff is gone."""
    found = memory.member(turn.session, int(person)) if _NUMBER.fullmatch(person) else None
    if found is None:
        raise Gone(f"staff/{person}")
    return found


def heirs(intent: ChooseHeir, turn: Turn) -> Screen:
    """To whom to hand their classes over."""
    one = _member(intent.person, turn)
    taken = {one.person_id, turn.person.id}
    others = [each for each in memory.everybody(turn.session) if each.person_id not in taken]
    shown = _colleagues(page(others, intent.page, size=AT_ONCE), turn)
    return screens.heirs(_colleague(one, turn), shown, first(shown), str(turn.person.id))


def hand_over(intent: HandOver, turn: Turn) -> Screen:
    """Give their classes to another of the staff, or take them oneself."""
    one, to = _member(intent.person, turn), turn.person.id
    if intent.to != str(to):
        to = _member(intent.to, turn).person_id
    many = classes.hand_over(turn.session, one.person_id, to)
    note("handed-over", f"{one.person_id} > {to}", turn, many)
    return replace(screens.member(_colleague(one, turn)), toast="handed-over")


def ask_end(intent: AskEnd, turn: Turn) -> Screen:
    """Whether to part with them."""
    return screens.ask_end(_colleague(_member(intent.person, turn), turn))


def end(intent: EndMember, turn: Turn) -> Intent:
    """They are of the staff no more; the classes they still lead are closed."""
    one = _member(intent.person, turn)
    for led in classes.led(turn.session, one.person_id):
        classes.close(turn.session, led.id, turn.now)
        note("class-closed", f"classes/{led.id}", turn)
    memory.end(turn.session, one.person_id, turn.now)
    threads.let_go(turn.session, one.person_id)
    note("ended", str(one.person_id), turn)
    return OpenMembers()


# --- the trail ---


def trail(intent: OpenTrail, turn: Turn) -> Screen:
    """What the staff did, the newest first; only one page of it is read."""
    shown = page(range(audit.count(turn.session)), intent.page, size=SHOWN)
    found = audit.newest(turn.session, len(shown.things), shown.things[0] if shown.things else 0)
    told = [done(act, turn) for act in found]
    return screens.trail(Page(told, shown.number, shown.count, shown.total))
