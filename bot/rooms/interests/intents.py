"""What people ask and answer in the interest test."""

from typing import Literal

from bot.ui import Intent

Value = Literal[0, 1, 2, 3, 4, 5]  # 0: I do not know what this is
Part = Literal["why", "sure", "what"]


class OpenInterests(Intent, code="test"):
    """What draws me? Begin, go on, or look at earlier results."""


class BeginInterests(Intent, code="testnew", act=True):
    """Begin anew."""


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
    value: Value


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


class OpenHistory(Intent, code="tests"):
    """My earlier results, and what moved."""

    page: int = 1
