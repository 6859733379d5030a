"""Ability tasks: six families of made-up tasks, each with an exact answer; nothing is typed in.

A task is made of its family, a rung and a seed, and is the same wherever it is made. How hard it is
follows from how it is made; `staircase` finds which rung somebody stands on.
"""

from bot.guidance.tasks.families import EDITION, FAMILIES, KINDS, make, right
from bot.guidance.tasks.rungs import RUNGS, Family, Option, Task, kind_at, logit

__all__ = [
    "EDITION",
    "FAMILIES",
    "KINDS",
    "RUNGS",
    "Family",
    "Option",
    "Task",
    "kind_at",
    "logit",
    "make",
    "right",
]
