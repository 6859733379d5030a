"""Intents: what fits on a button comes back from it, and nothing else comes back as anything."""

import random
import string
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.doors import COMMANDS, EVERYONE, ROUTER
from bot.rooms.answers.intents import Hear
from bot.rooms.colleges.intents import BrowseColleges, OpenCollege
from bot.rooms.compare.intents import CompareTwo
from bot.rooms.figures.intents import CompareFigures
from bot.rooms.home.intents import GoHome, Speak
from bot.rooms.professions.intents import (
    BrowseDirection,
    OpenProfession,
    ProfessionColleges,
    ReadProfession,
)
from bot.turn import LONGEST, trodden
from bot.ui import Intent, Unreadable
from bot.ui.intent import LARGEST
from bot.ui.pages import page, turner
from content.buttons import TOGETHER

SLUG = st.from_regex(r"[a-z0-9][a-z0-9-]{0,31}", fullmatch=True)
PAYLOAD = string.ascii_letters + string.digits + "_-"
INTENTS = sorted(EVERYONE, key=lambda intent: intent.code)


# Intents with two addresses, and of which kinds these are.
TWO_ADDRESSES: dict[tuple[str, str], Callable[[str, str], Intent]] = {
    ("professions", "professions"): CompareTwo,
    ("figures", "figures"): CompareFigures,
    ("professions", "regions"): lambda one, other: ProfessionColleges(one, 100, other),
    ("regions", "places"): lambda one, other: BrowseColleges(one, 100, other),
}


def _values(kind: Any) -> st.SearchStrategy[Any]:
    """What a field of this kind may hold."""
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    return st.integers(0, 999_999_999) if kind is int else SLUG


def _intents(intent: type[Intent]) -> st.SearchStrategy[Intent]:
    hints = get_type_hints(intent)
    return st.builds(intent, **{name: _values(hints[name]) for name in intent._names})


ANY = st.one_of([_intents(intent) for intent in INTENTS])


@given(ANY)
def test_what_is_packed_is_read_again(intent: Intent) -> None:
    try:
        packed = intent.pack()
    except ValueError:
        assert sum(len(str(value)) for value in vars(intent).values()) > LARGEST // 2
        return
    assert len(packed.encode()) <= LARGEST
    assert Intent.unpack(packed) == intent
    assert Intent.follow(packed) == intent


