"""The instruments of the interest test: complete, balanced, plain, in three languages."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest

from content import reader
from content.atlas import Catalogue
from content.catalogue import (
    Card,
    Item,
    Klimov,
    Pair,
    Profession,
    ReferenceSample,
    Trait,
    Value,
    Weighing,
)
from content.kinds import BUTTON, LANGUAGES, Language, Text
from content.mistakes import Mistaken
from tests.databases import whole

LETTERS = "RIASEC"
PAGE = Path(__file__).parents[2] / "docs" / "instruments.md"
ENDING = {True: r"\w{0,4}", False: ""}  # what may follow a long name; a short one stands alone
ANSWERS = {"answer-1": "😖", "answer-2": "🙁", "answer-3": "😐", "answer-4": "🙂", "answer-5": "🤩"}

# Words people search a trade by that name a thing, a place, a deed or a number, and no person.
NO_TITLES: dict[Language, set[str]] = {
    "kk": {
        "балабақша",
        "домбыра",
        "компьютер",
        "көлік",
        "музыка",
        "орман",
        "робот",
        "тігу",
        "шахта",
    },
    "ru": {"детский сад", "машины", "робот", "сто", "фотографировать", "шить"},
    "en": {"animals", "dombra", "forest", "kindergarten", "mine", "music", "robot"},
}

# Words of sex, of rank and difficulty, and of "not".
GENDERED: dict[Language, str] = {
    "kk": r"ұл(?:дар\w*|ға|ы)?|қыз(?:дар\w*|ға|ы)?|еркек\w*|әйел\w*|ер адам\w*|жігіт\w*|апай\w*|"
    r"ағай\w*|ана(?:сы|м)|әке\w*|әже\w*|ата(?:сы|м)",
    "ru": r"мальчи\w*|девоч\w*|девуш\w*|пар(?:ень|н)\w*|мужчин\w*|мужск\w*|женщин\w*|женск\w*|"
    r"мам\w*|пап[аоуы]\w*|бабуш\w*|дедуш\w*|сын\w*|доч\w*|сам|сама|один|одна|готов|готова|"
    r"\w+(?:щица|чица|истка)",
    "en": r"boys?|girls?|m[ae]n|wom[ae]n|male|female|he|she|his|hers?|him|mothers?|fathers?|"
    r"sons?|daughters?|(?:crafts|fore|sales|trades|work)m[ae]n",
}
JUDGING: dict[Language, str] = {
    "kk": r"қиын\w*|оңай\w*|жеңіл(?!дік)\w*|ақылды\w*|маңызды\w*|беделді\w*|нағыз\w*|дарынды\w*|"
    r"табысты\w*|сәтті\w*|қызықты\w*|жауапты\w*",
    "ru": r"сложн\w*|трудн\w*|лёгк\w*|легк\w*|умн\w*|важн\w*|престижн\w*|настоящ\w*|талант\w*|"
    r"успешн\w*|интересн\w*|ответственн\w*|элитн\w*",
    "en": r"hard|easy|difficult|clever|smart|important|prestig\w*|real|talent\w*|successful\w*|"
    r"interesting|responsib\w*|elite|simple|best",
}
NEGATED: dict[Language, str] = {
    "kk": r"жоқ|емес|\w+(?:сыз|сіз)",
    "ru": r"не|ни|нет|без",
    "en": r"not|no|never|without|\w+n't",
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return whole()


@pytest.fixture(scope="module")
def items(catalogue: Catalogue) -> tuple[Item, ...]:
    return catalogue.every("interests/items", Item)


@pytest.fixture(scope="module")
def pairs(catalogue: Catalogue) -> tuple[Pair, ...]:
    return catalogue.every("interests/pairs", Pair)


def said(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    """Everything a pupil chooses from or answers."""
    for item in catalogue.every("interests/items", Item):
        yield item.slug, item.name
    for card in catalogue.every("interests/cards", Card):
        yield card.slug, card.name
    for pair in catalogue.every("interests/pairs", Pair):
        yield from ((pair.slug, side.says) for side in (pair.one, pair.other))


# --- how many, and in what order ---


def test_there_are_nine_activities_a_letter(items: tuple[Item, ...]) -> None:
    assert Counter(item.letter for item in items) == dict.fromkeys(LETTERS, 9)


def test_two_of_a_letter_never_stand_side_by_side(items: tuple[Item, ...]) -> None:
    assert all(before.letter != after.letter for before, after in pairwise(items))


def test_the_first_twelve_are_two_of_each_letter(items: tuple[Item, ...]) -> None:
    assert Counter(item.letter for item in items[:12]) == dict.fromkeys(LETTERS, 2)


def test_every_trait_has_its_card_and_every_card_its_trait(catalogue: Catalogue) -> None:
    traits = [trait.slug for trait in catalogue.every("features", Trait)]
    assert [card.slug for card in catalogue.every("interests/cards", Card)] == traits
    assert len(traits) == 31


def test_the_values_are_the_six_and_each_has_its_question(catalogue: Catalogue) -> None:
    values = catalogue.every("interests/values", Value)
    assert [value.slug for value in values] == [
        "stability", "money", "helping", "independence", "near-home", "travel",
    ]  # fmt: skip
    for value in values:
        assert all(value.ask[language].endswith("?") for language in LANGUAGES)


# --- the young mode's balance ---


def objects(pair: Pair) -> frozenset[str]:
    return frozenset((pair.one.object, pair.other.object))


def test_each_klimov_object_stands_in_eight_of_twenty_pairs(pairs: tuple[Pair, ...]) -> None:
    assert len(pairs) == 20
    counted = Counter(kind for pair in pairs for kind in objects(pair))
    assert counted == dict.fromkeys(get_args(Klimov), 8)


def test_any_two_objects_meet_twice_in_pair_i_and_pair_i_plus_ten(pairs: tuple[Pair, ...]) -> None:
    assert [objects(pair) for pair in pairs[:10]] == [objects(pair) for pair in pairs[10:]]
    every = {frozenset(two) for two in combinations(get_args(Klimov), 2)}
    assert {objects(pair) for pair in pairs[:10]} == every


def test_an_object_stands_on_either_side_equally_often(pairs: tuple[Pair, ...]) -> None:
    assert Counter(pair.one.object for pair in pairs) == dict.fromkeys(get_args(Klimov), 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_twice(catalogue: Catalogue, language: Language) -> None:
    twice = Counter(text[language].casefold() for _, text in said(catalogue))
    assert {words: times for words, times in twice.items() if times > 1} == {}


# --- the words ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lengths_fit_the_screens(catalogue: Catalogue, language: Language) -> None:
    for item in catalogue.every("interests/items", Item):
        assert 8 <= len(item.name[language]) <= 90, item.slug
    for card in catalogue.every("interests/cards", Card):
        assert len(card.name[language]) <= 60, card.slug
    for value in catalogue.every("interests/values", Value):
        assert len(value.label[language]) <= BUTTON, value.slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_activity_begins_small_for_it_may_stand_in_a_sentence(
    items: tuple[Item, ...], language: Language
) -> None:
    """Only a name keeps its great letter."""
    names = ("Өскемен", "Ертіс", "Наурыз")
    great = [item.name[language] for item in items if item.name[language][:1].isupper()]
    assert [words for words in great if not words.startswith(names)] == []
    assert not any(item.name[language].endswith(".") for item in items)


def test_each_language_is_written_in_its_own_letters(catalogue: Catalogue) -> None:
    kazakh = 0
    for slug, text in said(catalogue):
        assert not re.search(r"[a-zA-Z]", text.kk + text.ru), slug
        assert not re.search(r"[а-яА-ЯёЁ]", text.en), slug
        assert not re.search(r"[әғқңөұүһі]", text.ru.lower()), slug
        kazakh += bool(re.search(r"[әғқңөұүһі]", text.kk.lower()))
    assert kazakh > 120  # of 125


def titles(catalogue: Catalogue, language: Language) -> Iterator[str]:
    """What the people of a trade are called."""
    for trade in catalogue.every("professions", Profession):
        for name in (trade.name, trade.label):
            yield name[language].casefold()
        yield from (name.casefold() for name in getattr(trade.other_names, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trade_is_named_in_what_is_asked(catalogue: Catalogue, language: Language) -> None:
    """Not in the singular, nor with an ending: a child may like the deed and dislike the title."""
    names = {name for name in titles(catalogue, language) if len(name) > 2}  # "it" is no IT
    named = {
        f"{slug}: {name}"
        for name in names - NO_TITLES[language]
        for slug, text in said(catalogue)
        if re.search(rf"\b{re.escape(name)}{ENDING[len(name) > 3]}\b", text[language].casefold())
    }
    assert named == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [GENDERED, JUDGING], ids=["sex", "rank"])
def test_no_word_speaks_of_sex_or_rank(
    catalogue: Catalogue, words: dict[Language, str], language: Language
) -> None:
    found = [text[language] for _, text in said(catalogue) if hit(words, text, language)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_in_the_negative(catalogue: Catalogue, language: Language) -> None:
    assert [text[language] for _, text in said(catalogue) if hit(NEGATED, text, language)] == []


def hit(words: dict[Language, str], text: Text, language: Language) -> re.Match[str] | None:
    return re.search(rf"\b(?:{words[language]})\b", text[language].casefold())


@pytest.mark.parametrize(
    ("language", "spoilt"),
    [("ru", "шить платье для девочки"), ("en", "mend his bicycle"), ("kk", "қыздарға сөмке тігу")],
)
def test_the_list_of_words_would_notice(language: Language, spoilt: str) -> None:
    assert hit(GENDERED, Text(kk=spoilt, ru=spoilt, en=spoilt), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answers_face_never_stands_without_words(language: Language) -> None:
    labels = reader.labels()
    for name, face in {**ANSWERS, "answer-unknown": "❔"}.items():
        words = labels[name][language]
        assert words.startswith(f"{face} ")
        assert re.search(r"\w{2,}", words)
        assert len(words) <= BUTTON
    assert len({labels[name][language] for name in ANSWERS}) == 5


def test_the_page_about_the_instruments_shows_every_activity(items: tuple[Item, ...]) -> None:
    told = PAGE.read_text("utf-8")
    rows = [f"| {item.name.kk} | {item.name.ru} | {item.name.en} |" for item in items]
    assert [row for row in rows if row not in told] == []
    assert len(re.findall(r"^\| [^|]+ \| [^|]+ \| [^|]+ \|$", tables(told), re.MULTILINE)) == 54


def tables(told: str) -> str:
    """The page's tables of activities, without their heads."""
    part = told[told.index("### R, ") : told.index("## Stage 2")]
    return part.replace("| kk | ru | en |", "")


