"""Every update Telegram has is heard as one of our kinds, and nobody's name goes further."""

import copy
from dataclasses import asdict
from typing import Any

import pytest

from bot.edges.telegram.counts import STRANGE
from bot.edges.telegram.reading import read

from .seeds import AIYM, PRIVATE, SEEDS, Json, message, tap, update

NAMES = ["Имя", "", "\u202egnikcah", "a\u200bb", "nul\x00", "🧑‍🏭" * 50, "\ud800", "х" * 255]


def heard(seed: str) -> Any:
    return read(update(seed), "guide_bot").heard


@pytest.mark.parametrize("seed", SEEDS)
def test_each_kind_of_update(seed: str) -> None:
    assert heard(seed).kind == SEEDS[seed][1]


@pytest.mark.parametrize("seed", SEEDS)
def test_new_fields_change_nothing(seed: str) -> None:
    richer = _everywhere(copy.deepcopy(update(seed)))
    assert read(richer, "guide_bot") == read(update(seed), "guide_bot")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_never_come_this_far(seed: str, name: str) -> None:
    told = copy.deepcopy(update(seed))
    for part in told.values():
        if isinstance(part, dict) and part.get("from"):
            part["from"] |= {"first_name": name, "last_name": name, "username": "canary_name"}
    assert read(told, "guide_bot") == read(update(seed), "guide_bot")
    assert "canary" not in str(read(told, "guide_bot"))


def test_phones_never_come_this_far() -> None:
    assert "+7700" not in str(read(update("contact")))


def test_who_where_and_in_which_language() -> None:
    found = heard("text")
    assert (found.update, found.person, found.chat) == (1, 1001, 1001)
    assert (found.app_language, found.words) == ("kk", "сварщик")


def test_a_payload_stays_in_the_words() -> None:
    assert heard("command with payload").words == "/start p_welder"


def test_a_tap_knows_its_message_and_its_query() -> None:
    arrival = read(update("tap"))
    assert (arrival.query, arrival.message, arrival.heard.tapped) == ("9", 7, "x")


@pytest.mark.parametrize("seed", ["tap on a picture", "tap on a lost message"])
def test_what_cannot_become_other_words_is_not_edited(seed: str) -> None:
    assert read(update(seed)).message == 0


def test_a_message_without_its_date_is_lost_whatever_else_it_says() -> None:
    lost = {"chat": PRIVATE, "message_id": 7, "date": 0, "text": "Menu"}
    assert read({"update_id": 1, **tap(message=lost)}).message == 0


def test_a_tap_on_a_shared_card_is_answered_in_private() -> None:
    assert heard("tap on a shared card").chat == 1001


@pytest.mark.parametrize("seed", ["tap in a group", "tap on a game"])
def test_a_tap_we_do_not_hear_is_answered_all_the_same(seed: str) -> None:
    assert read(update(seed)).query == "9"


def test_in_a_group_nobody_says_whose_group_it_is() -> None:
    found = heard("command in a group")
    assert (found.person, found.chat, found.words) == (1001, -100200, "")


def test_a_shared_place_is_where_it_is() -> None:
    assert heard("location").spot == (49.9, 82.6)


@pytest.mark.parametrize("spot", [(91, 0), (0, 181), ("1", 2), (None, 1), (True, 1), (1e999, 0)])
def test_a_place_that_is_nowhere_is_nothing(spot: tuple[Any, Any]) -> None:
    told = {"update_id": 1, **message(location={"latitude": spot[0], "longitude": spot[1]})}
    assert read(told).heard.kind == "nothing"


def test_an_inline_query_keeps_its_words() -> None:
    assert (heard("inline").words, read(update("inline")).query) == ("welder", "3")


STRANGERS: list[Any] = [
    None, 1, "x", [], [{}], {"update_id": "1"}, {"update_id": True}, {"update_id": -1},
    {"update_id": 2**70}, {"update_id": 1, "message": 5}, {"update_id": 1, "message": []},
    {"update_id": 1, "message": {}}, {"update_id": 1, "callback_query": {"id": 1}},
    {"update_id": 1, **message(text=5)}, {"update_id": 1, **message(text=["x"])},
    {"update_id": 1, **message(text="x", chat={})}, {"update_id": 1, **message(text="x", date="1")},
    {"update_id": 1, **message(text="x", **{"from": {**AIYM, "id": 2**60}})},
    {"update_id": 1, **message(text="x", **{"from": {**AIYM, "id": "1001"}})},
    {"update_id": 1, **tap(id="\ud800")}, {"update_id": 1, **tap(id=5)},
    {"update_id": 1, **message(text="x", **{"from": {**AIYM, "id": -1}})},
    {"update_id": 1, **tap(data=7)}, {"update_id": 1, **tap(**{"from": None})},
]  # fmt: skip


@pytest.mark.parametrize("raw", STRANGERS, ids=range(len(STRANGERS)))
def test_what_cannot_be_read_is_nothing(raw: Any) -> None:
    assert read(raw).heard.kind == "nothing"


def test_the_number_is_kept_of_what_cannot_be_read() -> None:
    assert read({"update_id": 12, "message": 5}).heard.update == 12


def test_the_unreadable_and_the_unknown_are_counted() -> None:
    before = STRANGE._value.get()
    read(None)
    read(update("from the future"))
    assert STRANGE._value.get() == before + 2


@pytest.mark.parametrize("code", ["kk", "ru", "en", "zh-hans"])
def test_languages(code: str) -> None:
    told = {"update_id": 1, **message(text="x", **{"from": {**AIYM, "language_code": code}})}
    assert read(told).heard.app_language == code


@pytest.mark.parametrize("code", ["", None, 5, "\u202e", "k\x00", "к"])
def test_what_is_no_language(code: Any) -> None:
    told = {"update_id": 1, **message(text="x", **{"from": {**AIYM, "language_code": code}})}
    assert read(told).heard.app_language == ""


@pytest.mark.parametrize("part", ["reply_to_message", "reply_markup", "entities", "quote"])
def test_what_nobody_reads_breaks_nothing(part: str) -> None:
    told = {"update_id": 1, **message(text="x", **{part: "nonsense"})}
    assert read(told).heard.words == "x"


def test_texts_are_cleaned() -> None:
    told = {"update_id": 1, **message(text="a\x00b\ud800c\u202ed" + "x" * 5000)}
    words = read(told).heard.words
    assert words.startswith("abcdx")
    assert len(words) == 4096


def test_tapped_data_is_cleaned() -> None:
    assert read({"update_id": 1, **tap(data="save-\x00\ud800welder")}).heard.tapped == "save-welder"


def test_everything_heard_can_be_kept() -> None:
    for seed in SEEDS:
        for value in asdict(heard(seed)).values():
            assert isinstance(value, str | int | tuple | None)


def _everywhere(part: Any) -> Any:
    """The same, with a new field in every object that has a place for it."""
    if isinstance(part, list):
        return [_everywhere(each) for each in part]
    if not isinstance(part, dict):
        return part
    richer: Json = {name: _everywhere(value) for name, value in part.items()}
    return richer | {"from_the_future": {"x": 1}}
