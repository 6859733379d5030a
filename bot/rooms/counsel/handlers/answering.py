"""Answering: the lists of questions, one of them, an answer that is typed or ready."""

from dataclasses import replace

from bot.guidance import relay
from bot.rooms.asking import passing
from bot.rooms.counsel import telling
from bot.rooms.counsel.intents import (
    ChooseReady,
    OpenInbox,
    OpenQuestion,
    OpenReady,
    SayReply,
    SendReady,
    TakeQuestion,
    WriteReply,
)
from bot.rooms.counsel.screens import threads as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import Page, page
from content.catalogue import Ready
from content.kinds import Language
from db import audit, threads
from db.audit import Deed
from db.questions import Question

AT_ONCE = 5


def inbox(intent: OpenInbox, turn: Turn) -> Screen:
    """The questions of a list."""
    found = threads.listed(turn.session, turn.person.id, intent.which)
    shown = page(found, intent.page, size=AT_ONCE)
    told = [telling.asked(one, turn) for one in shown.things]
    pool = threads.many(turn.session, turn.person.id, "pool")
    first = (shown.number - 1) * AT_ONCE + 1
    return screens.inbox(
        intent.which, Page(told, shown.number, shown.count, shown.total), first, pool
    )


def question(intent: OpenQuestion, turn: Turn) -> Screen:
    """One of them; whoever answers it has read it now."""
    if free := threads.pooled(turn.session, intent.number):
        return _question(free, turn, intent.page, pooled=True)
    one = telling.mine(intent.number, turn)
    threads.read(turn.session, one, turn.now)
    return _question(one, turn, intent.page)


def _question(
    one: Question,
    turn: Turn,
    number: int = 0,
    *,
    pooled: bool = False,
    hidden: tuple[str, ...] = (),
) -> Screen:
    said = telling.said(one, turn)
    shown = page(said, number or len(said), size=screens.LINES)
    return screens.question(telling.asked(one, turn), shown, pooled=pooled, hidden=hidden)


def take(intent: TakeQuestion, turn: Turn) -> Screen | Intent:
    """Answer what nobody answers yet; somebody else may have been quicker."""
    if threads.take(turn.session, intent.number, turn.person.id):
        _note("question-taken", intent.number, turn)
        return OpenQuestion(intent.number)
    if threads.of(turn.session, turn.person.id, intent.number):
        return OpenQuestion(intent.number)
    return replace(inbox(OpenInbox("pool"), turn), toast="in-taken")


def write(intent: WriteReply, turn: Turn) -> Screen:
    """The place to answer."""
    return _write(telling.mine(intent.number, turn), turn)


def _write(one: Question, turn: Turn, wrong: str = "") -> Screen:
    threads.read(turn.session, one, turn.now)
    words = turn.keys.open(threads.last(turn.session, one.id).words)
    return screens.write(telling.asked(one, turn), words, wrong, relay.LONGEST_ANSWER)


def say(intent: SayReply, turn: Turn) -> Screen:
    """Bring the typed words to whoever asked."""
    one = telling.mine(intent.number, turn)
    if wrong := relay.wrong(turn.words, relay.LONGEST_ANSWER):
        return _write(one, turn, wrong)
    return _answered(one, turn.words, turn)


def _answered(one: Question, words: str, turn: Turn) -> Screen:
    hidden = passing.answer(one, words, turn)
    _note("question-answered", one.id, turn)
    return replace(_question(one, turn, hidden=hidden.flags), toast="in-answered")


def ready(intent: ChooseReady, turn: Turn) -> Screen:
    """Answers that are ready."""
    one = telling.mine(intent.number, turn)
    found = turn.catalogue.every("ready", Ready)
    return screens.ready(telling.asked(one, turn), page(found, intent.page, size=AT_ONCE))


def seen(intent: OpenReady, turn: Turn) -> Screen:
    """One of them, in the language of who asked."""
    one, found = telling.mine(intent.number, turn), _ready(intent.ready, turn)
    return screens.seen(telling.asked(one, turn), found, found.says[_language(one)])


def send_ready(intent: SendReady, turn: Turn) -> Screen:
    """Answer so."""
    one, found = telling.mine(intent.number, turn), _ready(intent.ready, turn)
    return _answered(one, found.says[_language(one)], turn)


def _ready(slug: str, turn: Turn) -> Ready:
    found: Ready = turn.catalogue.one("ready", slug, Ready)
    return found


def _language(one: Question) -> Language:
    language: Language = one.language  # type: ignore[assignment]
    return language


def _note(act: Deed, number: int, turn: Turn) -> None:
    audit.note(turn.session, turn.person.id, act, f"questions/{number}", turn.now)
