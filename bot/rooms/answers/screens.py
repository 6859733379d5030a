"""Answers, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.rooms.answers.intents import (
    EmptyList,
    KeepQuestion,
    OpenAnswer,
    OpenAnswers,
    OpenList,
)
from bot.rooms.asking.intents import OpenAsk, OpenDraft
from bot.rooms.colleges.intents import OpenColleges
from bot.rooms.glossary.intents import OpenTerm
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfessions
from bot.rooms.programmes.intents import OpenProgramme
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.asking import Talk
from content.catalogue import Answer, Programme, Term
from content.kinds import LANGUAGES, Fact, Text, Thing

T = TypeVar("T")

HOME = Button("home", GoHome())
ASK = [Button("ask-counselor", OpenAsk())]
SHOWN = 5  # questions on a page: each has its number, and a button with it


@dataclass(frozen=True)
class Cited:
    """A statement, and the name of the article or reference it is taken from, if of any."""

    fact: Fact
    named: Text | None
    when: str


@dataclass(frozen=True)
class Known:
    """Something that is known nearby: its name, and the way to it."""

    name: Text
    intent: Intent


@dataclass(frozen=True)
class Wanted:
    """A question on somebody's list, of which thing, and the words to copy."""

    words: Text | str
    thing: Thing | None
    copied: str


def questions(shown: Page[Answer]) -> Screen:
    """The questions, numbered, and a row of numbers to tap."""
    numbered = _numbered(shown.things, shown.number)
    numbers = [_number(at, OpenAnswer(one.slug)) for at, one in numbered]
    mine = [Button("my-list", OpenList())]
    rows = [numbers, turner(shown, OpenAnswers), mine, ASK, [HOME]]
    return Screen("answers/questions", {"questions": numbered}, rows)


def answer(
    one: Answer,
    cited: Cited,
    terms: Sequence[Term],
    programmes: Sequence[Programme],
    back: Intent,
    phrased: str = "",
) -> Screen:
    """One question: the answer, its source, whether it may have changed, where to check it."""
    others = [term for term in terms if not any(_sounds(term, found) for found in programmes[:2])]
    related = [Button(term.label, OpenTerm(term.slug)) for term in others[:1]]
    related += [Button(found.label, OpenProgramme(found.slug)) for found in programmes[:2]]
    rows = [[button] for button in related]
    sources = [Button("sources", OpenPassport("answers", one.slug))]
    facts = {"answer": one, "cited": cited, "phrased": phrased}
    return Screen("answers/answer", facts, [*rows, sources, ASK, [Button("back", back), HOME]])


def fact(cited: Cited, about: Sequence[Known], source: Intent, phrased: str = "") -> Screen:
    """What an article says to a question, and the cards of what it is about."""
    rows = [[Button(one.name, one.intent)] for one in about]
    rows += [[Button("sources", source)], ASK, [Button("back", OpenAnswers()), HOME]]
    return Screen("answers/fact", {"cited": cited, "phrased": phrased}, rows)


def refused(
    topic: Text | None,
    thing: Thing | None,
    card: Sequence[Known],
    near: Sequence[Known],
    draft: int,
    *,
    noted: bool,
) -> Screen:
    """No source says this; what is known nearby, and what to do with the question.

    `noted` says that it is counted among what nobody could answer, and an answer will be brought.
    """
    numbered = _numbered(near, 1)
    rows = [
        *([Button(one.name, one.intent)] for one in card),
        [_number(at, one.intent) for at, one in numbered],
        [Button("list-add", KeepQuestion(draft))],
        [Button("ask-counselor", OpenDraft(draft))],
        [HOME],
    ]
    facts = {"topic": topic, "thing": thing, "near": numbered, "noted": noted}
    return Screen("answers/refused", facts, rows)


def talk(one: Talk) -> Screen:
    """A kind answer to what is no question."""
    doors = [Button("professions", OpenProfessions()), Button("colleges", OpenColleges())]
    return Screen("answers/talk", {"talk": one}, [doors, ASK, [HOME]])


def listed(shown: Page[Wanted]) -> Screen:
    """What somebody wants to ask a college, to be copied and taken along."""
    numbered = _numbered(shown.things, shown.number)
    copies = [Button("copy-number", copy=one.copied, facts={"number": at}) for at, one in numbered]
    clear = [Button("list-empty", EmptyList())] if numbered else []
    rows = [copies, turner(shown, OpenList), clear, [Button("back", OpenAnswers()), HOME]]
    return Screen("answers/listed", {"questions": numbered}, rows, secret=True)


def _numbered(things: Sequence[T], page: int) -> list[tuple[int, T]]:
    return list(enumerate(things, (page - 1) * SHOWN + 1))


def _number(number: int, intent: Intent) -> Button:
    return Button("number", intent, facts={"number": number})


def _sounds(term: Term, programme: Programme) -> bool:
    """Whether two buttons would say the same in some language."""
    return any(term.label[one] == programme.label[one] for one in LANGUAGES)
