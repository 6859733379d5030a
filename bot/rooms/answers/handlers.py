"""Answers: look up, and show."""

from bot.rooms.answers import screens
from bot.rooms.answers.intents import OpenAnswer, OpenAnswers
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Answer


def questions(intent: OpenAnswers, turn: Turn) -> Screen:
    """The questions that are answered."""
    found = turn.catalogue.every("answers", Answer)
    return screens.questions(page(found, intent.page, size=screens.SHOWN))


def answer(intent: OpenAnswer, turn: Turn) -> Screen:
    """One question."""
    known = turn.catalogue
    one = known.one("answers", intent.answer, Answer)
    terms = [known.term("terms", slug) for slug in one.terms]
    programmes = [known.programme(slug) for slug in one.programmes]
    return screens.answer(one, terms, programmes, turn.back(intent, OpenAnswers()))
