"""Routes, as people see them."""

from collections.abc import Sequence

from bot.rooms.answers.intents import OpenAnswer
from bot.rooms.home.intents import GoHome
from bot.rooms.professions.intents import OpenProfession, ProfessionColleges
from bot.rooms.routes.intents import AskBefore, ChooseWay, Grade, OpenRoute, OpenRoutes, Way
from bot.ui import Button, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Answer, Profession, Route, Step, Unknown

HOME = Button("home", GoHome())
WAYS: tuple[Way, ...] = ("state", "dual", "targeted", "paid")
SHOWN = 2  # steps on a page


def grades(profession: Profession) -> Screen:
    """After which grade one leaves school."""
    doors = [
        Button("after-9", ChooseWay(profession.slug, 9)),
        Button("after-11", ChooseWay(profession.slug, 11)),
    ]
    rows = [doors, [Button("back", OpenProfession(profession.slug)), HOME]]
    return Screen("routes/grades", {"profession": profession}, rows)


def ways(profession: Profession, grade: Grade, routes: Sequence[Route]) -> Screen:
    """The specialties of the trade, and the ways to study it."""
    doors = [[Button(f"way-{way}", OpenRoute(profession.slug, grade, way))] for way in WAYS]
    rows = [*doors, [Button("back", OpenRoutes(profession.slug)), HOME]]
    facts = {"profession": profession, "grade": grade, "routes": routes[:2]}
    return Screen("routes/ways", facts, rows)


def route(
    profession: Profession,
    grade: Grade,
    way: Way,
    shown: Page[tuple[int, Step]],
    answers: Sequence[Answer],
) -> Screen:
    """Some steps of the way, and the questions that tell more about them."""
    slug = profession.slug
    numbered = list(enumerate(answers, 1))
    more = [Button("number", OpenAnswer(one.slug), facts={"number": at}) for at, one in numbered]
    turn = turner(shown, lambda number: OpenRoute(slug, grade, way, number))
    doors = [
        Button("ask-before", AskBefore(slug, grade, way)),
        Button("where-to-learn", ProfessionColleges(slug)),
    ]
    rows = [more, turn, doors, [Button("back", ChooseWay(slug, grade)), HOME]]
    which = {"profession": profession, "grade": grade, "way": way}
    facts = {**which, "steps": shown.things, "answers": numbered}
    return Screen("routes/route", facts, rows)


def ask(profession: Profession, grade: Grade, way: Way, shown: Page[Unknown]) -> Screen:
    """What to ask before deciding and signing."""
    turn = turner(shown, lambda number: AskBefore(profession.slug, grade, way, number))
    back = Button("back", OpenRoute(profession.slug, grade, way))
    facts = {"profession": profession, "questions": shown.things}
    return Screen("routes/ask", facts, [turn, [back, HOME]])
