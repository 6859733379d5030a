"""Typed words, and all that is neither words nor taps."""

import pytest

from bot.ui.voice import labels
from tests.chat import Chat
from tests.wire import House

pytestmark = pytest.mark.asyncio(loop_scope="session")

ONLY_WORDS = "Я понимаю только слова и кнопки. Вот где мы остановились:"
PLACES = {
    "home": "home",
    "a list": "dir-engineering_2",
    "a card": "prof-welder",
    "a page of a card": "read-welder_day",
    "a passport": "pass-professions_welder_1",
    "a figure": "fig-allur-specialists",
    "the shelf": "shelf-1",
    "a question": "ans-dual-pay",
}
THINGS = {
    "sticker": "buttons-please",
    "voice": "no-voice",
    "photo": "no-photo",
    "video": "no-photo",
    "video_note": "no-voice",
    "document": "no-photo",
    "contact": "no-contact",
    "dice": "buttons-please",
    "poll": "buttons-please",
}


async def test_a_name_opens_its_card(parent: Chat) -> None:
    await parent.says("сварщик")
    assert parent.title == "Сварщик"
    await parent.says("Казцинк")
    assert "Казцинк" in parent.title


async def test_a_misspelt_name_finds_it_all_the_same(parent: Chat) -> None:
    await parent.says("сворщик")
    assert parent.title == "Сварщик" or "Сварщик" in parent.buttons


async def test_words_that_mean_nothing_get_an_honest_answer_and_a_way_on(reader: Chat) -> None:
    await reader.says("qwrtzpxv bnmkl")
    assert "qwrtzpxv bnmkl" in reader.title
    assert reader.rows == [["🔎 Professions", "🎓 Colleges"], ["🏠 Home"]]


async def test_words_are_answered_with_a_message_of_its_own(parent: Chat) -> None:
    await parent.starts()
    await parent.says("сварщик")
    assert len(parent.told) == 2


async def test_typed_markup_is_shown_and_never_obeyed(house: House, reader: Chat) -> None:
    await reader.says("zzqx <b>&\"'</b> <a href='tg://user?id=1'>q</a>")
    assert "<b>&\"'</b>" in reader.text
    kinds = {each["type"] for each in reader.newest.get("entities", [])}
    assert kinds <= {"italic"}
    assert all(call["status"] == 200 for call in house.playground.calls.find())


@pytest.mark.parametrize(
    "words", ["x\u0000x", "we\ud800lder", "\u202eredlew", "🔥" * 300, "a" * 4096]
)
async def test_strange_words_are_answered(house: House, reader: Chat, words: str) -> None:
    await reader.says(words)
    assert "🏠 Home" in reader.buttons
    assert "\u202e" not in reader.text
    assert all(call["status"] == 200 for call in house.playground.calls.find())


async def test_words_that_cannot_be_seen_are_no_words(parent: Chat) -> None:
    await parent.starts()
    await parent.says("\u200b\u202e")
    assert parent.title == ONLY_WORDS


@pytest.mark.parametrize("place", PLACES)
async def test_what_is_no_word_is_answered_with_a_line_and_the_same_screen(
    parent: Chat, place: str
) -> None:
    await parent.taps_data(PLACES[place])
    text, rows = parent.text, parent.rows
    for thing, notice in THINGS.items():
        told = len(parent.told)
        await parent.sends(thing)
        assert len(parent.told) == told + 1
        assert parent.text == f"{labels()[notice]['ru']}\n\n{text}"
        assert parent.rows == rows


async def test_a_sticker_before_anything_else_leads_home(parent: Chat) -> None:
    await parent.sends("sticker")
    assert parent.title == ONLY_WORDS
    assert "🔎 Профессии" in parent.buttons


async def test_a_forwarded_message_is_no_question(parent: Chat) -> None:
    await parent.starts()
    await parent.forwards()
    assert parent.title == labels()["no-forward"]["ru"]


async def test_edited_words_are_passed_over(parent: Chat) -> None:
    await parent.says("сварщик")
    told = parent.told
    await parent.edits("повар")
    assert parent.told == told


async def test_a_card_is_still_there_after_a_sticker(pupil: Chat) -> None:
    await pupil.taps_data("prof-welder")
    await pupil.sends("sticker")
    await pupil.taps("☆ Сақтау")
    assert "★ Сақталған" in pupil.buttons


async def test_start_in_the_middle_begins_again(pupil: Chat) -> None:
    await pupil.taps_data("read-welder_day")
    await pupil.says("/start")
    assert "🔎 Мамандықтар" in pupil.buttons
    assert len(pupil.told) == 2
