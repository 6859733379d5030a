"""Acts: a question is passed on, let go, labelled; whoever asked is silenced for a while."""

from dataclasses import replace
from datetime import timedelta

from bot.rooms.asking import passing
from bot.rooms.counsel import telling
from bot.rooms.counsel.intents import (
    AskSilence,
    ChooseColleague,
    ChooseDays,
    ChooseLabel,
    OpenInbox,
    OpenQuestion,
    PassTo,
    ReleaseQuestion,
    SetLabel,
    Silence,
)
from bot.rooms.counsel.screens import acts as screens
from bot.rooms.counsel.screens.acts import Colleague
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import day
from bot.ui.pages import Page, page
from content.catalogue import Gone
from content.kinds import Text
from db import audit, letters, silences, staff, threads
from db.audit import Deed
from db.questions import Question
from db.staff import Member

AT_ONCE = 5


def colleagues(intent: ChooseColleague, turn: Turn) -> Screen:
    """To whom it may be passed on: those of the same school first, then of the region."""
    one = telling.mine(intent.number, turn)
    shown = page(_colleagues(one, turn), intent.page, size=AT_ONCE)
    told = [_colleague(each, turn) for each in shown.things]
    first = (shown.number - 1) * AT_ONCE + 1
    whole = Page(told, shown.number, shown.count, shown.total)
    return screens.colleagues(telling.asked(one, turn), whole, first)


def _colleagues(one: Question, turn: Turn) -> list[Member]:
    """The others of the staff, the nearest first; never who asked."""
    taken = {turn.person.id, one.person_id}
    others = [each for each in staff.everybody(turn.session) if each.person_id not in taken]
    return sorted(others, key=lambda each: _far(each, one, turn))


def _far(member: Member, one: Question, turn: Turn) -> int:
    region = member.region or staff.region_of(turn.session, member.school_id)
    same_school = one.school_id is not None and member.school_id == one.school_id
    return 0 if same_school else 1 if one.region and region == one.region else 2


def _colleague(member: Member, turn: Turn) -> Colleague:
    there = member.region or staff.region_of(turn.session, member.school_id)
    school = staff.name_of(turn.session, member.school_id)
    return Colleague(
        turn.keys.alias(member.person_id), school, _region(there, turn), day(member.since)
    )


def _region(slug: str, turn: Turn) -> Text | None:
    try:
        return turn.catalogue.region(slug).name if slug else None
    except Gone:
        return None


def pass_to(intent: PassTo, turn: Turn) -> Screen:
    """Pass it on; whoever did sees it no more."""
    one = telling.mine(intent.number, turn)
    to = next((each for each in _colleagues(one, turn) if _is(each, intent.colleague, turn)), None)
    if to is None:
        raise Gone(f"staff/{intent.colleague}")
    threads.give(turn.session, one, to.person_id)
    passing.bring(one, threads.last(turn.session, one.id), to.person_id, turn, again=True)
    _note("question-passed", one.id, turn)
    return _inbox(turn, "in-passed")


def _is(member: Member, word: str, turn: Turn) -> bool:
    return turn.keys.alias(member.person_id) == word


def release(intent: ReleaseQuestion, turn: Turn) -> Screen:
    """Let whoever is free answer it."""
    one = telling.mine(intent.number, turn)
    threads.give(turn.session, one, None)
    _note("question-released", one.id, turn)
    return _inbox(turn, "in-freed")


def _inbox(turn: Turn, toast: str) -> Screen:
    from bot.rooms.counsel.handlers.answering import inbox

    return replace(inbox(OpenInbox(), turn), toast=toast)


def labels(intent: ChooseLabel, turn: Turn) -> Screen:
    """What it is about, in a word."""
    return screens.labels(telling.asked(telling.mine(intent.number, turn), turn))


def set_label(intent: SetLabel, turn: Turn) -> Intent:
    """It is about this."""
    one = telling.mine(intent.number, turn)
    one.label = intent.label
    turn.session.flush()
    return OpenQuestion(one.id)


# --- silence ---


def ask_silence(intent: AskSilence, turn: Turn) -> Screen:
    """Why they are to be silent."""
    return screens.silence(telling.asked(telling.mine(intent.number, turn), turn))


def days(intent: ChooseDays, turn: Turn) -> Screen:
    """For how long."""
    one = telling.asked(telling.mine(intent.number, turn), turn)
    return screens.days(one, intent.reason)


def silence(intent: Silence, turn: Turn) -> Screen:
    """Let them write to no counselor until then; they are told until when and why."""
    one = telling.mine(intent.number, turn)
    until = turn.now + timedelta(days=intent.days)
    made = silences.silence(
        turn.session, one.person_id, one.id, turn.person.id, intent.reason, turn.now, until
    )
    letters.write(
        turn.session, one.person_id, "silence", made, turn.now,
        question=one.id, not_before=turn.awake(turn.now),
    )  # fmt: skip
    what = f"questions/{one.id} {intent.reason} {intent.days}"
    audit.note(turn.session, turn.person.id, "silenced", what, turn.now)
    return _inbox(turn, "in-silenced")


def _note(act: Deed, number: int, turn: Turn) -> None:
    audit.note(turn.session, turn.person.id, act, f"questions/{number}", turn.now)
