"""Telling: questions as the staff is shown them; never whose they are."""

from bot.rooms.counsel.screens.threads import Asked, Said
from bot.turn import Turn
from bot.ui.hours import hour
from content.catalogue import Gone
from db import questions, staff, threads
from db.questions import Line, Question

BEGINNING = 80  # letters of a question in a list


def mine(number: int, turn: Turn) -> Question:
    """A question they answer; to everybody else it is gone."""
    found = threads.of(turn.session, turn.person.id, number)
    if found is None:
        raise Gone(f"questions/{number}")
    return found


def asked(one: Question, turn: Turn) -> Asked:
    """A question, as a counselor knows it."""
    words = turn.keys.open(threads.last(turn.session, one.id).words)
    begins = words if len(words) <= BEGINNING else f"{words[:BEGINNING]}…"
    return Asked(
        one.id,
        one.alias,
        one.role,
        one.grade,
        one.language,
        one.stage,
        begins,
        hour(one.due_at) if one.due_at else "",
        one.urgent,
        one.label,
        staff.name_of(turn.session, one.school_id),
        bool(one.topic),
    )


def said(one: Question, turn: Turn) -> list[Said]:
    """What was said in its thread, the oldest first."""
    return [_said(line, turn) for line in questions.lines(turn.session, one.id)]


def _said(line: Line, turn: Turn) -> Said:
    words, flags = turn.keys.open(line.words), line.flags.split()
    return Said(line.side == "staff", words, hour(line.said_at), flags, line.report)
