"""Asking a counselor: a question is drafted, seen as it will be seen, and sent."""

from dataclasses import replace

from bot.guidance import relay
from bot.rooms.asking import passing, screens, telling
from bot.rooms.asking.intents import (
    DropQuestion,
    OpenAsk,
    OpenDraft,
    OpenThread,
    SendQuestion,
    WriteQuestion,
)
from bot.rooms.asking.screens import Draft
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import hour
from bot.ui.pages import page
from db import family, matters, people, questions, routing, silences
from db.questions import Question, Subject


def ask(intent: OpenAsk, turn: Turn) -> Screen:
    """What it means to ask; or until when they may not."""
    return _asking(turn)


def _asking(turn: Turn, wrong: str = "") -> Screen:
    said = questions.said_lately(turn.session, turn.person, turn.now)
    left = relay.left(said)
    silence = silences.silenced(turn.session, turn.person.id, turn.now)
    return screens.ask(
        left,
        "" if left else hour(relay.again(said)),
        hour(silence.ends_at) if silence else "",
        silence.reason if silence else "",
        wrong=wrong,
        most=relay.LONGEST,
    )


def write(intent: WriteQuestion, turn: Turn) -> Screen | Intent:
    """Keep the words as a draft, and show how they will be seen."""
    if wrong := relay.wrong(turn.words):
        return _asking(turn, wrong)
    sealed = turn.keys.seal(turn.words)
    number = questions.draft(turn.session, turn.person, sealed, turn.now)
    return OpenDraft(number)


def draft(intent: OpenDraft, turn: Turn) -> Screen | Intent:
    """The draft as it will be seen; what was sent since shows how it stands."""
    one = telling.mine(intent.number, turn)
    if one.stage != "draft":
        return OpenThread(one.id)
    words = _words(one, turn)
    if wrong := relay.wrong(words):
        return _asking(turn, wrong)
    if passing.needs_parent(words, turn):
        return parent_first(OpenDraft(one.id), turn)
    return _drafted(one, words, turn)


def parent_first(to: Intent, turn: Turn) -> Screen:
    """In the younger grades a parent says yes, before they go on to this."""
    linked = any(each.agreed_at for each in family.parents(turn.session, turn.person.id))
    return screens.parent_first(to, linked=linked)


def _drafted(one: Question, words: str, turn: Turn) -> Screen:
    role, grade, region = people.told_of(turn.session, turn.person)
    to = telling.whom(routing.desk(turn.session, turn.person.id, region), turn)
    hidden = passing.shown(words, turn)
    return screens.draft(Draft(one.id, hidden.words, hidden.flags, role, grade, to))


def drop(intent: DropQuestion, turn: Turn) -> Intent:
    """Forget a draft."""
    questions.drop_draft(turn.session, turn.person, intent.number)
    return OpenAsk()


def send(intent: SendQuestion, turn: Turn) -> Screen | Intent:
    """Send the draft, once; not too many in a day, and not while they are to be silent."""
    one = telling.mine(intent.number, turn)
    words = _words(one, turn)
    if one.stage != "draft":
        return OpenThread(one.id)
    if relay.wrong(words) or passing.may_not(words, turn):
        return _asking(turn, relay.wrong(words))
    if passing.needs_parent(words, turn):
        return parent_first(OpenDraft(one.id), turn)
    _send(one, words, turn)
    return replace(_sent(one, turn), toast="question-sent")


def _send(one: Question, words: str, turn: Turn) -> None:
    role, grade, region = people.told_of(turn.session, turn.person)
    desk = routing.desk(turn.session, turn.person.id, region)
    one.role, one.grade, one.language = role, grade, turn.language
    one.counselor_id, one.school_id, one.region = desk.counselor, desk.school, desk.region
    alias = relay.alias(questions.aliases(turn.session), turn.chance)
    due = relay.due(turn.now, urgent=passing.is_alarm(words, turn))
    questions.send(turn.session, one, alias, turn.now, due)
    passing.ask(one, words, turn)
    asked = Subject(one.topic, one.thing, one.place)
    matters.wonder(turn.session, turn.person.id, asked, role, turn.now)


def _sent(one: Question, turn: Turn) -> Screen:
    said = [telling.said(line, turn) for line in questions.lines(turn.session, one.id)]
    return screens.thread(telling.sent(one, turn), page(said, len(said), size=screens.LINES))


def _words(one: Question, turn: Turn) -> str:
    return turn.keys.open(one.words) if one.words else ""
