"""Asking a counselor: what is drafted, what is sent, and how it stands."""

from dataclasses import replace

from bot.guidance import alarm, relay
from bot.guidance.masking import Masked, masked
from bot.rooms.asking import screens
from bot.rooms.asking.intents import (
    DropQuestion,
    OpenAsk,
    OpenAsked,
    OpenDraft,
    OpenThread,
    SendQuestion,
    WriteQuestion,
)
from bot.rooms.asking.screens import Draft, Said, Sent, To
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import hour
from bot.ui.pages import Page, page
from content.catalogue import Gone
from content.kinds import Text
from content.shifts import Alarm
from db import letters, people, questions, routing, silences, staff
from db.questions import Line, Question
from db.routing import Desk

AT_ONCE, LINES = 5, 3  # questions on a page; messages of a thread
BEGINNING = 80  # letters of a question in a list


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


def _is_alarm(words: str, turn: Turn) -> bool:
    return alarm.is_heard(words, turn.catalogue.every("alarms", Alarm))


def draft(intent: OpenDraft, turn: Turn) -> Screen | Intent:
    """The draft as it will be seen; what was sent since shows how it stands."""
    one = _mine(intent.number, turn)
    if one.stage != "draft":
        return OpenThread(one.id)
    words = _words(one, turn)
    if wrong := relay.wrong(words):
        return _asking(turn, wrong)
    return screens.draft(_draft(one, masked(words), turn))


def _draft(one: Question, shown: Masked, turn: Turn) -> Draft:
    role, grade, region = people.told_of(turn.session, turn.person)
    desk = routing.desk(turn.session, turn.person.id, region)
    return Draft(one.id, shown.words, shown.flags, role, grade, _to(desk, turn))


def drop(intent: DropQuestion, turn: Turn) -> Intent:
    """Forget a draft."""
    questions.drop_draft(turn.session, turn.person, intent.number)
    return OpenAsk()


def send(intent: SendQuestion, turn: Turn) -> Screen | Intent:
    """Send the draft, once; not to many in a day, and not while they are to be silent."""
    one = _mine(intent.number, turn)
    words = _words(one, turn)
    if one.stage != "draft":
        return OpenThread(one.id)
    if relay.wrong(words) or _may_not(one, words, turn):
        return _asking(turn, relay.wrong(words))
    _send(one, words, turn)
    return replace(thread(OpenThread(one.id), turn), toast="question-sent")


def _may_not(one: Question, words: str, turn: Turn) -> bool:
    """Whether they have to wait; never with a call for help."""
    said = questions.said_lately(turn.session, turn.person, turn.now)
    silent = silences.silenced(turn.session, turn.person.id, turn.now)
    return not _is_alarm(words, turn) and (silent is not None or not relay.left(said))


def _send(one: Question, words: str, turn: Turn) -> None:
    role, grade, region = people.told_of(turn.session, turn.person)
    desk = routing.desk(turn.session, turn.person.id, region)
    one.role, one.grade, one.language = role, grade, turn.language
    one.counselor_id, one.school_id, one.region = desk.counselor, desk.school, desk.region
    one.urgent = _is_alarm(words, turn)
    alias = relay.alias(questions.aliases(turn.session), turn.chance)
    questions.send(turn.session, one, alias, turn.now, relay.due(turn.now, urgent=one.urgent))
    _say(one, words, turn)


def _say(one: Question, words: str, turn: Turn) -> None:
    """Put their words into the thread, and have the counselor told."""
    shown = masked(words)
    sealed, flags = turn.keys.seal(shown.words), " ".join(shown.flags)
    said = questions.say(turn.session, one, "asker", sealed, turn.now, flags=flags)
    if one.counselor_id:
        when = turn.now if one.urgent else turn.awake(turn.now)
        letters.write(
            turn.session, one.counselor_id, "question", said.id, turn.now,
            question=one.id, not_before=when,
        )  # fmt: skip


# --- what was sent ---


def asked(intent: OpenAsked, turn: Turn) -> Screen:
    """What they sent, the newest first."""
    shown = page(questions.asked(turn.session, turn.person), intent.page, size=AT_ONCE)
    found = [_sent(one, turn) for one in shown.things]
    told = Page(found, shown.number, shown.count, shown.total)
    return screens.asked(told, (shown.number - 1) * AT_ONCE + 1)


def thread(intent: OpenThread, turn: Turn) -> Screen:
    """One of them, with what was said to it."""
    one = _mine(intent.number, turn)
    if one.stage == "draft":
        raise Gone(f"questions/{one.id}")
    said = [_said(line, turn) for line in questions.lines(turn.session, one.id)]
    return screens.thread(_sent(one, turn), page(said, intent.page or len(said), size=LINES))


def _mine(number: int, turn: Turn) -> Question:
    """Their question; to anybody else it is gone."""
    found = questions.of(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"questions/{number}")
    return found


def _words(one: Question, turn: Turn) -> str:
    return turn.keys.open(one.words) if one.words else ""


def _sent(one: Question, turn: Turn) -> Sent:
    first = next(iter(questions.lines(turn.session, one.id)), None)
    begins = turn.keys.open(first.words) if first else ""
    short = begins if len(begins) <= BEGINNING else f"{begins[:BEGINNING]}…"
    when, due = (hour(each) if each else "" for each in (one.sent_at, one.due_at))
    to = _to(Desk(one.counselor_id, one.school_id, one.region), turn)
    return Sent(one.id, one.stage, short, when, due, one.alias, to)


def _said(line: Line, turn: Turn) -> Said:
    mine, words = line.side == "asker", turn.keys.open(line.words)
    return Said(line.id, mine, words, hour(line.said_at), bool(line.report))


def _to(desk: Desk, turn: Turn) -> To:
    return To(staff.name_of(turn.session, desk.school), _region(desk.region, turn))


def _region(slug: str, turn: Turn) -> Text | None:
    try:
        return turn.catalogue.region(slug).name if slug else None
    except Gone:
        return None
