"""A shift as it is played: scenes, what came of a choice, how it ends, what was liked."""

from collections.abc import Sequence

from bot.guidance.walking import Tally
from bot.rooms.home.intents import GoHome
from bot.rooms.missions.intents import (
    Choose,
    Imagine,
    Like,
    OpenLearned,
    OpenMission,
    OpenShift,
    TypeChoice,
)
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Screen
from content.catalogue import Profession
from content.shifts import Choice, Ending, Liking, Mission, Scene

HOME = Button("home", GoHome())


def scene(run: int, mission: Mission, here: Scene, number: int, came: Choice | None) -> Screen:
    """What came of the choice before, what one sees now, and what may be done."""
    doors = [
        [Button(choice.says, Choose(run, here.slug, at))] for at, choice in enumerate(here.choices)
    ]
    facts = {"mission": mission, "number": number, "came": came, "scene": here}
    rows = [*doors, [Button("pause", OpenMission(mission.slug))]]
    return Screen("missions/scene", facts, rows, awaits=TypeChoice(run))


def ending(run: int, mission: Mission, end: Ending, came: Choice | None) -> Screen:
    """How the shift ends."""
    rows = [[Button("what-it-showed", OpenLearned(run))], _back(mission)]
    return Screen("missions/ending", {"mission": mission, "came": came, "ending": end}, rows)


def learned(run: int, mission: Mission, end: Ending, tallies: Sequence[Tally]) -> Screen:
    """What the ending shows about the trade, how the decisions were, and: what did you like?"""
    doors = [[Button(one.says, Like(run, at))] for at, one in enumerate(mission.liked)]
    imagine = [Button("imagine", Imagine(run, "day"))]
    rows = [*doors, imagine, [Button("back", OpenShift(run)), HOME]]
    facts = {"learned": end.learned, "tallies": tallies}
    return Screen("missions/learned", facts, rows)


def suggested(run: int, liking: Liking, trades: Sequence[Profession]) -> Screen:
    """Where that leads, and why."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in trades]
    imagine = [Button("imagine", Imagine(run, "day"))]
    rows = [*doors, imagine, [Button("back", OpenLearned(run)), HOME]]
    return Screen("missions/suggested", {"liking": liking, "trades": trades}, rows)


def _back(mission: Mission) -> list[Button]:
    return [Button("back", OpenMission(mission.slug)), HOME]
