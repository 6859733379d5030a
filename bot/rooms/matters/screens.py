"""Matters and contributions, as the staff sees them while they are made, and as everybody does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rooms.asking.intents import OpenAsk
from bot.rooms.counsel.intents import OpenInbox, OpenQuestion
from bot.rooms.home.intents import GoHome
from bot.rooms.matters.intents import (
    AnswerMatter,
    AskWithdraw,
    ChooseVoice,
    ConfirmPublish,
    MakeVoice,
    OpenMatter,
    OpenMatters,
    OpenWriting,
    Part,
    Publish,
    SayPart,
    Withdraw,
    WritePart,
)
from bot.rooms.voices.intents import OpenVoices
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Employer
from content.kinds import Text

HOME = Button("home", GoHome())
FEWEST = 5  # of a group that is counted: fewer are told as "a few"


@dataclass(frozen=True)
class Told:
    """A matter in words: a topic, and the thing or the place it is about, if any."""

    number: int
    topic: Text
    about: Text | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Way:
    """The card of a thing: what stands on its button, and what that asks."""

    label: Text
    intent: Intent


@dataclass(frozen=True)
class Shown:
    """A contribution: `about` is its matter in words, or the enterprise whose voice it is.

    `link` is its source where that is a link; `ends` and `made` are days; `card` is the way to
    what it is about.
    """

    number: int
    voice: bool
    about: Text | None
    topic: Text | None
    words: str
    speaker: str
    source: str
    link: str
    role: str
    region: Text | None
    made: str
    ends: str
    stage: str
    card: Way | None = None


def guarded(counts: Mapping[str, int]) -> Mapping[str, int]:
    """How many asked, by role; -1 is fewer than five."""
    named = {role or "pupil": 0 for role in ("pupil", "parent")}
    for role, many in counts.items():
        named[role or "pupil"] += many
    return {role: -1 if 0 < many < FEWEST else many for role, many in named.items()}


def matters(shown: Page[Told], first: int) -> Screen:
    """What nobody could answer, the most asked first."""
    doors = [
        Button("number", OpenMatter(one.number), facts={"number": first + at})
        for at, one in enumerate(shown.things)
    ]
    rows = [doors, turner(shown, OpenMatters), _back(OpenInbox())]
    facts = {"found": shown.things, "first": first, "total": shown.total}
    return Screen("matters/matters", facts, rows)


def matter(one: Told, *, waits: int, mine: bool) -> Screen:
    """One of them; `waits` is an answer that needs a second person, `mine` says whose it is."""
    answer = [Button("matter-answer", AnswerMatter(one.number))] if not waits else []
    confirm = [Button("matter-see", OpenWriting(waits))] if waits else []
    facts = {"one": one, "waits": bool(waits), "mine": mine}
    return Screen("matters/matter", facts, [answer, confirm, _back(OpenMatters())])


def voices(number: int, shown: Page[Employer]) -> Screen:
    """Whose voice it is."""
    doors = [[Button(each.label, MakeVoice(number, each.slug))] for each in shown.things]
    turn = turner(shown, lambda page: ChooseVoice(number, page))
    return Screen("matters/voices", {}, [*doors, turn, _back(OpenQuestion(number))])


def writing(one: Shown, missing: Sequence[str], reach: int, *, mine: bool, back: Intent) -> Screen:
    """A contribution as it is being made, what it lacks, and how many will be told."""
    parts: list[Part] = ["words", "speaker", "ends"] if one.voice else ["words", "source", "ends"]
    each = [Button(f"part-{part}", WritePart(one.number, part)) for part in parts]
    write = [each[:2], each[2:]] if mine and one.stage == "draft" else []
    facts = {"one": one, "missing": missing, "reach": _few(reach), "mine": mine}
    rows = [*write, _forward(one, missing, mine=mine), _back(back)]
    return Screen("matters/writing", facts, rows, long=True)


def _forward(one: Shown, missing: Sequence[str], *, mine: bool) -> list[Button]:
    if one.stage == "waiting" and not mine:
        return [Button("matter-confirm", ConfirmPublish(one.number))]
    if one.stage == "draft" and mine and not missing:
        return [Button("matter-publish", Publish(one.number))]
    if one.stage == "published":
        return [Button("matter-back", AskWithdraw(one.number))]
    return []


def _few(many: int) -> int:
    return -1 if 0 < many < FEWEST else many


def write(one: Shown, part: Part, wrong: str, most: int) -> Screen:
    """The next typed words are this part of it."""
    facts = {"one": one, "part": part, "wrong": wrong, "most": most}
    rows = [_back(OpenWriting(one.number))]
    return Screen("matters/write", facts, rows, awaits=SayPart(one.number, part), long=True)


def ask_withdraw(one: Shown) -> Screen:
    """Really?"""
    rows = [[Button("matter-back-yes", Withdraw(one.number))], _back(OpenWriting(one.number))]
    return Screen("matters/withdraw", {"one": one}, rows)


# --- everybody ---


def contribution(one: Shown, *, own: bool, asked: bool = False) -> Screen:
    """What a counselor found out, marked as such, with its source and its last day.

    `own` says that whoever looks may take it back, `asked` that it comes to one who asked.
    """
    card = [Button(one.card.label, one.card.intent)] if one.card else []
    link = [Button("matter-source", url=one.link)] if one.link else []
    manage = [Button("matter-manage", OpenWriting(one.number))] if own else []
    ask = [] if one.voice or own else [Button("ask-counselor", OpenAsk())]
    out = [Button("voices", OpenVoices()), HOME] if one.voice else [HOME]
    facts = {"one": one, "asked": asked}
    return Screen("matters/contribution", facts, [link, card, ask, manage, out], long=True)


def expired() -> Screen:
    """It is shown no more."""
    return Screen("matters/expired", {}, [[HOME]])


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
