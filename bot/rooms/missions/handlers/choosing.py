"""Choosing: the shifts there are, and games to play at home."""

from collections.abc import Sequence
from typing import get_args

from bot.rooms.missions.intents import (
    BrowseMissions,
    MissionsOf,
    OpenGame,
    OpenGames,
    OpenMission,
    OpenMissions,
    PlayGame,
)
from bot.rooms.missions.screens import choosing as screens
from bot.rooms.professions.intents import OpenProfession
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone
from content.shifts import Game, Mission, Setting
from db import missions as memory

AT_ONCE = 8  # settings on a page, two on a row


def missions(intent: OpenMissions, turn: Turn) -> Screen:
    """The settings there are shifts in."""
    every = turn.catalogue.missions
    settings: Sequence[Setting] = get_args(Setting)
    there = [one for one in settings if any(each.setting == one for each in every)]
    shown = page(there, intent.page, size=AT_ONCE)
    return screens.missions(shown, len(every), _going(turn))


def _going(turn: Turn, mission: str = "") -> int | None:
    """The shift they are on, of this mission or of any we still tell of."""
    run = memory.going(turn.session, turn.person, mission)
    known = {one.slug for one in turn.catalogue.missions}
    return run.id if run and run.mission in known else None


def setting(intent: BrowseMissions, turn: Turn) -> Screen | Intent:
    """The shifts of a setting."""
    there = [one for one in turn.catalogue.missions if one.setting == intent.setting]
    return _few(there, OpenMissions())


def of(intent: MissionsOf, turn: Turn) -> Screen | Intent:
    """The shifts on which a profession is seen."""
    return _few(turn.catalogue.missions_of(intent.profession), OpenProfession(intent.profession))


def _few(found: Sequence[Mission], back: Intent) -> Screen | Intent:
    """The only one at once, else all to choose from."""
    if not found:
        raise Gone("missions")
    return OpenMission(found[0].slug) if len(found) == 1 else screens.found(found[:6], back)


def card(intent: OpenMission, turn: Turn) -> Screen:
    """One shift, and the trades one meets there."""
    mission = turn.catalogue.mission(intent.mission)
    trades = [turn.catalogue.profession(slug) for slug in mission.trades]
    back = turn.back(intent, OpenMissions())
    return screens.card(mission, trades, _going(turn, mission.slug), back)


def games(intent: OpenGames, turn: Turn) -> Screen:
    """The games there are."""
    return screens.games(page(turn.catalogue.games, intent.page))


def game(intent: OpenGame, turn: Turn) -> Screen:
    """One game."""
    one = turn.catalogue.one("games", intent.game, Game)
    return screens.game(one, turn.catalogue.profession(one.profession))


def play(intent: PlayGame, turn: Turn) -> Screen:
    """How it is played."""
    return screens.steps(turn.catalogue.one("games", intent.game, Game))
