"""Telling: a thread as its asker is shown it."""

from bot.rooms.asking.screens import Said, Sent, To
from bot.turn import Turn
from bot.ui.hours import hour
from content.catalogue import Gone
from content.kinds import Text
from db import questions, staff
from db.questions import Line, Question
from db.routing import Desk

BEGINNING = 80  # letters of a question in a list


def mine(number: int, turn: Turn) -> Question:
    """Their question; to anybody else it is gone."""
    found = questions.of(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"questions/{number}")
    return found


def sent(one: Question, turn: Turn) -> Sent:
    """A question that was sent, and how it stands."""
    first = next(iter(questions.lines(turn.session, one.id)), None)
    begins = beginning(turn.keys.open(first.words)) if first else ""
    when, due = (hour(each) if each else "" for each in (one.sent_at, one.due_at))
    to = whom(Desk(one.counselor_id, one.school_id, one.region), turn)
    return Sent(one.id, one.stage, begins, when, due, one.alias, to)


def beginning(words: str) -> str:
    """The first words of a question."""
    return words if len(words) <= BEGINNING else f"{words[:BEGINNING]}…"


def said(line: Line, turn: Turn) -> Said:
    """A message of a thread."""
    words = turn.keys.open(line.words)
    return Said(line.id, line.side == "asker", words, hour(line.said_at), bool(line.report))


def whom(desk: Desk, turn: Turn) -> To:
    """Who answers, as an asker is told it: a school or a region, never a person."""
    return To(staff.name_of(turn.session, desk.school), region(desk.region, turn))


def region(slug: str, turn: Turn) -> Text | None:
    """The name of a region; nothing where none is told, or we no longer tell of it."""
    try:
        return turn.catalogue.region(slug).name if slug else None
    except Gone:
        return None
