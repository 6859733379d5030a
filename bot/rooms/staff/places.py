"""What every page of the staff needs: places, numbers of a list, and the trail to write in."""

from typing import Any

from bot.rooms.staff.screens import Place
from bot.turn import Turn
from bot.ui.pages import Page
from content.catalogue import Gone
from content.kinds import Text
from db import audit, staff
from db.audit import Deed
from db.staff import Invitation, Member

AT_ONCE = 5  # things on a page, each with a button of its number


def place_of(school: int | None, region: str, turn: Turn) -> Place:
    """A school of a region, or the whole region."""
    there = region or staff.region_of(turn.session, school)
    return Place(staff.name_of(turn.session, school), region_of(there or "—", turn))


def region_of(slug: str, turn: Turn) -> Text:
    """Its name; the slug, where it is no longer told of."""
    try:
        return turn.catalogue.region(slug).name
    except Gone:
        return Text(kk=slug, ru=slug, en=slug)


def called(one: Invitation | Member) -> str:
    """For which place it is, as the trail has it."""
    return f"schools/{one.school_id}" if one.school_id else f"regions/{one.region}"


def first(shown: Page[Any]) -> int:
    """The number of the first thing on a page."""
    return (shown.number - 1) * AT_ONCE + 1


def note(act: Deed, what: str, turn: Turn, reach: int | None = None) -> None:
    """Write down what the person of this turn did."""
    audit.note(turn.session, turn.person.id, act, what, turn.now, reach)
