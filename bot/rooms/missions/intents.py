"""What people ask and do on a shift, in their journal, and at home."""

from typing import Literal

from bot.ui import Intent
from content.shifts import Setting

Prompt = Literal["day", "please", "annoy"]


class OpenMissions(Intent, code="missions"):
    """Which shifts at a workplace can I play?"""

    page: int = 1


class BrowseMissions(Intent, code="mset"):
    """The shifts of a setting."""

    setting: Setting


class MissionsOf(Intent, code="mprof"):
    """The shifts on which a profession is seen."""

    profession: str


class OpenMission(Intent, code="mission", link="m"):
    """One shift: where it is, and what is at stake."""

    mission: str


class BeginMission(Intent, code="shift", act=True):
    """Let me play this shift, from its beginning."""

    mission: str


class OpenShift(Intent, code="scene"):
    """Where am I on this shift?"""

    run: int


class Choose(Intent, code="do", act=True):
    """In this scene I do this."""

    run: int
    scene: str
    number: int


class TypeChoice(Intent, code="dotype", act=True):
    """These words are what I do now."""

    run: int


class OpenLearned(Intent, code="learned"):
    """What did this shift show, and what did I like?"""

    run: int


class Like(Intent, code="like", act=True):
    """This is what I liked most."""

    run: int
    number: int


class Imagine(Intent, code="imagine"):
    """Let me write what I would do there, what would please and what would annoy me."""

    run: int
    prompt: Prompt


class WriteEntry(Intent, code="entry", act=True):
    """These words are my answer to this question."""

    run: int
    prompt: Prompt


class OpenJournal(Intent, code="journal"):
    """What did I write?"""

    page: int = 1


class OpenEntry(Intent, code="jentry"):
    """What did I write after this shift?"""

    run: int


class AskDrop(Intent, code="jask"):
    """I want to delete what I wrote after a shift, or all of it (0)."""

    run: int


class DropEntry(Intent, code="jdrop", act=True):
    """Delete what I wrote after a shift, or all of it (0)."""

    run: int


class ExportJournal(Intent, code="jtext"):
    """My journal as a text to keep."""

    page: int = 1


class OpenTried(Intent, code="tried"):
    """What have I tried: shifts, tasks, tests, days I imagined?"""


class OpenPlayed(Intent, code="played"):
    """Which shifts did I play, and what did I like there?"""


class OpenGames(Intent, code="games"):
    """Which professions can be played at home with a child?"""

    page: int = 1


class OpenGame(Intent, code="game"):
    """One game."""

    game: str


class PlayGame(Intent, code="play"):
    """How is this game played?"""

    game: str
