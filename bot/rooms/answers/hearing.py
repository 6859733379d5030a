"""Hearing: what typed words are, and which screen or door answers them."""

from collections.abc import Callable, Mapping

from bot.guidance.answers import Understood, understanding
from bot.rooms.answers import screens
from bot.rooms.answers.intents import Hear
from bot.rooms.answers.ways import card, way
from bot.rooms.figures.intents import CompareFigures
from bot.rooms.matters.intents import OpenContribution
from bot.rooms.search.intents import Find
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.asking import Concept, Talk
from db import contributions, matters, people, questions
from db.questions import Subject

NEAR = ("answers", "figures")  # what may be named beside a refusal


def hear(intent: Hear, turn: Turn) -> Screen | Intent:
    """What was typed: a call for help before all else, then what answers it, then a search."""
    if turn.calls_for_help:
        return Find()  # in whose place the card of help is shown
    told = understanding(turn.catalogue).of(turn.words, turn.found)
    return ANSWERS[told.kind](told, turn)


def _untold(told: Understood, turn: Turn) -> Screen | Intent:
    """What a counselor found out about it since; else the refusal."""
    topic = turn.catalogue.one("concepts", told.topic, Concept) if told.topic else None
    subject = _subject(told, topic)
    if found := contributions.contributed(turn.session, subject, turn.now):
        return OpenContribution(found.id)
    role, _, _ = people.told_of(turn.session, turn.person)
    matters.wonder(turn.session, turn.person.id, subject, role, turn.now)
    return _refused(told, topic, subject, turn)


def _refused(told: Understood, topic: Concept | None, subject: Subject, turn: Turn) -> Screen:
    """The honest refusal; the question is kept as a draft, for a list or for a counselor."""
    known = turn.catalogue
    draft = questions.draft(
        turn.session, turn.person, turn.keys.seal(turn.words), turn.now, subject
    )
    near = [path for path in told.near if path.partition("/")[0] in NEAR]
    thing = known.thing(told.about) if told.about else None
    return screens.refused(
        topic.name if topic and not topic.weak else None,
        thing,
        [card(told.about, known)] if told.about else [],
        [screens.Known(known.thing(path).name, way(path)) for path in near],
        draft,
        noted=bool(subject.topic),
    )


def _subject(told: Understood, topic: Concept | None) -> Subject:
    """What is asked, as counselors gather it: a topic among the unknowns, a thing or a place."""
    kind, _, slug = told.about.partition("/")
    asked = (topic.untold or "") if topic else ""
    if kind == "regions":
        return Subject(topic=asked, place=slug)
    return Subject(topic=asked, thing=told.about)


def _talk(told: Understood, turn: Turn) -> Screen:
    return screens.talk(turn.catalogue.one("talk", told.source, Talk))


def _compared(told: Understood, turn: Turn) -> Intent:
    one, other = (path.partition("/")[2] for path in (told.source, told.other))
    return CompareFigures(one, other)


ANSWERS: Mapping[str, Callable[[Understood, Turn], Screen | Intent]] = {
    "talk": _talk,
    "answer": lambda told, turn: way(told.source),
    "compare": _compared,
    "refusal": _untold,
    "search": lambda told, turn: Find(),
}
