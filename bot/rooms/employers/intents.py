"""What people ask about employers."""

from bot.ui import Intent


class OpenEmployers(Intent, code="emps"):
    """Which employers do the articles name?"""


class BrowseEmployers(Intent, code="empr"):
    """The employers of a region."""

    region: str
    page: int = 1


class BrowseRole(Intent, code="role"):
    """The employers that do this for students."""

    role: str
    page: int = 1


class OpenEmployer(Intent, code="emp", link="w"):
    """One employer."""

    employer: str


class EmployerProfessions(Intent, code="empp"):
    """Which trades are at home there?"""

    employer: str
    page: int = 1


class SaveEmployer(Intent, code="saveemp", act=True):
    """Keep a employer for later."""

    employer: str


class ForgetEmployer(Intent, code="forgetemp", act=True):
    """Keep it no longer."""

    employer: str
