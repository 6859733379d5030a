"""Missions: played in full in every language, and everything that can go astray in one."""

import pytest
from sqlalchemy import update

from bot.rooms.missions.intents import BeginMission, Choose, OpenShift
from content.atlas import Catalogue
from content.kinds import LANGUAGES, Language
from content.shifts import Mission
from db import missions as memory
from db.missions import MissionRun
from tests.chat import Chat
from tests.walker import SPEAKERS
from tests.ways import covering
from tests.wire import PUPIL, House

pytestmark = pytest.mark.asyncio(loop_scope="session")

NIGHT = "substation-night"
on_both = pytest.mark.parametrize("house", ["sqlite", "postgresql"], indirect=True)
Way = tuple[tuple[str, int], ...]


async def begins(chat: Chat, mission: str = NIGHT) -> None:
    """Open a mission by its link, and begin it."""
    await chat.starts(f"m_{mission}")
    await chat.taps_data(BeginMission(mission).pack())


async def walks(chat: Chat, mission: Mission, way: Way, language: Language) -> None:
    """Tap what is on the buttons, and read every scene."""
    for slug, number in way:
        choice = mission.by_scene[slug].choices[number]
        assert mission.by_scene[slug].says[language] in chat.text
        await chat.taps(choice.says[language])
        assert choice.because[language] in chat.text


def first(mission: Mission, most: int = 99) -> Way:
    """The first walk there is, or its beginning."""
    return covering(mission)[0][:most]


async def ends(chat: Chat, catalogue: Catalogue, language: Language) -> None:
    """Play a shift to its end."""
    await begins(chat)
    await walks(chat, catalogue.mission(NIGHT), first(catalogue.mission(NIGHT)), language)


@pytest.fixture
def night(catalogue: Catalogue) -> Mission:
    """The night at the substation."""
    return catalogue.mission(NIGHT)


# --- played in full ---


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_choice_of_every_mission_is_taken_and_every_walk_ends(
    house: House, catalogue: Catalogue, language: Language
) -> None:
    chat = Chat(house, SPEAKERS[language])
    for mission in catalogue.missions:
        for way in covering(mission):
            await begins(chat, mission.slug)
            await walks(chat, mission, way, language)
            slug, number = way[-1]
            end = mission.by_ending[mission.by_scene[slug].choices[number].to]
            assert end.says[language] in chat.text
            house.playground.calls.clear()
            house.playground.chats.record.clear()


@on_both
async def test_a_shift_is_chosen_played_liked_and_pictured(
    house: House, parent: Chat, catalogue: Catalogue, night: Mission
) -> None:
    await parent.says("/missions")
    await parent.taps("⚡ Энергетика")
    if "▶️ Выйти на смену" not in parent.buttons:
        await parent.taps(night.label.ru)
    await parent.taps("▶️ Выйти на смену")
    await walks(parent, night, first(night), "ru")
    await parent.taps("💡 Что это показало")
    assert any(end.learned.ru in parent.text for end in night.endings)

    liked = night.liked[0]
    await parent.taps(liked.says.ru)
    assert liked.because.ru in parent.text
    trades = [catalogue.profession(slug).label.ru for slug in liked.professions]
    assert set(trades) <= set(parent.buttons)

    await parent.taps("✍️ Представить себя там")
    await parent.says("Я с бригадой сначала проверяю приборы, потом пишу в журнал")
    assert "порадует" in parent.text
    await parent.says("То, что свет горит, потому что он всем нужен")
    assert "раздражать" in parent.text
    await parent.says("Холод и шум")
    assert "5 из 5" in parent.text

    await parent.says("/missions")
    await parent.taps("🥾 Мои пробы")
    await parent.taps("🎬 Смены")
    assert night.name.ru in parent.text
    assert set(trades[:3]) <= set(parent.buttons)


async def test_a_poster_at_the_gate_opens_the_shift(pupil: Chat, night: Mission) -> None:
    await pupil.starts(f"m_{NIGHT}")
    assert pupil.title == night.name.kk
    await pupil.taps("📤 Бөлісу")
    assert f"start=m_{NIGHT}" in pupil.text
    await pupil.taps("🔳 QR-код жасау")
    assert pupil.newest["photo"]


async def test_a_profession_leads_to_its_shift(reader: Chat, night: Mission) -> None:
    await reader.starts(f"p_{night.profession}")
    await reader.taps("🎬 Try a shift")
    assert night.name.en in reader.text
    await reader.taps("← Back")
    assert "🎬 Try a shift" in reader.buttons


# --- astray ---


