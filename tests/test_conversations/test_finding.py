"""Finding a college, planning the way, putting things side by side, writing a note."""

import pytest

from tests.chat import Chat

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_nearest_colleges_to_a_shared_place(parent: Chat) -> None:
    await parent.starts()

    await parent.sends("location", latitude=49.95, longitude=82.61)

    assert parent.title == "Ближайшие колледжи"
    assert "Усть-Каменогорск: здесь же" in parent.text
    assert "не сохранено" in parent.text


@pytest.mark.parametrize("spot", [(0.0, 0.0), (55.75, 12.0), (-33.9, 151.2), (89.9, 70.0)], ids=str)
async def test_a_place_outside_kazakhstan_leads_to_the_list(
    parent: Chat, spot: tuple[float, float]
) -> None:
    await parent.starts()

    await parent.sends("location", latitude=spot[0], longitude=spot[1])

    assert "не в Казахстане" in parent.text
    assert "🎓 Колледжи" in parent.buttons


async def test_a_college_found_by_trade_and_by_what_is_not_known(pupil: Chat) -> None:
    await pupil.starts()
    await pupil.taps("🎓 Колледждер")
    await pupil.taps("🔎 Мамандығы")
    await pupil.taps("Техника және инженерия")
    await pupil.taps("Дәнекерлеуші")
    assert pupil.title == "Дәнекерлеуші: колледждер"

    await pupil.taps("🏠 Басты бет")
    await pupil.taps("🎓 Колледждер")
    await pupil.taps("🔧 Дуальды")
    assert "дереккөздеріміз айтпайды" in pupil.text


async def test_the_way_after_grade_nine_is_told_step_by_step(parent: Chat) -> None:
    await parent.starts("p_welder")
    await parent.taps("🧭 План пути")
    await parent.taps("После 9")
    assert "07150500" in parent.text

    await parent.taps("🎯 По целевому набору")
    assert "1. Выбрать специальность" in parent.text
    await parent.taps("❔ Что спросить")
    await parent.taps("›")

    assert "Обязан ли я отработать после учёбы?" in parent.text


async def test_only_the_targeted_and_the_dual_way_sign_an_agreement(reader: Chat) -> None:
    told = {way: await _steps(reader, way) for way in ("state", "dual", "targeted", "paid")}

    signing = {way for way, steps in told.items() if "Sign the agreement" in steps}
    assert signing == {"dual", "targeted"}
    assert "A paid place" in told["paid"]
    assert "A paid place" not in told["state"]


async def _steps(reader: Chat, way: str) -> str:
    """All steps of a way, page after page."""
    pages = []
    for number in range(1, 7):
        await reader.taps_data(f"steps-welder_9_{way}_{number}")
        pages.append(reader.text)
    return "\n".join(pages)


async def test_what_is_kept_stands_side_by_side(pupil: Chat) -> None:
    await pupil.starts("p_welder")
    await pupil.taps("☆ Сақтау")
    await pupil.taps_data("shelf")
    assert "⚖️ Мамандықтар" not in pupil.buttons, "one alone is not compared"

    await pupil.taps_data("save-cook")
    await pupil.taps_data("shelf")
    await pupil.taps("⚖️ Мамандықтар")

    assert {"Дәнекерлеуші", "Аспазшы"} <= set(pupil.buttons)
    assert "Жалақы мен сұранысты салыстырмаймыз" in pupil.text


async def test_a_note_is_kept_sealed_and_read_again(pupil: Chat) -> None:
    await pupil.starts("p_welder")
    await pupil.taps("☆ Сақтау")
    await pupil.taps_data("note-professions_welder")

    await pupil.says("ағамнан сұрау <b>керек</b>")
    assert "ағамнан сұрау <b>керек</b>" in pupil.text

    await pupil.taps_data("note-professions_welder")
    await pupil.says("ұзақ " * 100)
    assert "Тым ұзақ" in pupil.text
    assert "ағамнан сұрау" in pupil.text, "the old note is not lost"

    await pupil.taps("🗑 Жазбаны өшіру")
    assert "ағамнан" not in pupil.text


async def test_a_note_on_what_is_not_kept_leads_home(pupil: Chat) -> None:
    await pupil.starts()

    await pupil.taps_data("note-professions_cook")

    assert "🔎 Мамандықтар" in pupil.buttons


async def test_alike_but_different_tells_the_difference(reader: Chat) -> None:
    await reader.starts("p_welder")
    await reader.taps("🔀 Similar")

    assert reader.text.count("more of") >= 2
