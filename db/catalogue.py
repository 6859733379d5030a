"""The catalogue as rows: loaded from `content/` as a whole, read as a whole."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.catalogue import KINDS
from content.kinds import Thing
from db.base import Base, Moment
from db.privacy import NONE

Things = Mapping[str, Mapping[str, Thing]]


class Entry(Base):
    """One thing of the catalogue: its kind, its address, and all it says."""

    __tablename__ = "catalogue"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True, info=NONE)
    slug: Mapped[str] = mapped_column(String(32), primary_key=True, info=NONE)
    position: Mapped[int] = mapped_column(info=NONE)
    body: Mapped[str] = mapped_column(Text, info=NONE)


class Edition(Base):
    """The one row that says which catalogue is in force: the fingerprint of all its things."""

    __tablename__ = "editions"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, info=NONE)
    fingerprint: Mapped[str] = mapped_column(String(64), info=NONE)
    loaded_at: Mapped[Moment] = mapped_column(info=NONE)


_in_force = select(Edition.fingerprint).where(Edition.id == 1)


def load(session: Session, things: Things, now: datetime) -> bool:
    """Bring the rows up to date with these things; False where nothing had changed."""
    rows = [
        {"kind": kind, "slug": slug, "position": position, "body": thing.model_dump_json()}
        for kind, found in things.items()
        for position, (slug, thing) in enumerate(found.items())
    ]
    fingerprint = _fingerprint(rows)
    if _held(session) == fingerprint:
        return False
    session.execute(delete(Entry))
    session.execute(insert(Entry), rows) if rows else None
    _announce(session, fingerprint, now)
    return True


def _held(session: Session) -> str | None:
    """The fingerprint in force, its row locked: two that load at once do so one after the other."""
    return session.scalar(_in_force.with_for_update())


def _fingerprint(rows: list[dict[str, object]]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _announce(session: Session, fingerprint: str, now: datetime) -> None:
    changed = {"fingerprint": fingerprint, "loaded_at": now}
    if edition(session) is None:
        session.execute(insert(Edition), [{"id": 1, **changed}])
    else:
        session.execute(update(Edition).where(Edition.id == 1).values(**changed))


def edition(session: Session) -> str | None:
    """The fingerprint of the catalogue in force, or nothing where none was loaded."""
    return session.scalar(_in_force)


def read(session: Session) -> dict[str, dict[str, Thing]]:
    """Everything the rows hold, by kind and slug, in the order of the files."""
    things: dict[str, dict[str, Thing]] = {kind: {} for kind in KINDS}
    kept = select(Entry.kind, Entry.slug, Entry.body).order_by(Entry.kind, Entry.position)
    # a few rows at a time: all at once would take as much memory again as what they hold
    for kind, slug, body in session.execute(kept, execution_options={"yield_per": 20}):
        if kind in KINDS:
            things[kind][slug] = KINDS[kind].model_validate_json(body)
    return things
