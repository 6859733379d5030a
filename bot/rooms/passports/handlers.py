"""Passports: for every thing, what is said of it and by whom."""

from bot.rooms.answers.intents import OpenAnswer
from bot.rooms.colleges.intents import OpenCollege
from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.figures.intents import OpenFigure
from bot.rooms.home.intents import GoHome
from bot.rooms.missions.intents import OpenMission
from bot.rooms.passports import screens
from bot.rooms.passports.intents import OpenArticle, OpenArticles, OpenPassport
from bot.rooms.professions.intents import OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.rooms.voices.intents import OpenVoice
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Article

CARDS = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
    "figures": OpenFigure,
    "articles": OpenArticle,
    "answers": OpenAnswer,
    "voices": OpenVoice,
    "missions": OpenMission,
}


def passport(intent: OpenPassport, turn: Turn) -> Screen:
    """One statement about the thing, and where it comes from."""
    path = f"{intent.kind}/{intent.slug}"
    thing = turn.catalogue.thing(path)
    card = CARDS[intent.kind](intent.slug) if intent.kind in CARDS else GoHome()
    told = turn.catalogue.told(path)
    if not told:
        return screens.described(intent.kind, thing, card)
    shown = page(told, intent.number, size=1)
    source = shown.things[0].source
    article = turn.catalogue.article(source.article) if source.article else None
    reference = turn.catalogue.reference(source.reference) if source.reference else None
    return screens.passport(intent.kind, thing, shown, article, reference, card)


def articles(intent: OpenArticles, turn: Turn) -> Screen:
    """The five articles."""
    return screens.articles(turn.catalogue.every("articles", Article))


def article(intent: OpenArticle, turn: Turn) -> Screen:
    """One article."""
    return screens.article(turn.catalogue.article(intent.article))
