"""Counting: what a class tried, and the league. Only sums leave here, of five and more."""

from collections.abc import Sequence
from datetime import timedelta

from bot.guidance.groups import FEW, FEWEST, MOST, furthest, told
from bot.guidance.tasks import FAMILIES, KINDS, Family
from bot.guidance.tasks.uses import solved
from bot.rooms.classes.handlers.leading import group_of, mine
from bot.rooms.classes.intents import (
    ChooseNickname,
    LeaveLeague,
    OpenClass,
    OpenLeague,
    OpenPicture,
    PlayLeague,
    StopLeague,
    TakeNickname,
)
from bot.rooms.classes.screens import counting as screens
from bot.rooms.classes.screens.counting import Count, Solving, Team, Tried
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Term
from content.kinds import Text
from content.shifts import Mission
from db import classes as memory
from db import consents, tried
from db.classes import Class

SHOWN = 4  # shifts, directions
TEAMS = 10  # in the table
LATELY = timedelta(days=30)


def picture(intent: OpenPicture, turn: Turn) -> Screen:
    """What the pupils of a class tried, in numbers."""
    one = mine(intent.number, turn)
    return screens.picture(group_of(one, turn), _tried(one.id, turn))


def _tried(number: int, turn: Turn) -> Tried:
    size = tried.pupils(turn.session, number)
    if size < FEWEST:
        return Tried(FEW, FEW, (), (), ())
    pointing = _told(tried.directions(turn.session, number), size, _directions(turn))
    return Tried(
        size,
        told(tried.tested(turn.session, number), size),
        _told(tried.shifts(turn.session, number), size, _shifts(turn))[:SHOWN],
        [one for one in pointing if one[1] != MOST][:SHOWN],
        _solving(tried.levels(turn.session, number), size),
    )


def _told(
    counted: Sequence[tuple[str, int]], size: int, names: dict[str, Text]
) -> list[tuple[Text, Count]]:
    """Those that five and more did, by name; what we no longer tell of is left out."""
    known = [(names[one], told(count, size)) for one, count in counted if one in names]
    return [(name, count) for name, count in known if count != FEW]


def _directions(turn: Turn) -> dict[str, Text]:
    return {one.slug: one.name for one in turn.catalogue.every("directions", Term)}


def _shifts(turn: Turn) -> dict[str, Text]:
    return {one.slug: one.name for one in turn.catalogue.every("missions", Mission)}


def _solving(levels: dict[str, list[float]], size: int) -> list[Solving]:
    every = [_solved(family, levels.get(family, []), size) for family in FAMILIES]
    return [one for one in every if one.count != FEW]


def _solved(family: Family, levels: list[float], size: int) -> Solving:
    step = furthest([len(solved(family, level).kinds) for level in levels], len(levels))
    return Solving(family, told(len(levels), size), KINDS[family][step - 1] if step else "")


# --- the league ---


def nicknames(intent: ChooseNickname, turn: Turn) -> Screen:
    """Under which nickname a class takes part."""
    one = mine(intent.number, turn)
    return screens.nicknames(group_of(one, turn), one.nickname)


def take_nickname(intent: TakeNickname, turn: Turn) -> Intent:
    """Take part under this one."""
    memory.call(mine(intent.number, turn), intent.nickname)
    return ChooseNickname(intent.number)


def leave_league(intent: LeaveLeague, turn: Turn) -> Intent:
    """Take part no more; those who played agree anew if it comes back."""
    memory.call(mine(intent.number, turn), "")
    consents.end(turn.session, "league", intent.number, turn.now)
    return ChooseNickname(intent.number)


def league(intent: OpenLeague, turn: Turn) -> Screen | Intent:
    """How the classes of their grade stand; the class itself where it takes no part."""
    one, role = _seen(intent.number, turn)
    nickname = screens.called(one.nickname)
    if nickname is None:
        return OpenClass(one.code) if role else ChooseNickname(one.id)
    plays = consents.holds(turn.session, turn.person.id, "league", one.id)
    shown = plays if role == "pupil" else None
    return screens.league(group_of(one, turn), nickname, _teams(one, turn), shown)


def _seen(number: int, turn: Turn) -> tuple[Class, str]:
    """The class, if they are a pupil in it or lead it."""
    if memory.role(turn.session, number, turn.person.id) == "pupil":
        found = turn.session.get(Class, number)
        if found is not None and found.closed_at is None:
            return found, "pupil"
    return mine(number, turn), ""


def _teams(one: Class, turn: Turn) -> list[Team]:
    """The teams of five and more, those that solved most first; one's own always."""
    every = tried.league(turn.session, one.grade, turn.now - LATELY)
    big = [team for team in every if team.players >= FEWEST]
    shown = [*big[:TEAMS], *(team for team in big[TEAMS:] if team.number == one.id)]
    named = ((screens.called(team.nickname), team) for team in shown)
    return [Team(name, team.solved, team.number == one.id) for name, team in named if name]


def play(intent: PlayLeague, turn: Turn) -> Intent:
    """What they solve from now on counts for their class."""
    one, role = _seen(intent.number, turn)
    if role == "pupil" and one.nickname:
        consents.give(turn.session, turn.person.id, "league", turn.language, turn.now, about=one.id)
    return OpenLeague(intent.number)


def stop(intent: StopLeague, turn: Turn) -> Intent:
    """It counts no more, and what counted is out of the sum."""
    consents.take_back(turn.session, turn.person.id, "league", turn.now, about=intent.number)
    return OpenLeague(intent.number)
