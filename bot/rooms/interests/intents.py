"""What people ask and answer in the interest test."""

from typing import Literal

from bot.ui import Intent

Rated = Literal[0, 1, 2, 3, 4, 5]  # 0: I do not know what this is
Part = Literal["why", "sure", "what", "games"]
Chapter = Literal["asked", "scored", "limits", "sources"]
Side = Literal["one", "other"]


class OpenInterests(Intent, code="test"):
    """What draws me? Begin, go on, or look at earlier results."""


class ReadMethod(Intent, code="method"):
    """How does this work? What is asked, how it is scored, what it cannot do, where from."""

    chapter: Chapter = "asked"


class BeginInterests(Intent, code="testnew", act=True):
    """Begin anew."""


class BeginYoung(Intent, code="young", act=True):
    """Begin the test for grades 5-7."""


class AskNext(Intent, code="ask"):
    """The next question of this attempt."""

    attempt: int


class AskAgain(Intent, code="askagain"):
    """The question before, to answer it otherwise."""

    attempt: int
    position: int


class Rate(Intent, code="rate", act=True):
    """How I like this activity."""

    attempt: int
    item: str
    value: Rated


class PickSide(Intent, code="side", act=True):
    """Of these two I would rather do this one."""

    attempt: int
    pair: str
    side: Side


class PickBest(Intent, code="best", act=True):
    """This card draws me most."""

    attempt: int
    number: int
    card: str


class PickWorst(Intent, code="worst", act=True):
    """This card draws me least."""

    attempt: int
    number: int
    card: str


class PickAgain(Intent, code="repick", act=True):
    """Another card of this set draws me most."""

    attempt: int
    number: int


class AskMore(Intent, code="more", act=True):
    """Ask me everything: all questions there are."""

    attempt: int


class OpenResult(Intent, code="result"):
    """What came of it."""

    attempt: int
    page: int = 1


class ReadResult(Intent, code="because"):
    """Why these, how sure, what it is and is not."""

    attempt: int
    part: Part
    page: int = 1


class ShowRadar(Intent, code="radar"):
    """The result as a picture."""

    attempt: int


class SuggestMissions(Intent, code="tryit"):
    """On which shifts can I try what suits me?"""

    attempt: int


class TellResult(Intent, code="tell"):
    """The result as a message of its own, to send on if I like."""

    attempt: int


class OpenValues(Intent, code="values"):
    """What matters to me about work, and what to ask about it."""

    attempt: int


class PickValue(Intent, code="matter", act=True):
    """This matters to me."""

    attempt: int
    value: str


class DropValue(Intent, code="nomatter", act=True):
    """This matters to me no longer."""

    attempt: int
    value: str


class OpenHistory(Intent, code="tests"):
    """My earlier results, and what moved."""

    page: int = 1
