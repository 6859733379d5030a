"""Answers: look up, and show."""

from collections.abc import Iterable, Iterator

from bot.rooms.answers import screens
from bot.rooms.answers.intents import (
    EmptyList,
    KeepQuestion,
    OpenAnswer,
    OpenAnswers,
    OpenFact,
    OpenList,
)
from bot.rooms.answers.phrasing import phrased
from bot.rooms.answers.screens import Cited, Wanted
from bot.rooms.answers.ways import CARDS, card
from bot.rooms.passports.intents import OpenPassport
from bot.turn import Turn
from bot.ui import Screen
from bot.ui.pages import page
from content.catalogue import Answer, Article, ArticleFact, Gone, Unknown
from content.kinds import Fact, Language, Text
from db import listed, questions
from db.listed import Listed

COPIED = 250  # letters that fit on the clipboard of a button
CARDS_OF = 2  # cards beside a fact


def every(intent: OpenAnswers, turn: Turn) -> Screen:
    """The questions that are answered."""
    return screens.questions(page(turn.catalogue.answers, intent.page, size=screens.SHOWN))


def answer(intent: OpenAnswer, turn: Turn) -> Screen:
    """One question; in other words, where it was typed and a language model is switched on."""
    known = turn.catalogue
    one = known.one("answers", intent.answer, Answer)
    terms = [known.term("terms", slug) for slug in one.terms]
    programmes = [known.programme(slug) for slug in one.programmes]
    cited = _cited(_best(one.facts), turn)
    back = turn.back(intent, OpenAnswers())
    words = phrased(one.says[turn.language], turn)
    return screens.answer(one, cited, terms, programmes, back, words)


def _best(facts: tuple[Fact, ...]) -> Fact:
    """The statement to name the source by: an article's first, then a reference's."""
    return min(facts, key=lambda fact: (fact.source.article is None, fact.source.ours is not None))


def _cited(fact: Fact, turn: Turn) -> Cited:
    source = fact.source
    if source.article:
        article = turn.catalogue.article(source.article)
        return Cited(fact, article.publisher, fact.when or article.date)
    if source.reference:
        reference = turn.catalogue.reference(source.reference)
        return Cited(fact, reference.name, fact.when or reference.date or "")
    return Cited(fact, None, fact.when or "")


def fact(intent: OpenFact, turn: Turn) -> Screen:
    """What an article says; in other words, as above."""
    article, number, found = _fact(intent.fact, turn)
    cards = [path for path in found.about if path.partition("/")[0] in CARDS]
    about = [card(path, turn.catalogue) for path in cards[:CARDS_OF]]
    source = OpenPassport("articles", article.slug, number)
    words = phrased(found.says[turn.language], turn)
    return screens.fact(_cited(found, turn), about, source, words)


def _fact(slug: str, turn: Turn) -> tuple[Article, int, ArticleFact]:
    """The article that says it, which of its statements it is, from 1, and this; raises Gone."""
    for article in turn.catalogue.every("articles", Article):
        for number, one in enumerate(article.facts, 1):
            if one.slug == slug:
                return article, number, one
    raise Gone(f"facts/{slug}")


# --- a list of one's own ---


def keep(intent: KeepQuestion, turn: Turn) -> OpenList:
    """Put the draft on their list, and show it."""
    draft = questions.of(turn.session, turn.person, intent.number)
    if draft is None:
        raise Gone(f"questions/{intent.number}")
    listed.put(turn.session, turn.person, draft, turn.now)
    return OpenList()


def my_list(intent: OpenList, turn: Turn) -> Screen:
    """What they want to ask."""
    wanted = list(_wanted(listed.of(turn.session, turn.person), turn))
    return screens.listed(page(wanted, intent.page, size=screens.SHOWN))


def empty(intent: EmptyList, turn: Turn) -> Screen:
    """Take everything off, and show that nothing is left."""
    listed.empty(turn.session, turn.person)
    return my_list(OpenList(), turn)


def _wanted(rows: Iterable[Listed], turn: Turn) -> Iterator[Wanted]:
    """The questions in words: ours where we know what is asked, else their own."""
    for row in rows:
        try:
            thing = turn.catalogue.thing(row.thing) if row.thing else None
            asked = turn.catalogue.one("unknowns", row.topic, Unknown).ask if row.topic else None
        except Gone:
            thing = asked = None
        words = asked or turn.keys.open(row.words)
        named = f"{thing.name[turn.language]}: " if thing else ""
        yield Wanted(words, thing, _line(named, words, turn.language))


def _line(named: str, words: Text | str, language: Language) -> str:
    said = words[language] if isinstance(words, Text) else words
    return f"{named}{said}"[:COPIED]
