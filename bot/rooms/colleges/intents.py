"""What people ask about colleges."""

from bot.ui import Intent


class OpenColleges(Intent, code="cols"):
    """Which colleges are there?"""


class BrowseColleges(Intent, code="colr"):
    """The colleges of a region, or of one of its towns."""

    region: str
    page: int = 1
    town: str = ""


class CollegeDirections(Intent, code="coldirs"):
    """I know what I want to learn: in which direction is it?"""


class CollegeTrades(Intent, code="colts"):
    """I know what I want to learn: which trade is it?"""

    direction: str
    page: int = 1


class CollegesDual(Intent, code="coldual"):
    """Which colleges train dually?"""


class CollegesAfter(Intent, code="colafter"):
    """Which colleges take pupils after grade 9, and after grade 11?"""


class CollegesNear(Intent, code="colnear"):
    """How do I find the nearest?"""


class ShareSpot(Intent, code="spot", act=True):
    """I am here: which colleges are near?"""


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
