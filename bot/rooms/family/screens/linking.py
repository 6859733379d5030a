"""Who is linked to whom: the page of it, a code, the words both agree to, and the end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.rooms.family.intents import (
    AgreeToLink,
    AllowGiving,
    AskChild,
    DropCode,
    EndLink,
    EnterCode,
    ForbidGiving,
    HideThing,
    MakeCode,
    OpenGap,
    OpenLink,
    OpenLinks,
    OpenTalk,
    SeeThing,
    ShowResult,
    ShowThing,
    StopWeekly,
    Thing,
    TypeChildCode,
    WantWeekly,
)
from bot.rooms.home.intents import GoHome, OpenSettings
from bot.ui import Button, Intent, Screen
from bot.ui.pages import pairs

HOME = Button("home", GoHome())


@dataclass(frozen=True)
class Kin:
    """A link as one of its two sees it: the other is a number, and no more.

    `mine` says that the other is a parent of whoever looks; `since` is empty until both agreed.
    """

    number: int
    called: int
    mine: bool
    since: str
    asked: str
    sees: Collection[str]


@dataclass(frozen=True)
class Family:
    """What stands on the page of links: the open code's end, and whether a question comes weekly.

    `full` says that there are as many parents as there may be.
    """

    links: Sequence[Kin]
    until: str
    weekly: bool
    full: bool


def links(shown: Family) -> Screen:
    """Everybody one is linked to, since when, and what they see."""
    others = [_named(one) for one in shown.links]
    code = Button("drop-code", DropCode()) if shown.until else Button("make-code", MakeCode())
    ways = [code] if shown.until or not shown.full else []
    rows = [
        *pairs(others),
        ways,
        [Button("enter-code", EnterCode())],
        weekly(shown.weekly) if any(one.since for one in shown.links) else [],
        back_to(OpenSettings()),
    ]
    return Screen("family/links", {"family": shown}, rows)


def weekly(wanted: bool) -> list[Button]:
    """A question a week, on or off."""
    return [Button("weekly-off", StopWeekly()) if wanted else Button("weekly-on", WantWeekly())]


def _named(one: Kin) -> Button:
    label = "kin-parent" if one.mine else "kin-child"
    return Button(label, OpenLink(one.number), facts={"number": one.called})


def code(sign: str, link: str, until: str) -> Screen:
    """The code, shown this once."""
    rows = [
        [Button("copy-code", copy=sign)],
        [Button("copy-link", copy=link)],
        [Button("drop-code", DropCode())],
        back_to(OpenLinks()),
    ]
    facts = {"code": f"{sign[:4]}-{sign[4:]}", "link": link, "until": until}
    return Screen("family/code", facts, rows, secret=True)


def enter(*, wrong: str = "") -> Screen:
    """Where a parent types the code; `wrong` says why the one before was not taken."""
    rows = [back_to(OpenLinks())]
    return Screen("family/enter", {"wrong": wrong}, rows, awaits=TypeChildCode())


def offered(sign: str) -> Screen:
    """What a parent agrees to."""
    rows = [
        [Button("kin-agree", AskChild(sign))],
        [Button("kin-refuse", OpenLinks())],
        back_to(OpenLinks()),
    ]
    return Screen("family/offered", {}, rows, secret=True)


def asked(one: Kin) -> Screen:
    """What a child agrees to, or not."""
    rows = [
        [Button("kin-agree", AgreeToLink(one.number))],
        [Button("kin-refuse", EndLink(one.number))],
        back_to(OpenLinks()),
    ]
    return Screen("family/asked", {"one": one}, rows)


def waiting(one: Kin) -> Screen:
    """A parent waits for the child to agree."""
    rows = [[Button("kin-cancel", EndLink(one.number))], back_to(OpenLinks())]
    return Screen("family/waiting", {"one": one}, rows)


def parent(one: Kin, *, guessing: bool) -> Screen:
    """A parent, as their child sees the link: what they see, and what never."""
    rows = [
        [_result(one)],
        [_thing(one, "tried")],
        [_thing(one, "saved")],
        [Button("gap-going" if guessing else "gap-begin", OpenGap(one.number))],
        [Button("talk", OpenTalk())],
        [Button("kin-end", EndLink(one.number))],
        back_to(OpenLinks()),
    ]
    return Screen("family/parent", {"one": one}, rows)


def _result(one: Kin) -> Button:
    if "result" in one.sees:
        return Button("hide-result", HideThing(one.number, "result"))
    return Button("show-result", ShowResult(one.number, 0))


def _thing(one: Kin, what: Thing) -> Button:
    if what in one.sees:
        return Button(f"hide-{what}", HideThing(one.number, what))
    return Button(f"show-{what}", ShowThing(one.number, what))


def child(one: Kin, *, guessing: bool, allows: bool) -> Screen:
    """A child, as their parent sees the link: what the child shows, and nothing else."""
    every = get_args(Thing)
    things = [
        [Button(f"see-{what}", SeeThing(one.number, what))] for what in every if what in one.sees
    ]
    allow = (
        Button("giving-forbid", ForbidGiving(one.number))
        if allows
        else Button("giving-allow", AllowGiving(one.number))
    )
    rows = [
        *things,
        [Button("gap-guess", OpenGap(one.number))] if guessing else [],
        [allow],
        [Button("talk", OpenTalk())],
        [Button("kin-end", EndLink(one.number))],
        back_to(OpenLinks()),
    ]
    return Screen("family/child", {"one": one, "guessing": guessing, "allows": allows}, rows)


def ended() -> Screen:
    """A link has ended; nobody is to blame, and nothing of it is seen any more."""
    return Screen("family/ended", {}, [[Button("talk", OpenTalk())], back_to(OpenLinks())])


def back_to(place: Intent) -> list[Button]:
    """Back to there, or home."""
    return [Button("back", place), HOME]
