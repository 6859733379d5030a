"""Staff: who may speak for a school or a region, and the invitations by which they become so."""

import hashlib
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

Role = Literal["counselor", "admin"]
VALID = timedelta(hours=48)  # an invitation
YEAR = timedelta(days=365)  # then the rules are to be agreed to again


class School(Base):
    """A school, in a region of the catalogue."""

    __tablename__ = "schools"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    name: Mapped[str] = mapped_column(String(120), info=NONE)
    region: Mapped[str] = mapped_column(String(32), info=NONE)
    made_at: Mapped[Moment] = mapped_column(info=NONE)


class Member(Base):
    """Somebody of the staff: of a school, of a region, or (both empty) of the whole country."""

    __tablename__ = "staff"

    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, info=PSEUDONYMOUS
    )
    role: Mapped[str] = mapped_column(String(10), info=PERSONAL)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), info=PERSONAL)
    region: Mapped[str] = mapped_column(String(32), default="", info=PERSONAL)
    since: Mapped[Moment] = mapped_column(info=PERSONAL)
    ended_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    renewed_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)

    @property
    def agreed_at(self) -> datetime:
        """When they last agreed to the rules: with the invitation, or again since."""
        return self.renewed_at or self.since


class Invitation(Base):
    """An invitation, known by the hash of its secret only; one person may use it, once."""

    __tablename__ = "invitations"

    hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True, info=NONE)
    role: Mapped[str] = mapped_column(String(10), info=NONE)
    school_id: Mapped[int | None] = mapped_column(ForeignKey("schools.id"), info=NONE)
    region: Mapped[str] = mapped_column(String(32), default="", info=NONE)
    made_by: Mapped[int] = mapped_column(BigInteger, info=PSEUDONYMOUS)
    made_at: Mapped[Moment] = mapped_column(info=NONE)
    ends_at: Mapped[Moment] = mapped_column(info=NONE)
    used_by: Mapped[int | None] = mapped_column(BigInteger, info=PSEUDONYMOUS)
    used_at: Mapped[Moment | None] = mapped_column(info=NONE)
    revoked_at: Mapped[Moment | None] = mapped_column(info=NONE)


def member(session: Session, person: int) -> Member | None:
    """What they may speak for; None for everybody who is not of the staff, or not any more."""
    found = session.get(Member, person)
    return found if found and found.ended_at is None else None


def school(session: Session, name: str, region: str, now: datetime) -> School:
    """The school of this name in this region, made now if it is not known."""
    known = select(School).where(School.name == name, School.region == region)
    if found := session.scalar(known):
        return found
    session.add(made := School(name=name, region=region, made_at=now))
    session.flush()
    return made


def region_of(session: Session, number: int | None) -> str:
    """The region of a school; nothing where somebody is of none."""
    found = session.get(School, number) if number else None
    return found.region if found else ""


def name_of(session: Session, number: int | None) -> str:
    """The name of a school; nothing where somebody is of none."""
    found = session.get(School, number) if number else None
    return found.name if found else ""


def invite(
    session: Session,
    secret: str,
    *,
    role: Role,
    by: int,
    now: datetime,
    school: int | None = None,
    region: str = "",
) -> Invitation:
    """An invitation for whoever holds the secret; `by` is an admin, or 0 for the command line."""
    made = Invitation(
        hash=_hash(secret),
        role=role,
        school_id=school,
        region=region,
        made_by=by,
        made_at=now,
        ends_at=now + VALID,
    )
    session.add(made)
    session.flush()
    return made


def accept(session: Session, secret: str, person: int, now: datetime) -> Member | None:
    """Make them a member by this invitation; None where it is unknown, used, late or revoked.

    One UPDATE decides, so of many who try at once a single one wins.
    """
    won: Any = session.execute(
        update(Invitation)
        .where(
            Invitation.hash == _hash(secret),
            Invitation.used_at.is_(None),
            Invitation.revoked_at.is_(None),
            Invitation.ends_at > now,
        )
        .values(used_by=person, used_at=now)
        .returning(Invitation.role, Invitation.school_id, Invitation.region)
    ).first()
    if won is None:
        return None
    session.merge(
        Member(
            person_id=person,
            role=won.role,
            school_id=won.school_id,
            region=won.region,
            since=now,
            ended_at=None,
            renewed_at=None,
        )
    )
    session.flush()
    return member(session, person)


def good(session: Session, secret: str, now: datetime) -> Invitation | None:
    """The invitation this secret opens; None where it is unknown, used, late or revoked."""
    found = session.get(Invitation, _hash(secret))
    over = found is None or found.used_at or found.revoked_at or found.ends_at <= now
    return None if over else found


def revoke(session: Session, hash_: bytes, now: datetime) -> bool:
    """Let an invitation be good no more; False where it was used or revoked before."""
    left = update(Invitation).where(
        Invitation.hash == hash_, Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
    )
    return bool(session.execute(left.values(revoked_at=now)).rowcount)  # type: ignore[attr-defined]


def open_invitations(session: Session, now: datetime) -> list[Invitation]:
    """The invitations that may still be used, the newest first."""
    still = (Invitation.used_at.is_(None), Invitation.revoked_at.is_(None))
    good = select(Invitation).where(*still, Invitation.ends_at > now)
    return list(session.scalars(good.order_by(Invitation.made_at.desc())))


def lapsed(one: Member, now: datetime) -> bool:
    """Whether they agreed to the rules a year ago or longer."""
    return one.agreed_at <= now - YEAR


def agree_again(session: Session, person: int, now: datetime) -> bool:
    """They agree to the rules for another year; False where it is no year yet, or nobody of us."""
    one = member(session, person)
    if one is None or not lapsed(one, now):
        return False
    one.renewed_at = now
    session.flush()
    return True


def end(session: Session, person: int, now: datetime) -> None:
    """They are of the staff no more."""
    session.execute(update(Member).where(Member.person_id == person).values(ended_at=now))


def everybody(session: Session) -> list[Member]:
    """All who are of the staff now, the newest first."""
    now_so = select(Member).where(Member.ended_at.is_(None))
    return list(session.scalars(now_so.order_by(Member.since.desc(), Member.person_id)))


def count(session: Session) -> int:
    """How many are of the staff."""
    return session.scalar(select(func.count()).where(Member.ended_at.is_(None))) or 0


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
