"""Classes, as their counselor sees them, and as those see them who join."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.groups import FEWEST
from bot.rooms.about.intents import OpenAbout
from bot.rooms.announcements.intents import OpenSuggestions, OpenTopics
from bot.rooms.classes.intents import (
    AskClose,
    ChooseNickname,
    CloseClass,
    JoinClass,
    LeaveClass,
    MakeClass,
    NameClass,
    NewClass,
    OpenClasses,
    OpenJoined,
    OpenLeague,
    OpenLed,
    OpenPicture,
    ShowInvite,
    TypeCode,
)
from bot.rooms.family.intents import OpenResults
from bot.rooms.home.intents import GoHome, OpenSettings
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner

HOME = Button("home", GoHome())
LONGEST = 16  # letters of a class's name: it stands on a button
GRADES = range(5, 12)


@dataclass(frozen=True)
class Group:
    """A class: how it is called, joined, and counted; `school` is empty where it is of none."""

    number: int
    name: str
    grade: int | None
    school: str
    code: str


Counts = Mapping[str, int]  # by role; -1 is fewer than five


def guarded(counts: Mapping[str, int]) -> Counts:
    """The counts by role, with those of fewer than five hidden."""
    told = {role: counts.get(role, 0) for role in ("pupil", "parent")}
    return {role: -1 if 0 < count < FEWEST else count for role, count in told.items()}


# --- the counselor ---


def classes(shown: Page[tuple[Group, Counts]]) -> Screen:
    """The classes somebody leads."""
    doors = [[_named("led-one", one, OpenLed(one.number))] for one, _ in shown.things]
    new = [Button("new-class", NewClass())]
    rows = [*doors, turner(shown, OpenClasses), new, [HOME]]
    return Screen("classes/classes", {"found": shown.things, "total": shown.total}, rows)


def grades() -> Screen:
    """Of which grade the new class is."""
    each = [Button("number", NameClass(grade), facts={"number": grade}) for grade in GRADES]
    several = [Button("several-grades", NameClass(0))]
    return Screen("classes/grades", {}, [each[:4], each[4:], several, _back(OpenClasses())])


def name(grade: int, *, wrong: bool = False) -> Screen:
    """What the new class is called: it is typed."""
    facts = {"grade": grade, "wrong": wrong, "most": LONGEST}
    return Screen("classes/name", facts, [_back(NewClass())], awaits=MakeClass(grade))


def led(one: Group, counts: Counts, link: str) -> Screen:
    """A class one leads: how it is joined, and how many did."""
    rows = [
        [Button("copy-link", copy=link)],
        [Button("copy-code", copy=one.code), Button("code", ShowInvite(one.number))],
        [
            Button("class-picture", OpenPicture(one.number)),
            Button("nicknames", ChooseNickname(one.number)),
        ],
        [Button("class-results", OpenResults(one.number))],
        [Button("suggest-shift", OpenSuggestions(one.number))],
        [Button("close-class", AskClose(one.number))],
        _back(OpenClasses()),
    ]
    return Screen("classes/led", {"one": one, "counts": counts, "link": link}, rows)


def invite(one: Group, link: str) -> Screen:
    """A square code, and in words where it leads."""
    return Screen("classes/invite", {"one": one, "link": link}, [_back(OpenLed(one.number))])


def ask_close(one: Group) -> Screen:
    """Whether to close it."""
    rows = [[Button("close-yes", CloseClass(one.number))], _back(OpenLed(one.number))]
    return Screen("classes/close", {"one": one}, rows)


# --- everybody ---


def joined(found: Sequence[Group], *, unknown: bool = False) -> Screen:
    """The classes one is in; the next typed words are the code of another."""
    leave = [[_named("leave-one", one, LeaveClass(one.number))] for one in found]
    facts = {"found": found, "unknown": unknown}
    return Screen("classes/joined", facts, [*leave, _back(OpenSettings())], awaits=TypeCode())


def invited(one: Group) -> Screen:
    """What the class is, and what its counselor will see."""
    roles = [
        Button("as-pupil", JoinClass(one.code, "pupil")),
        Button("as-parent", JoinClass(one.code, "parent")),
    ]
    rows = [roles, [Button("not-now", GoHome())], _back(OpenJoined())]
    return Screen("classes/invited", {"one": one}, rows)


def inside(one: Group, role: str, *, told: bool = True, plays: bool = False) -> Screen:
    """One is in the class, and may leave it; it has a league where it `plays`.

    `told`: what the class is told is not switched off.
    """
    league = [Button("league", OpenLeague(one.number))] if plays else []
    rows = [
        league,
        [Button("leave", LeaveClass(one.number))],
        [Button("about", OpenAbout()), Button("topics", OpenTopics())],
        _back(OpenJoined()),
    ]
    return Screen("classes/inside", {"one": one, "role": role, "told": told}, rows)


def _named(word: str, one: Group, intent: Intent) -> Button:
    return Button(word, intent, facts={"name": one.name})


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
