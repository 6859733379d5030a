"""Seeing: a child shows a parent one thing at a time, and the parent sees that and no more."""

from bot.rooms.family.intents import HideThing, OpenLink, SeeThing, ShowResult, ShowThing
from bot.rooms.family.kin import as_child, as_parent, child_in, tell
from bot.rooms.family.screens import seeing as screens
from bot.rooms.interests import telling
from bot.rooms.interests.intents import OpenInterests
from bot.rooms.missions import trying
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import day
from content.catalogue import Gone, Profession
from db import family, people
from db.family import Link

SHIFTS, SAVED = 5, 6  # shown at most


def show(intent: ShowThing, turn: Turn) -> Intent:
    """Let the parent see what was tried, or saved; of results one is chosen."""
    if intent.what == "result":
        return ShowResult(intent.number, 0)
    one = as_child(intent.number, turn)
    family.show(turn.session, one, intent.what, turn.now)
    tell(one.parent_id, "shown", one.id, turn)
    return OpenLink(one.id)


def show_result(intent: ShowResult, turn: Turn) -> Intent:
    """Let the parent see this result, in the place of the one before; without one, the test."""
    one = as_child(intent.number, turn)
    found = telling.result_of(intent.attempt, turn)
    if found is None:
        return OpenInterests()
    family.show(turn.session, one, "result", turn.now, found.id)
    tell(one.parent_id, "shown", one.id, turn)
    return OpenLink(one.id)


def hide(intent: HideThing, turn: Turn) -> Intent:
    """Let the parent see it no longer, at once."""
    one = as_child(intent.number, turn)
    family.hide(turn.session, one, intent.what)
    return OpenLink(one.id)


def see(intent: SeeThing, turn: Turn) -> Screen:
    """What the child shows; whatever is shown no longer is gone."""
    one = as_parent(intent.number, turn)
    shown = family.shown(turn.session, one).get("tried" if intent.what == "tasks" else intent.what)
    if shown is None:
        raise Gone(f"links/{one.id}/{intent.what}")
    if intent.what == "result":
        return _result(one, shown.attempt_id or 0, turn)
    return {"tried": _tried, "tasks": _tasks, "saved": _saved}[intent.what](one, turn)


def _result(one: Link, number: int, turn: Turn) -> Screen:
    attempt = telling.of(one.child_id, number, turn)
    found = telling.told(attempt, turn.catalogue) if attempt else None
    if attempt is None or attempt.finished_at is None or found is None:
        raise Gone(f"attempts/{number}")
    when = day(attempt.finished_at)
    return screens.result(one.id, one.child_number, when, found.front, found.professions)


def _tried(one: Link, turn: Turn) -> Screen:
    child = child_in(one, turn)
    played = trying.shifts(child, turn)
    return screens.tried(
        one.id,
        one.child_number,
        trying.directions(played, turn),
        [trying.told(run, mission, turn.now) for run, mission in played[:SHIFTS]],
        tasks=bool(trying.solving(child, turn)),
    )


def _tasks(one: Link, turn: Turn) -> Screen:
    return screens.tasks(one.id, one.child_number, trying.solving(child_in(one, turn), turn))


def _saved(one: Link, turn: Turn) -> Screen:
    """The professions only: colleges would tell where, and notes are the child's own."""
    paths = people.saved(turn.session, child_in(one, turn))
    known: dict[str, Profession] = {f"professions/{p.slug}": p for p in turn.catalogue.professions}
    found = [known[path] for path in paths if path in known]
    return screens.saved(one.id, one.child_number, found[:SAVED])
