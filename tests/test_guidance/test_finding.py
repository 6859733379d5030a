"""Typing instead of tapping: what pupils and parents write, and what they see."""

import pytest

from bot.guidance.search import index
from bot.shelf import Shelf
from content.atlas import Catalogue
from db.base import Store
from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_pupil_writes_kazakh_with_russian_letters(pupil: Chat) -> None:
    await pupil.says("данекерлеуши болгым келеди")
    assert pupil.title == "Дәнекерлеуші"


async def test_a_pupil_writes_kazakh_in_latin_letters(pupil: Chat) -> None:
    await pupil.says("Dánekerleýshi")
    assert pupil.title == "Дәнекерлеуші"


async def test_a_trade_with_a_place_is_the_trade_there(parent: Chat) -> None:
    await parent.says("хочу стать сварщиком в Костанае")
    assert parent.title == "Сварщик · Костанайская область"
    await parent.taps("🎓 Колледжи")
    assert parent.title == "Сварщик: колледжи"
    assert "Костанай" in parent.text
    assert "Усть-Каменогорск" not in parent.text


async def test_a_trade_a_kind_and_a_place_in_latin_letters(parent: Chat) -> None:
    await parent.says("svarshik kolledzh almaty")
    assert parent.title == "Сварщик · город Алматы"


async def test_unsure_the_place_is_kept_behind_each_guess(parent: Chat) -> None:
    await parent.says("электрик костанай")
    assert "электрик костанай" in parent.title
    assert 2 <= len(parent.buttons) - 1 <= 3
    await parent.taps("Электромонтажник")
    assert parent.title == "Электромонтажник · Костанайская область"


async def test_only_a_place_opens_the_region(pupil: Chat) -> None:
    await pupil.says("өскеменде")
    assert pupil.title == "Шығыс Қазақстан облысы"


async def test_a_town_without_a_college_opens_its_region(parent: Chat) -> None:
    await parent.says("темиртау")
    assert parent.title == "Карагандинская область"


async def test_a_kind_with_a_place_opens_the_list_there(reader: Chat) -> None:
    await reader.says("colleges in kostanay")
    assert reader.title == "Kostanay Region"
    assert "Kostanay Construction" in reader.buttons


async def test_a_kind_that_is_not_known_there_opens_the_region(parent: Chat) -> None:
    await parent.says("какие колледжи в астане")
    assert parent.title == "город Астана"
    assert "🎓 Колледжи" in parent.buttons


@pytest.mark.parametrize("words", ["колледж", "какие есть колледжи", "kolledzhi"])
async def test_a_kind_alone_opens_its_list(parent: Chat, words: str) -> None:
    await parent.says(words)
    assert parent.title == "Колледжи"


async def test_strange_words_beside_a_place_are_told(reader: Chat) -> None:
    await reader.says("astronaut in almaty")
    assert "astronaut in almaty" in reader.title
    assert "Almaty city" in reader.text


async def test_nothing_is_said_honestly_and_the_lists_are_offered(pupil: Chat) -> None:
    await pupil.says("ғарышкер")
    assert pupil.title == "«ғарышкер» деген сөзден ештеңе таппадым."
    await pupil.taps("🔎 Мамандықтар")
    assert "ғарышкер" not in pupil.text


async def test_a_long_text_is_cut_when_it_is_shown_again(reader: Chat) -> None:
    await reader.says("zzqx" * 100)
    assert "zzqx…" in reader.title
    assert len(reader.title) < 100


async def test_words_are_heard_on_any_screen(pupil: Chat) -> None:
    await pupil.says("аспазшы")
    await pupil.taps("🕗 Бір күні")
    await pupil.says("шахтер")
    assert pupil.title == "Жер асты кеншісі"


async def test_the_index_of_a_new_edition_is_made_before_it_is_in_force(store: Store) -> None:
    shelf = Shelf(store)
    shelf.catalogue = Catalogue({}, "of yesterday")
    await shelf.look()
    made = index.cache_info().misses
    index(shelf.catalogue)
    assert index.cache_info().misses == made
