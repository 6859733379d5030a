"""The test for grades 5-7, as pupils see it."""

from collections.abc import Sequence

from bot.rooms.interests.intents import PickSide, ReadResult, Side
from bot.rooms.interests.screens.asking import foot
from bot.rooms.interests.screens.bar import bar, minutes
from bot.rooms.interests.screens.results import ASK, back_to, exploring, leaving, sending
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Screen
from content.catalogue import Pair, Profession
from content.catalogue import Side as Act

SIDES: tuple[Side, ...] = ("one", "other")


def pair(attempt: int, asked: Pair, number: int, most: int, chosen: int = 0) -> Screen:
    """Two things to do: which one?"""
    doors = [
        [Button(_marked(side, at == chosen), PickSide(attempt, asked.slug, side))]
        for at, side in enumerate(SIDES, 1)
    ]
    facts = {
        "pair": asked,
        "number": number,
        "most": most,
        "bar": bar(number - 1, most),
        "minutes": minutes(most - number + 1),
        "changing": bool(chosen),
    }
    return Screen("interests/pair", facts, [*doors, foot(attempt, number)])


def _marked(side: Side, chosen: bool) -> str:
    return f"side-{side}-chosen" if chosen else f"side-{side}"


def result(
    attempt: int, front: Sequence[str], then: Sequence[str], professions: Sequence[Profession]
) -> Screen:
    """What draws most, what comes after it, and professions to look at."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in professions]
    games = Button("games", ReadResult(attempt, "games"))
    what = Button("what-it-is", ReadResult(attempt, "what"))
    why = Button("why", ReadResult(attempt, "why"))
    facts = {"front": front, "then": then, "professions": professions}
    rows = [*doors, [why], [games, what], sending(attempt), leaving()]
    return Screen("interests/young", facts, rows)


def broad(verdict: str) -> Screen:
    """The choices tell no direction: a way to explore instead."""
    return Screen("interests/young-broad", {"verdict": verdict}, exploring())


def why(
    attempt: int, front: Sequence[str], led: Sequence[tuple[Act, Act]], many: int, given: int
) -> Screen:
    """Why this is in front: how many choices led there, and three of them; each counts the same."""
    facts = {"front": front, "led": led, "many": many, "given": given}
    return Screen("interests/young-why", facts, [ASK, back_to(attempt)])


def games(attempt: int, front: Sequence[str]) -> Screen:
    """What to play and to try, for what draws most."""
    return Screen("interests/games", {"front": front}, [back_to(attempt)])
