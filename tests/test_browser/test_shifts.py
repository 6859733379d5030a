"""Three shifts played in the browser, one a language; the journal, its text and its deletion."""

import pytest
from playwright.async_api import Page

from content.atlas import Catalogue
from content.kinds import Language
from tests.mission_pictures import TO_SHIFT
from tests.telephone import Telephone
from tests.ways import covering

PUPIL, PARENT, COUNSELOR = 1001, 1002, 1003

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def plays(chat: Telephone, catalogue: Catalogue, slug: str, language: Language) -> None:
    """From the profession's card to the end of its shift, by what is on the buttons."""
    mission = catalogue.mission(slug)
    to_shift, begin = TO_SHIFT[language]
    await chat.start()
    await chat.write(catalogue.profession(mission.profession).name[language])
    await chat.tap(to_shift)
    if mission.label[language] in await chat.labels():  # of several shifts this one
        await chat.tap(mission.label[language])
    await chat.tap(begin)
    for scene, number in covering(mission)[0]:
        choice = mission.by_scene[scene].choices[number]
        assert mission.by_scene[scene].says[language] in await chat.text()
        await chat.tap(choice.says[language])
        assert choice.because[language] in await chat.text()


async def test_a_pupil_plays_a_night_at_a_substation_in_kazakh(
    page: Page, catalogue: Catalogue
) -> None:
    pupil = Telephone(page, PUPIL)
    await plays(pupil, catalogue, "substation-night", "kk")
    await pupil.tap("Бұл нені көрсетті")
    assert "Жақсы маман да осылай шешер еді" in await pupil.text()


async def test_a_counselor_plays_in_english(page: Page, catalogue: Catalogue) -> None:
    counselor = Telephone(page, COUNSELOR)
    await plays(counselor, catalogue, "network-down", "en")
    await counselor.tap("What it showed")
    liking = catalogue.mission("network-down").liked[0]
    await counselor.tap(liking.says.en)
    assert liking.because.en in await counselor.text()


async def test_a_journal_is_written_taken_along_and_deleted(
    page: Page, catalogue: Catalogue
) -> None:
    parent = Telephone(page, PARENT)
    await plays(parent, catalogue, "kitchen", "ru")
    await parent.tap("Что это показало", "Представить себя там")
    await parent.write("С поваром сначала чищу, потом режу")
    await parent.write("Порадует, потому что гости сыты")
    await parent.write("Жарко")
    assert "Что есть в картине: 4 из 5" in await parent.text()
    await parent.tap("Назад", "Текстом")
    assert "С поваром сначала чищу, потом режу" in await parent.text()
    await parent.tap("Назад", "Удалить всё", "Да, удалить")
    assert "Пока пусто" in await parent.text()
