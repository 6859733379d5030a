"""People: whom we know, how little of them we keep, and what they keep with us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    LargeBinary,
    String,
    bindparam,
    delete,
    func,
    insert,
    null,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.kinds import Language
from db.base import Base, Moment, UtcMoment
from db.heard import Told, before
from db.privacy import PERSONAL, PSEUDONYMOUS, SEALED, SENSITIVE
from db.staff import Member
from db.statements import Statement, line, settle


class Person(Base):
    """Somebody who talks with the bot: a number, a language, and where the talk stands.

    `role` (pupil, parent), `grade` and `region` are theirs to tell or not; `direction` is where
    their newest interest result points; `topics` what they want to be told of, with blanks between;
    `seen_on` the last day (its midnight, UTC) they were here.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False, info=PSEUDONYMOUS
    )
    language: Mapped[str] = mapped_column(info=PERSONAL)
    trail: Mapped[str] = mapped_column(default="", info=PERSONAL)
    awaited: Mapped[str] = mapped_column(default="", info=PERSONAL)
    left_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    met_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    role: Mapped[str] = mapped_column(String(6), server_default="", info=PERSONAL)
    grade: Mapped[int | None] = mapped_column(info=PERSONAL)
    region: Mapped[str] = mapped_column(String(32), server_default="", info=PERSONAL)
    direction: Mapped[str] = mapped_column(String(32), server_default="", info=SENSITIVE)
    topics: Mapped[str] = mapped_column(String(64), server_default="", info=PERSONAL)
    seen_on: Mapped[Moment | None] = mapped_column(info=PERSONAL)


class Saved(Base):
    """A profession, college, employer or programme someone keeps; its note is sealed."""

    __tablename__ = "saved"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, info=PSEUDONYMOUS
    )
    path: Mapped[str] = mapped_column(primary_key=True, info=PERSONAL)
    saved_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    note: Mapped[bytes | None] = mapped_column(LargeBinary, info=SEALED)


@dataclass(frozen=True)
class Known:
    """A person as one turn needs them; the trail is the places they came by, the newest last.

    `staff` is what they are of ours: a counselor, an admin, or (empty) neither; `today` the day to
    write down, where they were not here on it before; `topics` what they want to be told of.
    """

    id: int
    language: Language
    trail: str
    awaited: str
    left: bool
    staff: str = ""
    today: datetime | None = None
    topics: str = ""


_meet = Statement(
    insert(Person).values(
        id=bindparam("person", type_=BigInteger),
        language=bindparam("spoken"),
        trail=text("''"),
        awaited=text("''"),
        met_at=bindparam("now", type_=UtcMoment),
        seen_on=bindparam("day", type_=UtcMoment),
    )
)
_known = Statement(
    select(
        Person.id,
        Person.language,
        Person.trail,
        Person.awaited,
        Person.left_at.is_not(None),
        Person.topics,
        Person.seen_on == bindparam("day", type_=UtcMoment),
        select(Member.role)
        .where(Member.person_id == bindparam("person"), Member.ended_at.is_(None))
        .scalar_subquery(),
        select(Told.reply).where(Told.update_id == bindparam("update")).scalar_subquery(),
    )
    .where(Person.id == bindparam("person"))
    .with_for_update(of=Person)
)
_stand = Statement(
    update(Person)
    .where(Person.id == bindparam("person"))
    .values(
        trail=bindparam("way"),
        awaited=bindparam("meant"),
        left_at=null(),
        seen_on=func.coalesce(bindparam("day", type_=UtcMoment), Person.seen_on),
    )
)
_mine = Saved.person_id == bindparam("person"), Saved.path == bindparam("kept")
_saved = Statement(select(Saved.saved_at).where(*_mine))
_save = Statement(
    insert(Saved).values(
        person_id=bindparam("person", type_=BigInteger),
        path=bindparam("kept"),
        saved_at=bindparam("now", type_=UtcMoment),
    )
)
_forget = Statement(delete(Saved).where(*_mine))
_shelf = Statement(
    select(Saved.path, Saved.note)
    .where(Saved.person_id == bindparam("person"))
    .order_by(Saved.saved_at.desc(), Saved.path)
)


