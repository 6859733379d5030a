"""What is kept of people, as they see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from bot.rooms.home.intents import GoHome, OpenSettings
from bot.rooms.privacy.intents import (
    AskForget,
    ForgetMe,
    OpenConsents,
    OpenMine,
    OpenPrivacy,
    OpenReceipt,
    OpenSubject,
    OpenSubjects,
    SendMine,
    Subject,
    TakeBackConsent,
)
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner

HOME = Button("home", GoHome())
AT_ONCE = 5  # consents on a page, each with a button of its number
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@dataclass(frozen=True)
class Receipt:
    """A consent: to what, in which words, when it was given, and (empty: not) taken back."""

    number: int
    what: str
    version: int
    given: str
    taken_back: str
    name: str = ""


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]


def privacy() -> Screen:
    """What the bot knows of people, in short, and all one can do about it."""
    rows = [
        [Button("subjects", OpenSubjects())],
        [Button("mine", OpenMine()), Button("consents", OpenConsents())],
        [Button("forget-me", AskForget())],
        _back(OpenSettings()),
    ]
    return Screen("privacy/privacy", {}, rows)


def subjects() -> Screen:
    """Of what to tell."""
    doors = [Button(f"kept-{each}", OpenSubject(each)) for each in SUBJECTS]
    return Screen("privacy/subjects", {}, [*pairs(doors), _back(OpenPrivacy())])


def subject(name: Subject) -> Screen:
    """What is kept of one subject, why, how long, and who sees it."""
    return Screen(f"privacy/kept/{name}", {}, [_back(OpenSubjects())])


def consents(shown: Page[Receipt], first: int) -> Screen:
    """What they agreed to, the newest first."""
    doors = [
        Button("number", OpenReceipt(one.number), facts={"number": at})
        for at, one in enumerate(shown.things, first)
    ]
    rows = [doors, turner(shown, OpenConsents), _back(OpenPrivacy())]
    return Screen("privacy/consents", {"found": shown.things, "first": first}, rows)


def receipt(one: Receipt) -> Screen:
    """One consent, with the very words."""
    undo = [] if one.taken_back else [Button("take-back", TakeBackConsent(one.number))]
    return Screen("privacy/receipt", {"one": one}, [undo, _back(OpenConsents())])


def mine(counts: Mapping[str, int]) -> Screen:
    """How much is kept of them, by subject."""
    rows = [[Button("send-mine", SendMine())], _back(OpenPrivacy())]
    return Screen("privacy/mine", {"counts": counts}, rows)


def sent(person: int) -> Screen:
    """All of it, as a file."""
    picture = f"mydata/json/{person}/-"
    return Screen("privacy/sent", {}, [_back(OpenMine())], picture=picture, fresh=True)


def ask_forget(*, staff: bool) -> Screen:
    """What would go, and whether they mean it."""
    rows = [[Button("forget-yes", ForgetMe())], _back(OpenPrivacy())]
    return Screen("privacy/forget", {"staff": staff}, rows)


def forgotten() -> Screen:
    """Nothing is left."""
    return Screen("privacy/forgotten", {}, [_back(OpenPrivacy())])


def told(counts: Mapping[str, int], of: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """How many rows there are by subject, made of how many there are by table."""
    return {each: sum(counts.get(table, 0) for table in of[each]) for each in SUBJECTS}
