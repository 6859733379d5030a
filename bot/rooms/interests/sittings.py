"""Sittings: the attempt somebody speaks of, what they answered in it, and how it ends."""

from collections.abc import Mapping

from bot.guidance.sitting import Sitting, instrument
from bot.rooms.interests.intents import OpenResult
from bot.rooms.interests.outcome import Outcome
from bot.turn import Turn
from bot.ui import Intent
from content.catalogue import Gone
from db import interests as memory
from db import people
from db.interests import Attempt


def attempt_of(number: int, turn: Turn) -> Attempt:
    """This attempt; somebody else's, or none, is gone."""
    found = memory.attempt(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"attempts/{number}")
    return found


def sitting_of(attempt: Attempt, turn: Turn) -> Sitting:
    """What was answered so far, and where that leads."""
    given = [(rating.item, rating.value) for rating in memory.ratings(turn.session, attempt)]
    return Sitting(instrument(turn.catalogue), given, attempt.most)


def finish(attempt: Attempt, sitting: Sitting, wishes: Mapping[str, float], turn: Turn) -> Intent:
    """Work out what came of it, once, and keep it. It is slow, so no transaction waits for it."""
    seed = _seed(sitting, wishes)
    outcome = turn.think(seed, lambda: Outcome.of(sitting, wishes, seed))
    memory.finish(turn.session, attempt, outcome.kept(), turn.now)
    turn.session.flush()
    _point(outcome, turn)
    return OpenResult(attempt.id)


def _point(outcome: Outcome, turn: Turn) -> None:
    """Remember in which direction the first suggestion lies; without one, what was stays."""
    if outcome.suggestions:
        first = turn.catalogue.profession(outcome.suggestions[0][0])
        people.introduce(turn.session, turn.person, direction=first.direction)


def _seed(sitting: Sitting, wishes: Mapping[str, float]) -> str:
    """The same answers give the same result: in every language, in any order, whoever gave them."""
    return f"{sorted(sitting.answers)} {sorted(wishes.items())}"
