"""Three walks through the real bot in a real browser, from Start to where a fact comes from."""

import pytest
from playwright.async_api import Page

from tests.telephone import NARROW, Telephone, morning, watching

PUPIL, PARENT, COUNSELOR = 1001, 1002, 1003

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_pupil_in_kazakh_to_a_welder_the_employers_and_a_source(page: Page) -> None:
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    await pupil.tap("Мамандықтар", "Техника", "Дәнекерлеуші")
    assert (await pupil.text()).startswith("Дәнекерлеуші\n")
    await pupil.tap("Қайда керек")
    employers = await pupil.text()
    assert "Казцинк" in employers
    assert "Өскемен" in employers
    assert "біздің болжам" in employers
    await pupil.tap("Казцинк", "Дереккөзі")
    assert "📰" in await pupil.text()
    await pupil.tap("Артқа")
    assert "Казцинк" in await pupil.text()


async def test_a_pupil_in_kazakh_to_the_passport_of_a_figure(page: Page) -> None:
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    await pupil.tap("Сандар", "Шығыс")
    await pupil.tap_exactly("1")
    assert "5 436" in (await pupil.text()).replace("\xa0", " ")
    await pupil.tap("Дереккөзі")
    passport = await pupil.text()
    assert "Altainews.kz" in passport
    assert "2025" in passport
    await pupil.tap("Басты бет")
    assert "Мамандықтар" in " ".join(await pupil.labels())


async def test_a_parent_in_russian_to_a_college_and_what_is_not_known(page: Page) -> None:
    parent = Telephone(page, PARENT)
    await parent.start()
    await parent.tap("Колледжи", "ВКО", "политех")
    college = await parent.text()
    assert "Усть-Каменогорск" in college
    await parent.tap("Что спросить")
    questions = await parent.text()
    assert "источник" in questions
    assert questions.count("?") >= 3


async def test_a_counselor_in_english_to_a_welder_and_where_it_is_taught(page: Page) -> None:
    counselor = Telephone(page, COUNSELOR)
    await counselor.start()
    await counselor.write("welder in Oskemen")
    await counselor.tap("Welder") if "Welder" in " ".join(await counselor.labels()) else None
    assert "Welder" in await counselor.text()
    await counselor.tap("Colleges")
    assert "Back" in " ".join(await counselor.labels())
    await counselor.tap("Back")
    assert (await counselor.text()).startswith("Welder\n")


async def test_the_language_changes_at_home_and_in_place(page: Page) -> None:
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    for language, title in (
        ("Русский", "Карманный гид"),
        ("English", "A pocket guide"),
        ("Қазақша", "Жұмысшы мамандықтарының"),
    ):
        await pupil.tap(language)
        assert (await pupil.text()).startswith(title)
    assert await pupil.screen.locator(".message.theirs").count() == 1


async def test_three_people_talk_side_by_side(page: Page) -> None:
    people = {person: Telephone(page, person) for person in (PUPIL, PARENT, COUNSELOR)}
    for each in people.values():
        await each.start()
    firsts = [(await each.text()).partition(" ")[0] for each in people.values()]
    assert firsts == ["Жұмысшы", "Карманный", "A"]


async def test_what_is_saved_is_found_again(page: Page) -> None:
    parent = Telephone(page, PARENT)
    await parent.start()
    await parent.write("сварщик")
    await parent.tap("☆")
    assert "★ Сохранено" in await parent.labels()
    await parent.write("/saved")
    assert "Сварщик" in " ".join(await parent.labels()) + await parent.text()


async def test_a_narrow_phone_scrolls_up_and_down_only(address: str) -> None:
    await morning(address)
    async with watching(address, NARROW, has_touch=True, is_mobile=True) as page:
        pupil = Telephone(page, PUPIL)
        await page.locator(f'[data-tab="{PUPIL}"]').click()
        await pupil.start()
        for label in ("Мамандықтар", "Техника", "Дәнекерлеуші", "Қайда керек", "Казцинк"):
            await pupil.tap(label)
            wide = "document.documentElement.scrollWidth"
            assert await page.evaluate(wide) <= NARROW[0]
            screen = await pupil.screen.evaluate("it => [it.scrollWidth, it.clientWidth]")
            assert screen[0] <= screen[1]
