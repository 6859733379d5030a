"""What somebody told of themselves, as they see it."""

from dataclasses import dataclass
from typing import get_args

from bot.rooms.about.intents import (
    ChooseGrade,
    ChooseHome,
    Grade,
    OpenAbout,
    TakeBack,
    Taken,
    TellGrade,
    TellHome,
    TellRole,
)
from bot.rooms.home.intents import GoHome, OpenSettings
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Region
from content.kinds import Text

HOME = Button("home", GoHome())
GRADES: tuple[Grade, ...] = get_args(Grade)


@dataclass(frozen=True)
class Told:
    """What is known of somebody; empty, or none, is what they did not tell."""

    role: str
    grade: int | None
    region: Text | None
    direction: Text | None


def about(told: Told) -> Screen:
    """What they told, each with a button that takes it back, or one that tells it."""
    rows = [
        [_role("pupil", told), _role("parent", told)],
        [_part("grade", told.grade, ChooseGrade()), _part("region", told.region, ChooseHome())],
        [Button("drop-direction", TakeBack("direction"))] if told.direction else [],
        _back(OpenSettings()),
    ]
    return Screen("about/about", {"told": told}, rows)


def _role(role: str, told: Told) -> Button:
    """The role with a tick that is taken back, or one to tell."""
    if told.role == role:
        return Button(f"is-{role}", TellRole("none"))
    return Button(f"as-{role}", TellRole("pupil" if role == "pupil" else "parent"))


def _part(what: Taken, told: object, choose: Intent) -> Button:
    return Button(f"drop-{what}", TakeBack(what)) if told else Button(f"tell-{what}", choose)


def grades() -> Screen:
    """In which grade one is."""
    each = [Button("number", TellGrade(grade), facts={"number": grade}) for grade in GRADES]
    return Screen("about/grades", {}, [each[:4], each[4:], _back(OpenAbout())])


def regions(shown: Page[Region]) -> Screen:
    """In which region one lives."""
    doors = [[Button(one.label, TellHome(one.slug))] for one in shown.things]
    return Screen("about/regions", {}, [*doors, turner(shown, ChooseHome), _back(OpenAbout())])


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
