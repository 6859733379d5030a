"""The staff: look up, write down who did what, and show."""

from bot.rooms.staff.handlers.accepting import accept, agree, invitation
from bot.rooms.staff.handlers.inviting import (
    invitations,
    invite_region,
    invite_school,
    regions,
    revoke,
    school,
    staff,
)
from bot.rooms.staff.handlers.members import (
    ask_end,
    end,
    hand_over,
    heirs,
    member,
    members,
    trail,
)

__all__ = [
    "accept",
    "agree",
    "ask_end",
    "end",
    "hand_over",
    "heirs",
    "invitation",
    "invitations",
    "invite_region",
    "invite_school",
    "member",
    "members",
    "regions",
    "revoke",
    "school",
    "staff",
    "trail",
]
