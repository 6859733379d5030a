"""Bare things: what the reader allows, though nothing in the catalogue is so bare today."""

from bot.rooms.answers import screens as answers
from bot.rooms.answers.intents import OpenAnswers
from bot.rooms.colleges import screens as colleges
from bot.rooms.colleges.intents import OpenColleges
from bot.rooms.employers import screens as employers
from bot.rooms.employers.intents import OpenEmployers
from bot.rooms.figures import screens as figures
from bot.rooms.figures.intents import OpenFigures
from bot.rooms.passports import screens as passports
from bot.rooms.professions import screens as professions
from bot.rooms.routes import screens as routes
from bot.ui import Screen
from bot.ui.pages import page
from content.atlas import Catalogue
from content.catalogue import Answer, Step


def bare(known: Catalogue) -> dict[str, Screen]:
    """The screens of things of which hardly anything is known."""
    return _professions(known) | _places(known) | _words(known)


def _professions(known: Catalogue) -> dict[str, Screen]:
    welder, adilet = known.profession("welder"), known.college("adilet")
    near = professions.Near(adilet, None, adilet.source)
    step = known.one("steps", "apply", Step)
    return {
        "professions, alike, none": professions.alike(welder, []),
        "professions, hard, bare": professions.hard(welder, []),
        "professions, colleges, place unknown": professions.colleges(welder, page([near], 1), ""),
        "routes, no questions": routes.route(welder, 9, "state", page([(1, step)], 1), []),
    }


def _places(known: Catalogue) -> dict[str, Screen]:
    adilet, kazzinc = known.college("adilet"), known.employer("kazzinc")
    place = known.place(adilet.place)
    college = colleges.card(adilet, place, (), (), saved=False, back=OpenColleges())
    employer = employers.card(kazzinc, None, (), (), (), saved=False, back=OpenEmployers())
    return {"colleges, card, bare": college, "employers, card, bare": employer}


def _words(known: Catalogue) -> dict[str, Screen]:
    answer = known.one("answers", "change-college", Answer).model_copy(update={"check": ()})
    article = known.article("zakon-2025-10-14").model_copy(update={"caution": None})
    figure = known.figure("allur-specialists")
    indicator = known.term("indicators", figure.indicator).model_copy(update={"plain": None})
    counted = figures.Counted(figure, indicator, None)
    return {
        "answers, answer, nowhere to check": answers.answer(
            answer, answers.Cited(answer.facts[0], None, ""), (), (), OpenAnswers(), "7"
        ),
        "passports, the article, bare": passports.article(article),
        "figures, card, bare": figures.card(counted, comparable=False, back=OpenFigures()),
        "figures, region, none": figures.region(None, page([], 1)),
    }
