"""Ability tasks: begin, solve, and see what is solved already. Never part of the interest fit."""

from collections.abc import Sequence
from random import Random
from typing import get_args

from bot.guidance.tasks import EDITION, FAMILIES, Family, Task, make, right, staircase
from bot.guidance.tasks.uses import USES, Solved, solved
from bot.rooms.tasks import screens
from bot.rooms.tasks.intents import (
    BeginTasks,
    NextTask,
    OpenFamily,
    OpenLevels,
    OpenSolved,
    OpenTasks,
    OpenUses,
    ReadTask,
    SolveTask,
)
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone
from db import tasks as memory
from db.tasks import TaskRun, TaskStep

SEEDS = 10_000  # tasks of a rung; few enough that pictures are met again
AT_ONCE = 3  # families on a page of levels


def families(intent: OpenTasks, turn: Turn) -> Screen:
    """The families there are."""
    return screens.families(list(FAMILIES), solved=bool(memory.levels(turn.session, turn.person)))


def family(intent: OpenFamily, turn: Turn) -> Screen:
    """A family, what is solved of it, and the way on where a run was begun."""
    going = memory.going(turn.session, turn.person, intent.family)
    level = memory.levels(turn.session, turn.person).get(intent.family)
    return screens.family(
        intent.family,
        most=staircase.MOST,
        going=going.id if going else None,
        found=None if level is None else solved(intent.family, level),
    )


def uses(intent: OpenUses, turn: Turn) -> Screen:
    """The professions of the catalogue that meet such tasks."""
    known = {one.slug: one for one in turn.catalogue.professions}
    return screens.uses(
        intent.family, [known[slug] for slug in USES[intent.family] if slug in known]
    )


def begin(intent: BeginTasks, turn: Turn) -> Intent:
    """A new run, or the one that is going on."""
    return NextTask(memory.begin(turn.session, turn.person, intent.family, turn.now).id)


def ask(intent: NextTask, turn: Turn) -> Screen | Intent:
    """The task that is open, or a new one; after the last, what came of it."""
    run = _run_of(intent.run, turn)
    if run.finished_at is not None:
        return OpenSolved(run.id)
    shown = memory.steps(turn.session, run)
    last = shown[-1] if shown and shown[-1].picked is None else _next(run, shown, turn)
    task = _task(run, last)
    picture = f"task/{task.path}/{EDITION}"
    return screens.task(run.id, task, last.number, staircase.MOST, picture)


def _next(run: TaskRun, shown: Sequence[TaskStep], turn: Turn) -> TaskStep:
    """A task on the rung the staircase leads to, unlike those that were shown."""
    rung = staircase.next_rung(_walked(shown))
    before = {_task(run, one).given for one in shown if one.rung == rung}
    chance = Random(f"{run.id}/{len(shown)}")
    seeds = (chance.randrange(SEEDS) for _ in range(SEEDS))
    seed = next(one for one in seeds if make(_family(run), rung, one).given not in before)
    return memory.show(turn.session, run, len(shown) + 1, rung, seed)


def solve(intent: SolveTask, turn: Turn) -> Intent:
    """Keep the first answer to a task; then the way to it. What was never asked is asked now."""
    run = _run_of(intent.run, turn)
    shown = memory.step(turn.session, run, intent.step)
    if shown is None:
        return NextTask(run.id)
    task = _task(run, shown)
    if shown.picked is None and intent.pick <= len(task.options):
        is_right = intent.pick == right(task) + 1
        memory.answer(shown, intent.pick, len(task.options), solved=is_right)
        turn.session.flush()
        _finish(run, turn)
    return ReadTask(run.id, intent.step)


def _finish(run: TaskRun, turn: Turn) -> None:
    """Work out the level once enough was answered."""
    walked = _walked(memory.steps(turn.session, run))
    if staircase.is_over(walked):
        memory.finish(turn.session, run, staircase.level(walked), turn.now)


def read(intent: ReadTask, turn: Turn) -> Screen | Intent:
    """The way to the answer; of a task that is not answered, the task."""
    run = _run_of(intent.run, turn)
    shown = memory.step(turn.session, run, intent.step)
    if shown is None or shown.picked is None:
        return NextTask(run.id)
    over = run.finished_at is not None
    return screens.solved(run.id, _task(run, shown), shown.picked, over=over)


def result(intent: OpenSolved, turn: Turn) -> Screen | Intent:
    """What is solved already and what comes next; of a run that goes on, its task."""
    run = _run_of(intent.run, turn)
    if run.level is None:
        return NextTask(run.id)
    return screens.result(solved(_family(run), run.level))


def levels(intent: OpenLevels, turn: Turn) -> Screen:
    """The levels of every family that was tried, by its newest run."""
    found = memory.levels(turn.session, turn.person)
    told: list[Solved] = [solved(one, found[one]) for one in FAMILIES if one in found]
    return screens.levels(page(told, intent.page, size=AT_ONCE))


# --- a run and its tasks ---


def _run_of(number: int, turn: Turn) -> TaskRun:
    """This run; somebody else's, or none, is gone."""
    found = memory.run(turn.session, turn.person, number)
    if found is None:
        raise Gone(f"task_runs/{number}")
    return found


def _family(run: TaskRun) -> Family:
    found: Family = next(one for one in get_args(Family) if one == run.family)
    return found


def _task(run: TaskRun, shown: TaskStep) -> Task:
    return make(_family(run), shown.rung, shown.seed)


def _walked(shown: Sequence[TaskStep]) -> list[staircase.Step]:
    """The answered tasks, as the staircase counts them."""
    return [
        staircase.Step(one.rung, one.options, bool(one.solved), one.picked == memory.UNSURE)
        for one in shown
        if one.picked is not None
    ]
