"""Threads: what somebody asked, what was said to it, more words, thanks, and a report."""

from dataclasses import replace

from bot.guidance import relay
from bot.rooms.asking import passing, screens, telling
from bot.rooms.asking.handlers.asking import parent_first
from bot.rooms.asking.intents import (
    AskMore,
    AskReport,
    CloseThread,
    OpenAsk,
    OpenAsked,
    OpenThread,
    ReplyTo,
    ReportAnswer,
    SayMore,
)
from bot.rooms.counsel.intents import SayReply
from bot.rooms.search.intents import Find
from bot.turn import Turn
from bot.ui import Intent, Screen, Unreadable
from bot.ui.pages import Page, page
from content.catalogue import Gone
from db import letters, questions
from db.questions import Line

AT_ONCE = 5  # questions on a page


def asked(intent: OpenAsked, turn: Turn) -> Screen:
    """What they sent, the newest first."""
    shown = page(questions.asked(turn.session, turn.person), intent.page, size=AT_ONCE)
    found = [telling.sent(one, turn) for one in shown.things]
    told = Page(found, shown.number, shown.count, shown.total)
    return screens.asked(told, (shown.number - 1) * AT_ONCE + 1)


def thread(intent: OpenThread, turn: Turn) -> Screen:
    """One of them, with what was said to it."""
    one = telling.mine(intent.number, turn)
    if one.stage == "draft":
        raise Gone(f"questions/{one.id}")
    said = [telling.said(line, turn) for line in questions.lines(turn.session, one.id)]
    shown = page(said, intent.page or len(said), size=screens.LINES)
    return screens.thread(telling.sent(one, turn), shown)


def more(intent: AskMore, turn: Turn) -> Screen:
    """More to write to it."""
    return _more(intent.number, turn)


def _more(number: int, turn: Turn, wrong: str = "") -> Screen:
    one = telling.mine(number, turn)
    return screens.more(telling.sent(one, turn), wrong, relay.LONGEST)


def say_more(intent: SayMore, turn: Turn) -> Screen | Intent:
    """Add the words; it waits for its counselor again."""
    one = telling.mine(intent.number, turn)
    if one.stage == "draft" or passing.may_not(turn.words, turn):
        return OpenAsk()
    if wrong := relay.wrong(turn.words):
        return _more(one.id, turn, wrong)
    if not one.urgent and passing.needs_parent(turn.words, turn):
        return parent_first(OpenThread(one.id), turn)
    urgent = passing.is_alarm(turn.words, turn)
    questions.wait(one, turn.now, relay.due(turn.now, urgent=urgent))
    passing.ask(one, turn.words, turn)
    return replace(thread(OpenThread(one.id), turn), toast="question-sent")


def close(intent: CloseThread, turn: Turn) -> Screen:
    """It is answered to their content."""
    one = telling.mine(intent.number, turn)
    if one.stage == "answered":
        questions.close(turn.session, one, turn.now)
    return replace(thread(OpenThread(one.id), turn), toast="thread-closed")


def ask_report(intent: AskReport, turn: Turn) -> Screen:
    """What is wrong with this answer."""
    line = _answer(intent.line, turn)
    return screens.report(line.id, line.question_id)


def report(intent: ReportAnswer, turn: Turn) -> Screen:
    """Others of the staff will look at it; the first reason counts."""
    line = _answer(intent.line, turn)
    if not line.report:
        line.report, line.reported_at = intent.why, turn.now
        turn.session.flush()
    return replace(thread(OpenThread(line.question_id), turn), toast="reported")


def _answer(number: int, turn: Turn) -> Line:
    """A counselor's message in a thread of theirs; to anybody else it is gone."""
    found = questions.line(turn.session, number)
    if found is None or found[1].person_id != turn.person.id or found[0].side != "staff":
        raise Gone(f"lines/{number}")
    return found[0]


def replied(intent: ReplyTo, turn: Turn) -> Intent:
    """Words that reply to a letter go on in its thread; others mean what words mean now."""
    found = letters.of_message(turn.session, turn.person.id, turn.answers)
    if found and found.question_id and found.kind == "reply":
        return SayMore(found.question_id)
    if found and found.question_id and turn.person.staff:
        return SayReply(found.question_id)
    try:
        return Intent.unpack(turn.person.awaited) if turn.person.awaited else Find()
    except Unreadable:
        return Find()
