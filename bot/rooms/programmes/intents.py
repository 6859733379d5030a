"""What people ask about programmes."""

from typing import Literal

from bot.ui import Intent

Part = Literal["who", "how", "more"]


class OpenProgrammes(Intent, code="progs"):
    """Which programmes, mechanisms and championships are there?"""


class BrowseProgrammes(Intent, code="progk"):
    """The programmes of one kind."""

    kind: str
    page: int = 1


class OpenProgramme(Intent, code="prog", link="g"):
    """One programme."""

    programme: str


class ReadProgramme(Intent, code="progr"):
    """Who can take part in it, how one joins, or what else is known."""

    programme: str
    part: Part
    page: int = 1


class SaveProgramme(Intent, code="saveprog", act=True):
    """Keep a programme for later."""

    programme: str


class ForgetProgramme(Intent, code="forgetprog", act=True):
    """Keep it no longer."""

    programme: str
