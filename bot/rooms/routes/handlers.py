"""Routes: look up, and show."""

from bot.guidance import routes as guidance
from bot.rooms.routes import screens
from bot.rooms.routes.intents import AskBefore, ChooseWay, OpenRoute, OpenRoutes
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Answer, Step


def grades(intent: OpenRoutes, turn: Turn) -> Screen:
    """After which grade?"""
    return screens.grades(turn.catalogue.profession(intent.profession))


def ways(intent: ChooseWay, turn: Turn) -> Screen:
    """On which way?"""
    profession = turn.catalogue.profession(intent.profession)
    routes = guidance.open_after(profession.routes, intent.grade)
    return screens.ways(profession, intent.grade, routes)


def route(intent: OpenRoute, turn: Turn) -> Screen:
    """The steps of this way."""
    profession = turn.catalogue.profession(intent.profession)
    numbered = list(enumerate(_steps(intent, turn), 1))
    shown = page(numbered, intent.page, size=screens.SHOWN)
    named = dict.fromkeys(slug for _, step in shown.things for slug in step.answers)
    answers = [turn.catalogue.one("answers", slug, Answer) for slug in list(named)[:3]]
    return screens.route(profession, intent.grade, intent.way, shown, answers)


def ask(intent: AskBefore, turn: Turn) -> Screen:
    """What to ask before deciding and signing."""
    profession = turn.catalogue.profession(intent.profession)
    slugs = dict.fromkeys(slug for step in _steps(intent, turn) for slug in step.ask)
    shown = page(turn.catalogue.unknowns(slugs), intent.page, size=5)
    return screens.ask(profession, intent.grade, intent.way, shown)


def _steps(intent: OpenRoute | AskBefore, turn: Turn) -> list[Step]:
    every = turn.catalogue.every("steps", Step)
    return guidance.steps(every, intent.grade, intent.way)
