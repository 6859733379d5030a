"""What people ask when they want to show something to others."""

from typing import Literal

from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.missions.intents import OpenMission
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.ui import Intent

Nearby = Literal["colleges", "employers"]
Located = Literal["colleges", "employers"]
Shared = Literal["professions", "colleges", "employers", "programmes", "missions"]


class OpenShare(Intent, code="share"):
    """How can I show this to somebody?"""

    kind: Shared
    slug: str


class ShowCard(Intent, code="pic"):
    """A profession as a picture to send."""

    profession: str


class ShowCode(Intent, code="qr"):
    """A square code that opens this."""

    kind: Shared
    slug: str


class ShowMap(Intent, code="map"):
    """Where are the colleges and employers of a trade? Asked at the list of one or the other."""

    profession: str
    near: Nearby = "colleges"


class ShowTown(Intent, code="town"):
    """In which town is this college or this employer?"""

    kind: Located
    slug: str


def card_of(kind: Shared, slug: str) -> Intent:
    """The card of a thing."""
    opened = {
        "professions": OpenProfession,
        "colleges": OpenCollege,
        "employers": OpenEmployer,
        "programmes": OpenProgramme,
        "missions": OpenMission,
    }
    return opened[kind](slug)
