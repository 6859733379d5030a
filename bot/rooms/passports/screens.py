"""Passports, as people see them: one statement, and everything about where it comes from."""

from collections.abc import Sequence

from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenArticle, OpenArticles, OpenPassport
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Article, Reference
from content.kinds import Fact, Thing

HOME = Button("home", GoHome())


def passport(
    kind: str,
    thing: Thing,
    shown: Page[Fact],
    article: Article | None,
    reference: Reference | None,
    back: Intent,
) -> Screen:
    """One statement about the thing: what is said, by whom, when, on what basis."""
    fact = shown.things[0]
    turn = turner(shown, lambda number: OpenPassport(kind, thing.slug, number))
    address = (article or reference).address if article or reference else None  # type: ignore[union-attr]
    doors = [
        Button("article", OpenArticle(article.slug)) if article and article != thing else None,
        Button("read-there", url=address) if address else None,
    ]
    rows = [turn, [door for door in doors if door], [Button("back", back), HOME]]
    facts = {"thing": thing, "fact": fact, "article": article, "reference": reference}
    return Screen("passports/passport", facts, rows)


def described(kind: str, thing: Thing, back: Intent) -> Screen:
    """A thing no source speaks of: our own description, and so it is called."""
    return Screen(
        "passports/described", {"thing": thing, "kind": kind}, [[Button("back", back), HOME]]
    )


def articles(found: Sequence[Article]) -> Screen:
    """The five articles."""
    rows = [
        [Button("with-date", OpenArticle(one.slug), facts={"name": one.label, "date": one.date})]
        for one in found
    ]
    return Screen("passports/articles", {"articles": found}, [*rows, [HOME]])


def article(one: Article) -> Screen:
    """One article: who published it and when, and what one should know reading it."""
    facts = [Button("its-facts", OpenPassport("articles", one.slug))]
    there = [Button("read-there", url=one.address)] if one.address else []
    rows = [facts, there, [Button("back", OpenArticles()), HOME]]
    return Screen("passports/article", {"article": one, "total": len(one.facts)}, rows)
