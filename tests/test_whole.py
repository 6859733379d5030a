"""The content, whole: every source leads somewhere, every number is the articles' own."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from content.atlas import Catalogue
from content.catalogue import KINDS, Article
from content.kinds import LANGUAGES, Fact, Source, Text, Thing
from tests.annex import ANNEX_A

HOME = Path(__file__).parent.parent


def _texts(part: object) -> Iterator[Text]:
    """Every text inside a thing."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        yield from _texts(list(part.values()))


def _parts(part: object, kind: type[BaseModel]) -> Iterator[BaseModel]:
    """Everything of a kind inside a thing."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _parts(getattr(part, name), kind)
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _parts(one, kind)
    elif isinstance(part, dict):
        yield from _parts(list(part.values()), kind)


def _things(catalogue: Catalogue) -> Iterator[tuple[str, Thing]]:
    for kind in KINDS:
        for thing in catalogue.every(kind, Thing):
            yield f"{kind}/{thing.slug}", thing


def test_every_source_leads_somewhere(catalogue: Catalogue) -> None:
    sources = {one for _, thing in _things(catalogue) for one in _parts(thing, Source)}
    for source in sources:
        assert isinstance(source, Source)
        if source.article:
            assert catalogue.article(source.article)
            assert source.paragraph
            assert 1 <= source.paragraph <= 60
        elif source.reference:
            assert catalogue.reference(source.reference)
        else:
            assert source.ours


def test_every_text_is_plain_and_in_three_languages(catalogue: Catalogue) -> None:
    wrong = [
        f"{path}: {text[language]}"
        for path, thing in _things(catalogue)
        for text in _texts(thing)
        for language in LANGUAGES
        if not text[language].strip() or re.search(r"[<>{}`]|[*]{2}|__|&\w+;", text[language])
    ]
    assert wrong == []


def test_no_sentence_is_left_untranslated(catalogue: Catalogue) -> None:
    same = [
        f"{path}: {text.ru}"
        for path, thing in _things(catalogue)
        for text in _texts(thing)
        if len(text.ru.split()) > 4 and len({text.kk, text.ru, text.en}) < 3
    ]
    assert same == ["programmes/allur-myn-bala: Allur Myn Bala («Мың бала»)"]


THIS_YEAR = re.compile("биыл|в этом году|этого года|this year", re.IGNORECASE)


def test_nothing_that_is_told_as_a_fact_calls_a_year_this_one(catalogue: Catalogue) -> None:
    facts = [(path, fact) for path, thing in _things(catalogue) for fact in _parts(thing, Fact)]
    found = [
        f"{path}: {text[language]}"
        for path, fact in facts
        for text in _texts(fact)
        for language in LANGUAGES
        if THIS_YEAR.search(text[language]) and not ASKING.search(text[language])
    ]
    assert found == []


ASKING = re.compile("сұра|спросите|уточните|ask", re.IGNORECASE)  # what to ask anew each year

# The people of the articles: we tell what they said by role and company, never by name.
PEOPLE = re.compile(
    "жаман[кқ]ұ?у?л|zhamankul|а[кқ]абаев|ak[ay]+bay?ev|худяков|k?hudyakov|сергиенко|serg[iy]+enko"
    "|н[уү]кенов|nukenov|мам[иі]р(?:ов|а)|mamirov|[аә]ш[иі]рбек|ashirbek|сапаров|saparov"
    "|уста[щш]{1,2}[иі]?[чк]|ustac?h?s?h?ch|са[кқ]та[гғ]анов|saktaganov",
    re.IGNORECASE,
)


def test_nobody_of_the_articles_is_named() -> None:
    files = [path for path in (HOME / "content").rglob("*") if path.suffix in (".yaml", ".html")]
    named = {path.name: PEOPLE.findall(path.read_text("utf-8")) for path in files}
    assert {path: names for path, names in named.items() if names} == {}


def test_the_five_articles_are_whole(catalogue: Catalogue) -> None:
    facts = {one.slug: len(one.facts) for one in catalogue.every("articles", Article)}
    assert facts == {
        "zakon-2025-10-14": 25,
        "altainews-2025-11-13": 17,
        "kazinform-2025-12-25": 26,
        "karaganda-2025-01-10": 16,
        "kt-2025-12-19": 21,
    }
    assert sum(facts.values()) == 105


# What each article says an employer does for students; see the method's table of roles.
TARGETED, HIRED, MENTOR = {"targeted-training"}, {"hired-targeted"}, {"mentor"}
AWARD = {"social-partner-award"}
ROLES: dict[str, set[str]] = {
    "kazzinc": TARGETED | HIRED | MENTOR
    | {"patron-award", "alliance", "championships", "assessment", "student-support"},
    "sogra-tpp": TARGETED | MENTOR | AWARD,
    "uk-valve-plant": TARGETED | AWARD,
    "promtekhmontazh": TARGETED | AWARD,
    "oilseed-farm": TARGETED,
    "oesk": TARGETED | AWARD,
    "vosca": TARGETED,
    "vk-development-group": TARGETED | AWARD,
    "oskemen-vodokanal": HIRED,
    "bakyrchik": HIRED,
    "kaz-minerals-aktogay": MENTOR,
    "uk-capacitor-plant": MENTOR | AWARD,
    "ulba-metallurgical-plant": MENTOR | AWARD,
    "uktmp": AWARD,
    "uk-chp": AWARD,
    "uk-hpp": AWARD,
    "vetlab": AWARD,
    "qurt-and-wine": AWARD,
    "polyana-cafe": AWARD,
    "smu-shygys": AWARD,
    "vko-philharmonic": AWARD,
    "katon-karagay-park": AWARD,
    "vk-promenergoremont": {"dual-training", "graduates"},
    "allur": {"own-programme"},
    "silk-road-electronics": {"practice", "staff-courses"},
    "tengri-tyres": {"needs-operators"},
}  # fmt: skip


def test_every_employer_has_exactly_the_roles_the_articles_give_it(catalogue: Catalogue) -> None:
    told = {one.slug: {role.role for role in one.roles} for one in catalogue.employers}
    assert told == ROLES
    assert all(role.source.article for one in catalogue.employers for role in one.roles)


def test_the_seven_colleges_of_the_articles_are_there(catalogue: Catalogue) -> None:
    named = {one.slug for one in catalogue.colleges if one.source.article}
    assert named == {
        "almaty-electromechanical", "almaty-construction-technical", "almaty-auto-fashion",
        "adilet", "uk-construction-technical-school", "karaganda-technology-service",
        "karaganda-technical-construction",
    }  # fmt: skip
    assert len(catalogue.colleges) == 52


def test_many_professions_are_tied_to_the_articles(catalogue: Catalogue) -> None:
    tied = [one for one in catalogue.professions if not one.addition]
    assert len(tied) >= 59
    told = [one for one in tied if catalogue.about(f"professions/{one.slug}") or one.employers]
    assert len(told) >= 24
    assert len(catalogue.professions) >= 72


def test_the_interests_are_those_of_the_annex(catalogue: Catalogue) -> None:
    ours: dict[str, set[tuple[float, ...]]] = {}
    for one in catalogue.professions:
        scores = tuple(one.interests.model_dump().values())
        ours.setdefault(one.onet.code, set()).add(scores)
    assert len(ANNEX_A) == 52
    assert {code: ours.get(code) for code in ANNEX_A} == {k: {v} for k, v in ANNEX_A.items()}


def test_a_figure_is_told_with_its_base_and_its_time(catalogue: Catalogue) -> None:
    assert len(catalogue.figures) >= 50
    for figure in catalogue.figures:
        assert figure.when
        assert catalogue.term("indicators", figure.indicator)
        assert figure.unit != "percent" or 0 < figure.value <= 100
