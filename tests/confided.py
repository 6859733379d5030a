"""Confided: the screens of privacy, each after what led to it."""

from collections.abc import Callable
from dataclasses import replace

from bot.rooms.classes import intents as group
from bot.rooms.privacy import intents as mine
from bot.rooms.privacy.screens import SUBJECTS
from bot.turn import Turn
from bot.ui import Intent, Screen
from db import classes, people
from tests.crew import asked
from tests.wire import NOON

Story = Callable[[Turn], Screen]
CODE = "AC34E7"
COUNSELOR = 4


def _joined(turn: Turn) -> Turn:
    """Somebody who joined two classes and left one of them; both called by a number."""
    for code, name in ((CODE, "9"), ("AC34E9", "7")):
        classes.open_class(turn.session, COUNSELOR, None, name, 9, [code], NOON)
        asked(group.JoinClass(code, "pupil"), turn)
    asked(group.LeaveClass(2), turn)
    people.save(turn.session, turn.person, "professions/welder", NOON)
    return turn


def confided(intent: Intent) -> Story:
    """What somebody sees who agreed to something."""
    return lambda turn: asked(intent, _joined(turn))


def of_staff(intent: Intent) -> Story:
    """What one of the staff sees."""
    return lambda turn: asked(intent, replace(turn, person=replace(turn.person, staff="admin")))


STORIES: dict[str, Story] = {
    "privacy, privacy": lambda turn: asked(mine.OpenPrivacy(), turn),
    "privacy, subjects": lambda turn: asked(mine.OpenSubjects(), turn),
    **{
        f"privacy, kept, {each}": lambda turn, each=each: asked(mine.OpenSubject(each), turn)  # type: ignore[misc]
        for each in SUBJECTS
    },
    "privacy, consents": confided(mine.OpenConsents()),
    "privacy, consents, none": lambda turn: asked(mine.OpenConsents(), turn),
    "privacy, receipt": confided(mine.OpenReceipt(1)),
    "privacy, receipt, taken back": confided(mine.TakeBackConsent(1)),
    "privacy, mine": confided(mine.OpenMine()),
    "privacy, sent": lambda turn: asked(mine.SendMine(), turn),
    "privacy, forget": lambda turn: asked(mine.AskForget(), turn),
    "privacy, forget, staff": of_staff(mine.AskForget()),
    "privacy, forgotten": lambda turn: asked(mine.ForgetMe(), turn),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions these stories ask."""
    return {one for one in Intent._by_code.values() if one.__module__.startswith("bot.rooms.priv")}
