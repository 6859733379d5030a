"""Timing: whether an announcement asks for something and until when, and the hour it is sent."""

from datetime import datetime
from math import ceil

from bot.guidance import hours
from bot.rooms.announcements import audience, drafts
from bot.rooms.announcements.handlers.drafting import Shown, on_a_draft
from bot.rooms.announcements.intents import (
    AskFor,
    AskNothing,
    OpenAnnouncement,
    OpenAsk,
    OpenWhen,
    SendAtOnce,
    SetPaid,
    TypeDue,
    TypeWhen,
)
from bot.rooms.announcements.saying import day_of
from bot.rooms.announcements.screens import composing as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import announcements, audit
from db.announcements import Announcement
from db.audit import Deed
from db.segments import Segment

STAR = 0.1  # of Telegram's stars, for a message above the free pace

# --- asking for something ---


@on_a_draft()
def ask(intent: OpenAsk, turn: Turn, one: Announcement) -> Screen:
    """Whether it asks for something, and until when."""
    return _ask(one)


def _ask(one: Announcement, problem: str = "") -> Screen:
    return screens.ask(one.id, day_of(one.due_at), asks=one.asks, problem=problem)


@on_a_draft()
def ask_for(intent: AskFor, turn: Turn, one: Announcement) -> Screen:
    """It asks for something."""
    one.asks = True
    return _ask(one)


@on_a_draft()
def ask_nothing(intent: AskNothing, turn: Turn, one: Announcement) -> Screen:
    """It asks for nothing, and so until no day."""
    one.asks, one.due_at = False, None
    return _ask(one)


@on_a_draft()
def due(intent: TypeDue, turn: Turn, one: Announcement) -> Screen:
    """It asks until the end of this day in Almaty."""
    try:
        day = hours.typed_day(turn.words)
    except ValueError:
        return _ask(one, "unreadable")
    if day <= turn.now:
        return _ask(one, "past")
    one.asks, one.due_at = True, day
    return _ask(one)


# --- its hour ---


@on_a_draft("scheduled")
def when(intent: OpenWhen, turn: Turn, one: Announcement) -> Screen:
    """When it is sent, and when the last one has it."""
    return _when(one, turn)


def _when(one: Announcement, turn: Turn, problem: str = "") -> Screen:
    many = audience.reach(one, Segment.found(one.segment), turn).get("", 0)
    begins = one.run_at or turn.now
    return screens.when(
        one.id,
        hours.local(one.run_at) if one.run_at else "",
        drafts.ends(begins, many, one, turn),
        quiet=turn.awake(begins) != begins,
        stars=ceil(many * STAR),
        paid=one.paid,
        pays=turn.person.staff == "admin",
        problem=problem,
    )


@on_a_draft("scheduled")
def type_when(intent: TypeWhen, turn: Turn, one: Announcement) -> Shown:
    """It is sent at this hour; one that waits for its hour already gets a new one."""
    try:
        at = hours.typed_hour(turn.words)
    except ValueError:
        return _when(one, turn, "unreadable")
    if at <= turn.now:
        return _when(one, turn, "past")
    return _at(one, turn, turn.awake(at))


def _at(one: Announcement, turn: Turn, at: datetime) -> Shown:
    if one.stage == "draft":
        one.run_at = at
        return _when(one, turn)
    announcements.move(turn.session, one.id, ("scheduled",), "scheduled", run_at=at)
    audit.note(turn.session, turn.person.id, "hour-changed", f"announcements/{one.id}", turn.now)
    return OpenAnnouncement(one.id)


@on_a_draft("scheduled")
def at_once(intent: SendAtOnce, turn: Turn, one: Announcement) -> Shown:
    """It is sent as soon as its author says so; one that waits for its hour is sent now."""
    if one.stage == "draft":
        one.run_at = None
        return _when(one, turn)
    return _at(one, turn, turn.awake(turn.now))


@on_a_draft()
def set_paid(intent: SetPaid, turn: Turn, one: Announcement) -> Intent:
    """Pay for speed, or do not: a word of admins, written down."""
    one.paid = bool(intent.paid)
    act: Deed = "speed-paid" if intent.paid else "speed-free"
    audit.note(turn.session, turn.person.id, act, f"announcements/{one.id}", turn.now)
    return OpenWhen(one.id)
