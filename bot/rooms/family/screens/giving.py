"""A result for the counselor: to whom, for how long, who looked; and how the counselor sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.classes.intents import OpenJoined, OpenLed
from bot.rooms.family.intents import (
    AskGive,
    GiveResult,
    HideThing,
    OpenGiving,
    OpenLinks,
    OpenLooks,
    OpenResults,
    SeeResult,
    ShowResult,
    TakeResultBack,
)
from bot.rooms.family.screens.linking import back_to
from bot.rooms.interests.intents import OpenInterests
from bot.rooms.missions.intents import OpenTried
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Screen
from bot.ui.pages import Page, pairs, turner
from content.catalogue import Profession

SHOWN_CLASSES = 2  # of those somebody is in, each with a button


@dataclass(frozen=True)
class Group:
    """A class somebody is in, and whether its counselor sees this result now."""

    number: int
    name: str
    sees: bool


@dataclass(frozen=True)
class Reader:
    """A linked parent, and whether they see this result now."""

    number: int
    called: int
    sees: bool


@dataclass(frozen=True)
class Looking:
    """Somebody of the staff looked: in which role, of which school, when."""

    at: str
    role: str
    school: str


@dataclass(frozen=True)
class Handed:
    """A result in a counselor's hands: its own number, the pupil's, and until when."""

    id: int
    number: int
    until: str


def giving(
    attempt: int,
    when: str,
    front: Sequence[str],
    parents: Sequence[Reader],
    classes: Sequence[Group],
    until: str,
) -> Screen:
    """To whom this result may be shown, and who sees it now."""
    counselor = [[_class(attempt, one)] for one in classes[:SHOWN_CLASSES]]
    looks = [Button("looks", OpenLooks())] if until else []
    ways = [
        Button("links", OpenLinks()) if not parents else None,
        Button("joined", OpenJoined()) if not classes else None,
    ]
    rows = [
        *pairs([_parent(attempt, one) for one in parents]),
        *counselor,
        looks,
        [way for way in ways if way],
        back_to(OpenTried()),
    ]
    facts = {"when": when, "front": front, "parents": parents, "classes": classes, "until": until}
    return Screen("family/giving", facts, rows)


def _parent(attempt: int, one: Reader) -> Button:
    facts = {"number": one.called}
    if one.sees:
        return Button("giving-hide", HideThing(one.number, "result"), facts=facts)
    return Button("giving-show", ShowResult(one.number, attempt), facts=facts)


def _class(attempt: int, one: Group) -> Button:
    if one.sees:
        return Button("give-back", TakeResultBack())
    return Button("give-to", AskGive(attempt, one.number), facts={"name": one.name})


def nothing() -> Screen:
    """No result to show yet."""
    return Screen(
        "family/giving-none", {}, [[Button("test", OpenInterests())], back_to(OpenTried())]
    )


def ask(attempt: int, one: Group) -> Screen:
    """What the counselor will see, and for how long: the words one agrees to."""
    rows = [
        [Button("give-agree", GiveResult(attempt, one.number))],
        [Button("not-now", OpenGiving(attempt))],
        back_to(OpenGiving(attempt)),
    ]
    return Screen("family/give-ask", {"one": one}, rows)


def parent_first(attempt: int, *, linked: bool) -> Screen:
    """In the younger grades a parent says yes first."""
    rows = [[Button("links", OpenLinks())], back_to(OpenGiving(attempt))]
    return Screen("family/parent-first", {"linked": linked}, rows)


def looks(until: str, found: Page[Looking], *, over: bool) -> Screen:
    """Who looked at the result one gave last, and when."""
    take = [] if over else [Button("give-back", TakeResultBack())]
    facts = {"until": until, "over": over, "found": found.things, "total": found.total}
    return Screen("family/looks", facts, [take, back_to(OpenGiving())])


# --- the counselor ---


def results(class_: int, name: str, shown: Page[Handed]) -> Screen:
    """The results a class's pupils have given, by their numbers."""
    doors = [
        Button("number", SeeResult(one.id), facts={"number": one.number}) for one in shown.things
    ]
    turn = turner(shown, lambda number: OpenResults(class_, number))
    facts = {"name": name, "found": shown.things}
    return Screen("family/results", facts, [*pairs(doors), turn, back_to(OpenLed(class_))])


def result(
    class_: int, one: Handed, front: Sequence[str], professions: Sequence[Profession]
) -> Screen:
    """One of them: what draws the pupil, and professions to talk about."""
    doors = [[Button(each.label, OpenProfession(each.slug))] for each in professions]
    facts = {"one": one, "front": front}
    return Screen("family/result", facts, [*doors, back_to(OpenResults(class_))])
