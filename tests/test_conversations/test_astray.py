"""Those who went astray: old and forged buttons, links, groups, chats that were closed."""

import pytest

from bot.playground import Person
from tests.chat import Chat
from tests.wire import House

pytestmark = pytest.mark.asyncio(loop_scope="session")

OUT_OF_DATE = "Эта кнопка устарела или ссылка повреждена. Продолжим с главной."
GONE = "Этой страницы в каталоге больше нет. Поищите с главной."


@pytest.mark.parametrize(
    "data",
    ["nobody", "read-welder_night", "dir-engineering_1_1_1", "prof", "a" * 64, "{}", "ә" * 32, "0"],
)
async def test_old_and_forged_buttons_lead_home_with_a_word(parent: Chat, data: str) -> None:
    await parent.taps_data(data)
    assert parent.title == OUT_OF_DATE
    assert "🔎 Профессии" in parent.buttons


@pytest.mark.parametrize(
    "data",
    ["prof-lamplighter", "col-hogwarts", "emp-nobody", "prog-nothing", "fig-none", "dir-nowhere",
     "preg-atlantis", "save-lamplighter", "forgetcol-hogwarts", "pass-professions_lamplighter",
     "pass-nothing_welder", "art-none", "ans-none", "term-none", "voice-none", "trait-none",
     "psub-none", "alike-lamplighter", "route-lamplighter", "figc-none_none", "reg-none",
     "progk-none", "role-none", "colts-none", "cmpt-welder_lamplighter"],
)  # fmt: skip
async def test_what_we_no_longer_tell_of_leads_home_with_a_word(parent: Chat, data: str) -> None:
    await parent.taps_data(data)
    assert parent.title == GONE
    assert "🔎 Профессии" in parent.buttons


async def test_a_page_past_the_end_is_the_last(parent: Chat) -> None:
    await parent.taps_data("dir-engineering_999")
    first, here, last = parent.rows[-2]
    assert here.split("/")[0] == here.split("/")[1]
    assert (first, last) == ("‹", "›")


@pytest.mark.parametrize(
    ("payload", "title"),
    [
        ("p_welder", "Сварщик"),
        ("k_adilet", "Колледж «Әділет»"),
        ("w_kazzinc", "ТОО «Казцинк»"),
        ("read-welder_day", "Сварщик: один день"),
        ("home", "Карманный гид по рабочим профессиям"),
        ("p_lamplighter", GONE),
        ("s_school17", OUT_OF_DATE),
        ("%F0%9F", OUT_OF_DATE),
        ("p_welder extra", OUT_OF_DATE),
    ],
)
async def test_a_link_opens_what_it_names_or_home(parent: Chat, payload: str, title: str) -> None:
    await parent.starts(payload)
    assert parent.title == title


async def test_in_a_group_one_line_leads_to_a_private_chat_and_nothing_is_kept(
    house: House, parent: Chat
) -> None:
    room = house.playground.found("9А", by=parent.number)["id"]
    await house.settled(room, lambda: house.playground.say(parent.number, "/start", chat=room))
    said = house.playground.last(room)
    assert said
    assert said["text"].count("\n") == 0
    assert "личном чате" in said["text"]
    (row,) = said["reply_markup"]["inline_keyboard"]
    assert row[0]["url"].endswith("?start=home")
    assert await house.kept() == {"people": 0, "heard": 0, "saved": 0, "aside": 0}


async def test_what_is_said_in_a_group_is_not_heard(house: House, parent: Chat) -> None:
    room = house.playground.found("9А", by=parent.number)["id"]
    await house.settled(room, lambda: house.playground.say(parent.number, "сварщик", chat=room))
    assert not house.playground.last(room)


async def test_who_blocks_the_bot_and_comes_back_finds_everything_again(
    house: House, pupil: Chat
) -> None:
    await pupil.taps_data("save-welder")
    await pupil.blocks()
    assert await house.left() == [pupil.number]
    await pupil.starts()
    assert await house.left() == []
    await pupil.says("/saved")
    assert "Дәнекерлеуші" in pupil.buttons


async def test_nothing_of_a_person_but_their_number_and_place_is_kept(
    house: House, pupil: Chat
) -> None:
    house.playground.people[pupil.number] = Person(
        pupil.number, "Canary", "kk", last_name="Canarova", username="canary", started=True
    )
    await pupil.says("canary words of a child")
    await pupil.sends("contact", phone_number="+77011112233", name="Canary")
    assert "anar" not in (await house.memory()).replace("canary words of a child", "")
    assert "7701111" not in await house.memory()
