"""The bars of the alarms: calls for help are heard, everyday talk is left alone, and quickly."""

from collections import Counter

import pytest

from bot.guidance.listening import Sayings, spoken
from tests.crisis.marked import (
    FALSE,
    LEARNED,
    MEDIAN,
    OF_THE_CATALOGUE,
    RECALL,
    SETS,
    alarms,
    false,
    is_heard,
    lines,
    of_the_catalogue,
    recall,
    share_heard,
    typical,
)

KINDS = {"self-harm", "violence", "abuse", "run-away", "everyday"}
WRITINGS = {"kk", "kk-latin", "ru", "ru-latin", "en"}


def test_there_are_enough_lines_of_each_kind_and_writing() -> None:
    every = [line for of in SETS for line in lines(of)]
    assert len({line.words for line in every}) == len(every) >= 500
    assert sum(line.is_call for line in every) >= 300
    assert sum(not line.is_call for line in every) >= 200
    there = Counter((line.kind, line.writing) for line in every)
    assert set(there) == {(kind, writing) for kind in KINDS for writing in WRITINGS}


@pytest.mark.parametrize("of", [*SETS, LEARNED])
def test_calls_for_help_are_heard(of: str) -> None:
    """P09: recall of 98 % and more, in each language and writing."""
    assert recall(of) >= RECALL


@pytest.mark.parametrize("of", ["tuned", "held_out"])
def test_everyday_talk_is_no_alarm(of: str) -> None:
    assert false(of) <= FALSE


def test_the_talk_of_the_trades_is_no_alarm() -> None:
    assert share_heard(list(of_the_catalogue())) <= OF_THE_CATALOGUE


def test_listening_takes_no_time() -> None:
    assert typical("held_out") <= MEDIAN
    assert not is_heard("болт и гайка " * 300)


def test_every_alarm_is_heard_by_its_own_sayings() -> None:
    assert {alarm.slug for alarm in alarms()} == KINDS - {"everyday"}


# --- sayings ---


def test_parts_stand_near_one_another_in_any_order() -> None:
    known = Sayings(["<family> + бь*"], among={"family": ["папа", "старший брат"]})
    assert known.heard(spoken("старший брат опять бьёт"))
    assert known.heard(spoken("бьет меня ПАПА"))
    assert not known.heard(spoken("брат бьёт"))
    assert not known.heard(spoken("папа пришёл домой и рассказал, что на заводе молот бьёт"))


def test_a_slip_of_the_pen_is_forgiven_in_long_words() -> None:
    known = Sayings(["одиночество", "=сдохнуть", "бьет"])
    assert known.heard(spoken("одиночесво"))
    assert known.heard(spoken("одиначество"))
    assert known.heard(spoken("odinochestvo"))
    assert not known.heard(spoken("сохнуть"))
    assert not known.heard(spoken("бьер"))


def test_what_belongs_to_an_everyday_saying_is_passed_over() -> None:
    known = Sayings(["умира*", "бь* меня"], ["умира* + смех*", "током"])
    assert not known.heard(spoken("со смеху умираю"))
    assert known.heard(spoken("умираю"))
    assert known.heard(spoken("бьёт меня"))


def test_to_be_is_not_to_beat() -> None:
    known = Sayings(["мама + была", "мама + бил*"])
    assert not known.heard(spoken("мама была рада"))
    assert known.heard(spoken("мама била меня"))
