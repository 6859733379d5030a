"""Provenance: does what we say of an article stand in the paragraph we name, figure by figure?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content.atlas import Catalogue
from content.catalogue import (
    Article,
    College,
    Employer,
    Figure,
    Place,
    Profession,
    Programme,
    Voice,
)
from content.kinds import LANGUAGES, Fact, Language, Source, Text, Thing
from content.stated import figures, named, named_in, ordinals
from content.stories import Story, stories


@dataclass(frozen=True)
class Statement:
    """Something we say and its source: words, a counted number, and who must be named there."""

    where: str
    source: Source
    texts: tuple[Text, ...] = ()
    value: float | None = None
    whose: tuple[Thing, ...] = ()
    when: str = ""
    note: Text | None = None


@dataclass(frozen=True)
class Doubt:
    """What does not stand in the paragraph; and the paragraphs it stands in."""

    statement: Statement
    what: str
    elsewhere: tuple[int, ...] = ()

    def __str__(self) -> str:
        source = self.statement.source
        where = ", ".join(map(str, self.elsewhere))
        found = f"it stands in paragraph {where}" if where else "it stands nowhere in the story"
        cited = f"{source.article}, paragraph {source.paragraph}"
        return f"{self.statement.where}: {self.what} is not in {cited}; {found}"


def examine(catalogue: Catalogue, folder: Path) -> tuple[int, list[str]]:
    """How many statements were looked up, and what was not found, a line each."""
    articles = catalogue.every("articles", Article)
    found = stories(folder, articles)
    lost = [_no_text(article) for article in articles if article.slug not in found]
    told = [one for one in statements(catalogue) if one.source.article in found]
    doubts = [doubt for one in told for doubt in doubts_of(one, found, catalogue)]
    return len(told), lost + [str(doubt) for doubt in doubts]


def _no_text(article: Article) -> str:
    known = "no file here begins so" if article.begins else "say in `begins` how its story begins"
    return f"articles/{article.slug}: its text was not found: {known}"


def doubts_of(one: Statement, found: Mapping[str, Story], catalogue: Catalogue) -> Iterator[Doubt]:
    """What of a statement does not stand where it says."""
    article = catalogue.article(one.source.article or "")
    story, number = found[article.slug], one.source.paragraph or 0
    if number > len(story):
        yield Doubt(one, f"anything: the story has {len(story)} paragraphs; this")
        return
    counted = [_counted(paragraph, article.language) for paragraph in story]
    for figure in sorted(_figures(one) - _years(one, article) - _noted(one)):
        if figure not in counted[number - 1]:
            where = tuple(n for n, found in enumerate(counted, start=1) if figure in found)
            yield Doubt(one, f"{figure:,.10g}", where)
    for thing, near in _named(one, catalogue):
        where = tuple(n for n, paragraph in enumerate(story, start=1) if named(thing, paragraph))
        if not {number, number - 1} & set(where) and not (near and where):
            yield Doubt(one, f"“{thing.label['en']}”", where)


def _counted(paragraph: str, language: Language) -> set[float]:
    return figures(paragraph, language) | ordinals(paragraph, language)


def _figures(one: Statement) -> set[float]:
    """Every figure it states in any language, for in each it must be right."""
    said = [figures(text[language], language) for text in one.texts for language in LANGUAGES]
    return set().union(*said, {one.value} if one.value is not None else set())


def _years(one: Statement, article: Article) -> set[float]:
    """Years that need not be printed: the article's own, and when it was true."""
    return {float(when[:4]) for when in (article.date, one.when) if when}


def _noted(one: Statement) -> set[float]:
    """Figures our own remark explains: counted by us, or worked out."""
    return figures(one.note["ru"], "ru") if one.note else set()


def _named(one: Statement, catalogue: Catalogue) -> Iterator[tuple[Thing, bool]]:
    """Who must be named, there or in the paragraph before; a town, anywhere in the story."""
    organisations: tuple[Thing, ...] = (*catalogue.employers, *catalogue.colleges)
    places: tuple[Place, ...] = tuple(p for region in catalogue.regions for p in region.places)
    stated = [thing for thing in organisations if named_in(thing, one.texts)]
    for thing in {id(thing): thing for thing in (*one.whose, *stated)}.values():
        yield thing, False
    yield from ((place, True) for place in places if named_in(place, one.texts))


# --- everything that cites an article ---


def statements(catalogue: Catalogue) -> Iterator[Statement]:
    """Every statement of the catalogue that cites an article."""
    for kind in (
        "articles",
        "figures",
        "employers",
        "colleges",
        "programmes",
        "professions",
        "voices",
    ):
        for thing in catalogue.every(kind, Thing):
            for one in _statements(f"{kind}/{thing.slug}", thing, catalogue):
                if one.source.article:
                    yield one


def _statements(path: str, thing: Thing, catalogue: Catalogue) -> Iterator[Statement]:
    if isinstance(thing, Article):
        for fact in thing.facts:
            yield _of_fact(f"{path}, fact {fact.slug}", fact)
    elif isinstance(thing, Figure):
        yield Statement(path, thing.source, (thing.name,), thing.value, (), thing.when, thing.note)
    elif isinstance(thing, Voice):
        yield Statement(path, thing.source, (thing.says,))
    elif isinstance(thing, Employer):
        yield from _of_employer(path, thing, catalogue)
    elif isinstance(thing, College):
        yield Statement(path, thing.source, whose=(thing,))
    elif isinstance(thing, Programme):
        yield Statement(f"{path}, summary", thing.summary_source, (thing.summary,))
        yield from _of_facts(path, (*thing.who, *thing.how))
    elif isinstance(thing, Profession):
        yield from _of_profession(path, thing, catalogue)
    if not isinstance(thing, Article):
        yield from _of_facts(path, getattr(thing, "facts", ()))


def _of_fact(where: str, fact: Fact) -> Statement:
    return Statement(where, fact.source, (fact.says,), None, (), fact.when or "", fact.note)


def _of_facts(path: str, facts: Iterable[Fact]) -> Iterator[Statement]:
    for number, fact in enumerate(facts, start=1):
        yield _of_fact(f"{path}, fact {number}", fact)


def _of_employer(path: str, thing: Employer, catalogue: Catalogue) -> Iterator[Statement]:
    place = (catalogue.place(thing.place),) if thing.place else ()
    yield Statement(f"{path}, place", thing.place_source, whose=(thing, *place))
    for role in thing.roles:
        yield Statement(f"{path}, role {role.role}", role.source, whose=(thing,))


def _of_profession(path: str, thing: Profession, catalogue: Catalogue) -> Iterator[Statement]:
    for link in thing.employers:
        employer = catalogue.employer(link.employer)
        yield Statement(f"{path}, employer {employer.slug}", link.source, whose=(employer,))
    for other in thing.colleges:
        college = catalogue.college(other.college)
        yield Statement(f"{path}, college {college.slug}", other.source, whose=(college,))
    if thing.robots:
        yield _of_fact(f"{path}, robots", thing.robots)
