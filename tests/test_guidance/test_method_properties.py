"""What holds for whoever answers whatever: lists, bands, counterfactuals, refusals."""

import re
from collections import Counter
from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guidance.belief import Belief, believed
from bot.guidance.care import verdict
from bot.guidance.matching import OF_ONE, SHOWN, STRETCH, Band, Matcher, Suggestion
from bot.guidance.profiles import LETTERS, Profile
from bot.guidance.reasons import otherwise, reasons
from bot.guidance.sitting import Instrument, instrument
from content.reader import HOME
from tests.databases import whole

KNOWN: Instrument = instrument(whole())
MATCHER: Matcher = KNOWN.matcher
TRADES = {trade.slug: trade for trade in MATCHER.trades}

answers = st.lists(st.tuples(st.sampled_from(LETTERS), st.integers(1, 5)), max_size=54)
beliefs = answers.map(lambda given: believed(KNOWN.reference, given))
wishes = st.dictionaries(st.sampled_from(MATCHER.traits), st.floats(-1, 1), max_size=31)


@given(beliefs, wishes, st.text(max_size=5))
@settings(max_examples=25, deadline=None)
def test_every_list_has_directions_a_core_trade_and_two_stretch_picks(
    belief: Belief, wished: dict[str, float], seed: str
) -> None:
    found = MATCHER.suggest(belief, wished, seed)
    chosen, stretch = found[:-STRETCH], found[-STRETCH:]
    directions = Counter(TRADES[one.slug].direction for one in chosen)
    assert len(directions) >= 3
    assert max(directions.values()) <= OF_ONE
    assert len(chosen) <= SHOWN
    assert any(TRADES[one.slug].core for one in chosen)
    assert len({one.slug for one in found}) == len(found)
    apart = {TRADES[one.slug].direction for one in stretch}
    assert len(apart) == STRETCH
    assert not apart & set(directions)
    assert any(TRADES[one.slug].core for one in stretch)
    assert {one.band for one in stretch} == {"stretch"}


def test_no_number_leaves_the_matcher() -> None:
    assert [field.name for field in fields(Suggestion)] == ["slug", "band"]
    assert set(get_args(Band)) == {"strong", "try", "stretch"}


@given(beliefs, wishes)
@settings(max_examples=25, deadline=None)
def test_a_counterfactual_is_true_when_ranked_again(
    belief: Belief, wished: dict[str, float]
) -> None:
    if found := otherwise(MATCHER, belief.means, wished):
        raised = [
            mean + found.raised * (letter == found.letter)
            for letter, mean in zip(LETTERS, belief.means, strict=True)
        ]
        assert first(raised, wished) == found.slug
        assert first(belief.means, wished) != found.slug


def first(person: Profile, wished: dict[str, float]) -> str:
    """The trade with the best score."""
    scores = dict(zip(TRADES, MATCHER.scores(person, wished), strict=True))
    return max(scores, key=scores.__getitem__)


@given(beliefs, wishes, st.sampled_from(sorted(TRADES)))
@settings(max_examples=50, deadline=None)
def test_reasons_are_the_largest_terms_of_the_score(
    belief: Belief, wished: dict[str, float], slug: str
) -> None:
    told = reasons(MATCHER, belief.means, wished, slug)
    assert len(told) <= 2
    assert all(reason.weight > 0 for reason in told)
    assert [one.weight for one in told] == sorted((one.weight for one in told), reverse=True)
    for reason in told:
        assert reason.kind == "letter" or (wished[reason.name] > 0 and TRADES[slug].traits)


@given(beliefs, wishes)
@settings(max_examples=10, deadline=None)
def test_the_same_seed_draws_the_same(belief: Belief, wished: dict[str, float]) -> None:
    assert MATCHER.hits(belief, wished, "7") == MATCHER.hits(belief, wished, "7")


# --- refusals -----------------------------------------------------------------------------------


def told(asked: int, given: list[tuple[str, int]]) -> str:
    """The verdict on these answers."""
    return verdict(asked, given, believed(KNOWN.reference, given).means)


PLAIN = [(letter, value) for letter, value in zip(LETTERS, (4, 3, 1, 2, 2, 5), strict=True)]


def test_honest_answers_tell_something() -> None:
    assert told(18, PLAIN * 3) == "clear"


@given(st.integers(0, 11))
def test_too_few_answers_are_refused(count: int) -> None:
    assert told(18, (PLAIN * 3)[:count]) == "few"


def test_a_letter_never_answered_is_refused() -> None:
    assert told(15, [one for one in PLAIN * 3 if one[0] != "A"]) == "few"


@given(st.integers(1, 5), st.integers(12, 54))
def test_always_the_same_answer_is_refused(value: int, count: int) -> None:
    assert told(count, [(LETTERS[at % 6], value) for at in range(count)]) == "constant"


def test_all_letters_alike_are_refused() -> None:
    given = [(letter, value) for letter in LETTERS for value in (2, 3, 4)]
    assert told(18, given) == "flat"


def test_answers_that_contradict_each_other_are_refused() -> None:
    extremes = [(letter, value) for letter in "RIA" for value in (1, 5, 1)]
    given = [*extremes, *((letter, value) for letter in "SEC" for value in (5, 1, 5))]
    assert told(18, given) == "careless"


# --- nobody's sex -------------------------------------------------------------------------------

SEX = re.compile(
    r"\b(gender|sex|sexes|is_girl|is_boy|is_male|is_female|girls?_or_boys?|jynys|жынысы|пол)\b"
    r"|gender_|_gender|sex_|_sex\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("folder", ["bot", "db", "content", "migrations"])
def test_nothing_takes_or_infers_sex(folder: str) -> None:
    """Code only: words for people may speak of girls and boys, no program line may."""
    code = list((HOME.parent / folder).rglob("*.py"))
    assert len(code) > 3
    found = [f"{path}: {hit[0]}" for path in code for hit in SEX.finditer(path.read_text("utf-8"))]
    assert found == []
