"""Kin: a link as the person of this turn sees it, and what the other one is to be told."""

from collections.abc import Iterable

from bot.rooms.family.screens.linking import Kin
from bot.turn import Turn
from bot.ui.hours import day
from content.catalogue import Gone
from db import family, letters
from db.family import Link
from db.letters import Kind
from db.people import Known

ORDER = ("result", "tried", "saved")


def link_of(number: int, turn: Turn) -> Link:
    """This link, if they are one of its two; to everybody else it is gone."""
    found = family.link(turn.session, turn.person.id, number)
    if found is None:
        raise Gone(f"links/{number}")
    return found


def as_child(number: int, turn: Turn) -> Link:
    """This link, agreed to, if they are the child in it."""
    found = link_of(number, turn)
    if found.child_id != turn.person.id or found.agreed_at is None:
        raise Gone(f"links/{number}")
    return found


def as_parent(number: int, turn: Turn) -> Link:
    """This link, agreed to, if they are the parent in it."""
    found = link_of(number, turn)
    if found.parent_id != turn.person.id or found.agreed_at is None:
        raise Gone(f"links/{number}")
    return found


def kin_of(link: Link, turn: Turn) -> Kin:
    """The link as they see it."""
    mine = link.child_id == turn.person.id
    sees = family.shown(turn.session, link)
    return Kin(
        number=link.id,
        called=link.parent_number if mine else link.child_number,
        mine=mine,
        since=day(link.agreed_at) if link.agreed_at else "",
        asked=day(link.asked_at),
        sees=[what for what in ORDER if what in sees],
    )


def other(link: Link, turn: Turn) -> int:
    """The other one of the two."""
    return link.parent_id if link.child_id == turn.person.id else link.child_id


def child_in(link: Link, turn: Turn) -> Known:
    """The child of a link, to ask what they tried."""
    return Known(link.child_id, turn.language, "", "", False)


def part(link: Link, turn: Turn) -> None:
    """They are linked no more; the other one gets a word that blames nobody."""
    tell(other(link, turn), "over", int(turn.now.timestamp()), turn)
    family.end(turn.session, link.id, turn.now)


def needs_parent(child: int, grades: Iterable[int | None], turn: Turn) -> bool:
    """Whether one of a child's grades is so young that a parent says yes first, and none did."""
    known = [grade for grade in grades if grade is not None]
    young = bool(known) and min(known) <= turn.parent_up_to
    return young and not family.allowed(turn.session, child)


def tell(person: int, kind: Kind, about: int, turn: Turn) -> None:
    """Have somebody told this, now or in the morning."""
    due = turn.awake(turn.now)
    letters.write(turn.session, person, kind, about, turn.now, not_before=due, again=True)
