"""Ability tasks, as people see them. No marks, no ranks, no "you are not technical"."""

from collections.abc import Sequence
from fractions import Fraction

from bot.guidance.tasks import Family, Option, Task
from bot.guidance.tasks.uses import Solved
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import OpenProfession
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
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Profession

HOME, PAUSE = Button("home", GoHome()), Button("pause", GoHome())
BLOCKS = 12  # of the bar: one a task
ABREAST = 4  # numbers on a row


def families(every: Sequence[Family], *, solved: bool) -> Screen:
    """The families there are."""
    doors = [[Button(f"tasks-{family}", OpenFamily(family))] for family in every]
    levels = [Button("levels", OpenLevels())] if solved else []
    return Screen("tasks/tasks", {}, [*doors, levels, [HOME]])


def family(which: Family, *, most: int, going: int | None, found: Solved | None) -> Screen:
    """What is asked in a family, and what is solved of it already."""
    rows = [
        [Button("go-on", NextTask(going)) if going else Button("begin", BeginTasks(which))],
        [Button("uses", OpenUses(which))],
        [Button("back", OpenTasks()), HOME],
    ]
    facts = {"family": which, "most": most, "going": bool(going), "found": found}
    return Screen("tasks/family", facts, rows)


def uses(which: Family, professions: Sequence[Profession]) -> Screen:
    """Professions that meet such tasks."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in professions]
    facts = {"family": which, "professions": professions}
    return Screen("tasks/uses", facts, [*doors, back_to(OpenFamily(which))])


def task(run: int, shown: Task, number: int, most: int, picture: str) -> Screen:
    """A task to be solved: its picture, the question, the same in words, and the answers."""
    buttons = [
        _answer(option, SolveTask(run, number, at)) for at, option in enumerate(shown.options, 1)
    ]
    unsure = [Button("task-unsure", SolveTask(run, number, 0))]
    bar = "▓" * (number - 1) + "░" * (BLOCKS - number + 1)
    facts = {
        "number": number,
        "most": most,
        "bar": bar,
        "task": {"asks": shown.given.asks, **shown.told},
    }
    before = [Button("before", ReadTask(run, number - 1))] if number > 1 else []
    rows = [*_rows(buttons, shown), unsure, [*before, PAUSE]]
    return Screen(f"tasks/{shown.family}", facts, rows, picture=picture)


def _answer(option: Option, intent: Intent) -> Button:
    if isinstance(option, Fraction):
        return Button("task-value", intent, facts={"value": float(option)})
    if isinstance(option, tuple) and option:
        return Button("task-lamps", intent, facts={"lamps": ", ".join(map(str, option))})
    return Button(f"task-{option or 'none'}", intent)


def _rows(buttons: Sequence[Button], shown: Task) -> list[list[Button]]:
    """Numbers side by side, words and sets of lamps one below another."""
    across = ABREAST if all(isinstance(option, Fraction) for option in shown.options) else 1
    return [list(buttons[at : at + across]) for at in range(0, len(buttons), across)]


def solved(run: int, shown: Task, picked: int, *, over: bool) -> Screen:
    """Whether it was right, and the way to the answer."""
    onward = Button("task-result", OpenSolved(run)) if over else Button("task-next", NextTask(run))
    right = shown.options.index(shown.answer) + 1
    facts = {
        "result": "unsure" if not picked else "right" if picked == right else "wrong",
        "task": {"asks": shown.given.asks, **shown.why},
    }
    rows = [[onward], [Button("uses", OpenUses(shown.family))], back_to(OpenFamily(shown.family))]
    return Screen(f"tasks/{shown.family}-solved", facts, rows)


def result(found: Solved) -> Screen:
    """What is solved already and what comes next."""
    rows = [
        [Button("uses", OpenUses(found.family))],
        [Button("begin-anew", BeginTasks(found.family))],
        [Button("levels", OpenLevels()), Button("tasks", OpenTasks())],
        back_to(OpenFamily(found.family)),
    ]
    return Screen("tasks/result", {"found": found}, rows)


def levels(shown: Page[Solved]) -> Screen:
    """The same for every family that was tried."""
    doors = [[Button(f"tasks-{one.family}", OpenFamily(one.family))] for one in shown.things]
    rows = [*doors, turner(shown, OpenLevels), back_to(OpenTasks())]
    return Screen("tasks/levels", {"found": shown.things}, rows)


def back_to(place: Intent) -> list[Button]:
    """Back to there, or home."""
    return [Button("back", place), HOME]