@pytest.mark.parametrize("kinds", TWO_ADDRESSES)
def test_two_addresses_that_the_reader_lets_pass_fit_a_button(kinds: tuple[str, str]) -> None:
    most, intent = TOGETHER[kinds], TWO_ADDRESSES[kinds]
    for letters in (most - 32, most // 2, 32):
        assert len(intent("a" * letters, "b" * (most - letters)).pack()) <= LARGEST
    with pytest.raises(ValueError, match="at most 64"):
        intent("a" * 32, "b" * (most - 31)).pack()


@pytest.mark.parametrize("intent", INTENTS, ids=lambda intent: intent.code)
def test_every_kind_comes_back_from_its_button(intent: type[Intent]) -> None:
    hints = get_type_hints(intent)
    filled = intent(**{name: _plainest(hints[name]) for name in intent._names})
    assert Intent.unpack(filled.pack()) == filled


def _plainest(kind: Any) -> object:
    if get_origin(kind) is Literal:
        return get_args(kind)[-1]
    return 12 if kind is int else "underground-loader-operator"


@pytest.mark.parametrize(
    "packed",
    [
        "", "-", "nobody", "nobody-welder", "prof", "prof-", "prof-a_b", "prof-welder_1", "PROF-x",
        "read-welder_night", "read-welder", "dir-engineering_x", "dir-engineering_-1",
        "dir-engineering_01", "dir-engineering_1_1", "dir-engineering_9999999999", "speak-de",
        "home-x", "prof-сварщик", "prof-a b", "prof-a\nb", "prof-a/../b", "prof-" + "a" * 60,
        "dir-engineering_１", "save-<b>", "🏠",
    ],
)  # fmt: skip
def test_forged_and_damaged_buttons_are_unreadable(packed: str) -> None:
    with pytest.raises(Unreadable):
        Intent.unpack(packed)


def test_old_buttons_without_a_page_open_the_first() -> None:
    assert Intent.unpack("dir-engineering") == BrowseDirection("engineering", 1)


def test_links_open_what_they_name() -> None:
    assert Intent.follow("p_welder") == OpenProfession("welder")
    assert Intent.follow("k_adilet") == OpenCollege("adilet")
    assert Intent.follow("read-welder_day") == ReadProfession("welder", "day")
    for junk in ("p", "p_", "z_welder", "p_welder_x", "p_" + "a" * 63, "welder", "%70_welder"):
        with pytest.raises(Unreadable):
            Intent.follow(junk)


def test_a_hundred_thousand_payloads_open_something_or_nothing() -> None:
    chance, codes = random.Random(6), [intent.code for intent in INTENTS]
    opened = 0
    for _ in range(100_000):
        payload = "".join(chance.choices(PAYLOAD, k=chance.randint(1, 40)))
        if chance.random() < 0.5:
            payload = f"{chance.choice(codes)}-{payload}"
        with suppress(Unreadable):
            opened += isinstance(Intent.follow(payload), Intent)
    assert 1_000 < opened < 50_000


@given(st.text(max_size=80))
def test_no_text_at_all_breaks_the_reading(packed: str) -> None:
    for reading in (Intent.unpack, Intent.follow):
        with suppress(Unreadable):
            assert len(reading(packed).code) <= 10


def test_a_code_is_never_given_twice() -> None:
    with pytest.raises(TypeError, match="taken"):
        type("Another", (Intent,), {}, code="home")


# --- words ---


def test_typed_words_are_commands_or_looked_for() -> None:
    assert ROUTER.said("/start", "") == GoHome()
    assert ROUTER.said("/START@guide_bot", "") == GoHome()
    assert ROUTER.said("/start p_welder", "") == OpenProfession("welder")
    assert ROUTER.said("welder", "") == Hear()
    assert ROUTER.said("welder", "speak-ru") == Speak("ru")
    for name, intent in COMMANDS.items():
        assert ROUTER.said(f"/{name}", "speak-ru") == intent
    with pytest.raises(Unreadable):
        ROUTER.said("/nothing", "")


# --- pages and the way back ---


def test_pages_hold_all_things_in_their_order() -> None:
    things = list(range(20))
    found = [one for number in range(1, 5) for one in page(things, number).things]
    assert found == things
    assert page(things, 99).things == [18, 19]
    assert page(things, 0).number == 1
    assert page([], 3).things == []


def test_the_ends_of_a_list_stay_where_they_are() -> None:
    def to(number: int) -> Intent:
        return BrowseDirection("engineering", number)

    before, here, after = turner(page(range(20), 1), to)
    assert (before.intent, here.intent, after.intent) == (to(1), to(1), to(2))
    assert here.facts == {"page": 1, "pages": 4}
    assert turner(page(range(20), 4), to)[2].intent == to(4)
    assert turner(page(range(6), 1), to) == []


def test_a_place_met_before_ends_the_trail_there_again() -> None:
    trail = ("home", "profs", "dir-engineering_1", "prof-welder")
    assert trodden(trail, BrowseDirection("engineering")) == trail[:3]
    assert trodden(trail, OpenProfession("plumber")) == (*trail, "prof-plumber")
    assert trodden(trail, Speak("ru")) == trail


@given(st.lists(st.sampled_from("abcdefghij"), max_size=40))
def test_a_trail_never_grows_over_its_length(slugs: list[str]) -> None:
    trail: tuple[str, ...] = ()
    for slug in slugs:
        trail = trodden(trail, OpenProfession(slug))
    assert len(trail) <= LONGEST
    assert len(set(trail)) == len(trail)
    assert not slugs or trail[-1] == f"prof-{slugs[-1]}"
