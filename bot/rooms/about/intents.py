"""What people tell of themselves, and take back."""

from typing import Literal

from bot.ui import Intent

Role = Literal["pupil", "parent", "none"]
Grade = Literal[5, 6, 7, 8, 9, 10, 11]
Taken = Literal["grade", "region", "direction"]


class OpenAbout(Intent, code="about"):
    """What did I tell of myself?"""


class TellRole(Intent, code="iam", act=True):
    """I am a pupil, or a parent; or I take back that I said so."""

    role: Role


class ChooseGrade(Intent, code="mygrades"):
    """In which grade am I?"""


class TellGrade(Intent, code="mygrade", act=True):
    """I am in this grade."""

    grade: Grade


class ChooseHome(Intent, code="myregions"):
    """In which region do I live?"""

    page: int = 1


class TellHome(Intent, code="myregion", act=True):
    """I live in this region."""

    region: str


class TakeBack(Intent, code="takeback", act=True):
    """Forget my grade, my region, or where my test points."""

    what: Taken
