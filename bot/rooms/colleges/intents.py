"""What people ask about colleges."""

from bot.ui import Intent


class OpenColleges(Intent, code="cols"):
    """Which colleges are there?"""


class BrowseColleges(Intent, code="colr"):
    """The colleges of a region."""

    region: str
    page: int = 1


class OpenCollege(Intent, code="col", link="k"):
    """One college."""

    college: str


class CollegeProfessions(Intent, code="colp"):
    """Which trades are near this college?"""

    college: str
    page: int = 1


class AskCollege(Intent, code="colask"):
    """What do the sources not say of it, and what should we ask?"""

    college: str
    page: int = 1


class SaveCollege(Intent, code="savecol", act=True):
    """Keep a college for later."""

    college: str


class ForgetCollege(Intent, code="forgetcol", act=True):
    """Keep it no longer."""

    college: str
