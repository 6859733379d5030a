"""What a child, a parent and a counselor ask of one another; each step is the child's to take."""

from typing import Literal

from bot.ui import Intent

Thing = Literal["result", "tried", "saved"]
Seen = Literal["result", "tried", "tasks", "saved"]
Guessed = Literal[0, 1, 2, 3, 4, 5]  # 0: I do not know


class OpenLinks(Intent, code="links"):
    """Who is linked to me, since when, and what do they see?"""


# --- the code, and two who agree ---


class MakeCode(Intent, code="linkcode", act=True):
    """A code by which a parent of mine may ask to be linked."""


class DropCode(Intent, code="nocode", act=True):
    """Let my code be good no more."""


class EnterCode(Intent, code="entercode"):
    """I am a parent: let me type my child's code."""


class TypeChildCode(Intent, code="childcode", act=True):
    """These words are my child's code."""


class OpenOffer(Intent, code="offer", link="f", act=True):
    """Whom does this code link me to, and to what do I agree? An act: a secret is no place."""

    sign: str


class AskChild(Intent, code="askchild", act=True):
    """I am the parent and agree: ask my child."""

    sign: str


class OpenLink(Intent, code="kin"):
    """This link: what is seen, and how it ends. Before it is agreed to: the words to agree to."""

    number: int


class AgreeToLink(Intent, code="kinyes", act=True):
    """I am the child and agree to be linked."""

    number: int


class EndLink(Intent, code="kinend", act=True):
    """We are linked no more, or never shall be."""

    number: int


class OpenEnded(Intent, code="kinover"):
    """A link has ended: what does that mean?"""


# --- what a child lets a parent see ---


class ShowThing(Intent, code="kinshow", act=True):
    """Let this parent see what I tried, or what I saved."""

    number: int
    what: Thing


class HideThing(Intent, code="kinhide", act=True):
    """Let this parent see it no longer."""

    number: int
    what: Thing


class ShowResult(Intent, code="kinresult", act=True):
    """Let this parent see this result (0: my newest)."""

    number: int
    attempt: int


class SeeThing(Intent, code="kinsee"):
    """What does my child let me see?"""

    number: int
    what: Seen


class AllowGiving(Intent, code="kinallow", act=True):
    """My child may take a result to the counselor."""

    number: int


class ForbidGiving(Intent, code="kinforbid", act=True):
    """My child may take no result to the counselor any more."""

    number: int


# --- what to talk about ---


class OpenGap(Intent, code="gap"):
    """How well does a parent know what draws a child? Guess, wait, or see on what we differ."""

    number: int


class BeginGap(Intent, code="gapbegin", act=True):
    """I agree: let my parent guess."""

    number: int


class DropGap(Intent, code="gapdrop", act=True):
    """Let it be: nobody guesses."""

    number: int


class MakeGuess(Intent, code="guess", act=True):
    """I think my child answered this."""

    round: int
    item: str
    value: Guessed


class GuessAgain(Intent, code="guessagain"):
    """The question before, to guess otherwise."""

    round: int
    position: int


class OpenTalk(Intent, code="talk"):
    """A question to talk about at home."""

    number: int = 0


class WantWeekly(Intent, code="weekly", act=True):
    """Send me such a question once a week."""


class StopWeekly(Intent, code="noweekly", act=True):
    """Send me no more of them."""


# --- a result for the counselor ---


class OpenGiving(Intent, code="giving"):
    """To whom can I show this result (0: my newest), and who sees one now?"""

    attempt: int = 0


class AskGive(Intent, code="givewhat"):
    """What does the counselor of this class see, and for how long?"""

    attempt: int
    number: int


class GiveResult(Intent, code="giveit", act=True):
    """I agree: the counselor of this class may see this result for thirty days."""

    attempt: int
    number: int


class TakeResultBack(Intent, code="giveback", act=True):
    """The counselor may see it no longer."""


class OpenLooks(Intent, code="looks"):
    """Who looked at my result, and when?"""


# --- the counselor ---


class OpenResults(Intent, code="results"):
    """Which results were given to this class's counselor?"""

    number: int
    page: int = 1


class SeeResult(Intent, code="seeresult"):
    """One of these results."""

    number: int
