"""Asking: where a test begins, its questions, and the answers to them."""

from bot.guidance import choices
from bot.guidance.matching import DRAWS
from bot.guidance.sitting import LONG, SHORT
from bot.rooms.interests.handlers import cards, young
from bot.rooms.interests.intents import (
    AskAgain,
    AskMore,
    AskNext,
    BeginInterests,
    OpenInterests,
    OpenResult,
    Rate,
    ReadMethod,
)
from bot.rooms.interests.screens import asking as screens
from bot.rooms.interests.sittings import attempt_of, finish, sitting_of
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone, Item
from db import interests as memory
from db.interests import Attempt


def begin_page(intent: OpenInterests, turn: Turn) -> Screen:
    """What the test is; and the way on, where one was begun."""
    theirs = memory.attempts(turn.session, turn.person)
    going = memory.going(turn.session, turn.person)
    earlier, told = any(one.finished_at for one in theirs), turn.person.topics.split()
    return screens.begin_page(going=going, earlier=earlier, remind="reminders" not in told)


def method(intent: ReadMethod, turn: Turn) -> Screen:
    """How the test works, in plain words, with the numbers the code really uses."""
    return screens.method(intent.chapter, questions=SHORT, sets=choices.SETS, draws=DRAWS)


def begin(intent: BeginInterests, turn: Turn) -> Intent:
    """A new attempt, and its first question."""
    return AskNext(memory.begin(turn.session, turn.person, "full", SHORT, turn.now).id)


def ask(intent: AskNext, turn: Turn) -> Screen | Intent:
    """The next question, the next cards, or what came of it."""
    attempt = attempt_of(intent.attempt, turn)
    if attempt.finished_at is not None:
        return OpenResult(attempt.id)
    return young.ask(attempt, turn) if attempt.kind == "young" else _ask(attempt, turn)


def _ask(attempt: Attempt, turn: Turn) -> Screen | Intent:
    sitting = sitting_of(attempt, turn)
    if item := sitting.next():
        number = len(sitting.given) + 1
        return screens.question(attempt.id, item, number, max(number, attempt.most))
    if sitting.verdict != "clear":
        return finish(attempt, sitting, {}, turn)
    return cards.ask(attempt, sitting, turn)


def again(intent: AskAgain, turn: Turn) -> Screen | Intent:
    """An earlier question, with the answer it has; one that is gone is passed over."""
    attempt = attempt_of(intent.attempt, turn)
    given = memory.ratings(turn.session, attempt)
    if attempt.finished_at is not None or not 1 <= intent.position <= len(given):
        return AskNext(attempt.id)
    rating, shown = given[intent.position - 1], young.again if attempt.kind == "young" else _again
    try:
        return shown(attempt, rating.item, intent.position, rating.value, turn)
    except Gone:
        return AskAgain(attempt.id, intent.position - 1)


def _again(attempt: Attempt, slug: str, position: int, value: int, turn: Turn) -> Screen:
    item = turn.catalogue.one("interests/items", slug, Item)
    return screens.question(attempt.id, item, position, max(position, attempt.most), value)


def rate(intent: Rate, turn: Turn) -> Intent:
    """Keep the answer; on to the next. After the result nothing changes any more."""
    attempt = attempt_of(intent.attempt, turn)
    turn.catalogue.one("interests/items", intent.item, Item)
    if attempt.finished_at is None and attempt.kind == "full":
        memory.rate(turn.session, attempt, intent.item, intent.value)
    return AskNext(attempt.id)


def more(intent: AskMore, turn: Turn) -> Intent:
    """Ask all questions there are, in a new attempt that begins with all that was answered.

    Asked twice, the attempt goes on that was begun first.
    """
    attempt = attempt_of(intent.attempt, turn)
    going = memory.going(turn.session, turn.person)
    if attempt.finished_at is None or attempt.kind != "full" or attempt.most >= LONG:
        return AskNext(attempt.id)
    if going and attempt_of(going, turn).most == LONG:
        return AskNext(going)
    return AskNext(memory.lengthen(turn.session, turn.person, attempt, LONG, turn.now).id)