def meet(
    session: Session, person: int, language: Language, update: int, now: datetime
) -> tuple[Known, bytes | None]:
    """The person, met now if never before, and the reply this update got if it was heard before.

    One statement, for every turn begins with it; the person's row is locked until the turn is over.
    """
    _as_left(session, person)
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = _known(session, person=person, update=update, day=day)
    if not found:
        told = before(session, update)  # of somebody who was forgotten since, perhaps
        if told is None:
            _meet(session, person=person, spoken=language, now=now, day=day)
        return Known(person, language, "", "", False), told
    number, spoken, trail, awaited, left, topics, here, staff, told = found[0]
    today = None if here else day
    return Known(number, spoken, trail, awaited, bool(left), staff or "", today, topics), told


def _as_left(session: Session, person: int) -> None:
    """Whoever was met before in this transaction is met as they were left there."""
    met: set[int] = session.info.setdefault("met", set())
    if person in met:
        settle(session)
    met.add(person)


def stand(session: Session, person: Known, trail: str, awaited: str) -> None:
    """Remember the way they came by, and what their next words would mean."""
    if (person.trail, person.awaited) != (trail, awaited) or person.left or person.today:
        _stand.later(session, person=person.id, way=trail, meant=awaited, day=person.today)


def speak(session: Session, person: Known, language: Language) -> None:
    """Speak this language with them from now on."""
    change = update(Person).where(Person.id == person.id)
    line(session).execute(change.values(language=language))


def introduce(session: Session, person: Known, **told: str | int | None) -> None:
    """What they tell of themselves, or take back: `role`, `grade`, `region`, `direction`."""
    change = update(Person).where(Person.id == person.id)
    line(session).execute(change.values(**told))


def told_of(session: Session, person: Known) -> tuple[str, int | None, str]:
    """What they told of themselves: role, grade and region."""
    mine = select(Person.role, Person.grade, Person.region).where(Person.id == person.id)
    role, grade, region = session.execute(mine).one()
    return role, grade, region


def direction_of(session: Session, person: Known) -> str:
    """Where their newest interest result points; nothing where it does not."""
    mine = select(Person.direction).where(Person.id == person.id)
    return session.scalar(mine) or ""


def out_of_reach(session: Session, person: int, now: datetime) -> None:
    """They blocked the bot, or are gone: nobody tries again until they come back."""
    change = update(Person).where(Person.id == person, Person.left_at.is_(None))
    line(session).execute(change.values(left_at=now))


def save(session: Session, person: Known, path: str, now: datetime) -> None:
    """Keep the thing. Kept twice, it stays as it was kept first."""
    if not has_saved(session, person, path):
        _save(session, person=person.id, kept=path, now=now)


def forget(session: Session, person: Known, path: str) -> None:
    """Keep it no longer."""
    _forget(session, person=person.id, kept=path)


def has_saved(session: Session, person: Known, path: str) -> bool:
    """Whether they keep this thing."""
    return bool(_saved(session, person=person.id, kept=path))


def saved(session: Session, person: Known) -> Sequence[str]:
    """The paths of what they keep, newest first."""
    return [path for path, _ in _shelf(session, person=person.id)]


def annotate(session: Session, person: Known, path: str, note: bytes | None) -> bool:
    """Write the sealed note on what they keep, or take it off; False where they do not keep it."""
    if found := session.get(Saved, (person.id, path)):
        found.note = note
    return found is not None


def notes(session: Session, person: Known) -> dict[str, bytes]:
    """The sealed notes on what they keep, by path."""
    kept = _shelf(session, person=person.id)
    return {path: note for path, note in kept if note is not None}
