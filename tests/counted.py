"""Counted: a class in numbers, its league, and a shift suggested to it, made by hand."""

from bot.guidance.groups import FEW, MOST
from bot.rooms.announcements.screens import suggesting
from bot.rooms.classes.screens import counting, leading
from bot.rooms.classes.screens.counting import Solving, Team, Tried
from bot.rooms.classes.screens.leading import Group
from bot.ui import Screen
from bot.ui.pages import page
from bot.ui.voice import labels
from content.atlas import Catalogue
from content.catalogue import Term

OURS = Group(1, "9 A", 9, "№ 12", "K7M4QX")
NONE = Tried(FEW, FEW, (), (), ())


def by_hand(known: Catalogue) -> dict[str, Screen]:
    """What it takes five pupils to see."""
    nickname, other = labels()["nick-leopard"], labels()["nick-eagle"]
    teams = [Team(other, 41, own=False), Team(nickname, 12, own=True)]
    shifts = known.missions[:7]
    return {
        "classes, picture": counting.picture(OURS, _tried(known)),
        "classes, picture, nobody": counting.picture(OURS, NONE),
        "classes, picture, nothing": counting.picture(OURS, Tried(9, FEW, (), (), ())),
        "classes, nicknames": counting.nicknames(OURS, ""),
        "classes, nicknames, chosen": counting.nicknames(OURS, "leopard"),
        "classes, league": counting.league(OURS, nickname, teams, plays=False),
        "classes, league, playing": counting.league(OURS, nickname, teams, plays=True),
        "classes, league, nobody yet": counting.league(OURS, nickname, (), plays=None),
        "classes, inside, told nothing": leading.inside(OURS, "parent", told=False),
        "classes, inside, league": leading.inside(OURS, "pupil", plays=True),
        "announcements, suggest": suggesting.shifts(1, "9 A", page(shifts, 1)),
        "announcements, suggestion": suggesting.words(known.missions[0]),
    }


def _tried(known: Catalogue) -> Tried:
    directions = known.every("directions", Term)[:2]
    return Tried(
        24,
        MOST,
        [(one.name, 24 - 6 * at) for at, one in enumerate(known.missions[:3])],
        [(one.name, 11 - at) for at, one in enumerate(directions)],
        [Solving("gears", 12, "train"), Solving("faults", 6, "")],
    )
