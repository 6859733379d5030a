"""Whole walks: from Start to what somebody came for."""

import pytest

from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_pupil_walks_to_a_welder_its_employers_and_where_that_is_said(pupil: Chat) -> None:
    await pupil.starts()
    await pupil.taps("🔎 Мамандықтар")
    await pupil.taps("⚙️ Техника және инженерия")
    await pupil.taps("Дәнекерлеуші")
    assert pupil.text.startswith("Дәнекерлеуші\nМеталл бөлшектердің жиегін балқытып")

    await pupil.taps("🏭 Қайда керек")
    assert "ВК Промэнергоремонт" in pupil.text
    assert "Өскемен" in pupil.text
    await pupil.taps("ВК Промэнергоремонт")
    await pupil.taps("ℹ️ Дереккөзі")
    assert "Мақаланың дерегі, өз сөзімізбен" in pupil.text
    assert "Altainews" in pupil.text
    await pupil.taps("📰 Мақала")
    assert "Altainews" in pupil.text

    await pupil.taps("🏠 Басты бет")
    assert "🔎 Мамандықтар" in pupil.buttons
    assert len(pupil.told) == 1


async def test_a_parent_finds_a_college_and_what_is_not_known_of_it(parent: Chat) -> None:
    await parent.starts()
    await parent.taps("🎓 Колледжи")
    await parent.taps("город Алматы")
    await parent.taps("Колледж «Әділет»")
    assert "В наших источниках нет:" in parent.text
    assert "стоимость обучения" in parent.text

    await parent.taps("❔ Что спросить у колледжа")
    assert "Сколько стоит платное обучение?" in parent.text
    await parent.taps("← Назад")
    assert parent.title == "Колледж «Әділет»"
    await parent.taps("← Назад")
    assert parent.title == "город Алматы"


async def test_a_reader_opens_a_figure_and_may_not_compare_it_with_another_kind(
    reader: Chat,
) -> None:
    await reader.starts()
    await reader.taps("📊 Figures")
    await reader.taps("Kostanay Region")
    assert "1. Specialists of a plant" in reader.text
    await reader.taps("1")
    assert "3,500" in reader.title
    await reader.taps("⚖️ Compare with another")
    await reader.taps("5")
    assert reader.title == "These two figures cannot be compared"
    await reader.taps("1️⃣ The first")
    assert "3,500" in reader.title


async def test_figures_of_the_same_kind_stand_side_by_side(reader: Chat) -> None:
    await reader.taps_data("figc-almaty-colleges-akimat_vko-colleges-department")
    assert reader.title == "Number of colleges"
    assert "1️⃣" in reader.text
    assert "2️⃣" in reader.text


async def test_a_pupil_saves_a_profession_and_finds_it_again(pupil: Chat) -> None:
    await pupil.says("/saved")
    assert "🔎 Мамандықтар" in pupil.buttons
    await pupil.taps_data("prof-welder")
    await pupil.taps("☆ Сақтау")
    assert pupil.toast == "Сақталды"
    assert "★ Сақталған" in pupil.buttons

    await pupil.says("/saved")
    await pupil.taps("Дәнекерлеуші")
    await pupil.taps("★ Сақталған")
    assert pupil.toast == "Тізімнен алынды"
    await pupil.says("/saved")
    assert "Дәнекерлеуші" not in pupil.buttons


async def test_what_one_person_saves_nobody_else_sees(pupil: Chat, parent: Chat) -> None:
    await pupil.taps_data("save-welder")
    await parent.says("/saved")
    assert "Сварщик" not in parent.buttons


async def test_two_saved_professions_stand_side_by_side(parent: Chat) -> None:
    await parent.taps_data("save-welder")
    await parent.taps_data("save-plumber")
    await parent.taps_data("cmp-professions")
    assert {"Сварщик", "Сантехник"} <= set(parent.buttons)


async def test_a_shared_place_shows_the_colleges_near_it_and_is_not_kept(parent: Chat) -> None:
    await parent.sends("location", latitude=49.95, longitude=82.61)
    assert parent.title == "Ближайшие колледжи"
    assert "Усть-Каменогорск" in parent.text
    await parent.sends("location", latitude=0.0, longitude=0.0)
    assert "не в Казахстане" in parent.text


async def test_a_family_follows_the_way_into_a_trade(parent: Chat) -> None:
    await parent.says("сварщик")
    await parent.taps("🧭 План пути")
    await parent.taps("После 9")
    way = parent.buttons[0]
    await parent.taps(way)
    assert parent.title == "Сварщик: шаги"
