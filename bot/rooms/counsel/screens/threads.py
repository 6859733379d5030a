"""Lists of questions, one of them, and the words to answer it with."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.counsel.intents import (
    AskSilence,
    ChooseColleague,
    ChooseLabel,
    ChooseReady,
    OpenInbox,
    OpenQuestion,
    OpenReady,
    ReleaseQuestion,
    SayReply,
    SendReady,
    TakeQuestion,
    Which,
    WriteReply,
)
from bot.rooms.home.intents import GoHome
from bot.rooms.matters.intents import AnswerAll, ChooseVoice, OpenMatters
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Ready

HOME = Button("home", GoHome())
LINES = 3  # messages of a thread on a page


@dataclass(frozen=True)
class Asked:
    """A question as the staff knows it: a number for its asker, and what they told of themselves.

    `stage` is sent, read, answered or closed; `label` what somebody of the staff called it;
    `gathered` says that it is of a kind others may ask, too.
    """

    number: int
    alias: int
    role: str
    grade: int | None
    language: str
    stage: str
    begins: str
    due: str
    urgent: bool
    label: str
    school: str = ""
    gathered: bool = False


@dataclass(frozen=True)
class Said:
    """A message of a thread: the asker's, or of the staff; and what was hidden in it."""

    staff: bool
    words: str
    when: str
    flags: Sequence[str]
    report: str = ""


def inbox(which: Which, shown: Page[Asked], first: int, pool: int) -> Screen:
    """The questions of a list, numbered."""
    doors = [
        Button("number", OpenQuestion(one.number), facts={"number": first + at})
        for at, one in enumerate(shown.things)
    ]
    lists = [
        Button("in-mine", OpenInbox("mine")) if which != "mine" else None,
        Button("in-pool", OpenInbox("pool"), facts={"many": pool}) if which != "pool" else None,
        Button("in-done", OpenInbox("done")) if which != "done" else None,
    ]
    turn = turner(shown, lambda page: OpenInbox(which, page))
    rows = [doors, turn, [one for one in lists if one], [Button("matters", OpenMatters())], [HOME]]
    facts = {"which": which, "found": shown.things, "first": first, "total": shown.total}
    return Screen("counsel/inbox", facts, rows, secret=True, long=True)


def question(one: Asked, shown: Page[Said], *, pooled: bool, hidden: Sequence[str] = ()) -> Screen:
    """One question with what was said to it; `hidden` was struck out of the newest answer."""
    turn = turner(shown, lambda page: OpenQuestion(one.number, page))
    rows = [turn, *(_free(one) if pooled else _mine(one)), _back(OpenInbox())]
    facts = {"one": one, "said": shown.things, "pooled": pooled, "hidden": hidden}
    return Screen("counsel/question", facts, rows, secret=True, long=True)


def _free(one: Asked) -> list[list[Button]]:
    return [[Button("in-take", TakeQuestion(one.number))]]


def _mine(one: Asked) -> list[list[Button]]:
    return [
        [Button("in-answer", WriteReply(one.number))],
        [Button("in-ready", ChooseReady(one.number)), Button("in-label", ChooseLabel(one.number))],
        [
            Button("in-pass", ChooseColleague(one.number)),
            Button("in-free", ReleaseQuestion(one.number)),
        ],
        [Button("in-silence", AskSilence(one.number))],
        *(_onward(one) if one.stage == "answered" else []),
    ]


def _onward(one: Asked) -> list[list[Button]]:
    """What may become of an answer: one for all who ask the same, or a voice."""
    everybody = [Button("in-all", AnswerAll(one.number))] if one.gathered else []
    return [everybody, [Button("in-voice", ChooseVoice(one.number))]]


def write(one: Asked, words: str, wrong: str, most: int) -> Screen:
    """What was asked, and the place to answer it: the next typed words."""
    facts = {"one": one, "words": words, "wrong": wrong, "most": most}
    rows = [[Button("in-ready-wide", ChooseReady(one.number))], _back(OpenQuestion(one.number))]
    return Screen("counsel/write", facts, rows, awaits=SayReply(one.number), secret=True, long=True)


def ready(one: Asked, shown: Page[Ready]) -> Screen:
    """Answers that are ready."""
    doors = [[Button(each.label, OpenReady(one.number, each.slug))] for each in shown.things]
    turn = turner(shown, lambda page: ChooseReady(one.number, page))
    rows = [*doors, turn, _back(OpenQuestion(one.number))]
    return Screen("counsel/ready", {"one": one}, rows)


def seen(one: Asked, ready: Ready, words: str) -> Screen:
    """A ready answer, in the language of who asked."""
    rows = [
        [Button("in-send", SendReady(one.number, ready.slug))],
        _back(ChooseReady(one.number)),
    ]
    return Screen("counsel/seen", {"one": one, "words": words}, rows, long=True)


# --- what comes by itself ---


def letter(kind: str, one: Asked, words: str, flags: Sequence[str]) -> Screen:
    """A question that comes to a counselor, comes again, or waits in the pool."""
    if kind == "pooled":
        rows = [[Button("in-look", OpenQuestion(one.number))]]
        return Screen("counsel/pooled", {"one": one}, rows)
    rows = [
        [Button("in-answer", WriteReply(one.number))],
        [Button("in-ready-wide", ChooseReady(one.number))],
        [Button("in-open", OpenQuestion(one.number))],
    ]
    facts = {"one": one, "words": words, "flags": flags, "again": kind == "reminder"}
    return Screen("counsel/letter", facts, rows, long=True)


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
