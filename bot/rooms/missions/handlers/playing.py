"""Playing: a choice is a turn. Where one stands is on the button and in the row; the row wins."""

from dataclasses import replace

from bot.guidance import walking
from bot.rooms.missions.intents import (
    BeginMission,
    Choose,
    Like,
    OpenLearned,
    OpenShift,
    TypeChoice,
)
from bot.rooms.missions.runs import ended_run, renewed, run_of
from bot.rooms.missions.screens import playing as screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone
from content.shifts import Mission
from db import missions as memory
from db.missions import Run


def begin(intent: BeginMission, turn: Turn) -> Intent:
    """From the beginning; a shift that was begun and left begins anew."""
    mission = turn.catalogue.mission(intent.mission)
    first = mission.scenes[0].slug
    number = memory.begin(turn.session, turn.person, mission.slug, mission.edition, first, turn.now)
    return OpenShift(number)


def shift(intent: OpenShift, turn: Turn) -> Screen:
    """Where they are on this shift."""
    run, mission = run_of(intent.run, turn)
    return _here(run, mission, turn)


def choose(intent: Choose, turn: Turn) -> Screen:
    """Do it, if they stand in that scene still; else show where they stand, and say so."""
    run, mission = run_of(intent.run, turn)
    if run.ending or run.scene != intent.scene:
        return replace(_here(run, mission, turn), notice="shift-moved-on")
    return _done(run, mission, intent.number, turn)


def typed(intent: TypeChoice, turn: Turn) -> Screen:
    """A number, or the words of a button, are that choice; other words are asked to be a tap."""
    run, mission = run_of(intent.run, turn)
    here = mission.by_scene.get(run.scene)
    number = walking.meant(here, turn.words) if here else None
    if number is None:
        return replace(_here(run, mission, turn), notice="tap-please", fresh=True)
    return replace(_done(run, mission, number, turn), fresh=True)


def _done(run: Run, mission: Mission, number: int, turn: Turn) -> Screen:
    """The next scene, or how it ends. What a changed mission's button meant, we do not guess."""
    scene = mission.by_scene.get(run.scene)
    if run.edition != mission.edition or scene is None or number >= len(scene.choices):
        return _here(run, mission, turn)
    to = scene.choices[number].to
    path = walking.further(run.path, run.scene, number)
    if to in mission.by_ending:
        memory.end(turn.session, run, mission.edition, to, path, turn.now)
        return _shown(replace(run, scene=to, path=path, ending=to), mission)
    memory.stand(turn.session, run, mission.edition, to, path)
    return _shown(replace(run, scene=to, path=path), mission)


def _here(run: Run, mission: Mission, turn: Turn) -> Screen:
    """Where they stand; in a mission that was changed since, in the same scene or at its start."""
    if run.ending and run.ending not in mission.by_ending:
        raise Gone(f"missions/{mission.slug}/{run.ending}")
    if run.ending or run.edition == mission.edition:
        return _shown(run, mission)
    return replace(_shown(renewed(run, mission, turn), mission), notice="shift-rewritten")


def _shown(run: Run, mission: Mission) -> Screen:
    """The scene, or the ending, below what came of the last choice."""
    way = walking.taken(mission, run.path)
    came = way[-1] if way else None
    if run.ending:
        return screens.ending(run.id, mission, mission.by_ending[run.ending], came)
    number = len(run.path.split()) + 1
    return screens.scene(run.id, mission, mission.by_scene[run.scene], number, came)


# --- after it ---


def learned(intent: OpenLearned, turn: Turn) -> Screen:
    """What the shift showed, and what may have been liked."""
    run, mission = ended_run(intent.run, turn)
    end, tallies = mission.by_ending[run.ending], walking.tallies(mission, run.path)
    return screens.learned(run.id, mission, end, tallies)


def like(intent: Like, turn: Turn) -> Screen:
    """Keep what they liked most, and show where it leads."""
    run, mission = ended_run(intent.run, turn)
    if intent.number >= len(mission.liked):
        raise Gone(f"missions/{mission.slug}/liked")
    memory.like(turn.session, run, intent.number)
    liking = mission.liked[intent.number]
    trades = [turn.catalogue.profession(slug) for slug in liking.professions]
    return screens.suggested(run.id, liking, trades)
