"""Inviting: into a region or for a school; and invitations taken back."""

from dataclasses import replace

from bot.rooms.staff import screens
from bot.rooms.staff.intents import (
    InviteInto,
    InviteRegion,
    InviteSchool,
    OpenInvitation,
    OpenInvitations,
    OpenInvite,
    OpenStaff,
    Revoke,
)
from bot.rooms.staff.places import AT_ONCE, called, first, note, place_of
from bot.rooms.staff.screens import Invited
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.hours import hour
from bot.ui.pages import page
from db import staff as memory
from db.staff import Invitation

SIGNS = 32  # of an invitation's hash, enough to know it by


def staff(intent: OpenStaff, turn: Turn) -> Screen:
    """Where an admin begins."""
    invited = len(memory.open_invitations(turn.session, turn.now))
    return screens.staff(members=memory.count(turn.session), invited=invited)


def regions(intent: OpenInvite, turn: Turn) -> Screen:
    """Into which region to invite."""
    return screens.regions(page(turn.catalogue.regions, intent.page, size=5))


def school(intent: InviteInto, turn: Turn) -> Screen:
    """For which school, or for all of the region."""
    return screens.school(turn.catalogue.region(intent.region))


def invite_region(intent: InviteRegion, turn: Turn) -> Screen:
    """An invitation for a whole region."""
    return _invited(None, turn.catalogue.region(intent.region).slug, turn)


def invite_school(intent: InviteSchool, turn: Turn) -> Screen:
    """An invitation for the school that was typed; too long a name is asked for again."""
    region, name = turn.catalogue.region(intent.region), " ".join(turn.words.split())
    if not 1 < len(name) <= screens.LONGEST:
        return screens.school(region, too_long=True)
    known = memory.school(turn.session, name, region.slug, turn.now)
    return _invited(known.id, region.slug, turn)


def _invited(school: int | None, region: str, turn: Turn) -> Screen:
    """A new invitation; its secret is told here, and never again."""
    secret = f"{turn.chance.getrandbits(128):032x}"
    made = memory.invite(
        turn.session,
        secret,
        role="counselor",
        by=turn.person.id,
        now=turn.now,
        school=school,
        region=region,
    )
    place = place_of(school, region, turn)
    note("invited", called(made), turn)
    return screens.invitation(place, OpenInvitation(secret).address(turn.bot), hour(made.ends_at))


def invitations(intent: OpenInvitations, turn: Turn) -> Screen:
    """Which invitations may still be used."""
    found = [_open(one, turn) for one in memory.open_invitations(turn.session, turn.now)]
    shown = page(found, intent.page, size=AT_ONCE)
    return screens.invitations(shown, first(shown))


def _open(one: Invitation, turn: Turn) -> Invited:
    place = place_of(one.school_id, one.region, turn)
    return Invited(one.hash.hex()[:SIGNS], place, hour(one.ends_at))


def revoke(intent: Revoke, turn: Turn) -> Screen:
    """Take an invitation back; the list shows what is left."""
    for one in memory.open_invitations(turn.session, turn.now):
        if one.hash.hex()[:SIGNS] == intent.hash and memory.revoke(
            turn.session, one.hash, turn.now
        ):
            note("revoked", called(one), turn)
    return replace(invitations(OpenInvitations(), turn), toast="now-revoked")
