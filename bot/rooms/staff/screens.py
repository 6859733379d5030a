"""The staff, as admins see it: who is invited, who is there, and what they did."""

from dataclasses import dataclass

from bot.rooms.classes.intents import NewClass, OpenClasses
from bot.rooms.home.intents import GoHome
from bot.rooms.staff.intents import (
    AcceptInvitation,
    AgreeAgain,
    AgreeToRules,
    AskEnd,
    ChooseHeir,
    EndMember,
    HandOver,
    InviteInto,
    InviteRegion,
    InviteSchool,
    OpenInvitation,
    OpenInvitations,
    OpenInvite,
    OpenMember,
    OpenMembers,
    OpenStaff,
    OpenTrail,
    Revoke,
    SendStaff,
)
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Region
from content.kinds import Text

HOME = Button("home", GoHome())
LONGEST = 80  # letters of a school's name


@dataclass(frozen=True)
class Place:
    """For whom somebody speaks: a school (if there is a name) of a region, or all of it."""

    school: str
    region: Text


@dataclass(frozen=True)
class Invited:
    """An invitation that may still be used."""

    hash: str
    place: Place
    until: str


@dataclass(frozen=True)
class Colleague:
    """One of the staff, by Telegram's number: names are not kept."""

    person: str
    place: Place
    since: str
    agreed: str
    classes: int


@dataclass(frozen=True)
class Done:
    """What somebody did, and when, `who` by Telegram's number, nobody for the command line.

    It was done to the `what` of this `kind` (schools, regions, questions …) and to so many; `why`
    and for how many `days` tell of a mute.
    """

    at: str
    who: str
    act: str
    kind: str
    what: Text | str
    reach: int | None
    why: str = ""
    days: int = 0


def staff(*, members: int, invited: int) -> Screen:
    """Where an admin begins."""
    rows = [
        [Button("invite", OpenInvite())],
        [Button("invitations", OpenInvitations()), Button("members", OpenMembers())],
        [Button("trail", OpenTrail())],
        [Button("led", OpenClasses()), HOME],
    ]
    return Screen("staff/staff", {"members": members, "invited": invited}, rows)


def regions(shown: Page[Region]) -> Screen:
    """Into which region to invite."""
    doors = [[Button(one.label, InviteInto(one.slug))] for one in shown.things]
    return Screen("staff/regions", {}, [*doors, turner(shown, OpenInvite), _back(OpenStaff())])


def school(region: Region, *, too_long: bool = False) -> Screen:
    """For which school: its name is typed; or for the whole region."""
    rows = [[Button("invite-region", InviteRegion(region.slug))], _back(OpenInvite())]
    facts = {"region": region, "too_long": too_long, "most": LONGEST}
    return Screen("staff/school", facts, rows, awaits=InviteSchool(region.slug))


def invitation(place: Place, link: str, until: str) -> Screen:
    """The link, shown this once."""
    rows = [[Button("copy-link", copy=link)], _back(OpenStaff())]
    facts = {"place": place, "link": link, "until": until}
    return Screen("staff/invitation", facts, rows, secret=True)


def invitations(shown: Page[Invited], first: int) -> Screen:
    """Which invitations are open, each with a button that takes it back."""
    drops = [
        Button("revoke", Revoke(one.hash), facts={"number": first + at})
        for at, one in enumerate(shown.things)
    ]
    rows = [drops, turner(shown, OpenInvitations), _back(OpenStaff())]
    return Screen("staff/invitations", {"found": shown.things, "first": first}, rows)


def members(shown: Page[Colleague], first: int) -> Screen:
    """Who is of the staff."""
    doors = [
        Button("number", OpenMember(one.person), facts={"number": first + at})
        for at, one in enumerate(shown.things)
    ]
    file = [Button("staff-list", SendStaff())]
    rows = [doors, turner(shown, OpenMembers), file, _back(OpenStaff())]
    facts = {"found": shown.things, "first": first, "total": shown.total}
    return Screen("staff/members", facts, rows)


def member(one: Colleague) -> Screen:
    """One of the staff, what they lead, and the ways to part."""
    hand = [Button("hand-over", ChooseHeir(one.person))] if one.classes else []
    rows = [hand, [Button("end-member", AskEnd(one.person))], _back(OpenMembers())]
    return Screen("staff/member", {"one": one}, rows)


def access(by: int) -> Screen:
    """Who has access, as a file that tells who took it."""
    rows = [_back(OpenMembers())]
    return Screen("staff/access", {}, rows, picture=f"access/xlsx/{by}/-", fresh=True)


def heirs(one: Colleague, shown: Page[Colleague], first: int, me: str) -> Screen:
    """To whom to hand their classes over: one of the staff, or the admin who asks."""
    doors = [
        Button("number", HandOver(one.person, other.person), facts={"number": first + at})
        for at, other in enumerate(shown.things)
    ]
    turn = turner(shown, lambda number: ChooseHeir(one.person, number))
    mine = [Button("heir-me", HandOver(one.person, me))]
    rows = [doors, turn, mine, _back(OpenMember(one.person))]
    return Screen("staff/heirs", {"one": one, "found": shown.things, "first": first}, rows)


def ask_end(one: Colleague) -> Screen:
    """Whether to part; classes that were not handed over are closed."""
    hand = [Button("hand-over", ChooseHeir(one.person))] if one.classes else []
    rows = [hand, [Button("end-yes", EndMember(one.person))], _back(OpenMember(one.person))]
    return Screen("staff/end", {"one": one}, rows)


def trail(shown: Page[Done]) -> Screen:
    """What the staff did, the newest first."""
    rows = [turner(shown, OpenTrail), _back(OpenStaff())]
    return Screen("staff/trail", {"found": shown.things}, rows)


# --- whoever is of the staff ---


def renewal(agreed: str) -> Screen:
    """The rules, to be agreed to again: it is a year since."""
    return Screen(
        "staff/renewal", {"agreed": agreed}, [[Button("agree-again", AgreeAgain())], [HOME]]
    )


# --- whoever holds an invitation ---


def offered(place: Place, secret: str, today: str, *, agreed: bool) -> Screen:
    """What one is invited to, and the rules to agree to before one may accept."""
    untick, tick = Button("agreed", OpenInvitation(secret)), Button("agree", AgreeToRules(secret))
    accept = [Button("accept", AcceptInvitation(secret))] if agreed else []
    facts = {"place": place, "agreed": agreed, "today": today}
    rows = [[untick if agreed else tick], accept, [HOME]]
    return Screen("staff/offered", facts, rows, secret=True)


def no_invitation() -> Screen:
    """The invitation cannot be used, whatever the reason."""
    return Screen("staff/no-invitation", {}, [[HOME]])


def welcome(place: Place, today: str) -> Screen:
    """One is a counselor now, and where to begin."""
    rows = [[Button("new-class", NewClass())], [Button("led", OpenClasses()), HOME]]
    return Screen("staff/welcome", {"place": place, "today": today}, rows)


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
