"""What counselors ask about the questions put to them, and admins about how they were answered."""

from typing import Literal

from bot.ui import Intent

Which = Literal["mine", "pool", "done"]
Reason = Literal["insults", "spam", "contacts", "other"]
Days = Literal[1, 7, 30]
Label = Literal["college", "trade", "admission", "money", "home", "family", "health", "other"]


class OpenInbox(Intent, code="inbox"):
    """Which questions wait for me, for anybody, or are answered?"""

    which: Which = "mine"
    page: int = 1


class OpenQuestion(Intent, code="inone"):
    """This question, and what was said to it; page 0 is the newest."""

    number: int
    page: int = 0


class TakeQuestion(Intent, code="intake", act=True):
    """I answer this one."""

    number: int


class ReleaseQuestion(Intent, code="infree", act=True):
    """Let whoever is free answer it."""

    number: int


class WriteReply(Intent, code="inwrite"):
    """Let me answer: the next words go to whoever asked."""

    number: int


class SayReply(Intent, code="insay", act=True):
    """These words are my answer."""

    number: int


class ChooseReady(Intent, code="inready"):
    """Which answers are ready?"""

    number: int
    page: int = 1


class OpenReady(Intent, code="inseen"):
    """How would this ready answer read to them?"""

    number: int
    ready: str


class SendReady(Intent, code="insend", act=True):
    """Answer so."""

    number: int
    ready: str


class ChooseColleague(Intent, code="inpass"):
    """To which colleague shall it be passed on?"""

    number: int
    page: int = 1


class PassTo(Intent, code="inpassto", act=True):
    """Pass it on to this colleague, known by a short word that is nobody's number."""

    number: int
    colleague: str


class ChooseLabel(Intent, code="inlabels"):
    """What is it about, in a word?"""

    number: int


class SetLabel(Intent, code="inlabel", act=True):
    """It is about this."""

    number: int
    label: Label


class AskSilence(Intent, code="inquiet"):
    """Shall whoever asked write to no counselor for a while: why?"""

    number: int


class ChooseDays(Intent, code="inquietd"):
    """And for how long?"""

    number: int
    reason: Reason


class Silence(Intent, code="inquiets", act=True):
    """Let them write to no counselor for so many days."""

    number: int
    reason: Reason
    days: Days


# --- admins ---


class OpenReported(Intent, code="reports"):
    """Which answers were reported, and how are threads looked through?"""

    page: int = 1


class OpenReview(Intent, code="review"):
    """This thread, as somebody else of the staff looks it through; page 0 is the newest."""

    number: int
    page: int = 0


class ReviewAny(Intent, code="reviewany", act=True):
    """Let me look through one of the newest threads, whichever chance gives."""


class MarkReviewed(Intent, code="reviewed", act=True):
    """I have looked through what was reported in it."""

    number: int


class LiftSilence(Intent, code="unquiet", act=True):
    """Let whoever asked this write to counselors again."""

    number: int
