"""Trying: what somebody has tried, as it is remembered; for them, and for whom they show it to."""

from collections.abc import Sequence
from datetime import datetime

from bot.guidance.growth import came_forward
from bot.guidance.tasks import FAMILIES
from bot.guidance.tasks.uses import Solved, solved
from bot.guidance.walking import Tried
from bot.rooms.interests.outcome import front_of
from bot.turn import Turn
from content.catalogue import Term
from content.kinds import Text
from content.shifts import Mission
from db import interests, tasks
from db import missions as memory
from db.missions import Run
from db.people import Known

Shift = tuple[Run, Mission]


def shifts(person: Known, turn: Turn) -> list[Shift]:
    """The shifts they played to an end and we still tell of, the newest first."""
    known = {one.slug: one for one in turn.catalogue.missions}
    over = memory.ended(turn.session, person)
    return [(run, known[run.mission]) for run in over if run.mission in known]


def told(run: Run, mission: Mission, now: datetime) -> Tried:
    """A shift, when it was, and what they liked there."""
    number = run.liked if run.liked is not None and run.liked < len(mission.liked) else None
    liked = mission.liked[number].says if number is not None else None
    return Tried(mission.name, run.ended_at or now, liked)


def directions(played: Sequence[Shift], turn: Turn) -> list[Text]:
    """The directions of the trades one meets on these shifts, in the catalogue's order."""
    trades = {slug for _, mission in played for slug in mission.trades}
    met = {one.direction for one in turn.catalogue.professions if one.slug in trades}
    return [one.name for one in turn.catalogue.every("directions", Term) if one.slug in met]


def solving(person: Known, turn: Turn) -> list[Solved]:
    """What they solve already, by the families of tasks they have tried."""
    found = tasks.levels(turn.session, person)
    return [solved(one, found[one]) for one in FAMILIES if one in found]


def fronts(person: Known, turn: Turn) -> tuple[Sequence[str], Sequence[str]]:
    """What drew most in their newest test, and what came forward since the one of its kind before.

    A broad profile tells nothing, and is passed over.
    """
    over = [one for one in interests.attempts(turn.session, person) if one.finished_at]
    clear = [(one.kind, front) for one in over if (front := front_of(one.kind, one.result))]
    if not clear:
        return (), ()
    kind, newest = clear[0]
    before = next((front for each, front in clear[1:] if each == kind), ())
    return newest, came_forward(before, newest) if before else ()
