"""Once: what is told or tapped twice happens once and is answered twice; on both databases."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.chat import Chat
from tests.wire import SECRET, House

pytestmark = [
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True),
]

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


async def _tell(house: House, *updates: dict[str, Any]) -> list[dict[str, Any]]:
    """Tell updates to the webhook as Telegram would, all at once; gives what it answers."""
    url = house.playground.webhook.url
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        return list(await asyncio.gather(*(_told(session, url, one) for one in updates)))


async def _told(session: aiohttp.ClientSession, url: str, update: dict[str, Any]) -> dict[str, Any]:
    async with session.post(url, json=update) as response:
        assert response.status == 200
        return dict(await response.json(content_type=None) or {})


def _words(house: House, chat: Chat, number: int, words: str) -> dict[str, Any]:
    person = house.playground.person(chat.number)
    person.started = True
    message = {"message_id": number, "date": 1, "chat": person.chat(), "from": person.user()}
    return {"update_id": number, "message": {**message, "text": words}}


def _tap(house: House, chat: Chat, number: int, data: str) -> dict[str, Any]:
    words = _words(house, chat, number, "Menu")["message"]
    query = {"id": str(number), "from": words["from"], "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": {**query, "message": words}}


async def test_told_twice_it_acts_once_and_answers_again(house: House, pupil: Chat) -> None:
    update = _tap(house, pupil, 5, "save-welder")
    (first,), (again,) = await _tell(house, update), await _tell(house, update)
    assert first == again
    assert "★ Сақталған" in str(first)
    assert await house.kept() == {"people": 1, "heard": 1, "saved": 1, "aside": 0}


async def test_told_five_times_at_once_it_acts_once(house: House, pupil: Chat) -> None:
    answers = await _tell(house, *[_words(house, pupil, 7, "/start")] * 5)
    assert [answer["text"] for answer in answers] == [answers[0]["text"]] * 5
    assert await house.kept() == {"people": 1, "heard": 1, "saved": 0, "aside": 0}


async def test_words_and_a_tap_of_one_person_at_once_are_two_turns_in_a_row(
    house: House, pupil: Chat
) -> None:
    told = [_words(house, pupil, 10 + n, "/start") for n in range(5)]
    taps = [_tap(house, pupil, 20 + n, "save-welder") for n in range(5)]
    await _tell(house, *told, *taps)
    assert await house.kept() == {"people": 1, "heard": 10, "saved": 1, "aside": 0}


async def test_tapped_twice_a_star_stays_lit(house: House, pupil: Chat) -> None:
    await pupil.taps_data("save-welder")
    await pupil.taps_data("save-welder")
    assert "★ Сақталған" in pupil.buttons
    await pupil.taps_data("forget-welder")
    await pupil.taps_data("forget-welder")
    assert "☆ Сақтау" in pupil.buttons
    assert (await house.kept())["saved"] == 0


async def test_many_strangers_at_once_are_each_answered_in_their_language(
    house: House, pupil: Chat
) -> None:
    for number in range(3001, 3021):
        language = ["kk", "ru", "en"][number % 3]
        house.playground.invite(f"N{number}", id=number, language_code=language)
    strangers = [Chat(house, number) for number in range(3001, 3021)]
    told = [_words(house, one, one.number, "/start") for one in strangers]
    answers = await _tell(house, *told)
    assert len({answer["text"] for answer in answers}) == 3
    assert (await house.kept())["people"] == 20


async def test_a_walk_is_the_same_on_either_database(house: House, parent: Chat) -> None:
    await parent.starts("p_welder")
    await parent.taps("☆ Сохранить")
    await parent.taps("🏭 Где нужны")
    await parent.says("/saved")
    await parent.taps("Сварщик")
    assert "★ Сохранено" in parent.buttons
