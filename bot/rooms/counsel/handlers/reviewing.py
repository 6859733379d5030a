"""Reviewing: a second role of the staff looks through threads; nothing of them is changed."""

from dataclasses import replace

from bot.rooms.counsel import telling
from bot.rooms.counsel.intents import (
    LiftSilence,
    MarkReviewed,
    OpenReported,
    OpenReview,
    ReviewAny,
)
from bot.rooms.counsel.screens import acts as screens
from bot.rooms.counsel.screens.threads import LINES
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import hour
from bot.ui.pages import Page, page
from content.catalogue import Gone
from db import audit, silences, threads
from db.questions import Question

AT_ONCE = 5


def reported(intent: OpenReported, turn: Turn) -> Screen:
    """Answers that were reported and nobody looked through yet."""
    shown = page(threads.reported(turn.session), intent.page, size=AT_ONCE)
    found = [
        (telling.asked(_thread(line.question_id, turn), turn), line.report, hour(line.reported_at))
        for line in shown.things
        if line.reported_at
    ]
    told = Page(found, shown.number, shown.count, shown.total)
    return screens.reported(told, (shown.number - 1) * AT_ONCE + 1)


def review(intent: OpenReview, turn: Turn) -> Screen:
    """One thread; that it was looked at is written down."""
    one = _thread(intent.number, turn)
    audit.note(turn.session, turn.person.id, "question-reviewed", f"questions/{one.id}", turn.now)
    return _review(one, turn, intent.page)


def _review(one: Question, turn: Turn, number: int = 0) -> Screen:
    said = telling.said(one, turn)
    silent = silences.silenced(turn.session, one.person_id, turn.now)
    bad = [line for line in threads.reported(turn.session) if line.question_id == one.id]
    return screens.review(
        telling.asked(one, turn),
        page(said, number or len(said), size=LINES),
        hour(silent.ends_at) if silent else "",
        open_reports=len(bad),
    )


def review_any(intent: ReviewAny, turn: Turn) -> Screen | Intent:
    """One of the newest, whichever chance gives."""
    found = threads.newest(turn.session)
    return OpenReview(turn.chance.choice(found)) if found else screens.no_threads()


def mark(intent: MarkReviewed, turn: Turn) -> Screen:
    """What was reported in it was looked through."""
    one = _thread(intent.number, turn)
    many = threads.reviewed(turn.session, one.id, turn.now)
    what = f"questions/{one.id}"
    audit.note(turn.session, turn.person.id, "report-reviewed", what, turn.now, many)
    return replace(reported(OpenReported(), turn), toast="review-kept")


def lift(intent: LiftSilence, turn: Turn) -> Screen:
    """Let whoever asked it write again."""
    one = _thread(intent.number, turn)
    if silences.lift(turn.session, one.person_id, turn.now):
        audit.note(turn.session, turn.person.id, "unsilenced", f"questions/{one.id}", turn.now)
    return replace(_review(one, turn), toast="review-lifted")


def _thread(number: int, turn: Turn) -> Question:
    """The thread; a draft is nobody's business."""
    found = threads.found(turn.session, number)
    if found is None:
        raise Gone(f"questions/{number}")
    return found
