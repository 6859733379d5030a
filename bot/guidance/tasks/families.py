"""Families: every kind of task by name, and how a task is made from a rung and a seed."""

from collections.abc import Mapping
from random import Random
from types import ModuleType

from bot.guidance.tasks import circuits, faults, gears, levers, measuring, projections
from bot.guidance.tasks.rungs import Family, Task, kind_at, size_at

EDITION = 1  # one more whenever a family makes other tasks than before
FAMILIES: Mapping[Family, ModuleType] = {
    "gears": gears,
    "levers": levers,
    "circuits": circuits,
    "measuring": measuring,
    "projections": projections,
    "faults": faults,
}
KINDS: Mapping[Family, tuple[str, ...]] = {name: one.KINDS for name, one in FAMILIES.items()}


def make(family: Family, rung: int, seed: int) -> Task:
    """The task of this family, rung and seed; always the same."""
    makes, chance = FAMILIES[family], Random(f"{EDITION}/{family}/{rung}/{seed}")
    given = makes.make(chance, KINDS[family][kind_at(rung)], size_at(rung))
    options = makes.options(given, chance)
    answer = makes.solve(given)
    return Task(family, rung, seed, given, options, answer, makes.told(given), makes.why(given))


def right(task: Task) -> int:
    """Which of the options is the answer, from 0."""
    return task.options.index(task.answer)
