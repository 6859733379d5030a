"""What counselors ask about their classes, and everybody about those they join."""

from typing import Literal

from bot.ui import Intent

As = Literal["pupil", "parent"]
Nickname = Literal["leopard", "eagle", "horse", "saiga", "falcon", "swallow", "deer", "swan"]


class OpenClasses(Intent, code="classes"):
    """Which classes do I lead?"""

    page: int = 1


class NewClass(Intent, code="newclass"):
    """A new class: of which grade?"""


class NameClass(Intent, code="nameclass"):
    """A new class of this grade (0: of several): what is it called?"""

    grade: int


class MakeClass(Intent, code="makeclass", act=True):
    """These words are its name: make the class."""

    grade: int


class OpenLed(Intent, code="led"):
    """A class I lead: its code, and how many joined."""

    number: int


class ShowInvite(Intent, code="classqr"):
    """A square code by which a class is joined."""

    number: int


class OpenPicture(Intent, code="classpic"):
    """What did the pupils of my class try, in numbers?"""

    number: int


class ChooseNickname(Intent, code="nicknames"):
    """Under which nickname does my class take part in the league?"""

    number: int


class TakeNickname(Intent, code="nickname", act=True):
    """Let it take part under this one."""

    number: int
    nickname: Nickname


class LeaveLeague(Intent, code="noleague", act=True):
    """Let it take part no more."""

    number: int


class AskClose(Intent, code="askclose"):
    """Shall this class really be closed?"""

    number: int


class CloseClass(Intent, code="closeclass", act=True):
    """Let nobody join any more, and let everybody in it go."""

    number: int


# --- everybody ---


class OpenJoined(Intent, code="joined"):
    """Which classes am I in? Let me join one more."""


class TypeCode(Intent, code="typecode", act=True):
    """These words are the code of a class."""


class OpenClass(Intent, code="class", link="c"):
    """What is this class, and who will see what of me there?"""

    sign: str


class JoinClass(Intent, code="join", act=True):
    """I am in this class, as a pupil or as a parent."""

    sign: str
    role: As


class LeaveClass(Intent, code="leave", act=True):
    """I am in this class no more."""

    number: int


class OpenLeague(Intent, code="league"):
    """How does my class stand in the league?"""

    number: int


class PlayLeague(Intent, code="playleague", act=True):
    """Let what I solve count for my class."""

    number: int


class StopLeague(Intent, code="noplay", act=True):
    """Let it count no more."""

    number: int
