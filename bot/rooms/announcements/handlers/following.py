"""Following: how an announcement stands, and what can still be done about it."""

from dataclasses import replace
from typing import Any

from bot.guidance import hours
from bot.rooms.announcements import drafts
from bot.rooms.announcements.intents import (
    AskCancel,
    AskRecall,
    CancelAnnouncement,
    EditSent,
    ExportReport,
    OpenAnnouncement,
    PauseAnnouncement,
    Preview,
    RecallAnnouncement,
    ResumeAnnouncement,
    SendToMissed,
)
from bot.rooms.announcements.saying import outcome, progress, title_of
from bot.rooms.announcements.screens import composing, sending
from bot.rooms.announcements.screens.following import exported
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import announcements, audit, ledger
from db.announcements import Announcement, Stage
from db.audit import Deed

ALIVE: tuple[Stage, ...] = ("waiting", "scheduled", "running", "paused")
OVER: tuple[Stage, ...] = ("done", "cancelled")


def announcement(intent: OpenAnnouncement, turn: Turn) -> Screen:
    """The draft, or how it stands."""
    return shown(drafts.mine(turn, intent.number), turn)


def shown(one: Announcement, turn: Turn, toast: str = "") -> Screen:
    """How it stands now."""
    turn.session.flush()
    turn.session.refresh(one)
    return replace(_shown(one, turn), toast=toast)


def _shown(one: Announcement, turn: Turn) -> Screen:
    title = title_of(one, turn.language)
    if one.stage == "draft":
        return composing.draft(drafts.looked_at(one, turn))
    if one.stage == "waiting":
        return sending.held(one.id, title)
    if one.stage == "scheduled":
        return sending.planned(one.id, title, hours.local(one.run_at or turn.now))
    standing = ledger.standing(turn.session, one)
    if one.stage in OVER:
        return outcome(one, standing, turn.language)
    ends = hours.local(hours.finished(turn.now, standing.left)) if one.stage == "running" else ""
    return progress(one, standing, turn.language, ends)


def pause(intent: PauseAnnouncement, turn: Turn) -> Screen:
    """Send it to nobody else for now."""
    return _moved(intent.number, ("running",), "paused", "announcement-paused", turn)


def resume(intent: ResumeAnnouncement, turn: Turn) -> Screen:
    """Go on where it stopped; where it never began, it begins now."""
    one = drafts.mine(turn, intent.number)
    if one.sent_from is None:
        at = turn.awake(turn.now)
        return _moved(one.id, ("paused",), "scheduled", "announcement-resumed", turn, run_at=at)
    return _moved(one.id, ("paused",), "running", "announcement-resumed", turn)


def ask_cancel(intent: AskCancel, turn: Turn) -> Screen:
    """Stop it for good?"""
    one = drafts.mine(turn, intent.number)
    return sending.sure_to_cancel(one.id, title_of(one, turn.language))


def cancel(intent: CancelAnnouncement, turn: Turn) -> Screen:
    """Send it to nobody else, ever; those who have it keep it."""
    screen = _moved(intent.number, ALIVE, "cancelled", "announcement-cancelled", turn)
    one = drafts.mine(turn, intent.number)
    if one.stage == "cancelled":
        ledger.let_go(turn.session, one.id, turn.now)
        one.closed_at = one.closed_at or turn.now
        turn.session.flush()
        return replace(shown(one, turn), toast=screen.toast)
    return screen


def _moved(
    number: int, from_: tuple[Stage, ...], to: Stage, act: Deed, turn: Turn, **more: Any
) -> Screen:
    """Bring it to another stage, once, and write that down; however often it is tapped."""
    one, reach = drafts.mine(turn, number), more.pop("reach", None)
    if announcements.move(turn.session, number, from_, to, why="", **more):
        what = f"announcements/{number}"
        audit.note(turn.session, turn.person.id, act, what, turn.now, reach)
    return shown(one, turn)


# --- after it was sent ---


def missed(intent: SendToMissed, turn: Turn) -> Screen:
    """Try once more with those whom it did not reach."""
    return _run(intent.number, "send", ("failed", "unknown"), "announcement-resent", turn)


def ask_recall(intent: AskRecall, turn: Turn) -> Screen:
    """Take it back from everybody?"""
    one = drafts.mine(turn, intent.number)
    return sending.sure_to_recall(one.id, title_of(one, turn.language))


def recall(intent: RecallAnnouncement, turn: Turn) -> Screen:
    """Take it back from everybody who got it."""
    return _run(intent.number, "recall", ("sent",), "announcement-recalled", turn)


def edit(intent: EditSent, turn: Turn) -> Screen | Intent:
    """Change it to the new words, once these very words were seen."""
    one = drafts.mine(turn, intent.number)
    if one.author_id != turn.person.id or one.stage != "done":
        return OpenAnnouncement(one.id)
    if one.seen != drafts.mark(one):
        return Preview(one.id)
    return _run(one.id, "edit", ("sent",), "announcement-edited", turn)


def _run(number: int, what: str, states: tuple[str, ...], act: Deed, turn: Turn) -> Screen:
    """Have something done for all that are in these states, where it is over."""
    one = drafts.mine(turn, number)
    if one.stage not in OVER:
        return shown(one, turn)
    ledger.let_go(turn.session, number, turn.now)
    if many := ledger.again(turn.session, number, what, states):
        return _moved(number, OVER, "running", act, turn, reach=many)
    return shown(one, turn, "ann-nobody-left")


def export(intent: ExportReport, turn: Turn) -> Screen:
    """The report as a file, where it is over."""
    one = drafts.mine(turn, intent.number)
    if one.stage not in OVER:
        return shown(one, turn)
    what = f"announcements/{one.id}"
    audit.note(turn.session, turn.person.id, "report-exported", what, turn.now)
    title, standing = title_of(one, turn.language), ledger.standing(turn.session, one)
    taken = turn.person.id, turn.now.astimezone(hours.ALMATY).strftime("%Y%m%d%H%M")
    return exported(one.id, intent.kind, title, standing, turn.catalogue.edition, taken)
