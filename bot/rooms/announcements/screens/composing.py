"""Composing: a draft and its parts, as the counselor who writes it sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from bot.rooms.announcements.intents import (
    AddKey,
    AskDropDraft,
    AskFor,
    AskNothing,
    Attach,
    Detach,
    DropDraft,
    DropKey,
    DropWords,
    NewAnnouncement,
    OpenAnnouncement,
    OpenAnnouncements,
    OpenAsk,
    OpenAttached,
    OpenAudience,
    OpenKeys,
    OpenTopic,
    OpenWaiting,
    OpenWhen,
    OpenWords,
    Preview,
    SendAtOnce,
    SetPaid,
    SetTopic,
    SpeakInstead,
    Topic,
    TypeDue,
    TypeWhen,
    WriteWords,
)
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, pairs, turner
from content.kinds import LANGUAGES, Language, Text

HOME = Button("home", GoHome())
SHORTEST = 22  # letters of a title on a button
MARKS = {
    "draft": "✏️", "waiting": "✋", "scheduled": "⏰", "running": "▶️", "paused": "⏸", "done": "✅",
    "cancelled": "⏹",
}  # fmt: skip


@dataclass(frozen=True)
class Flaw:
    """Why it cannot be sent like this: what is wrong, the piece, and in which language."""

    kind: str
    what: str = ""
    language: str = ""


@dataclass(frozen=True)
class Titled:
    """An announcement in a list."""

    number: int
    title: str
    stage: str


@dataclass(frozen=True)
class Draft:
    """A draft as its page tells of it; `chosen` counts what those who get it are chosen by."""

    number: int
    title: str
    written: tuple[Language, ...]
    fallback: str
    attached: int
    keys: int
    asks: bool
    due: str
    topic: str
    chosen: int
    when: str
    flaws: tuple[Flaw, ...]


def listed(shown: Page[Titled], waiting: int) -> Screen:
    """What a counselor wrote, the newest first."""
    doors = [[_titled(one)] for one in shown.things]
    second = [Button("ann-waiting", OpenWaiting(), facts={"many": waiting})] if waiting else []
    turn = turner(shown, OpenAnnouncements)
    rows = [[Button("ann-new", NewAnnouncement())], second, *doors, turn, [HOME]]
    return Screen("announcements/listed", {"total": shown.total}, rows)


def _titled(one: Titled, to: Intent | None = None) -> Button:
    title = one.title if len(one.title) <= SHORTEST else f"{one.title[:SHORTEST]}…"
    facts = {"mark": MARKS[one.stage], "title": title}
    return Button("ann-titled", to or OpenAnnouncement(one.number), facts=facts)


def waiting(found: Sequence[Titled]) -> Screen:
    """Those a second person has to read."""
    doors = [[_titled(one, Preview(one.number))] for one in found[:6]]
    rows = [*doors, [Button("back", OpenAnnouncements()), HOME]]
    return Screen("announcements/waiting", {"total": len(found)}, rows)


def draft(one: Draft) -> Screen:
    """A draft: what there is of it, what is missing, and the way to each part."""
    number = one.number
    facts = {name: value for name, value in vars(one).items() if name != "number"}
    facts["missing"] = [language for language in LANGUAGES if language not in one.written]
    parts = [
        Button("ann-files", OpenAttached(number)), Button("ann-keys", OpenKeys(number)),
        Button("ann-whom", OpenAudience(number)), Button("ann-topic", OpenTopic(number)),
        Button("ann-ask", OpenAsk(number)), Button("ann-when", OpenWhen(number)),
    ]  # fmt: skip
    rows = [
        [Button(f"ann-words-{language}", OpenWords(number, language)) for language in LANGUAGES],
        *pairs(parts),
        [Button("ann-preview", Preview(number))],
        [Button("ann-drop", AskDropDraft(number))],
        [Button("back", OpenAnnouncements()), HOME],
    ]
    return Screen("announcements/draft", facts, rows, long=bool(one.flaws))


def words(
    number: int,
    language: Language,
    said: str,
    *,
    most: int,
    instead: bool = False,
    flaw: Flaw | None = None,
) -> Screen:
    """What it says in a language; the next typed words are the new ones."""
    facts = {"language": language, "said": Markup(said), "most": most, "flaw": flaw}  # noqa: S704
    other = Button("ann-instead", SpeakInstead(number, language))
    more = [] if instead else [other]
    drop = Button("ann-drop-words", DropWords(number, language))
    rows = [more, [drop]] if said else []
    awaits = WriteWords(number, language)
    shown = [*rows, _out(number)]
    return Screen("announcements/words", facts, shown, awaits=awaits, fresh=bool(flaw), long=True)


def files(number: int, kind: str, many: int, problem: str = "") -> Screen:
    """What goes with it; the next photos and documents go with it too."""
    facts = {"kind": kind, "many": many, "problem": problem}
    drop = [Button("ann-detach", Detach(number))] if many else []
    again = [Button("ann-refresh", OpenAttached(number))] if many else []
    rows = [drop, again, _out(number)]
    return Screen("announcements/files", facts, rows, awaits=Attach(number))


def keys(number: int, found: Sequence[tuple[Text, str]], flaw: Flaw | None = None) -> Screen:
    """Its buttons; the next typed words are one more."""
    drops = [
        Button("ann-drop-key", DropKey(number, at), facts={"number": at + 1})
        for at in range(len(found))
    ]
    rows = [[one] for one in drops]
    full = len(found) == MOST_KEYS
    awaits = None if full else AddKey(number)
    facts = {"keys": found, "full": full, "flaw": flaw}
    return Screen("announcements/keys", facts, [*rows, _out(number)], awaits=awaits)


MOST_KEYS = 3


def ask(number: int, due: str, *, asks: bool, problem: str = "") -> Screen:
    """Whether it asks for something; the next typed day is until when."""
    change = (
        Button("ann-ask-not", AskNothing(number)) if asks else Button("ann-ask-it", AskFor(number))
    )
    facts = {"asks": asks, "due": due, "problem": problem}
    awaits = TypeDue(number) if asks else None
    return Screen("announcements/ask", facts, [[change], _out(number)], awaits=awaits)


def topic(number: int, about: str) -> Screen:
    """What it is about: people switch topics off one by one."""
    topics: tuple[Topic, ...] = get_args(Topic)
    rows = [[Button(f"topic-{each}", SetTopic(number, each))] for each in topics]
    return Screen("announcements/topic", {"about": about}, [*rows, _out(number)])


def when(
    number: int,
    at: str,
    ends: str,
    *,
    quiet: bool,
    stars: int,
    paid: bool,
    pays: bool,
    problem: str = "",
) -> Screen:
    """When it is sent and when the last one has it; the next typed hour is the new one.

    Everybody sees what speed would cost; whoever `pays` may turn it on.
    """
    facts = {"at": at, "ends": ends, "quiet": quiet, "stars": stars, "paid": paid}
    once = [Button("ann-at-once", SendAtOnce(number))] if at else []
    pay = (
        Button("ann-unpaid", SetPaid(number, 0)) if paid else Button("ann-pay", SetPaid(number, 1))
    )
    rows = [once, [pay] if pays else [], _out(number)]
    return Screen("announcements/when", facts | {"problem": problem}, rows, awaits=TypeWhen(number))


def sure_to_drop(number: int, title: str) -> Screen:
    """Throw the draft away?"""
    rows = [[Button("ann-drop-sure", DropDraft(number))], _out(number)]
    return Screen("announcements/sure", {"what": "drop", "title": title, "when": ""}, rows)


def _out(number: int) -> list[Button]:
    return [Button("back", OpenAnnouncement(number)), HOME]