async def test_an_old_button_shows_where_one_is_now(pupil: Chat, night: Mission) -> None:
    await begins(pupil)
    old = pupil.told[-1]
    way = first(night, 2)
    label = night.by_scene[way[0][0]].choices[way[0][1]].says.kk
    await walks(pupil, night, way, "kk")
    here = pupil.text
    await pupil.taps_data(Choose(_run(old), *way[0]).pack())
    assert pupil.text.startswith("Бұл шешім қабылданып қойған")
    assert here in pupil.text
    assert label not in pupil.buttons


def _run(message: dict[str, object]) -> int:
    """The number of the shift a message's buttons are of."""
    rows = message["reply_markup"]["inline_keyboard"]  # type: ignore[index]
    return int(rows[0][0]["callback_data"].partition("-")[2].split("_")[0])


@on_both
async def test_two_telephones_tap_the_same_scene_and_it_happens_once(
    house: House, pupil: Chat, night: Mission
) -> None:
    await begins(pupil)
    slug, number = first(night)[0]
    tap = Choose(_run(pupil.newest), slug, number).pack()
    await pupil.taps_data(tap)
    await pupil.taps_data(tap)
    run = await house.store.do(lambda session: session.query(MissionRun).one())
    assert run.path == f"{slug}-{number}"


async def test_words_in_a_scene_are_a_choice_or_are_asked_to_be(
    parent: Chat, night: Mission
) -> None:
    await begins(parent)
    await parent.says("сварщик")
    assert parent.text.startswith("Нажмите кнопку или напишите то, что на ней")
    assert night.scenes[0].says.ru in parent.text
    await parent.says(night.scenes[0].choices[1].says.ru.upper())
    assert night.scenes[0].choices[1].because.ru in parent.text
    await parent.says("1")
    assert "сцена 3" in parent.text


async def test_a_sticker_in_a_scene_shows_it_again(parent: Chat, night: Mission) -> None:
    await begins(parent)
    await parent.sends("sticker")
    assert night.scenes[0].says.ru in parent.text


async def test_laid_aside_a_shift_goes_on_at_the_same_scene(pupil: Chat, night: Mission) -> None:
    await begins(pupil)
    await walks(pupil, night, first(night, 3), "kk")
    here = pupil.text
    await pupil.taps("⏸ Кейін")
    await pupil.taps("▶️ Жалғастыру")
    assert pupil.text == here
    await pupil.says("/start")
    await pupil.says("/missions")
    await pupil.taps("▶️ Жалғастыру")
    assert pupil.text == here


@on_both
async def test_begun_anew_it_begins_at_the_first_scene(
    house: House, pupil: Chat, night: Mission
) -> None:
    await begins(pupil)
    await walks(pupil, night, first(night, 3), "kk")
    await pupil.taps("⏸ Кейін")
    await pupil.taps("🔁 Жаңадан")
    assert night.scenes[0].says.kk in pupil.text
    assert "1-көрініс" in pupil.text


async def _changed(house: House, **values: object) -> None:
    """As if the mission had been another one when they came into the scene."""
    await house.store.do(lambda session: session.execute(update(MissionRun).values(**values)))


async def test_a_mission_changed_meanwhile_goes_on_in_the_same_scene(
    house: House, reader: Chat, night: Mission
) -> None:
    await begins(reader)
    way = first(night, 3)
    await walks(reader, night, way[:2], "en")
    await _changed(house, edition="of-earlier")
    scene = night.by_scene[way[2][0]]
    await reader.taps(scene.choices[0].says.en)
    assert reader.text.startswith("This shift was rewritten")
    assert scene.says.en in reader.text
    await reader.taps(scene.choices[0].says.en)
    assert scene.choices[0].because.en in reader.text


async def test_a_scene_that_is_gone_leads_to_the_beginning(
    house: House, reader: Chat, night: Mission
) -> None:
    await begins(reader)
    number = _run(reader.newest)
    await _changed(house, edition="of-earlier", scene="lamplighter")
    await reader.taps_data(Choose(number, "lamplighter", 0).pack())
    assert reader.text.startswith("This shift was rewritten")
    assert night.scenes[0].says.en in reader.text


async def test_a_mission_we_no_longer_tell_of_and_an_ending_that_is_gone(
    house: House, parent: Chat, catalogue: Catalogue
) -> None:
    await ends(parent, catalogue, "ru")
    number = await house.store.do(lambda session: session.query(MissionRun).one().id)
    await _changed(house, ending="lamps-lit")
    await parent.taps_data(OpenShift(number).pack())
    assert parent.text.startswith("Этой страницы в каталоге больше нет")
    await _changed(house, mission="lamplighter")
    await parent.taps_data(OpenShift(number).pack())
    assert parent.text.startswith("Этой страницы в каталоге больше нет")
    await parent.says("/missions")
    await parent.taps("🥾 Мои пробы")
    await parent.taps("🎬 Смены")
    assert "Пока ни одна смена" in parent.text


