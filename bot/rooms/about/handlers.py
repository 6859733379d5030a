"""About me: keep what somebody tells, forget what they take back, and show it."""

from bot.rooms.about import screens
from bot.rooms.about.intents import (
    ChooseGrade,
    ChooseHome,
    OpenAbout,
    TakeBack,
    TellGrade,
    TellHome,
    TellRole,
)
from bot.rooms.about.screens import Told
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.catalogue import Gone, Term
from content.kinds import Text
from db import people


def about(intent: OpenAbout, turn: Turn) -> Screen:
    """What is known of them."""
    role, grade, region = people.told_of(turn.session, turn.person)
    direction = people.direction_of(turn.session, turn.person)
    return screens.about(Told(role, grade, _region(region, turn), _direction(direction, turn)))


def _region(slug: str, turn: Turn) -> Text | None:
    """Its name; the slug, where it is no longer told of: what is kept is shown."""
    try:
        return turn.catalogue.region(slug).name if slug else None
    except Gone:
        return Text(kk=slug, ru=slug, en=slug)


def _direction(slug: str, turn: Turn) -> Text | None:
    try:
        return turn.catalogue.one("directions", slug, Term).name if slug else None
    except Gone:
        return Text(kk=slug, ru=slug, en=slug)


def tell_role(intent: TellRole, turn: Turn) -> Intent:
    """They are a pupil, or a parent, or do not say."""
    role = "" if intent.role == "none" else intent.role
    people.introduce(turn.session, turn.person, role=role)
    return OpenAbout()


def grades(intent: ChooseGrade, turn: Turn) -> Screen:
    """In which grade they are."""
    return screens.grades()


def tell_grade(intent: TellGrade, turn: Turn) -> Intent:
    """They are in this grade."""
    people.introduce(turn.session, turn.person, grade=intent.grade)
    return OpenAbout()


def regions(intent: ChooseHome, turn: Turn) -> Screen:
    """In which region they live."""
    return screens.regions(page(turn.catalogue.regions, intent.page, size=5))


def tell_home(intent: TellHome, turn: Turn) -> Intent:
    """They live in this region."""
    region = turn.catalogue.region(intent.region)
    people.introduce(turn.session, turn.person, region=region.slug)
    return OpenAbout()


def take_back(intent: TakeBack, turn: Turn) -> Intent:
    """Forget what they told."""
    nothing = None if intent.what == "grade" else ""
    people.introduce(turn.session, turn.person, **{intent.what: nothing})
    return OpenAbout()
