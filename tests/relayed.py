"""Relayed: the screens of questions to counselors, each after what led to it."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from bot.rooms.asking import intents as relay
from bot.rooms.classes import intents as group
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import people, questions, silences
from db.questions import Question
from tests.crew import CODE, _classed, asked
from tests.wire import NOON

Story = Callable[[Turn], Screen]
WORDS = "12?"  # in no language
FIRST = 1


def _asks(turn: Turn, words: str = WORDS, **told: str | int) -> int:
    """Somebody who told this of themselves has a draft; its number."""
    if told:
        people.introduce(turn.session, turn.person, **told)
    turn.chance = Random(7)
    return questions.draft(turn.session, turn.person, turn.keys.seal(words), NOON)


def drafted(words: str = WORDS, **told: str | int) -> Story:
    """A draft, as it will be seen."""
    return lambda turn: asked(relay.OpenDraft(_asks(turn, words, **told)), turn)


def sent(turn: Turn, **has: object) -> Question:
    """A question that was sent."""
    number = _asks(turn, role="pupil", grade=9, region="abai")
    asked(relay.SendQuestion(number), turn)
    one = turn.session.get_one(Question, number)
    for name, value in has.items():
        setattr(one, name, value)
    turn.session.flush()
    return one


def _in_a_class(turn: Turn) -> Turn:
    """A pupil in a class of a school."""
    turn = _classed(turn)
    asked(group.JoinClass(CODE, "pupil"), turn)
    return turn


def _answered(turn: Turn, number: int) -> None:
    one = turn.session.get_one(Question, number)
    one.stage = "answered"
    questions.say(turn.session, one, "staff", turn.keys.seal("34"), NOON)


def thread(stage: str, *, school: bool = False, answer: bool = False, report: str = "") -> Story:
    """A thread in this stage."""

    def told(turn: Turn) -> Screen:
        one = sent(_in_a_class(turn) if school else turn)
        if answer:
            _answered(turn, one.id)
            questions.lines(turn.session, one.id)[-1].report = report
        one.stage = stage
        turn.session.flush()
        return asked(relay.OpenThread(one.id), turn)

    return told


def _silent(reason: silences.Reason) -> Story:
    def told(turn: Turn) -> Screen:
        until = NOON + timedelta(days=7)
        silences.silence(turn.session, turn.person.id, None, 1, reason, NOON, until)
        return asked(relay.OpenAsk(), turn)

    return told


def _five(turn: Turn) -> Screen:
    for _ in range(5):
        sent(turn)
    return asked(relay.OpenAsk(), turn)


def _all(turn: Turn) -> Screen:
    for stage in ("sent", "read", "answered", "closed"):
        sent(turn).stage = stage
    turn.session.flush()
    return asked(relay.OpenAsked(), turn)


def typed(intent: Intent, words: str) -> Story:
    """What somebody sees who typed this."""
    return lambda turn: asked(intent, turn, words)


STORIES: dict[str, Story] = {
    "asking, ask": lambda turn: asked(relay.OpenAsk(), turn),
    "asking, ask, five today": _five,
    "asking, ask, insults": _silent("insults"),
    "asking, ask, spam": _silent("spam"),
    "asking, ask, contacts": _silent("contacts"),
    "asking, ask, other": _silent("other"),
    "asking, ask, too long": typed(relay.WriteQuestion(), "7" * 1501),
    "asking, ask, empty": typed(relay.WriteQuestion(), "…"),
    "asking, ask, not sent": lambda turn: asked(relay.DropQuestion(_asks(turn)), turn),
    "asking, draft": typed(relay.WriteQuestion(), WORDS),
    "asking, draft, parent": drafted(role="parent", region="abai"),
    "asking, draft, hidden": drafted(
        "t.me/a a@b.kz @abc 87011234567, 12 Abai Street", role="pupil", grade=9
    ),
    "asking, draft, alarm": typed(relay.WriteQuestion(), "хочу умереть"),
    "asking, draft, of a class": lambda turn: asked(
        relay.OpenDraft(_asks(_in_a_class(turn))), turn
    ),
    "asking, sent": lambda turn: asked(relay.SendQuestion(_asks(turn, "12", role="parent")), turn),
    "asking, asked": _all,
    "asking, asked, none": lambda turn: asked(relay.OpenAsked(), turn),
    "asking, thread, sent": thread("sent"),
    "asking, thread, read": thread("read", school=True),
    "asking, thread, answered": thread("answered", school=True, answer=True),
    "asking, thread, reported": thread("answered", answer=True, report="rude"),
    "asking, thread, closed": thread("closed", answer=True),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions these stories ask."""
    rooms = ("asking",)
    return {
        one
        for one in Intent._by_code.values()
        if one.__module__.startswith(tuple(f"bot.rooms.{room}.intents" for room in rooms))
    }
