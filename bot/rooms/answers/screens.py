"""Answers, as people see them."""

from collections.abc import Sequence

from bot.rooms.answers.intents import OpenAnswer, OpenAnswers
from bot.rooms.asking.intents import OpenAsk
from bot.rooms.glossary.intents import OpenTerm
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.programmes.intents import OpenProgramme
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Answer, Programme, Term
from content.kinds import LANGUAGES

HOME = Button("home", GoHome())
SHOWN = 5  # questions on a page: each has its number, and a button with it


def questions(shown: Page[Answer]) -> Screen:
    """The questions, numbered, and a row of numbers to tap."""
    first = (shown.number - 1) * SHOWN + 1
    numbered = list(enumerate(shown.things, first))
    numbers = [
        Button("number", OpenAnswer(one.slug), facts={"number": number}) for number, one in numbered
    ]
    ask = [Button("ask-counselor", OpenAsk())]
    rows = [numbers, turner(shown, OpenAnswers), ask, [HOME]]
    return Screen("answers/questions", {"questions": numbered}, rows)


def answer(
    one: Answer, terms: Sequence[Term], programmes: Sequence[Programme], back: Intent
) -> Screen:
    """One question: the answer, whether it may have changed, and where to check it."""
    others = [term for term in terms if not any(_sounds(term, found) for found in programmes[:2])]
    related = [Button(term.label, OpenTerm(term.slug)) for term in others[:1]]
    related += [Button(found.label, OpenProgramme(found.slug)) for found in programmes[:2]]
    rows = [[button] for button in related]
    sources = [Button("sources", OpenPassport("answers", one.slug))]
    return Screen("answers/answer", {"answer": one}, [*rows, sources, [Button("back", back), HOME]])


def _sounds(term: Term, programme: Programme) -> bool:
    """Whether two buttons would say the same in some language."""
    return any(term.label[one] == programme.label[one] for one in LANGUAGES)
