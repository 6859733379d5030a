"""What people ask about professions."""

from typing import Literal

from bot.ui import Intent

TraitGroup = Literal["material", "place", "rhythm", "manner"]
Part = Literal["day", "work", "school", "hard", "learn", "robots"]


class OpenProfessions(Intent, code="profs"):
    """Which professions are there?"""


class OpenWays(Intent, code="ways"):
    """How else can I look through the professions?"""


class OpenRegions(Intent, code="pregs"):
    """Show me professions by region."""


class BrowseDirection(Intent, code="dir"):
    """The professions of a direction."""

    direction: str
    page: int = 1


class BrowseRegion(Intent, code="preg"):
    """The professions with an employer in a region."""

    region: str
    page: int = 1


class OpenSubjects(Intent, code="psubs"):
    """Show me professions by school subject."""


class BrowseSubject(Intent, code="psub"):
    """The professions that use a school subject."""

    subject: str
    page: int = 1


class OpenTraits(Intent, code="traits"):
    """Show me professions by what one works with, where, in what rhythm, or how."""

    group: TraitGroup
    page: int = 1


class BrowseTrait(Intent, code="trait"):
    """The professions that have much of a trait."""

    trait: str
    page: int = 1


class OpenAlike(Intent, code="alike"):
    """Which professions are like this one, but different in something?"""

    profession: str


class OpenProfession(Intent, code="prof", link="p"):
    """One profession."""

    profession: str


class ReadProfession(Intent, code="read"):
    """One page of a profession's card."""

    profession: str
    part: Part


class ProfessionEmployers(Intent, code="pemp"):
    """Who, in our sources, has a place for this trade, anywhere or in a region?"""

    profession: str
    page: int = 1
    region: str = ""


class ProfessionColleges(Intent, code="pcol"):
    """Which colleges are near this trade, anywhere or in a region?"""

    profession: str
    page: int = 1
    region: str = ""


class Surprise(Intent, code="one", act=True):
    """Show me any profession."""


class SaveProfession(Intent, code="save", act=True):
    """Keep a profession for later."""

    profession: str


class ForgetProfession(Intent, code="forget", act=True):
    """Keep it no longer."""

    profession: str
