"""The interest test, where things go astray: one outcome for each, and nothing answered is lost."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy.orm import Session

from bot.rooms.interests.intents import (
    AskAgain,
    AskMore,
    AskNext,
    BeginInterests,
    BeginYoung,
    OpenResult,
    PickBest,
    PickSide,
    PickWorst,
    Rate,
)
from content.atlas import Catalogue
from content.catalogue import Item
from db import interests
from tests.chat import Chat
from tests.sitters import EVENLY, METAL, PEOPLE
from tests.test_conversations.sitting import answers, begins, offered, opens, sits
from tests.wire import House

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _given(house: House, attempt: int) -> dict[str, int]:
    """What is kept of an attempt."""

    def look(session: Session) -> dict[str, int]:
        found = session.get(interests.Attempt, attempt)
        assert found
        return {one.item: one.value for one in interests.ratings(session, found)}

    return await house.store.do(look)


async def test_a_double_tap_answers_once(house: House, parent: Chat) -> None:
    attempt = await begins(parent)
    tapped = METAL.answers(offered(parent))
    assert isinstance(tapped, Rate)
    await parent.taps_data(tapped.pack())
    await parent.taps_data(tapped.pack())
    assert parent.text.startswith("2 из 20")
    assert await _given(house, attempt) == {tapped.item: tapped.value}


async def test_begun_twice_it_is_one_test(parent: Chat) -> None:
    assert await begins(parent) == await begins(parent)


async def test_two_telephones_answer_in_one_test(house: House, parent: Chat) -> None:
    """What the other telephone still shows may be answered there: the later answer counts."""
    attempt = await begins(parent)
    shown = list(offered(parent))
    first, other = METAL.answers(shown), PEOPLE.answers(shown)
    assert isinstance(first, Rate)
    assert isinstance(other, Rate)
    await parent.taps_data(first.pack())
    await answers(parent, METAL, 2)
    await parent.taps_data(other.pack())
    assert parent.text.startswith("4 из 20")
    given = await _given(house, attempt)
    assert given[first.item] == other.value
    assert len(given) == 3


async def test_two_taps_at_once_are_two_turns_in_a_row(house: House, parent: Chat) -> None:
    attempt = await begins(parent)
    rated = [one for one in offered(parent) if isinstance(one, Rate)]
    await asyncio.gather(*(parent.taps_data(one.pack()) for one in rated[:2]))
    assert len(await _given(house, attempt)) == 1
    assert parent.text.startswith("2 из 20")


async def test_an_old_question_answered_again_changes_that_answer(
    house: House, parent: Chat
) -> None:
    attempt = await begins(parent)
    await answers(parent, METAL, 4)
    asked = next(iter(await _given(house, attempt)))
    await parent.taps_data(Rate(attempt, asked, 1).pack())
    assert (await _given(house, attempt))[asked] == 1
    assert parent.text.startswith("5 из 20")


async def test_after_the_result_nothing_changes_any_more(house: House, parent: Chat) -> None:
    attempt = await sits(parent, METAL)
    result, given = parent.text, await _given(house, attempt)
    for late in (
        Rate(attempt, next(iter(given)), 1),
        PickBest(attempt, 1, "metal"),
        PickWorst(attempt, 1, "metal"),
        PickSide(attempt, "pair-01", "one"),
        AskNext(attempt),
        AskAgain(attempt, 1),
    ):
        await parent.taps_data(late.pack())
        assert parent.text == result
    assert await _given(house, attempt) == given


async def test_words_typed_in_mid_test_are_looked_for_and_the_test_goes_on(parent: Chat) -> None:
    await begins(parent)
    await answers(parent, METAL, 3)
    question, message = parent.text, parent.newest
    await parent.says("сварщик")
    assert "Сварщик" in parent.text
    await parent.taps_old("🤩 Очень нравится", message)
    old = next(one for one in parent.told if one["message_id"] == message["message_id"])
    assert old["text"].startswith("5 из 20")
    await parent.says("спасибо")
    await parent.says("/start")
    await parent.taps("▶️ Продолжить")
    assert parent.text.startswith("5 из 20")
    assert question.startswith("4 из 20")


async def test_a_sticker_in_mid_test_shows_the_question_again(parent: Chat) -> None:
    attempt = await begins(parent)
    await answers(parent, METAL, 3)
    question = parent.text
    await parent.taps_data(AskNext(attempt).pack())
    await parent.sends("sticker")
    assert parent.text.endswith(question)


@pytest.mark.parametrize(
    "forged",
    [
        AskNext, OpenResult, AskMore,
        lambda attempt: Rate(attempt, "lamp", 5),
        lambda attempt: PickBest(attempt, 1, "metal"),
        lambda attempt: AskAgain(attempt, 1),
        lambda attempt: PickSide(attempt, "pair-01", "one"),
    ],
)  # fmt: skip
async def test_somebody_elses_attempt_is_gone(
    house: House, parent: Chat, reader: Chat, forged: type[AskNext]
) -> None:
    theirs = await begins(parent)
    await answers(parent, METAL, 3)
    given = await _given(house, theirs)
    await reader.taps_data(forged(theirs).pack())
    assert reader.text.startswith("That page is not in the catalogue any more.")
    await reader.taps_data(forged(999_999).pack())
    assert reader.text.startswith("That page is not in the catalogue any more.")
    assert await _given(house, theirs) == given


async def test_answers_of_the_other_kind_are_not_taken(house: House, parent: Chat) -> None:
    attempt = await begins(parent, BeginYoung())
    await parent.taps_data(Rate(attempt, "lamp", 5).pack())
    assert parent.text.startswith("1 из 20")
    full = await begins(parent, BeginInterests())
    await parent.taps_data(PickSide(full, "pair-01", "one").pack())
    assert await _given(house, attempt) == await _given(house, full) == {}


async def test_a_card_that_is_not_in_the_set_is_no_answer(parent: Chat) -> None:
    attempt = await begins(parent)
    while "Что из этого ближе всего?" not in parent.text:
        await answers(parent, METAL, 1)
    cards = {one.card for one in offered(parent) if isinstance(one, PickBest)}
    foreign = "metal" if "metal" not in cards else "animals"
    shown = parent.text
    await parent.taps_data(PickBest(attempt, 1, foreign).pack())
    assert parent.text == shown
    await parent.taps_data(PickWorst(attempt, 1, next(iter(cards))).pack())
    assert parent.text == shown


async def test_more_asked_twice_is_one_longer_test(parent: Chat) -> None:
    attempt = await sits(parent, EVENLY)
    await parent.taps_data(AskMore(attempt).pack())
    asked = parent.text
    await parent.taps_data(AskMore(attempt).pack())
    assert parent.text == asked


# --- a new edition of the catalogue, in mid-test ---


@pytest_asyncio.fixture(loop_scope="session")
async def lessened(house: House) -> AsyncIterator[None]:
    """Puts the whole catalogue back on the shelf when a test has taken things from it."""
    whole = house.shelf.catalogue
    yield
    house.shelf.catalogue = whole


def _without(house: House, kind: str, *slugs: str) -> None:
    """A new edition in which these things are no more."""
    things = dict(house.shelf.catalogue._things)
    things[kind] = {name: one for name, one in things[kind].items() if name not in slugs}
    house.shelf.catalogue = Catalogue(things, "lessened")


@pytest.mark.usefixtures("lessened")
async def test_an_item_that_is_gone_keeps_its_answer_and_does_not_count(
    house: House, parent: Chat
) -> None:
    attempt = await begins(parent)
    await answers(parent, METAL, 3)
    given = list(await _given(house, attempt))
    _without(house, "interests/items", given[1])
    await parent.taps_data(AskNext(attempt).pack())
    assert parent.text.startswith("4 из 20")
    await parent.taps_data(AskAgain(attempt, 2).pack())  # passed over: the one before it is shown
    assert house.shelf.catalogue.one("interests/items", given[0], Item).name.ru in parent.text
    await answers(parent, METAL)
    assert parent.title == "Профессии, на которые стоит взглянуть"
    assert given[1] in await _given(house, attempt)


@pytest.mark.usefixtures("lessened")
async def test_a_tap_on_an_item_that_is_gone_leads_home_and_the_test_goes_on(
    house: House, parent: Chat
) -> None:
    attempt = await begins(parent)
    tapped = METAL.answers(offered(parent))
    assert isinstance(tapped, Rate)
    _without(house, "interests/items", tapped.item)
    await parent.taps_data(tapped.pack())
    assert parent.text.startswith("Этой страницы в каталоге больше нет.")
    await parent.taps("▶️ Продолжить")
    assert parent.text.startswith("1 из 20")
    assert await _given(house, attempt) == {}


@pytest.mark.usefixtures("lessened")
async def test_a_set_that_lost_a_card_is_asked_with_others(house: House, parent: Chat) -> None:
    attempt = await begins(parent)
    while "Что из этого ближе всего?" not in parent.text:
        await answers(parent, METAL, 1)
    await answers(parent, METAL, 4)
    gone = next(one.card for one in offered(parent) if isinstance(one, PickBest | PickWorst))
    _without(house, "interests/cards", gone)
    await parent.taps_data(AskNext(attempt).pack())
    assert gone not in [one.card for one in offered(parent) if isinstance(one, PickBest)]
    await answers(parent, METAL)
    assert parent.title == "Профессии, на которые стоит взглянуть"


@pytest.mark.usefixtures("lessened")
async def test_a_suggestion_that_is_gone_is_left_out(house: House, parent: Chat) -> None:
    attempt = await sits(parent, METAL)
    first = next(one.pack() for one in offered(parent) if one.code == "prof")
    _without(house, "professions", first.removeprefix("prof-"))
    await opens(parent, attempt)
    assert first not in [one.pack() for one in offered(parent)]


@pytest.mark.usefixtures("lessened")
async def test_pairs_that_are_gone_do_not_count(house: House, parent: Chat) -> None:
    await begins(parent, BeginYoung())
    await answers(parent, METAL, 10)
    _without(house, "interests/pairs", *(f"pair-{number:02}" for number in range(1, 6)))
    await parent.taps_data(BeginYoung().pack())
    await answers(parent, METAL)
    assert parent.title == "Широкий профиль"
    assert "Части пар уже нет" in parent.text
