"""Asking a counselor, as the one who asks sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rooms.asking.intents import (
    AskMore,
    AskReport,
    CloseThread,
    DropQuestion,
    OpenAsk,
    OpenAsked,
    OpenThread,
    ReportAnswer,
    SayMore,
    SendQuestion,
    Why,
    WriteQuestion,
)
from bot.rooms.care.intents import OpenCare
from bot.rooms.family.intents import OpenLinks
from bot.rooms.home.intents import GoHome, OpenHelp
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.kinds import Text

HOME = Button("home", GoHome())
LINES = 3  # messages of a thread on a page


@dataclass(frozen=True)
class To:
    """Who will get it: the counselor of a school, those of a region, or whoever of them is free."""

    school: str = ""
    region: Text | None = None


@dataclass(frozen=True)
class Draft:
    """A question as a counselor will see it; `flags` are the kinds of things that were hidden."""

    number: int
    words: str
    flags: Sequence[str]
    role: str
    grade: int | None
    to: To


@dataclass(frozen=True)
class Said:
    """A message of a thread: `mine`, or the counselor's."""

    number: int
    mine: bool
    words: str
    when: str
    reported: bool = False


@dataclass(frozen=True)
class Sent:
    """A question that was sent: how it stands, its first words, and by when it is answered."""

    number: int
    stage: str
    begins: str
    when: str
    due: str
    alias: int
    to: To


def ask(left: int, again: str, silent: str, reason: str, *, wrong: str = "", most: int) -> Screen:
    """What it means to ask; the next typed words are the question.

    `left` questions may be asked today, or the next one `again` at that hour; `silent` says until
    when they may not write to counselors at all, and `reason` why; `wrong` is long or empty.
    """
    facts = {
        "left": left, "again": again, "silent": silent, "reason": reason,
        "wrong": wrong, "most": most,
    }  # fmt: skip
    rows = [
        [Button("my-questions", OpenAsked()), Button("care", OpenCare())],
        [HOME],
    ]
    return Screen("asking/ask", facts, rows, awaits=WriteQuestion(), long=True)


def draft(one: Draft) -> Screen:
    """The question as it will be seen, before it is sent."""
    facts = {"one": one}
    return Screen("asking/draft", facts, [*_send(one.number), [HOME]], long=True, secret=True)


def _send(number: int) -> list[list[Button]]:
    return [
        [Button("send-question", SendQuestion(number))],
        [Button("write-anew", OpenAsk()), Button("drop-question", DropQuestion(number))],
    ]


def parent_first(to: Intent, *, linked: bool) -> Screen:
    """In the younger grades a parent says yes first; then on to what waits for it."""
    rows = [
        [Button("parent-agreed", to)],
        [Button("links", OpenLinks()), Button("care", OpenCare())],
        [HOME],
    ]
    return Screen("asking/parent", {"linked": linked}, rows)


def asked(shown: Page[Sent], first: int) -> Screen:
    """The questions somebody sent, numbered."""
    doors = [
        Button("number", OpenThread(one.number), facts={"number": first + at})
        for at, one in enumerate(shown.things)
    ]
    new: list[Button] = [Button("ask-counselor", OpenAsk())]
    rows = [doors, turner(shown, OpenAsked), new, _back(OpenHelp())]
    facts = {"found": shown.things, "first": first}
    return Screen("asking/asked", facts, rows, secret=True, long=True)


def thread(one: Sent, shown: Page[Said]) -> Screen:
    """A question with what was said to it."""
    turn = turner(shown, lambda page: OpenThread(one.number, page))
    more = [Button("write-more", AskMore(one.number))]
    done = [Button("thank-you", CloseThread(one.number))] if one.stage == "answered" else []
    bad = next(
        (each for each in reversed(shown.things) if not each.mine and not each.reported), None
    )
    report = [Button("report-answer", AskReport(bad.number))] if bad else []
    rows = [turn, more, done, report, _back(OpenAsked())]
    facts = {"one": one, "said": shown.things}
    return Screen("asking/thread", facts, rows, secret=True, long=True)


def more(one: Sent, wrong: str, most: int) -> Screen:
    """More to write to a question; the next typed words are added to it."""
    facts = {"one": one, "wrong": wrong, "most": most}
    rows = [_back(OpenThread(one.number))]
    return Screen("asking/more", facts, rows, awaits=SayMore(one.number), secret=True)


def report(line: int, number: int) -> Screen:
    """What is wrong with an answer."""
    reasons: list[Why] = ["rude", "wrong", "private", "other"]
    each = [[Button(f"report-{why}", ReportAnswer(line, why))] for why in reasons]
    return Screen("asking/report", {}, [*each, _back(OpenThread(number))])


# --- what comes by itself ---


def reply(words: str, flags: Sequence[str], to: To, line: int, number: int) -> Screen:
    """A counselor's answer, as it comes."""
    rows = [
        [Button("write-more", AskMore(number))],
        [Button("thank-you", CloseThread(number))],
        [Button("report-answer", AskReport(line))],
        [Button("my-questions", OpenAsked()), HOME],
    ]
    facts = {"words": words, "flags": flags, "to": to}
    return Screen("asking/reply", facts, rows, long=True)


def silenced(until: str, reason: str) -> Screen:
    """Until when one may not write to counselors, and why; help is there all the same."""
    rows = [[Button("care", OpenCare())], [Button("my-questions", OpenAsked()), HOME]]
    return Screen("asking/silenced", {"until": until, "reason": reason}, rows)


def _back(to: Intent) -> list[Button]:
    return [Button("back", to), HOME]
