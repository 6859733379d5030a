"""Finding by words: the bars of docs/method.md, on written queries and on those held back."""

from statistics import median
from time import perf_counter

import pytest

from bot.guidance.folding import fold
from bot.guidance.search import LONGEST, Found, Index
from content.atlas import Catalogue
from content.kinds import LANGUAGES
from tests.test_guidance.asked import misses, nonsense, queries

FILES = ("queries", "held_out")
TWISTED = ("inflected", "misspelt", "russian-letters", "latin", "mixed")
WELDER = "сварщик"
NOTHING = Found()


def share(file: str, known: Index, top: int) -> float:
    """How many queries of a file are answered rightly among so many guesses."""
    asked = queries(file)
    missed = list(misses(asked, [known.find(query.words) for query in asked], top))
    return 1 - len(missed) / len(asked)


def seconds(known: Index, words: str) -> float:
    """How long words take, at best of three."""
    return min(_once(known, words) for _ in range(3))


def _once(known: Index, words: str) -> float:
    begun = perf_counter()
    known.find(words)
    return perf_counter() - begun


# --- the bars ---


@pytest.mark.parametrize(("file", "least"), [("queries", 210), ("held_out", 90)])
def test_there_are_queries_enough_in_each_language_and_a_third_is_twisted(
    file: str, least: int
) -> None:
    asked = queries(file)
    assert len(asked) >= least
    assert all(sum(q.language == one for q in asked) >= least // 3 for one in LANGUAGES)
    assert sum(query.twist in TWISTED for query in asked) >= len(asked) / 3


def test_nothing_held_back_is_tuned_on() -> None:
    tuned = {query.words for query in queries("queries")}
    assert sum(query.words in tuned for query in queries("held_out")) <= 5


@pytest.mark.parametrize("file", FILES)
def test_what_is_meant_is_in_the_catalogue(file: str, catalogue: Catalogue) -> None:
    for query in queries(file):
        assert all(catalogue.thing(thing) for thing in query.things)
        assert not query.region or catalogue.region(query.region)
        assert query.things or query.region or query.wanted


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(("top", "bar"), [(1, 0.90), (3, 0.96)])
def test_what_is_meant_is_found(file: str, top: int, bar: float, known: Index) -> None:
    assert share(file, known, top) >= bar


def test_what_is_surely_found_is_what_was_meant(known: Index) -> None:
    asked = [(one, known.find(one.words)) for file in FILES for one in queries(file) if one.things]
    sure = [query.rank(found) == 1 for query, found in asked if found.sure]
    assert len(sure) >= len(asked) / 2
    assert sum(sure) / len(sure) >= 0.97


def test_nonsense_is_rejected(known: Index) -> None:
    asked = nonsense()
    told = [words for words in asked if known.find(words).guesses or known.find(words).region]
    assert len(asked) >= 60
    assert len(told) / len(asked) <= 0.05, told


def test_every_name_finds_its_own_thing(catalogue: Catalogue, known: Index) -> None:
    lost = [
        f"{profession.slug}: {profession.name[language]}"
        for profession in catalogue.professions
        for language in LANGUAGES
        if profession.slug not in [g.slug for g in known.find(profession.name[language]).guesses]
    ]
    assert lost == []


# --- bad input ---

STRANGE = {
    "nothing": "",
    "blanks": " \t\n\u00a0\u2003",
    "only emoji": "🔥" * 4096,
    "right to left": "مرحبا " * 700,
    "one letter": "қ" * 4096,
    "no language": "你好世界" * 1000,
    "signs": "?!.,;:()%$#@" * 300,
}


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE)
def test_what_holds_no_words_finds_nothing(words: str, known: Index) -> None:
    assert known.find(words) == NOTHING


@pytest.mark.parametrize(
    "words",
    [
        f"{WELDER} " * 512,
        WELDER + "🔥" * 4096,
        "\u200b".join(WELDER),
        f"\u202e{WELDER}\u202c",
        f"<b>{WELDER}</b>",
        f"{WELDER}\x00",
        f"  {WELDER.upper()}!!!  ",
    ],
    ids=["4096 letters", "emoji", "zero-width", "turned round", "HTML", "NUL", "shouted"],
)
def test_a_trade_is_found_in_strange_dress(words: str, known: Index) -> None:
    found = known.find(words)
    assert found.sure
    assert found.guesses[0].slug == "welder"


def test_what_looks_like_code_is_only_words(known: Index) -> None:
    found = known.find("'; DROP TABLE people; --")
    assert found.strange
    assert not found.guesses


def test_only_the_beginning_of_a_long_text_is_read(known: Index) -> None:
    assert known.find("z" * LONGEST + WELDER) == known.find("z" * LONGEST)


# --- how quick ---


def test_a_query_is_quicker_than_folding_a_few_pages(known: Index) -> None:
    begun = perf_counter()
    fold("Хочу стать сварщиком в Костанае. " * 1000)
    pages = perf_counter() - begun
    assert median(seconds(known, query.words) for query in queries("queries")) < pages


def test_the_strangest_words_take_little_longer_than_others(known: Index) -> None:
    usual = median(seconds(known, query.words) for query in queries("queries"))
    worst = " ".join(f"w{number}rd{number * 7}ng" for number in range(400))
    assert seconds(known, worst) < 200 * usual


# --- what a sentence says ---


@pytest.mark.parametrize("words", ["колледж", "колледждер", "colleges", "какие есть колледжи"])
def test_a_kind_alone_is_wanted(words: str, known: Index) -> None:
    assert known.find(words) == Found(wanted="colleges")


def test_of_equals_those_in_the_place_come_first(known: Index) -> None:
    found = known.find("политех костанай")
    assert found.region == "kostanay"
    assert found.guesses[0].slug == "kostanay-polytechnic-higher"


def test_of_equals_the_wanted_kind_comes_first(known: Index) -> None:
    assert known.find("nursing college").guesses[0].kind == "colleges"
    assert known.find("nurse").guesses[0].kind == "professions"


@pytest.mark.parametrize("words", ["учитель", "пилот", "электрик", "is welding dangerous"])
def test_what_is_half_said_is_asked_back(words: str, known: Index) -> None:
    found = known.find(words)
    assert found.guesses
    assert not found.sure


def test_words_that_lead_nowhere_beside_a_place_are_told(known: Index) -> None:
    assert known.find("космонавт в Алматы") == Found(region="almaty", strange=True)
    assert known.find("в Алматы") == Found(region="almaty")


def test_two_trades_in_a_sentence_are_both_told(known: Index) -> None:
    told = {guess.slug for guess in known.find("повар или кондитер").guesses}
    assert {"cook", "pastry-chef-baker"} <= told
