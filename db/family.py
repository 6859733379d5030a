"""Families: the links of children and parents, and what a child lets a parent see.

A link that either side ends is deleted with all that hung on it; nothing of it is kept.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    String,
    UniqueConstraint,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from db import child_codes, consents
from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS

Thing = Literal["result", "tried", "saved"]
ASKED = timedelta(days=7)  # without an answer
MOST_PARENTS, MOST_CHILDREN = 3, 5


class Link(Base):
    """A parent and a child: the parent agrees by asking, the child agrees or it never comes to be.

    Each knows the other by a number only. To which words they agreed is kept in `consents`.
    """

    __tablename__ = "family_links"
    __table_args__ = (UniqueConstraint("child_id", "parent_id"),)

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    child_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    parent_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    child_number: Mapped[int] = mapped_column(info=PERSONAL)
    parent_number: Mapped[int] = mapped_column(info=PERSONAL)
    asked_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    agreed_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    allows_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)


class Shown(Base):
    """One thing a child lets a parent see; a result is one attempt, the others as they stand."""

    __tablename__ = "family_shown"

    link_id: Mapped[int] = mapped_column(
        Number, ForeignKey("family_links.id", ondelete="CASCADE"), primary_key=True, info=NONE
    )
    what: Mapped[str] = mapped_column(String(8), primary_key=True, info=PERSONAL)
    attempt_id: Mapped[int | None] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), info=NONE
    )
    since: Mapped[Moment] = mapped_column(info=PERSONAL)


# --- links ---


def ask(session: Session, code: str, parent: int, now: datetime) -> Link | None:
    """The parent agrees and asks the child; None where the code is unknown, used or late."""
    child = child_codes.use(session, code, now)
    return _asked(session, child, parent, now) if child else None


def _asked(session: Session, child: int, parent: int, now: datetime) -> Link:
    made = Link(
        child_id=child,
        parent_id=parent,
        child_number=1 + max((one.child_number for one in children(session, parent)), default=0),
        parent_number=1 + max((one.parent_number for one in parents(session, child)), default=0),
        asked_at=now,
    )
    session.add(made)
    session.flush()
    return made


def agree(session: Session, link: Link, now: datetime) -> None:
    """The child agrees. Agreed twice, it stays as it was agreed first."""
    if link.agreed_at is None:
        link.agreed_at = now
        session.flush()


def parents(session: Session, child: int) -> Sequence[Link]:
    """The parents a child is linked to, or who ask to be, by their number."""
    theirs = select(Link).where(Link.child_id == child)
    return session.scalars(theirs.order_by(Link.parent_number)).all()


def children(session: Session, parent: int) -> Sequence[Link]:
    """The children a parent is linked to, or asks to be, by their number."""
    theirs = select(Link).where(Link.parent_id == parent)
    return session.scalars(theirs.order_by(Link.child_number)).all()


def between(session: Session, one: int, other: int) -> Link | None:
    """The link of two people, whoever of them is the child."""
    either = or_(
        (Link.child_id == one) & (Link.parent_id == other),
        (Link.child_id == other) & (Link.parent_id == one),
    )
    return session.scalars(select(Link).where(either).limit(1)).first()


def linked(session: Session, person: int) -> bool:
    """Whether they are linked to anybody, by the word of both."""
    theirs = or_(Link.child_id == person, Link.parent_id == person)
    agreed = select(Link.id).where(theirs, Link.agreed_at.is_not(None)).limit(1)
    return session.execute(agreed).first() is not None


def link(session: Session, person: int, number: int) -> Link | None:
    """This link, if they are one of its two."""
    found = session.get(Link, number)
    return found if found and person in (found.child_id, found.parent_id) else None


def end(session: Session, number: int, now: datetime) -> None:
    """They are linked no more: nothing of it is seen, and what was agreed to is over."""
    for what in ("child", "parent", "guess"):
        consents.end(session, what, number, now)
    session.execute(delete(Link).where(Link.id == number))


def end_all(session: Session, person: int, now: datetime) -> None:
    """They are linked to nobody any more."""
    every = (*parents(session, person), *children(session, person))
    for number in {one.id for one in every}:
        end(session, number, now)


def allow(session: Session, link: Link, now: datetime | None) -> None:
    """The parent allows the child to take a result to a counselor, or (None) no longer does."""
    link.allows_at = now
    session.flush()


def allowed(session: Session, child: int) -> bool:
    """Whether a linked parent allows it."""
    said = (Link.child_id == child, Link.agreed_at.is_not(None), Link.allows_at.is_not(None))
    return bool(session.scalar(select(func.count()).where(*said)))


# --- what is shown ---


def show(
    session: Session, link: Link, what: Thing, now: datetime, attempt: int | None = None
) -> None:
    """Let the parent see this; a result takes the place of the one before."""
    session.merge(Shown(link_id=link.id, what=what, attempt_id=attempt, since=now))
    session.flush()


def hide(session: Session, link: Link, what: Thing) -> None:
    """Let the parent see it no longer."""
    session.execute(delete(Shown).where(Shown.link_id == link.id, Shown.what == what))


def shown(session: Session, link: Link) -> dict[str, Shown]:
    """What the parent may see, by what it is; nothing before the child has agreed."""
    if link.agreed_at is None:
        return {}
    theirs = select(Shown).where(Shown.link_id == link.id)
    return {one.what: one for one in session.scalars(theirs)}


def sweep(session: Session, now: datetime) -> int:
    """Forget what was asked and never agreed to. How many there were."""
    unagreed = delete(Link).where(Link.agreed_at.is_(None), Link.asked_at <= now - ASKED)
    return int(session.execute(unagreed).rowcount)  # type: ignore[attr-defined]
