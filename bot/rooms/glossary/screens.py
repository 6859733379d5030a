"""The glossary, as people see it."""

from bot.rooms.glossary.intents import OpenGlossary, OpenTerm
from bot.rooms.home.intents import GoHome
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Term

HOME = Button("home", GoHome())


def words(shown: Page[Term]) -> Screen:
    """The words that are explained."""
    doors = [[Button(term.label, OpenTerm(term.slug))] for term in shown.things]
    return Screen(
        "glossary/words", {"total": shown.total}, [*doors, turner(shown, OpenGlossary), [HOME]]
    )


def term(one: Term, back: Intent) -> Screen:
    """One word, in plain words and in the three languages."""
    return Screen("glossary/term", {"term": one}, [[Button("back", back), HOME]])
