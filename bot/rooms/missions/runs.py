"""Runs: the shift somebody speaks of, and where in it they stand by now."""

from dataclasses import replace

from bot.turn import Turn
from content.catalogue import Gone
from content.shifts import Mission
from db import missions as memory
from db.missions import Run


def run_of(number: int, turn: Turn) -> tuple[Run, Mission]:
    """This shift and its mission; somebody else's, or one we no longer tell of, is gone."""
    found = memory.run(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"shifts/{number}")
    return found, turn.catalogue.mission(found.mission)


def ended_run(number: int, turn: Turn) -> tuple[Run, Mission]:
    """This shift, if it is over and its ending is still told; else gone."""
    run, mission = run_of(number, turn)
    if run.ending not in mission.by_ending:
        raise Gone(f"shifts/{number}")
    return run, mission


def renewed(run: Run, mission: Mission, turn: Turn) -> Run:
    """The shift in the mission as it is now: in the same scene, or at the beginning if it is gone.

    The way there counts no more, for its choices may be others by now.
    """
    here = run.scene if run.scene in mission.by_scene else mission.scenes[0].slug
    memory.stand(turn.session, run, mission.edition, here, "")
    return replace(run, edition=mission.edition, scene=here, path="")