# --- the numbers ---


def test_the_reference_sample_is_the_published_one(catalogue: Catalogue) -> None:
    sample = catalogue.one("interests/reference", "markers", ReferenceSample)
    assert sample.people == 41_947
    assert sample.means.in_order == (2.104, 3.039, 2.984, 3.402, 2.536, 2.417)
    assert sample.deviations.in_order == (0.860, 1.010, 0.964, 0.851, 0.856, 0.964)


def test_neighbours_on_the_hexagon_correlate_most(catalogue: Catalogue) -> None:
    """The published mean correlations by distance: .366, .169, -.007."""
    found = catalogue.one("interests/reference", "markers", ReferenceSample).correlations
    apart: dict[int, list[float]] = {1: [], 2: [], 3: []}
    for two, r in found.model_dump().items():
        steps = abs(LETTERS.index(two[0]) - LETTERS.index(two[1]))
        apart[min(steps, 6 - steps)].append(r)
    means = {distance: round(sum(each) / len(each), 3) for distance, each in apart.items()}
    assert means == {1: 0.366, 2: 0.169, 3: -0.007}


def test_the_weights_are_in_one_place_and_add_up(catalogue: Catalogue) -> None:
    weights = catalogue.one("interests/weights", "matching", Weighing)
    assert (weights.interests, weights.wishes) == (0.25, 0.75)


