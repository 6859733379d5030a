"""What admins ask about the staff, and whoever holds an invitation asks about it."""

from bot.ui import Intent


class OpenStaff(Intent, code="staff"):
    """Who speaks for us, and who is invited?"""


class OpenInvite(Intent, code="invite"):
    """Invite a counselor: into which region?"""

    page: int = 1


class InviteInto(Intent, code="inviteinto"):
    """Invite a counselor into this region: for which school, or for all of it?"""

    region: str


class InviteRegion(Intent, code="inviteall", act=True):
    """Make an invitation for the whole region."""

    region: str


class InviteSchool(Intent, code="inviteone", act=True):
    """These words are the school: make an invitation for it."""

    region: str


class OpenInvitations(Intent, code="invited"):
    """Which invitations may still be used?"""

    page: int = 1


class Revoke(Intent, code="revoke", act=True):
    """Let this invitation, known by the beginning of its hash, be good no more."""

    hash: str


class OpenMembers(Intent, code="members"):
    """Who is of the staff?"""

    page: int = 1


class OpenMember(Intent, code="member"):
    """This one of the staff. Telegram's numbers are long: they are written as words."""

    person: str


class SendStaff(Intent, code="stafflist", act=True):
    """Send me the list of who has access, as a file."""


class ChooseHeir(Intent, code="heirs"):
    """To whom shall their classes be handed over?"""

    person: str
    page: int = 1


class HandOver(Intent, code="handover", act=True):
    """Give all their classes to another one."""

    person: str
    to: str


class AskEnd(Intent, code="askend"):
    """Shall they really be of the staff no more?"""

    person: str


class EndMember(Intent, code="endmember", act=True):
    """They are of the staff no more."""

    person: str


class OpenTrail(Intent, code="trail"):
    """What did the staff do?"""

    page: int = 1


# --- whoever is of the staff ---


class AgreeAgain(Intent, code="agreeagain", act=True):
    """I agree to the rules for another year."""


# --- whoever holds an invitation ---


class OpenInvitation(Intent, code="inv", link="i", act=True):
    """What am I invited to? An act, for a secret is no place to remember."""

    secret: str


class AgreeToRules(Intent, code="agree", act=True):
    """I agree to the rules; let me accept."""

    secret: str


class AcceptInvitation(Intent, code="accept", act=True):
    """I agree to the rules, and become a counselor."""

    secret: str
