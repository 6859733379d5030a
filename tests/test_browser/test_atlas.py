"""The two walks of docs/walks.md: from a sentence with a mistake in it to a plan kept for later."""

import pytest
from playwright.async_api import Page

from tests.telephone import Telephone

PUPIL, PARENT = 1001, 1002
NOTE_KK, NOTE_RU = "Жатақхана бар ма, сұрау керек", "Спросить про общежитие"

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_pupil_in_kazakh_finds_a_trade_and_keeps_a_plan(page: Page) -> None:
    pupil = Telephone(page, PUPIL)
    await pupil.start()
    await pupil.write("данекерлеуши болгым келеди")
    assert (await pupil.text()).startswith("Дәнекерлеуші\n")
    await pupil.tap("Колледждер", "Өскемен құрылыс")
    assert "Дереккөздерімізде айтылмаған" in await pupil.text()
    await pupil.tap("Колледжден не сұраймыз")
    assert "Ақылы оқу қанша тұрады?" in await pupil.text()
    await pupil.tap("Артқа", "Артқа", "Артқа", "Ұқсас", "Басқамен салыстыру", "Токарь")
    assert "Қатар қойғанда" in await pupil.text()
    assert "Жалақы мен сұранысты салыстырмаймыз" in await pupil.text()
    await pupil.tap("Дәнекерлеуші", "Жол жоспары", "9-дан кейін", "Мемлекет")
    assert "1." in await pupil.text()
    await pupil.write("дәнекерлеуші")
    await pupil.tap("☆ Сақтау")
    assert "★ Сақталған" in await pupil.labels()
    await pupil.write("/saved")
    await pupil.tap("Жазба", "Дәнекерлеуші")
    await pupil.write(NOTE_KK)
    assert NOTE_KK in await pupil.text()


async def test_a_parent_in_russian_finds_a_trade_and_keeps_a_plan(page: Page) -> None:
    parent = Telephone(page, PARENT)
    await parent.start()
    await parent.write("хочу стать сворщиком в Усть-Каменогорске")
    assert (await parent.text()).startswith("Сварщик · Восточно-Казахстанская область")
    await parent.tap("Колледжи", "Риддер")
    assert "В наших источниках нет:" in await parent.text()
    await parent.tap("Что спросить")
    assert "Сколько стоит платное обучение?" in await parent.text()
    await parent.write("сворщик")
    await parent.tap("Похожие", "Сравнить с другой", "Токарь")
    assert "Зарплату и спрос не сравниваем" in await parent.text()
    await parent.tap("Сварщик", "План пути", "После 9", "По госзаказу")
    assert (await parent.text()).startswith("Сварщик")
    await parent.write("сварщик")
    await parent.tap("☆ Сохранить")
    await parent.write("/saved")
    await parent.tap("Заметки", "Сварщик")
    await parent.write(NOTE_RU)
    assert NOTE_RU in await parent.text()
