"""The chat page in a real browser, with a tiny bot at the other end."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, async_playwright, expect
from telegram import InputMediaPhoto

from bot.playground import Playground
from bot.playground.acts.sharing import tiny_picture
from tests.browser import ARGUMENTS, FIX, found

from . import demo_bot
from .conftest import library

PHONE: Any = {"width": 360, "height": 740}

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Stage(NamedTuple):
    """A playground with a bot running on it, and a browser that looks."""

    playground: Playground
    address: str
    page: Page
    troubles: list[str]

    async def phone(self, name: str, language: str = "kk") -> tuple[int, Locator]:
        """A new person, and their telephone."""
        person = self.playground.invite(name, language_code=language).id
        phone = self.page.locator(f'[data-person="{person}"]')
        await phone.locator("[data-start]").wait_for()
        return person, phone

    async def started(self, name: str) -> tuple[int, Locator]:
        """A new person who has pressed Start."""
        person, phone = await self.phone(name)
        await phone.locator("[data-start]").click()
        await phone.locator(".keyboard button").first.wait_for()
        return person, phone


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def stage() -> AsyncIterator[Stage]:
    """Everything the tests of this page share."""
    assert found(), FIX
    playground = Playground(limits=False)
    async with playground.open() as address, library(address) as bot, async_playwright() as player:
        running = asyncio.create_task(demo_bot.run(bot))
        chromium = player.chromium
        browser = await chromium.launch(executable_path=found(), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1400, "height": 900})
        page.set_default_timeout(5000)
        troubles: list[str] = []
        page.on("pageerror", lambda trouble: troubles.append(str(trouble)))
        await page.goto(address)
        await page.locator("body[data-ready]").wait_for()
        yield Stage(playground, address, page, troubles)
        await browser.close()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_an_empty_chat_tells_what_the_bot_can_do(stage: Stage) -> None:
    _, phone = await stage.phone("Жаңа", "ru")
    await expect(phone.locator(".empty")).to_contain_text("Расскажу о рабочих профессиях")
    await expect(phone.locator("[data-start]")).to_have_text("НАЧАТЬ")
    await expect(phone.locator(".composer input")).to_be_hidden()


async def test_start_a_tap_and_an_edit_in_place(stage: Stage) -> None:
    person, phone = await stage.started("Айгерім")
    menu = stage.playground.last(person)["message_id"]
    await phone.locator(".keyboard button", has_text="Мамандықтар").click()
    card = phone.locator(f'[data-message-id="{menu}"]')
    await expect(card).to_have_class("message theirs changed")
    await expect(card.locator("b").first).to_have_text("Дәнекерлеуші")
    await expect(card.locator("blockquote")).to_contain_text("Бірінші тігісім")
    await expect(phone.locator(".message.theirs")).to_have_count(1)
    assert not stage.troubles


async def test_a_toast_and_an_alert(stage: Stage) -> None:
    _, phone = await stage.started("Болат")
    await phone.locator(".keyboard button", has_text="Колледждер").click()
    await expect(phone.locator(".toast")).to_have_text("Сақталды")
    await phone.locator(".keyboard button", has_text="Мамандықтар").click()
    await phone.locator(".keyboard button", has_text="Ескерту").click()
    await expect(stage.page.locator("dialog.alert")).to_contain_text("Бұл маңызды")
    await stage.page.locator("dialog.alert button").click()
    await expect(stage.page.locator("dialog.alert")).to_be_hidden()


async def test_writing_typing_and_hearing_back(stage: Stage) -> None:
    _, phone = await stage.started("Гүлім")
    await phone.locator(".composer input").fill("сұрағым бар")
    await phone.locator(".composer .send").click()
    await expect(phone.locator(".status")).to_have_class("status busy")
    await expect(phone.locator(".message.theirs").last).to_contain_text("Сіз: сұрағым бар")
    await expect(phone.locator(".status")).to_have_text("бот")


async def test_the_commands_menu_speaks_the_persons_language(stage: Stage) -> None:
    person, phone = await stage.started("Дина")
    await phone.locator(".menu").click()
    await expect(phone.locator(".choice").nth(1)).to_have_text("/professionsМамандықтар")
    await phone.locator(".more").click()
    await phone.locator("select[name=language]").select_option("ru")
    await expect(phone.locator(".menu")).to_have_text("Меню")
    assert stage.playground.person(person).language_code == "ru"
    await phone.locator(".menu").click()
    await phone.locator(".choice", has_text="Профессии").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("Сіз: /professions")


async def test_the_page_speaks_three_languages(stage: Stage) -> None:
    heading = stage.page.locator("h1")
    for language, title in (("ru", "Площадка"), ("en", "Playground"), ("kk", "Алаң")):
        await stage.page.locator(f'[data-page-language="{language}"]').click()
        await expect(heading).to_have_text(title)


async def test_inline_results_are_picked(stage: Stage) -> None:
    _, phone = await stage.started("Ербол")
    await phone.locator(".composer input").fill("@playground_bot weld")
    await phone.locator(".popup .choice", has_text="Дәнекерлеуші").click()
    await expect(phone.locator(".message.mine").last).to_contain_text("@playground_bot")


async def test_deep_links_in_messages_and_by_hand(stage: Stage) -> None:
    person, phone = await stage.started("Жанар")
    link = "https://t.me/playground_bot?start=p_welder"
    stage.playground.say(person, link)
    await phone.locator(f'a[href="{link}"]').last.click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("p_welder")
    await phone.locator(".more").click()
    await phone.locator("input[name=payload]").fill("s_41")
    await phone.locator(".link button").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("s_41")


async def test_blocking_and_coming_back(stage: Stage) -> None:
    person, phone = await stage.started("Зарина")
    await phone.locator(".more").click()
    await phone.locator("[data-block]").click()
    await expect(phone.locator(".composer input")).to_be_hidden()
    assert stage.playground.person(person).blocked
    await phone.locator("[data-start]").click()
    await expect(phone.locator(".composer input")).to_be_visible()


async def test_pictures_albums_documents_and_spoilers(stage: Stage) -> None:
    person, phone = await stage.started("Ильяс")
    album = [InputMediaPhoto(tiny_picture(), caption=caption) for caption in "ab"]
    async with library(stage.address) as bot:
        await bot.send_media_group(person, album)
        await bot.send_document(person, b"x" * 3000, filename="college.pdf")
        await bot.send_message(person, "<tg-spoiler>350 000</tg-spoiler>", parse_mode="HTML")
    await expect(phone.locator(".album .message")).to_have_count(2)
    await expect(phone.locator(".paper")).to_contain_text("college.pdf3 KB")
    await phone.locator(".spoiler").click()
    await expect(phone.locator(".spoiler")).to_have_class("spoiler revealed")


async def test_words_are_never_read_as_html(stage: Stage) -> None:
    person, phone = await stage.started("<img src=x onerror=alert(1)>")
    stage.playground.say(person, "<b>not bold</b><script>alert(1)</script>")
    await expect(phone.locator(".message.mine").last).to_contain_text("<b>not bold</b>")
    assert await phone.locator("img, script").count() == 0


async def test_a_narrow_screen_shows_one_chat_and_tabs(stage: Stage) -> None:
    browser = stage.page.context.browser
    assert browser is not None
    page = await browser.new_page(viewport=PHONE)
    await page.goto(stage.address)
    await page.locator("body[data-ready]").wait_for()
    await page.locator('[data-tab="1002"]').click()
    await expect(page.locator('[data-person="1002"]')).to_be_visible()
    await expect(page.locator('[data-person="1001"]')).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    await page.close()


async def test_every_button_has_a_name(stage: Stage) -> None:
    nameless = await stage.page.evaluate(
        """[...document.querySelectorAll("button, input, select")]
           .filter((each) => each.offsetParent && !each.textContent.trim()
             && !each.getAttribute("aria-label") && !each.labels?.length)
           .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    assert not stage.troubles


CONTRAST = """(selector) => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const read = (colours) => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (
    v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  )).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => (element
    ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : ["white"]);
  return [...document.querySelectorAll(selector)].filter((e) => e.offsetParent).map((element) => {
    const back = behind(element);
    const pair = [light(read([...back, getComputedStyle(element).color])), light(read(back))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  });
}"""
TEXTS = """h1; .owner; .kind; .status; .day span; .text; .foot; .key:enabled; .menu span;
    .tools button; .segments button; .titles p; .bubble a; .command; .bubble blockquote;
    .empty p; .start"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_text_has_contrast(stage: Stage, scheme: Any) -> None:
    await stage.page.emulate_media(color_scheme=scheme)
    for selector in TEXTS.split(";"):
        ratios = await stage.page.evaluate(CONTRAST, selector.strip())
        assert ratios, selector
        assert min(ratios) >= 4.5, (selector, min(ratios))
