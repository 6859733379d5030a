"""What a class tried, in numbers, and the league of classes: nobody in it is ever told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from bot.guidance.tasks import Family
from bot.rooms.classes.intents import (
    ChooseNickname,
    LeaveLeague,
    Nickname,
    OpenClass,
    OpenLeague,
    OpenLed,
    PlayLeague,
    StopLeague,
    TakeNickname,
)
from bot.rooms.classes.screens.leading import Group
from bot.rooms.home.intents import GoHome
from bot.rooms.tasks.intents import OpenTasks
from bot.ui import Button, Intent, Screen
from bot.ui.pages import pairs
from bot.ui.voice import labels
from content.kinds import Text

HOME = Button("home", GoHome())
NICKNAMES: tuple[Nickname, ...] = get_args(Nickname)
Count = int  # or FEW, or MOST


@dataclass(frozen=True)
class Solving:
    """How many finished a family of tasks, and the furthest kind that five of them solve."""

    family: Family
    count: Count
    kind: str


@dataclass(frozen=True)
class Tried:
    """What the pupils of a class tried: how many of how many; what few did is left out."""

    size: Count
    tested: Count
    shifts: Sequence[tuple[Text, Count]]
    directions: Sequence[tuple[Text, Count]]
    solving: Sequence[Solving]


@dataclass(frozen=True)
class Team:
    """A class in the league: its nickname, what was solved together, whether it is one's own."""

    nickname: Text
    solved: int
    own: bool


def picture(one: Group, tried: Tried) -> Screen:
    """What the pupils of a class tried."""
    rows = [_back(OpenLed(one.number))]
    return Screen("classes/picture", {"one": one, "tried": tried}, rows, long=True)


def nicknames(one: Group, chosen: str) -> Screen:
    """The nicknames a class may take part under, and the one it has."""
    each = pairs([Button(f"nick-{name}", TakeNickname(one.number, name)) for name in NICKNAMES])
    league = [
        [Button("league", OpenLeague(one.number))],
        [Button("no-league", LeaveLeague(one.number))],
    ]
    facts = {"one": one, "nickname": called(chosen)}
    return Screen(
        "classes/nicknames", facts, [*each, *(league if chosen else []), _back(OpenLed(one.number))]
    )


def called(nickname: str) -> Text | None:
    """A nickname in words."""
    return labels()[f"nick-{nickname}"] if nickname in NICKNAMES else None


def league(one: Group, nickname: Text, teams: Sequence[Team], plays: bool | None) -> Screen:
    """The classes of a grade; whether one plays in one's own, None for the counselor."""
    act = {
        None: [],
        True: [Button("stop-league", StopLeague(one.number))],
        False: [Button("play-league", PlayLeague(one.number))],
    }[plays]
    tasks = [] if plays is None else [Button("tasks", OpenTasks())]
    back: Intent = ChooseNickname(one.number) if plays is None else OpenClass(one.code)
    facts = {"nickname": nickname, "teams": teams, "asks": plays is False, "plays": bool(plays)}
    return Screen("classes/league", facts, [act, tasks, _back(back)], long=True)


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
