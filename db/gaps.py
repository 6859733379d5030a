"""Gaps: a parent guesses what a child answered; kept of it is only on which topics they differ."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from db.base import Base, Moment, Number
from db.privacy import NONE, PERSONAL, PSEUDONYMOUS, SENSITIVE

REST = timedelta(days=28)  # before a parent may guess again: many guesses would tell the answers


class Gap(Base):
    """A round of guessing of one link, begun by the child.

    `items` are the questions, with spaces between; `topics` the interests on which the two differ,
    once it is finished.
    """

    __tablename__ = "gaps"

    id: Mapped[int] = mapped_column(Number, primary_key=True, info=NONE)
    link_id: Mapped[int] = mapped_column(
        Number, ForeignKey("family_links.id", ondelete="CASCADE"), index=True, info=NONE
    )
    attempt_id: Mapped[int] = mapped_column(
        Number, ForeignKey("attempts.id", ondelete="CASCADE"), info=NONE
    )
    items: Mapped[str] = mapped_column(String(400), info=PERSONAL)
    begun_at: Mapped[Moment] = mapped_column(info=PERSONAL)
    finished_at: Mapped[Moment | None] = mapped_column(info=PERSONAL)
    topics: Mapped[str] = mapped_column(String(6), default="", info=SENSITIVE)


class Guess(Base):
    """What a parent thinks a child answered, 1 to 5; 0 is "I don't know". Gone with the last.

    It is the parent's alone, and hangs on no row of the child, whom nobody tells of it.
    """

    __tablename__ = "gap_guesses"

    gap_id: Mapped[int] = mapped_column(Number, primary_key=True, autoincrement=False, info=NONE)
    item: Mapped[str] = mapped_column(String(32), primary_key=True, info=PERSONAL)
    parent_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), index=True, info=PSEUDONYMOUS
    )
    value: Mapped[int] = mapped_column(info=SENSITIVE)


def newest(session: Session, link: int) -> Gap | None:
    """The newest round of a link."""
    theirs = select(Gap).where(Gap.link_id == link).order_by(Gap.id.desc()).limit(1)
    return session.scalars(theirs).first()


def begin(session: Session, link: int, attempt: int, items: Sequence[str], now: datetime) -> Gap:
    """A new round; the one that is going, or was finished not long ago, where there is one."""
    last = newest(session, link)
    if last and (last.finished_at is None or last.begun_at > now - REST):
        return last
    made = Gap(link_id=link, attempt_id=attempt, items=" ".join(items), begun_at=now, topics="")
    session.add(made)
    session.flush()
    _forget_guesses(session, made)  # of a round that had this number before and went with its link
    return made


def gap(session: Session, number: int) -> Gap | None:
    """This round."""
    return session.get(Gap, number)


def drop(session: Session, gap: Gap) -> None:
    """Let it be as if it had not been begun."""
    _forget_guesses(session, gap)
    session.execute(delete(Gap).where(Gap.id == gap.id))


def guess(session: Session, gap: Gap, parent: int, item: str, value: int) -> None:
    """Keep a guess; guessed again, the new one counts."""
    session.merge(Guess(gap_id=gap.id, item=item, parent_id=parent, value=value))
    session.flush()


def guesses(session: Session, gap: Gap) -> dict[str, int]:
    """What was guessed so far, by item."""
    given = select(Guess).where(Guess.gap_id == gap.id)
    return {one.item: one.value for one in session.scalars(given)}


def finish(session: Session, gap: Gap, topics: Sequence[str], now: datetime) -> None:
    """Keep on which topics they differ, and forget the guesses."""
    gap.finished_at, gap.topics = now, "".join(topics)
    session.flush()
    _forget_guesses(session, gap)


def _forget_guesses(session: Session, gap: Gap) -> None:
    session.execute(delete(Guess).where(Guess.gap_id == gap.id))


def sweep(session: Session) -> int:
    """Forget guesses of rounds that went with their link. How many there were."""
    lost = delete(Guess).where(Guess.gap_id.not_in(select(Gap.id)))
    return int(session.execute(lost).rowcount)  # type: ignore[attr-defined]
