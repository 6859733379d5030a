"""Accepting: whoever holds an invitation reads the rules, agrees, and becomes a counselor."""

from bot.rooms.staff import screens
from bot.rooms.staff.intents import AcceptInvitation, AgreeToRules, OpenInvitation
from bot.rooms.staff.places import called, note, place_of
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.hours import day
from db import staff as memory


def invitation(intent: OpenInvitation, turn: Turn) -> Screen:
    """What one is invited to, and the rules."""
    return _offered(intent.secret, turn, agreed=False)


def agree(intent: AgreeToRules, turn: Turn) -> Screen:
    """The same, with the tick that lets one accept."""
    return _offered(intent.secret, turn, agreed=True)


def _offered(secret: str, turn: Turn, *, agreed: bool) -> Screen:
    """Without a good invitation, nothing but a word."""
    found = memory.good(turn.session, secret, turn.now)
    if found is None:
        return screens.no_invitation()
    place = place_of(found.school_id, found.region, turn)
    return screens.offered(place, secret, day(turn.now), agreed=agreed)


def accept(intent: AcceptInvitation, turn: Turn) -> Screen:
    """Become a counselor; of many who try with one invitation a single one does."""
    member = memory.accept(turn.session, intent.secret, turn.person.id, turn.now)
    if member is None:
        return screens.no_invitation()
    note("agreed", "rules", turn)
    note("accepted", called(member), turn)
    return screens.welcome(place_of(member.school_id, member.region, turn), day(turn.now))
