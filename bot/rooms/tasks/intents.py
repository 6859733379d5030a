"""What people ask and answer in the ability tasks."""

from typing import Literal

from bot.ui import Intent

Family = Literal["gears", "levers", "circuits", "measuring", "projections", "faults"]


class OpenTasks(Intent, code="tasks"):
    """What can I try?"""


class OpenFamily(Intent, code="family"):
    """What is this family of tasks?"""

    family: Family


class OpenUses(Intent, code="uses"):
    """Where is this used?"""

    family: Family


class BeginTasks(Intent, code="taskbegin", act=True):
    """Try this family; go on where a run was begun."""

    family: Family


class NextTask(Intent, code="tasknext"):
    """The task of this run that is to be solved now."""

    run: int


class SolveTask(Intent, code="solve", act=True):
    """My answer to a task of this run: one of its options, from 1; 0 is "I don't know"."""

    run: int
    step: int
    pick: int


class ReadTask(Intent, code="solved"):
    """The way to the answer of a task that was answered."""

    run: int
    step: int


class OpenSolved(Intent, code="taskdone"):
    """What came of this run."""

    run: int


class OpenLevels(Intent, code="levels"):
    """What I can solve by now, and what comes next."""

    page: int = 1
