"""Missions: the shifts somebody plays and where they stand in them; and their journal, sealed.

A scene is one turn and is asked for often, so all of this speaks Core and keeps no object.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    LargeBinary,
    String,
    bindparam,
    delete,
    insert,
    null,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number, UtcMoment
from db.people import Known
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SEALED
from db.statements import Statement


class MissionRun(Base):
    """A shift somebody plays: the scene they stand in, the way they came, and how it ended.

    `edition` is the mission's as it was when they came into the scene; `path` their choices, as
    `scene-number` with spaces between; `liked` the number of what they liked most.
    """

    __tablename__ = "mission_runs"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    mission: Mapped[str] = mapped_column(String(32), info=PERSONAL)
    edition: Mapped[str] = mapped_column(String(12), info=PERSONAL)
    scene: Mapped[str] = mapped_column(String(32), info=PERSONAL)
    path: Mapped[str] = mapped_column(String(400), info=PERSONAL)
    begun_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    ended_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    ending: Mapped[str] = mapped_column(String(32), info=PERSONAL)
    liked: Mapped[int | None] = mapped_column(info=PERSONAL)


class JournalEntry(Base):
    """What somebody wrote after a shift, to one of its three questions; sealed."""

    __tablename__ = "journal"

    run_id: Mapped[int] = mapped_column(
        Number, ForeignKey("mission_runs.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    prompt: Mapped[str] = mapped_column(String(8), primary_key=True, info=PERSONAL)
    words: Mapped[bytes] = mapped_column(LargeBinary, info=SEALED)
    written_at: Mapped[Moment] = mapped_column(info=PERSONAL)


@dataclass(frozen=True)
class Run:
    """A shift as one turn needs it."""

    id: int
    mission: str
    edition: str
    scene: str
    path: str
    ending: str
    liked: int | None
    ended_at: datetime | None


@dataclass(frozen=True)
class Written:
    """A sealed entry: of which shift, to which question, when."""

    run: int
    mission: str
    prompt: str
    words: bytes
    written_at: datetime


_COLUMNS = (
    MissionRun.id,
    MissionRun.mission,
    MissionRun.edition,
    MissionRun.scene,
    MissionRun.path,
    MissionRun.ending,
    MissionRun.liked,
    MissionRun.ended_at,
)
_theirs = MissionRun.person_id == bindparam("person")
_this = Statement(select(*_COLUMNS[:-1], null()).where(MissionRun.id == bindparam("run"), _theirs))
_stand = Statement(
    update(MissionRun)
    .where(MissionRun.id == bindparam("run"))
    .values(
        edition=bindparam("known"),
        scene=bindparam("here"),
        path=bindparam("way"),
        ending=bindparam("end"),
        ended_at=bindparam("over", type_=UtcMoment),
    )
)
_open = Statement(
    select(MissionRun.id)
    .where(_theirs, MissionRun.mission == bindparam("played"), MissionRun.ending == "")
    .order_by(MissionRun.id.desc())
    .limit(1)
)
_begin = Statement(
    insert(MissionRun)
    .values(
        person_id=bindparam("person", type_=BigInteger),
        mission=bindparam("played"),
        edition=bindparam("known"),
        scene=bindparam("here"),
        path="",
        ending="",
        begun_at=bindparam("now", type_=UtcMoment),
    )
    .returning(MissionRun.id)
)


def run(session: Session, person: Known, number: int) -> Run | None:
    """This shift, if it is theirs; when it ended is not asked for."""
    found = _this(session, person=person.id, run=number)
    return Run(*found[0]) if found else None


def going(session: Session, person: Known, mission: str = "") -> Run | None:
    """Their newest shift that has not ended, of this mission or of any."""
    theirs = select(*_COLUMNS).where(MissionRun.person_id == person.id, MissionRun.ending == "")
    wanted = theirs.where(MissionRun.mission == mission) if mission else theirs
    found = session.execute(wanted.order_by(MissionRun.id.desc()).limit(1)).first()
    return Run(*found) if found else None


def ended(session: Session, person: Known) -> list[Run]:
    """The shifts they played to an end, the newest first."""
    theirs = select(*_COLUMNS).where(MissionRun.person_id == person.id, MissionRun.ending != "")
    return [Run(*found) for found in session.execute(theirs.order_by(MissionRun.id.desc()))]


def begin(
    session: Session, person: Known, mission: str, edition: str, scene: str, now: datetime
) -> int:
    """A shift from its beginning; the one that is going begins anew. Gives its number."""
    if open_one := _open(session, person=person.id, played=mission):
        anew: dict[str, Any] = {"here": scene, "way": "", "end": "", "over": None}
        _stand(session, run=open_one[0][0], known=edition, **anew)  # now: this turn looks at it
        return int(open_one[0][0])
    values = {"person": person.id, "played": mission, "known": edition, "here": scene}
    return int(_begin(session, **values, now=now)[0][0])


def stand(session: Session, run: Run, edition: str, scene: str, path: str) -> None:
    """They stand in this scene, and came to it this way."""
    _stand.later(session, run=run.id, known=edition, here=scene, way=path, end="", over=None)


def end(session: Session, run: Run, edition: str, ending: str, path: str, now: datetime) -> None:
    """Their shift is over."""
    where = {"here": ending, "way": path, "end": ending, "over": now}
    _stand.later(session, run=run.id, known=edition, **where)


def like(session: Session, run: Run, number: int) -> None:
    """This is what they liked most."""
    change = update(MissionRun).where(MissionRun.id == run.id)
    session.execute(change.values(liked=number))


# --- the journal ---


def write(session: Session, run: Run, prompt: str, words: bytes, now: datetime) -> None:
    """Keep the sealed words; written again, the new ones count."""
    drop_one(session, run, prompt)
    values = {"run_id": run.id, "prompt": prompt, "words": words, "written_at": now}
    session.execute(insert(JournalEntry).values(**values))


def journal(session: Session, person: Known) -> Sequence[Written]:
    """All they wrote, the newest shift first."""
    theirs = (
        select(
            JournalEntry.run_id,
            MissionRun.mission,
            JournalEntry.prompt,
            JournalEntry.words,
            JournalEntry.written_at,
        )
        .join(MissionRun, MissionRun.id == JournalEntry.run_id)
        .where(MissionRun.person_id == person.id)
        .order_by(JournalEntry.run_id.desc(), JournalEntry.prompt)
    )
    return [Written(*found) for found in session.execute(theirs)]


def drop_one(session: Session, run: Run, prompt: str) -> None:
    """Forget what was written to this question."""
    this = (JournalEntry.run_id == run.id, JournalEntry.prompt == prompt)
    session.execute(delete(JournalEntry).where(*this))


def drop(session: Session, run: Run) -> None:
    """Forget all that was written after this shift."""
    session.execute(delete(JournalEntry).where(JournalEntry.run_id == run.id))


def drop_all(session: Session, person: Known) -> None:
    """Forget the whole journal."""
    theirs = select(MissionRun.id).where(MissionRun.person_id == person.id)
    session.execute(delete(JournalEntry).where(JournalEntry.run_id.in_(theirs)))
