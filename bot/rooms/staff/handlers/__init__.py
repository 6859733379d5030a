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
    access,
    ask_end,
    end,
    hand_over,
    heirs,
    member,
    members,
    trail,
)
from bot.rooms.staff.handlers.renewing import agree_again, threshold

__all__ = [
    "accept",
    "access",
    "agree",
    "agree_again",
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
    "threshold",
    "trail",
]
