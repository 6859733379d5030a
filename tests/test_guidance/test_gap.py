"""The perception gap: which questions are guessed, and on which topics two differ."""

import pytest

from bot.guidance.codes import LONGER, code_in, codes
from bot.guidance.gap import FEWEST, MOST, questions, topics
from bot.guidance.sitting import instrument
from content.atlas import Catalogue

LETTERS = {f"{letter.lower()}{at}": letter for letter in "RIASEC" for at in range(4)}


def test_twelve_questions_spread_over_all_six_interests() -> None:
    asked = questions([(item, 3) for item in LETTERS], LETTERS)
    assert len(asked) == MOST
    assert [LETTERS[item] for item in asked] == [*"RIASEC", *"RIASEC"]


def test_what_a_child_did_not_know_is_not_guessed() -> None:
    given = [(item, 0 if item.startswith("r") else 4) for item in LETTERS]
    asked = questions(given, LETTERS)
    assert len(asked) == MOST - 2
    assert not any(item.startswith("r") for item in asked)


@pytest.mark.parametrize(("answered", "many"), [(FEWEST - 1, 0), (FEWEST, FEWEST)])
def test_with_fewer_than_six_answers_there_is_nothing_to_guess(answered: int, many: int) -> None:
    given = [(f"{letter}0", 2) for letter in "riasec"[:answered]]
    assert len(questions(given, LETTERS)) == many


def test_items_we_no_longer_ask_are_passed_over() -> None:
    assert questions([("gone", 5), *((item, 3) for item in LETTERS)], LETTERS) == questions(
        [(item, 3) for item in LETTERS], LETTERS
    )


def test_the_same_guesses_differ_on_nothing() -> None:
    assert topics([(letter, 4, 4) for letter in "RIASEC"]) == []


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([("R", 5, 2), ("R", 4, 4)], ["R"]),  # 3 and 0: 1.5 on the average
        ([("R", 5, 3), ("R", 4, 4)], []),
        ([("S", 1, 5), ("A", 5, 1)], ["A", "S"]),
        ([("S", 0, 5), ("A", 5, 0)], []),  # what either does not know is no difference
        ([("S", 0, 5), ("S", 2, 4)], ["S"]),
    ],
)
def test_topics_are_those_where_guesses_lie_apart(
    pairs: list[tuple[str, int, int]], told: list[str]
) -> None:
    assert topics(pairs) == told


def test_which_topic_differs_does_not_tell_who_said_more() -> None:
    pairs = [("R", 5, 1), ("I", 2, 2)]
    assert topics(pairs) == topics([(letter, guess, answer) for letter, answer, guess in pairs])


def test_every_item_of_the_catalogue_can_be_guessed(catalogue: Catalogue) -> None:
    letters = {item.slug: item.letter for item in instrument(catalogue).items}
    assert len(questions([(slug, 3) for slug in letters], letters)) == MOST
    assert len(" ".join(sorted(letters, key=len)[-MOST:])) <= 400  # as long as the column is


def test_a_childs_code_is_longer_than_that_of_a_class_and_read_as_it_was_typed() -> None:
    from random import Random

    for sign in codes(Random(1), 200, LONGER):
        assert len(sign) == LONGER
        assert code_in(f" {sign[:4].lower()}-{sign[4:]} ", LONGER) == sign
        assert code_in(sign) == ""
