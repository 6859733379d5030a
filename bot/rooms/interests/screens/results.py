"""What came of the test, as people see it. No percentages, no ranks, no "not for you"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.guidance.matching import Band
from bot.guidance.reasons import Reason
from bot.rooms.asking.intents import OpenAsk
from bot.rooms.family.intents import OpenGiving
from bot.rooms.home.intents import GoHome
from bot.rooms.interests.intents import (
    AskMore,
    OpenHistory,
    OpenInterests,
    OpenResult,
    OpenValues,
    ReadResult,
    ShowRadar,
    SuggestMissions,
    TellResult,
)
from bot.rooms.interests.screens.asking import REMIND
from bot.rooms.missions.intents import OpenMission, OpenMissions
from bot.rooms.professions.intents import OpenProfession, OpenProfessions, OpenWays
from bot.ui import Button, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Item, Profession, Trait
from content.shifts import Mission

HOME = Button("home", GoHome())
ASK = [Button("ask-counselor", OpenAsk())]


@dataclass(frozen=True)
class Suggested:
    """A profession worth a closer look, and its band."""

    profession: Profession
    band: Band


@dataclass(frozen=True)
class Given:
    """An answer somebody gave: an activity and how it was liked, or the cards that were picked."""

    item: Item | None = None
    value: int = 0
    best: Trait | None = None
    worst: Trait | None = None


@dataclass(frozen=True)
class Told:
    """An earlier result: its number, when it was, what was in front, and what had come forward.

    `held` says that the same was in front as the time before.
    """

    number: int
    when: datetime
    front: Sequence[str]
    forward: Sequence[str]
    held: bool


def result(attempt: int, front: Sequence[str], shown: Page[Suggested]) -> Screen:
    """The professions worth a closer look, a few at a time."""
    doors = [
        [Button(one.profession.label, OpenProfession(one.profession.slug))] for one in shown.things
    ]
    turn = turner(shown, lambda number: OpenResult(attempt, number))
    rows = [
        [
            Button("why", ReadResult(attempt, "why")),
            Button("how-sure", ReadResult(attempt, "sure")),
        ],
        [
            Button("values", OpenValues(attempt)),
            Button("what-it-is", ReadResult(attempt, "what")),
        ],
        sending(attempt),
    ]
    facts = {"front": front, "found": shown.things}
    return Screen("interests/result", facts, [*doors, turn, *rows, leaving()])


def sending(attempt: int) -> list[Button]:
    """The result as a picture, which can be sent on, and shifts on which to try it."""
    return [Button("picture", ShowRadar(attempt)), Button("missions", SuggestMissions(attempt))]


def leaving() -> list[Button]:
    """Back to the front page of the test, or home."""
    return [Button("back", OpenInterests()), HOME]


def broad(attempt: int, verdict: str, *, more: bool) -> Screen:
    """The answers tell too little to suggest anything: a way to explore instead."""
    return Screen(
        "interests/broad", {"verdict": verdict}, [asking(attempt, more=more), *exploring()]
    )


def asking(attempt: int, *, more: bool) -> list[Button]:
    """More questions, where there are more."""
    return [Button("ask-more-questions", AskMore(attempt))] if more else []


def exploring() -> list[list[Button]]:
    """Ways to look around without any result."""
    return [
        [Button("professions", OpenProfessions()), Button("other-ways", OpenWays())],
        leaving(),
    ]


def why(
    attempt: int,
    mattered: Sequence[Given],
    shown: Page[tuple[Profession, list[Reason]]],
    traits: Mapping[str, Trait],
) -> Screen:
    """The answers that mattered most, and two reasons for each suggestion, from its real terms."""
    turn = turner(shown, lambda number: ReadResult(attempt, "why", number))
    facts = {"mattered": mattered, "found": shown.things, "traits": traits}
    return Screen("interests/why", facts, [turn, ASK, back_to(attempt)])


def sure(
    attempt: int, answered: int, draws: int, change: tuple[str, Suggested] | None, *, more: bool
) -> Screen:
    """How sure this is, and what would change it."""
    letter, other = change or ("", None)
    facts = {
        "answered": answered,
        "draws": draws,
        "letter": letter,
        "other": other.profession if other else None,
        "more": more,
    }
    return Screen("interests/sure", facts, [asking(attempt, more=more), back_to(attempt)])


def what(attempt: int, *, young: bool, remind: bool = False) -> Screen:
    """What a result is, and what it is not; `remind`: a word in half a year may be asked for."""
    rows = [ASK, [REMIND] if remind else [], back_to(attempt)]
    return Screen("interests/what", {"young": young}, rows)


def picture(attempt: int, front: Sequence[str], then: Sequence[str]) -> Screen:
    """What stands on the picture above, in words."""
    facts = {"front": front, "then": then}
    ways = [Button("share", TellResult(attempt)), Button("show-to", OpenGiving(attempt))]
    return Screen("interests/picture", facts, [ways, back_to(attempt)])


def shifts(attempt: int, found: Sequence[tuple[Mission, Profession]]) -> Screen:
    """Shifts on which a suggested profession is seen, each with that profession."""
    doors = [[Button(one.label, OpenMission(one.slug))] for one, _ in found]
    rows = [*doors, [Button("missions", OpenMissions())], back_to(attempt)]
    return Screen("interests/shifts", {"found": found}, rows)


def tell(
    attempt: int, front: Sequence[str], professions: Sequence[Profession], link: str
) -> Screen:
    """A message of its own, to be sent on by whoever wants to; it tells nothing of who they are."""
    facts = {"front": front, "professions": professions, "link": link}
    rows = [[Button("open-card", url=link)], back_to(attempt)]
    return Screen("interests/tell", facts, rows, fresh=True)


def back_to(attempt: int) -> list[Button]:
    """Back to the result, or home."""
    return [Button("back", OpenResult(attempt)), HOME]


def history(shown: Page[Told]) -> Screen:
    """Earlier results, and what moved between them."""
    doors = [
        [Button("result-of", OpenResult(one.number), facts=_when(at, one))]
        for at, one in enumerate(shown.things, first(shown))
    ]
    facts = {"results": shown.things, "first": first(shown)}
    return Screen("interests/history", facts, [*doors, turner(shown, OpenHistory), leaving()])


def first(shown: Page[Told], size: int = 4) -> int:
    """The number before the first result of this page."""
    return (shown.number - 1) * size + 1


def _when(at: int, one: Told) -> dict[str, object]:
    return {"number": at, "when": one.when.date().isoformat()}