async def test_nobody_stands_in_another_ones_shift(pupil: Chat, parent: Chat) -> None:
    await begins(pupil)
    await parent.taps_data(OpenShift(_run(pupil.newest)).pack())
    assert parent.text.startswith("Этой страницы в каталоге больше нет")


# --- the journal ---


@on_both
async def test_an_entry_is_sealed_changed_taken_along_and_deleted(
    house: House, parent: Chat, catalogue: Catalogue
) -> None:
    await ends(parent, catalogue, "ru")
    await parent.taps("💡 Что это показало")
    await parent.taps("✍️ Представить себя там")
    await parent.says("Секретный насос")
    kept = await house.store.do(lambda session: session.query(memory.JournalEntry).one())
    assert "Секретный" not in kept.words.decode("utf-8", "replace")
    assert "Секретный" not in await house.memory()

    await parent.taps("📓 Что записано")
    assert "Секретный насос" in parent.text
    await parent.taps("✏️ В десять")
    assert "Секретный насос" in parent.text
    await parent.says("Другой насос")
    await parent.says("/missions")
    await parent.taps("📓 Дневник")
    await parent.taps("1")
    assert "Другой насос" in parent.text
    assert "Секретный" not in parent.text

    await parent.says("/missions")
    await parent.taps("📓 Дневник")
    await parent.taps("📤 Текстом")
    assert "Другой насос" in parent.text
    await parent.taps("← Назад")
    await parent.taps("🗑 Удалить всё")
    await parent.taps("🗑 Да, удалить")
    assert "Пока пусто" in parent.text
    assert await house.store.do(lambda session: session.query(memory.JournalEntry).count()) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [("я" * 4096, "Слишком длинно"), ("…", "Здесь нет слов"), ("👍👍", "Здесь нет слов")],
)
async def test_an_entry_too_long_or_empty_is_asked_for_again(
    house: House, parent: Chat, catalogue: Catalogue, words: str, said: str
) -> None:
    await ends(parent, catalogue, "ru")
    await parent.taps("💡 Что это показало")
    await parent.taps("✍️ Представить себя там")
    await parent.says("Насос")
    await parent.taps("📓 Что записано")
    await parent.taps("✏️ В десять")
    await parent.says(words)
    assert said in parent.text
    assert "Насос" in parent.text
    await parent.says("Кран")
    assert await house.store.do(lambda session: session.query(memory.JournalEntry).count()) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Менің өлгім келеді"),
        ("ru", "Ne hochu zhit"),
        ("ru", "Отчим бьёт меня"),
        ("en", "I want to run away from home"),
    ],
)
async def test_words_of_trouble_show_the_card_and_are_kept(
    house: House, catalogue: Catalogue, language: Language, words: str
) -> None:
    chat = Chat(house, SPEAKERS[language])
    await ends(chat, catalogue, language)
    await chat.taps_data(_imagine(chat))
    await chat.says(words)
    assert "111" in chat.text
    assert "112" in chat.text
    assert await house.store.do(lambda session: session.query(memory.JournalEntry).count()) == 1
    await chat.taps(chat.doors[1])
    await chat.taps(chat.doors[1])
    assert words in chat.text


def _imagine(chat: Chat) -> str:
    rows = chat.newest["reply_markup"]["inline_keyboard"]
    number = rows[0][0]["callback_data"].partition("-")[2]
    return f"imagine-{number}_day"


async def test_hard_work_is_no_trouble(parent: Chat, catalogue: Catalogue) -> None:
    await ends(parent, catalogue, "ru")
    await parent.taps_data(_imagine(parent))
    await parent.says("Режу металл, в убойном цехе шумно, устаю до смерти")
    assert "111" not in parent.text


async def test_what_one_wrote_nobody_else_reads(
    pupil: Chat, parent: Chat, catalogue: Catalogue
) -> None:
    await ends(pupil, catalogue, "kk")
    tap = _imagine(pupil)
    await pupil.taps_data(tap)
    await pupil.says("Құпия сорғы")
    await parent.taps_data(tap)
    assert parent.text.startswith("Этой страницы в каталоге больше нет")
    await parent.taps_data("journal")
    assert "Пока пусто" in parent.text


@on_both
async def test_a_forgotten_person_leaves_no_shift_and_no_journal(
    house: House, pupil: Chat, catalogue: Catalogue
) -> None:
    await ends(pupil, catalogue, "kk")
    await pupil.taps_data(_imagine(pupil))
    await pupil.says("Сорғы")
    await house.empty()
    left = await house.store.do(
        lambda session: (
            session.query(MissionRun).filter_by(person_id=PUPIL).count(),
            session.query(memory.JournalEntry).count(),
        )
    )
    assert left == (0, 0)
