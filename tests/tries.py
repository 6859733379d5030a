"""Tries: the screens of the ability tasks, each after what was answered to come to it."""

from collections.abc import Callable

from bot.doors import ROUTER
from bot.guidance.tasks import FAMILIES, Family, make, right, staircase
from bot.guidance.tasks.uses import solved
from bot.rooms.tasks import intents as task
from bot.rooms.tasks import screens
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page

FIRST = 1  # the number of the first run in an empty database
Story = Callable[[Turn], Screen]
Solver = Callable[[int, int], bool]  # by the number of the task and its rung: is it solved?

# Rungs and seeds that go through every branch of the templates between them.
CHOSEN: dict[Family, tuple[tuple[int, int], ...]] = {
    "gears": ((1, 1), (3, 1), (4, 1), (6, 1), (7, 1)),
    "levers": ((1, 1), (1, 6), (4, 1), (4, 2), (7, 1)),
    "circuits": ((1, 1), (1, 4), (4, 1), (7, 1)),
    "measuring": ((1, 1), (4, 1), (6, 1), (7, 1), (8, 1), (9, 1)),
    "projections": ((1, 1), (2, 1), (4, 1), (7, 1)),
    "faults": ((1, 1), (1, 11), (2, 2), (3, 1), (4, 1), (7, 1)),
}


def asked(intent: Intent, turn: Turn) -> Screen:
    """The screen its door answers with."""
    return ROUTER.answer(intent, turn)[1]


def every(number: int, rung: int) -> bool:
    """Somebody who solves all of it."""
    return True


def none(number: int, rung: int) -> bool:
    """Somebody who solves nothing."""
    return False


def upto(most: int) -> Solver:
    """Somebody who solves what is no harder than this rung."""
    return lambda number, rung: rung <= most


def tried(turn: Turn, family: Family, solver: Solver, steps: int = staircase.MOST) -> Screen:
    """The screen after so many tasks of a family."""
    screen = asked(task.BeginTasks(family), turn)
    for _ in range(steps):
        screen = asked(answer(screen, solver), turn)
        onward = _next(screen)
        screen = asked(onward, turn)
    return screen


def answer(screen: Screen, solver: Solver) -> task.SolveTask:
    """What this person taps on a task: the right answer, or one that is wrong."""
    family, _, made = screen.picture.removeprefix("task/").partition("/")
    rung, seed = map(int, made.partition("/")[0].split("-"))
    which = next(one for one in FAMILIES if one == family)
    offered = [one for one in _intents(screen) if isinstance(one, task.SolveTask)]
    best = right(make(which, rung, seed))
    good = solver(offered[0].step, rung)
    return offered[best] if good else offered[best - 1 if best else 1]


def _next(screen: Screen) -> Intent:
    return next(one for one in _intents(screen) if isinstance(one, task.NextTask | task.OpenSolved))


def _intents(screen: Screen) -> list[Intent]:
    return [button.intent for row in screen.rows for button in row if button.intent]


def _after(family: Family, solver: Solver, intent: Intent, steps: int = staircase.MOST) -> Story:
    def told(turn: Turn) -> Screen:
        tried(turn, family, solver, steps)
        return asked(intent, turn)

    return told


def _several(turn: Turn) -> Screen:
    tried(turn, "gears", every)
    tried(turn, "levers", upto(3))
    tried(turn, "faults", none)
    tried(turn, "circuits", upto(6))
    return asked(task.OpenLevels(), turn)


STORIES: dict[str, Story] = {
    "tasks, tasks": lambda turn: asked(task.OpenTasks(), turn),
    "tasks, tasks, tried": _after("gears", every, task.OpenTasks()),
    "tasks, family": lambda turn: asked(task.OpenFamily("gears"), turn),
    "tasks, family, begun": _after("gears", every, task.OpenFamily("gears"), 1),
    "tasks, family, solved": _after("gears", every, task.OpenFamily("gears")),
    "tasks, family, nothing solved": _after("faults", none, task.OpenFamily("faults")),
    **{
        f"tasks, family, {family}": lambda turn, family=family: asked(task.OpenFamily(family), turn)  # type: ignore[misc]
        for family in FAMILIES
    },
    **{
        f"tasks, uses, {family}": lambda turn, family=family: asked(task.OpenUses(family), turn)  # type: ignore[misc]
        for family in FAMILIES
    },
    "tasks, first task": lambda turn: asked(task.BeginTasks("levers"), turn),
    "tasks, second task": lambda turn: tried(turn, "levers", every, 1),
    "tasks, result": _after("circuits", upto(6), task.OpenSolved(FIRST)),
    "tasks, result, everything": _after("gears", every, task.OpenSolved(FIRST)),
    "tasks, result, nothing": _after("faults", none, task.OpenSolved(FIRST)),
    "tasks, levels": _several,
    "tasks, levels, none": lambda turn: asked(task.OpenLevels(), turn),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions of this room: the stories ask them, or tap them on their way."""
    return {one for one in Intent._by_code.values() if one.__module__ == task.__name__}


def by_hand() -> dict[str, Screen]:
    """Chosen tasks, each with the way to its answer; whether right, wrong or unsure, in turn."""
    chosen = [(family, *one) for family, several in CHOSEN.items() for one in several]
    shown: dict[str, Screen] = {
        "tasks, levels, all solved": screens.levels(page([solved("gears", 5.0)], 1))
    }
    for at, (family, rung, seed) in enumerate(chosen):
        made = make(family, rung, seed)
        best = right(made) + 1
        picked = (best, best % len(made.options) + 1, 0)[at % 3]
        name = f"tasks, {family} {rung}, {seed}"
        shown[name] = screens.task(FIRST, made, 1, staircase.MOST, f"task/{made.path}/1")
        shown[f"{name}, solved"] = screens.solved(FIRST, made, picked, over=at % 2 == 0)
    return shown
