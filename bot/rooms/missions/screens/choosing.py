"""Shifts and games to choose from, and their cards."""

from collections.abc import Sequence

from bot.rooms.home.intents import GoHome
from bot.rooms.missions.intents import (
    BeginMission,
    BrowseMissions,
    OpenGame,
    OpenGames,
    OpenJournal,
    OpenMission,
    OpenMissions,
    OpenShift,
    OpenTried,
    PlayGame,
)
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.share.intents import OpenShare
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner
from content.catalogue import Profession
from content.shifts import Game, Mission, Setting

HOME = Button("home", GoHome())


def missions(shown: Page[Setting], total: int, going: int | None) -> Screen:
    """The settings there are shifts in; and the way back to one that was begun."""
    on = [Button("go-on", OpenShift(going))] if going else []
    settings = pairs([Button(f"setting-{one}", BrowseMissions(one)) for one in shown.things])
    rows = [
        on,
        *settings,
        turner(shown, OpenMissions),
        [Button("journal", OpenJournal()), Button("tried", OpenTried())],
        [Button("games-at-home", OpenGames()), HOME],
    ]
    return Screen("missions/missions", {"total": total, "going": bool(going)}, rows)


def found(shifts: Sequence[Mission], back: Intent) -> Screen:
    """A few shifts to choose from."""
    doors = [[Button(one.label, OpenMission(one.slug))] for one in shifts]
    return Screen("missions/found", {"missions": shifts}, [*doors, [Button("back", back), HOME]])


def card(mission: Mission, trades: Sequence[Profession], going: int | None, back: Intent) -> Screen:
    """Where the shift is, what is at stake, and whom one meets there."""
    begin = Button("begin-anew" if going else "begin-shift", BeginMission(mission.slug))
    on = [Button("go-on", OpenShift(going))] if going else []
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in trades]
    more = [
        Button("sources", OpenPassport("missions", mission.slug)),
        Button("share", OpenShare("missions", mission.slug)),
    ]
    rows = [[*on, begin], *doors, more, [Button("back", back), HOME]]
    return Screen("missions/card", {"mission": mission, "trades": trades}, rows)


def games(shown: Page[Game]) -> Screen:
    """Professions to play at home with a child."""
    doors = [[Button(one.label, OpenGame(one.slug))] for one in shown.things]
    rows = [*doors, turner(shown, OpenGames), [Button("back", OpenMissions()), HOME]]
    return Screen("missions/games", {"total": shown.total}, rows)


def game(one: Game, profession: Profession) -> Screen:
    """What is needed, what an adult looks after, what to talk about afterwards."""
    play = [Button("how-to-play", PlayGame(one.slug))]
    door = [Button(profession.label, OpenProfession(profession.slug))]
    rows = [play, door, [Button("back", OpenGames()), HOME]]
    return Screen("missions/game", {"game": one}, rows)


def steps(one: Game) -> Screen:
    """What to do, step by step."""
    back = [Button("back", OpenGame(one.slug)), HOME]
    return Screen("missions/steps", {"game": one}, [back], long=True)
