"""Ability tasks: runs of a family, the tasks that were shown, and the levels that came of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.people import Known
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SENSITIVE

UNSURE = 0  # what is kept of "I don't know"


class TaskRun(Base):
    """A run of one family, which may go on after days; its level, in logits, once it is over."""

    __tablename__ = "task_runs"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    family: Mapped[str] = mapped_column(String(16), info=PERSONAL)
    begun_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    finished_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    level: Mapped[float | None] = mapped_column(info=SENSITIVE)


class TaskStep(Base):
    """A task that was shown, and which of its options was picked, from 1; none yet where empty."""

    __tablename__ = "task_steps"

    run_id: Mapped[int] = mapped_column(
        Number, ForeignKey("task_runs.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=PERSONAL)
    rung: Mapped[int] = mapped_column(info=PERSONAL)
    seed: Mapped[int] = mapped_column(info=PERSONAL)
    options: Mapped[int] = mapped_column(info=PERSONAL)
    picked: Mapped[int | None] = mapped_column(info=SENSITIVE)
    solved: Mapped[bool | None] = mapped_column(info=SENSITIVE)


def run(session: Session, person: Known, number: int) -> TaskRun | None:
    """This run, if it is theirs."""
    found = session.get(TaskRun, number)
    return found if found and found.person_id == person.id else None


def going(session: Session, person: Known, family: str) -> TaskRun | None:
    """Their run of a family that is not over."""
    theirs = select(TaskRun).where(TaskRun.person_id == person.id, TaskRun.family == family)
    return session.scalars(theirs.where(TaskRun.finished_at.is_(None)).limit(1)).first()


def begin(session: Session, person: Known, family: str, now: datetime) -> TaskRun:
    """A new run; the one that is going on where there is one."""
    if found := going(session, person, family):
        return found
    begun = TaskRun(person_id=person.id, family=family, begun_at=now)
    session.add(begun)
    session.flush()
    return begun


def steps(session: Session, run: TaskRun) -> Sequence[TaskStep]:
    """The tasks that were shown, in their order."""
    shown = select(TaskStep).where(TaskStep.run_id == run.id)
    return session.scalars(shown.order_by(TaskStep.number)).all()


def step(session: Session, run: TaskRun, number: int) -> TaskStep | None:
    """The task with this number, if it was shown."""
    return session.get(TaskStep, (run.id, number))


def show(session: Session, run: TaskRun, number: int, rung: int, seed: int) -> TaskStep:
    """Remember which task is shown, so that it stays the same however often it is opened."""
    shown = TaskStep(run_id=run.id, number=number, rung=rung, seed=seed, options=0)
    session.add(shown)
    session.flush()
    return shown


def answer(shown: TaskStep, picked: int, options: int, *, solved: bool) -> None:
    """Keep the answer. Answered twice, it stays as it was answered first."""
    if shown.picked is None:
        shown.picked, shown.options, shown.solved = picked, options, solved


def finish(session: Session, run: TaskRun, level: float, now: datetime) -> None:
    """Keep the level. Finished twice, it stays as it was finished first."""
    if run.finished_at is None:
        run.finished_at, run.level = now, level
        session.flush()


def levels(session: Session, person: Known) -> dict[str, float]:
    """The level of each family they finished, by its newest run."""
    newest = (
        select(func.max(TaskRun.id))
        .where(TaskRun.person_id == person.id, TaskRun.level.is_not(None))
        .group_by(TaskRun.family)
    )
    found = session.scalars(select(TaskRun).where(TaskRun.id.in_(newest)).order_by(TaskRun.family))
    return {one.family: one.level for one in found if one.level is not None}