# --- the reader notices ---

Spoil = Callable[[str], str]


def spoilt(home: Path, file: str, change: Spoil) -> list[str]:
    """What the check says of a copy of the content in which one file was changed."""
    shutil.copytree(reader.HOME, home, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (home / file).write_text(change((home / file).read_text("utf-8")), "utf-8")
    with pytest.raises(Mistaken) as told:
        reader.read(home)
    return [str(one) for one in told.value.mistakes]


@pytest.mark.parametrize(
    ("file", "change", "says"),
    [
        ("items", lambda words: words.replace("letter: I", "letter: R", 1), "the item above has"),
        ("items", lambda words: words.replace("letter: C", "letter: X"), "`letter`"),
        ("pairs", lambda words: words.replace("nature", "people", 1), "must stand once"),
        ("pairs", lambda words: words[: words.index("pair-20")], "20 pairs are wanted"),
        ("cards", lambda words: words.replace("\nmetal:", "\nmetall:"), "did you mean 'metal'?"),
        ("cards", lambda words: words.replace("\nmetal:", "\nmetall:"), "has no card"),
        ("weights", lambda words: words.replace("0.75", "0.7"), "add up to 1"),
        ("reference", lambda words: words.replace("    EC: 0.447\n", ""), "EC"),
    ],
)
def test_the_check_names_what_is_out_of_order(
    tmp_path: Path, file: str, change: Spoil, says: str
) -> None:
    told = spoilt(tmp_path / "content", f"interests/{file}.yaml", change)
    assert any(says in one for one in told), told


def test_a_file_nobody_reads_is_named(tmp_path: Path) -> None:
    home = tmp_path / "content"
    (home / "interests").mkdir(parents=True)
    (home / "interests" / "itms.yaml").write_text("x: {}\n")
    with pytest.raises(Mistaken, match="did you mean 'interests/items'"):
        reader.read(home)
